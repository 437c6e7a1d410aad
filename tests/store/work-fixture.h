/* work-fixture.h: a work.db of its own for each test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

#include "essaim-work.h"

/* A data folder of its own for each test. */
typedef struct
{
  EssaimReference *reference;
  char            *folder;
  EssaimWork      *work;
} Scene;

static inline EssaimWork *
open_work (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  EssaimWork *work = essaim_work_open (scene->folder, scene->reference, &error);

  g_assert_no_error (error);

  return work;
}

static inline void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->folder = g_dir_make_tmp ("essaim-work-XXXXXX", &error);
  g_assert_no_error (error);
  scene->work = open_work (scene);
}

static inline void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

static inline void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&scene->work));
  g_clear_object (&scene->reference);
  remove_file (scene->folder, "work.db");
  remove_file (scene->folder, "work.db-wal");
  remove_file (scene->folder, "work.db-shm");
  g_assert_cmpint (g_rmdir (scene->folder), ==, 0);
  g_free (scene->folder);
}

static inline void
reopen (Scene *scene)
{
  g_assert_finalize_object (g_steal_pointer (&scene->work));
  scene->work = open_work (scene);
}

static inline EssaimProject *
make_project (const char *id,
              const char *title)
{
  EssaimProject *project = essaim_project_new ();

  project->id = g_strdup (id);
  project->title = g_strdup (title);
  project->email = g_strdup ("bonjour@example.org");

  return project;
}

static inline char *
create_list (Scene      *scene,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  EssaimShortlist *shortlist = essaim_work_create_shortlist (scene->work, name, "clermont-ferrand", &error);
  char *id;

  g_assert_no_error (error);
  g_assert_cmpstr (shortlist->name, ==, name);
  g_assert_cmpuint (shortlist->n_entries, ==, 0);
  id = g_strdup (shortlist->id);
  essaim_shortlist_free (shortlist);

  return id;
}

static inline void
add_entry (Scene      *scene,
           const char *shortlist,
           const char *project_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimProject) project = make_project (project_id, "Épicerie solidaire");

  g_assert_true (essaim_work_add_entry (scene->work, shortlist, project, &error));
  g_assert_no_error (error);
}

static inline void
set_next (Scene      *scene,
          const char *list,
          const char *step,
          const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NEXT_STEP, step, &error));
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NEXT_DATE, day, &error));
  g_assert_no_error (error);
}

static inline void
assert_next (Scene      *scene,
             const char *list,
             const char *step,
             const char *day)
{
  g_autoptr (GPtrArray) entries = essaim_work_list_entries (scene->work, list, NULL);
  const EssaimEntry *entry = entries->pdata[0];

  g_assert_cmpstr (entry->next_step, ==, step);
  g_assert_cmpstr (entry->next_date, ==, day);
}
