/* judge-world.h: feeds that tell of the same places, and what a person makes of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sync-fixture.h"

#include "essaim-index.h"
#include "essaim-json-text.h"
#include "essaim-library-joins.h"
#include "essaim-project-json.h"
#include "essaim-sync-judge.h"

/* Places that nobody takes for one another; a feed may leave any of them out. */
static const struct { const char *title, *address, *postcode, *commune, *insee, *phone; } places[] = {
  { "La Ruche des possibles", "12 rue Fontgiève", "63000", "Clermont-Ferrand", "63113", "0473000001" },
  { "Le Grenier partagé", "3 avenue Charras", "63000", "Clermont-Ferrand", "63113", "0473000002" },
  { "Atelier vélo du Nord", "8 rue de la Gare", "59100", "Roubaix", "59512", "0320000003" },
  { "Maison des aînés", "1 place du Parlement", "35000", "Rennes", "35238", "0299000004" },
  { "Cuisine mobile du lagon", "20 rue du Commerce", "97600", "Mamoudzou", "97611", "0269000005" },
  { "Ferme urbaine de la Drôme", "5 chemin des Huguenots", "26000", "Valence", "26362", "0475000006" },
};
#define N_PLACES G_N_ELEMENTS (places)

/* Thousands of durable changes: where the system has a file system in memory, the disk need not wait for each. */
static inline void
spare_disk (void)
{
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

/* A line of a feed's file. With another title the place is still the same one, by address and telephone. */
static inline void
add_row (GString    *text,
         const char *id,
         guint       place,
         const char *title)
{
  g_string_append_printf (text, "%s;%s;Présentation de %s;%s;%s;%s;%s;%s\n", id, title != NULL ? title : places[place].title,
                          id, places[place].address, places[place].postcode, places[place].commune, places[place].insee,
                          places[place].phone);
}

#define ROWS_HEAD "id;nom;description;adresse;code_postal;commune;code_insee;telephone\n"

static inline void
import_text (Scene      *scene,
             const char *feed,
             const char *rows)
{
  const EssaimSyncOptions options = { .accept_shrink = TRUE };
  g_autofree char *name = g_strconcat (feed, ".csv", NULL);
  g_autofree char *text = g_strconcat (ROWS_HEAD, rows, NULL);
  g_autofree char *path = write_file (scene, name, text);
  g_autoptr (EssaimReport) report = essaim_sync_import (scene->library, scene->work, scene->reference, path, &options, NULL,
                                                        NULL, NULL);

  if (report->outcome != ESSAIM_OUTCOME_IMPORTED && report->outcome != ESSAIM_OUTCOME_UNCHANGED)
    g_error ("%s: %s", feed, report->message);
}

static inline int
compare_lines_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What all projects say that a person can see: ids, records, fields; not when they were read. */
static inline char *
dump_library (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimIndex) index = essaim_library_load_index (scene->library, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < essaim_index_get_n_projects (index); i++)
    {
      g_autoptr (EssaimProject) project = essaim_library_get_by_number (scene->library, essaim_index_get_number (index, i),
                                                                        &error);
      g_autoptr (JsonNode) node = NULL;

      g_assert_no_error (error);
      for (guint s = 0; s < project->sources->len; s++)
        {
          EssaimSource *source = project->sources->pdata[s];

          g_clear_pointer (&source->first_seen, g_free);
          g_clear_pointer (&source->last_seen, g_free);
        }
      node = essaim_project_to_json (project, scene->reference, TRUE);
      g_ptr_array_add (lines, essaim_json_to_text (node, FALSE));
    }

  g_ptr_array_sort (lines, compare_lines_cb);
  for (guint i = 0; i < lines->len; i++)
    g_assert_false (i > 0 && g_str_equal (lines->pdata[i - 1], lines->pdata[i]));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static inline gboolean
are_one (Scene      *scene,
         const char *a,
         const char *b)
{
  guint32 x, y;

  g_assert_true (essaim_library_find_number (scene->library, a, &x));
  g_assert_true (essaim_library_find_number (scene->library, b, &y));

  return x == y;
}

static inline void
assert_parts (Scene      *scene,
              const char *id,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (scene->library, id, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (ids, i > 0 ? " %s" : "%s", ((const EssaimProject *) parts->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static inline void
assert_title (Scene      *scene,
              const char *id,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimProject) project = essaim_library_get_project (scene->library, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (project->title, ==, expected);
}

static inline void
keep (Scene      *scene,
      const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimShortlist) list = essaim_work_find_shortlist (scene->work, "Comité", NULL);
  g_autoptr (EssaimProject) project = essaim_library_get_project (scene->library, id, &error);

  if (list == NULL)
    list = essaim_work_create_shortlist (scene->work, "Comité", NULL, NULL);
  g_assert_no_error (error);
  g_assert_true (essaim_work_add_entry (scene->work, list->id, project, &error));
}

/* The library is lost; what was last read of each feed is not. */
static inline void
lose_library (Scene *scene)
{
  static const char * const names[] = { "library.db", "library.db-wal", "library.db-shm" };
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_assert_finalize_object (g_steal_pointer (&scene->library));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (scene->folder, names[i], NULL);

      g_unlink (path);
    }
  essaim_sync_mend_library (scene->folder, scene->reference, &told, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", told);
  scene->library = essaim_library_open (scene->folder, scene->reference, &error);
  g_assert_no_error (error);
}
