/* model-fixture.c: a session on a data folder of its own, and the main loop until something is so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model-fixture.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 30

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

static gboolean
has_result (gpointer user_data)
{
  GAsyncResult **result = user_data;

  return *result != NULL;
}

static gboolean
has_answered (gpointer user_data)
{
  EssaimExplorer *explorer = user_data;

  return essaim_explorer_get_results (explorer) != NULL && !essaim_explorer_get_busy (explorer);
}

static gboolean
has_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
end_session (ModelScene *scene)
{
  essaim_session_close (scene->session);
  model_unref (g_steal_pointer (&scene->session));
}

void
model_scene_set_up (ModelScene    *scene,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->folder = g_dir_make_tmp ("essaim-model-XXXXXX", &error);
  g_assert_no_error (error);
  scene->session = essaim_session_new (scene->folder, scene->reference);
}

void
model_scene_tear_down (ModelScene    *scene,
                       gconstpointer  data)
{
  end_session (scene);
  g_clear_object (&scene->reference);
  remove_tree (scene->folder);
  g_clear_pointer (&scene->folder, g_free);
}

void
model_scene_leave (ModelScene *scene)
{
  essaim_session_close (scene->session);
  g_clear_object (&scene->session);
  g_clear_object (&scene->reference);
  remove_tree (scene->folder);
  g_clear_pointer (&scene->folder, g_free);
}

void
model_scene_reopen (ModelScene *scene)
{
  end_session (scene);
  scene->session = essaim_session_new (scene->folder, scene->reference);
}

void
model_wait (ModelCondition condition,
            gpointer       user_data)
{
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (!condition (user_data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

void
model_unref (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  model_wait (has_gone, &object);
}

void
model_keep_result_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

GAsyncResult *
model_wait_result (GAsyncResult **result)
{
  model_wait (has_result, result);

  return g_steal_pointer (result);
}

void
model_scene_prepare (ModelScene *scene)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_session_prepare_async (scene->session, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_session_prepare_finish (scene->session, done, &error));
  g_assert_no_error (error);
}

char *
model_scene_write_file (ModelScene *scene,
                        const char *name,
                        const char *text)
{
  char *path = g_build_filename (scene->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

EssaimReport *
model_scene_import (ModelScene *scene,
                    const char *name,
                    const char *text)
{
  g_autofree char *path = model_scene_write_file (scene, name, text);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  EssaimReport *report;

  essaim_session_import_async (scene->session, path, NULL, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  report = essaim_session_import_finish (scene->session, done, &error);
  g_assert_no_error (error);

  return report;
}

EssaimExplorer *
model_scene_explore (ModelScene *scene)
{
  EssaimExplorer *explorer = essaim_explorer_new (scene->session);

  essaim_explorer_reload (explorer);
  model_wait_answer (explorer);

  return explorer;
}

void
model_wait_answer (EssaimExplorer *explorer)
{
  model_wait (has_answered, explorer);
}

char *
model_create_list (EssaimShortlists *shortlists,
                   const char       *name,
                   const char       *territory)
{
  g_autoptr (EssaimShortlistItem) item = NULL;
  g_autoptr (GAsyncResult) created = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  essaim_shortlists_create_async (shortlists, name, territory, NULL, model_keep_result_cb, &result);
  created = model_wait_result (&result);
  item = essaim_shortlists_create_finish (shortlists, created, &error);
  g_assert_no_error (error);

  return g_strdup (essaim_shortlist_item_get_id (item));
}

void
model_keep (EssaimShortlists *shortlists,
            const char       *list,
            const char       *project)
{
  g_autoptr (GAsyncResult) kept = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  essaim_shortlists_add_by_id_async (shortlists, list, project, NULL, model_keep_result_cb, &result);
  kept = model_wait_result (&result);
  essaim_shortlists_edit_finish (shortlists, kept, &error);
  g_assert_no_error (error);
}

void
model_count_cb (guint *count)
{
  (*count)++;
}
