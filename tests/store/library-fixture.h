/* library-fixture.h: small feeds for the tests of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "essaim-library.h"

/** Row: one record of a feed; what is left out is unknown. */
typedef struct
{
  const char *id;
  const char *title;
  const char *summary;
  const char *organisation;
  const char *commune;
  const char *insee;
  const char *postcode;
  double      lat, lon;      /* 0, 0 without */
  double      funding_eur;   /* 0 without */
  gboolean    is_theme;      /* has the first theme */
} Row;

typedef enum
{
  REFRESH_PLAIN         = 0,
  REFRESH_ACCEPT_SHRINK = 1 << 0,
  REFRESH_DRY_RUN       = 1 << 1,
  REFRESH_EARLY         = 1 << 2,   /* rows are written while others come */
} RefreshFlags;

/* Three records that have little in common. */
static const Row villages[] = {
  { "1", "Atelier vélo", "Réparer ensemble", "Les Roues", "Thiers", "63430", "63300", 45.85, 3.55, 1000, TRUE },
  { "2", "Épicerie solidaire", "Des produits locaux", "La Halle", "Ambert", "63003", "63600", 45.55, 3.74, 0, TRUE },
  { "3", "Jardin partagé", NULL, NULL, "Issoire", "63178", "63500", 0, 0, 0, FALSE },
};

static inline EssaimProject *
row_to_project (const Row *row)
{
  EssaimProject *project = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (project);
  EssaimSource *source = essaim_project_add_source (project);

  project->title = g_strdup (row->title);
  project->summary = g_strdup (row->summary);
  project->organisation = g_strdup (row->organisation);
  site->commune = g_strdup (row->commune);
  site->insee = g_strdup (row->insee);
  site->department = row->insee != NULL ? g_strndup (row->insee, 2) : NULL;
  site->postcode = g_strdup (row->postcode);
  site->funding_eur = row->funding_eur != 0 ? row->funding_eur : NAN;
  if (row->lat != 0)
    {
      site->lat = row->lat;
      site->lon = row->lon;
      site->precision = ESSAIM_PRECISION_POINT;
    }
  if (row->is_theme)
    essaim_project_set_theme (project, 0, ESSAIM_THEME_HOW_CODE);
  source->page = g_strdup_printf ("https://example.org/%s", row->id != NULL ? row->id : "");

  return project;
}

static inline EssaimRefresh *
begin_refresh_with (EssaimLibrary *library,
                    const char    *feed,
                    const Row     *rows,
                    gsize          n,
                    gboolean       is_early)
{
  EssaimRefreshFeed description = { feed, "The feed", "LO 2.0", "https://example.org/feed" };
  g_autoptr (GError) error = NULL;
  EssaimRefresh *refresh = essaim_refresh_begin (library, &description, &error);

  g_assert_no_error (error);
  g_assert_true (!is_early || essaim_refresh_write_early (refresh, NULL, &error));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (EssaimProject) project = row_to_project (&rows[i]);

      essaim_refresh_add (refresh, project, rows[i].id, "{\"as\":\"read\"}", (guint) i + 2, &error);
      g_assert_no_error (error);
    }

  return refresh;
}

static inline EssaimRefresh *
begin_refresh (EssaimLibrary *library,
               const char    *feed,
               const Row     *rows,
               gsize          n)
{
  return begin_refresh_with (library, feed, rows, n, FALSE);
}

/* A whole refresh of a feed, which must not fail. */
static inline EssaimReport *
refresh_feed (EssaimLibrary *library,
              const char    *feed,
              const Row     *rows,
              gsize          n,
              RefreshFlags   flags)
{
  g_autoptr (EssaimRefresh) refresh = begin_refresh_with (library, feed, rows, n, (flags & REFRESH_EARLY) != 0);
  g_autoptr (GError) error = NULL;
  EssaimReport *report = essaim_report_new (feed);

  essaim_refresh_finish (refresh, (flags & REFRESH_ACCEPT_SHRINK) != 0, (flags & REFRESH_DRY_RUN) != 0, report, NULL,
                         &error);
  g_assert_no_error (error);

  return report;
}

static inline EssaimLibrary *
open_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  EssaimLibrary *library = essaim_library_open (NULL, NULL, &error);

  g_assert_no_error (error);
  return library;
}

static inline EssaimReference *
load_reference (void)
{
  g_autoptr (GError) error = NULL;
  EssaimReference *reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);

  g_assert_no_error (error);
  return reference;
}

static inline EssaimProject *
get_project (EssaimLibrary *library,
             const char    *id)
{
  g_autoptr (GError) error = NULL;
  EssaimProject *project = essaim_library_get_project (library, id, &error);

  g_assert_no_error (error);
  return project;
}

static inline guint
count_projects (EssaimLibrary *library)
{
  EssaimLibraryCounts counts;
  g_autoptr (GError) error = NULL;

  essaim_library_count (library, &counts, &error);
  g_assert_no_error (error);

  return counts.projects;
}

/* How many projects a text finds. */
static inline guint
count_matches (EssaimLibrary *library,
               const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = essaim_library_match_text (library, text, NULL, &error);

  g_assert_no_error (error);
  return numbers->len;
}

/* A new folder for one test. */
static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("essaim-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* SHA-256 of a file. */
static inline char *
hash_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}
