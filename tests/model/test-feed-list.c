/* test-feed-list.c: the feeds with their last refresh
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-list.h"
#include "model-fixture.h"

static EssaimFeedItem *
find (GListModel *list,
      const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EssaimFeedItem) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (essaim_feed_item_get_id (item), id) == 0)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static gboolean
has_records (gpointer user_data)
{
  g_autoptr (EssaimFeedItem) item = find (user_data, "actions");

  return item != NULL && essaim_feed_item_get_records (item) > 0;
}

static gboolean
is_without (gpointer user_data)
{
  g_autoptr (EssaimFeedItem) item = find (user_data, "actions");

  return item == NULL;
}

static void
test_import_and_remove (ModelScene    *scene,
                        gconstpointer  data)
{
  g_autoptr (EssaimFeedList) list = essaim_feed_list_new (scene->session);
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimFeedItem) item = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimExplorer) explorer = NULL;

  model_scene_prepare (scene);
  report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  model_wait (has_records, list);
  item = find (G_LIST_MODEL (list), "actions");
  g_assert_cmpuint (essaim_feed_item_get_records (item), ==, 6);
  g_assert_cmpint (essaim_feed_item_get_outcome (item), ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_true (essaim_feed_item_get_enabled (item));
  g_assert_nonnull (essaim_feed_item_get_last_success (item));
  g_assert_true (g_str_has_prefix (essaim_feed_item_get_uri (item), "file://"));

  essaim_feed_list_remove_async (list, "actions", NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_feed_list_remove_finish (list, done, &error));
  g_assert_no_error (error);
  model_wait (is_without, list);

  explorer = model_scene_explore (scene);
  essaim_explorer_set_text (explorer, "ressourcerie de mamoudzou");
  model_wait_answer (explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (explorer)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/feed-list/import-and-remove", ModelScene, NULL, model_scene_set_up, test_import_and_remove,
              model_scene_tear_down);

  return g_test_run ();
}
