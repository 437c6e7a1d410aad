/* export-fixture.h: projects to be exported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-export.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  EssaimReference *reference;
  char            *folder;
  GPtrArray       *projects;     /* (element-type EssaimProject) */
  guint            at;
  guint            fail_at;      /* 0: never */
} Fixture;

static inline EssaimProject *
add_project (Fixture    *fixture,
             const char *id,
             const char *title,
             const char *licence)
{
  EssaimProject *project = essaim_project_new ();
  EssaimSource *source = essaim_project_add_source (project);

  project->id = g_strdup (id);
  project->title = g_strdup (title);
  project->email = g_strdup ("secret@x.fr");
  source->feed = g_strdup ("cis");
  source->title = g_strdup ("Le Carrefour");
  source->page = g_strdup ("https://x.fr/1");
  source->licence = g_strdup (licence);
  g_ptr_array_add (fixture->projects, project);

  return project;
}

static inline EssaimSite *
add_site (EssaimProject *project,
          double         lat,
          double         lon)
{
  EssaimSite *site = essaim_project_add_site (project);

  site->precision = ESSAIM_PRECISION_COMMUNE;
  site->lat = lat;
  site->lon = lon;
  site->commune = g_strdup ("Clermont-Ferrand");
  site->insee = g_strdup ("63113");

  return site;
}

static inline void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  g_autoptr (GError) error = NULL;

  fixture->reference = essaim_reference_new (folder, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("essaim-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->projects);
  g_assert_finalize_object (fixture->reference);
}

static inline EssaimProject *
next_project (gpointer   user_data,
              GError   **error)
{
  Fixture *fixture = user_data;

  if (fixture->fail_at > 0 && fixture->at == fixture->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "The store is busy.");
      return NULL;
    }

  return fixture->at < fixture->projects->len ? essaim_project_ref (fixture->projects->pdata[fixture->at++]) : NULL;
}

static inline gboolean
write_file (Fixture              *fixture,
            const char           *name,
            EssaimExportOptions  *options,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  fixture->at = 0;

  return essaim_export_format_from_path (path, &options->format, error) &&
         essaim_export_write (path, options, fixture->reference, next_project, fixture, cancellable, error);
}

static G_GNUC_UNUSED char *
export (Fixture             *fixture,
        const char          *name,
        EssaimExportOptions *options)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  write_file (fixture, name, options, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* All projects as entries of a shortlist; the first one has been worked on. */
static inline char *
export_entries (Fixture             *fixture,
                const char          *name,
                EssaimExportOptions *options)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_entry_free);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  for (guint i = 0; i < fixture->projects->len; i++)
    {
      EssaimEntry *entry = g_new0 (EssaimEntry, 1);

      entry->copy = essaim_project_ref (fixture->projects->pdata[i]);
      entry->status = i == 0 ? ESSAIM_ENTRY_TO_CONTACT : ESSAIM_ENTRY_TO_STUDY;
      entry->note = g_strdup (i == 0 ? "=note" : "");
      entry->rating = i == 0 ? 4 : 0;
      entry->next_step = g_strdup (i == 0 ? "Appeler" : "");
      entry->next_date = g_strdup (i == 0 ? "2026-11-23" : NULL);
      g_ptr_array_add (entries, entry);
    }

  g_assert_true (essaim_export_format_from_path (path, &options->format, &error));
  g_assert_true (essaim_export_write_entries (path, options, fixture->reference, entries, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static inline JsonNode *
parse (const char *contents)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (contents, &error);

  g_assert_no_error (error);

  return node;
}
