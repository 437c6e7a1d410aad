/* test-feed-list.c: the feeds, what can be changed about them, their way out and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-list.h"
#include "essaim-library.h"
#include "essaim-work.h"
#include "model-fixture.h"

typedef struct
{
  ModelScene      scene;
  EssaimFeedList *list;
  guint           n_changes;   /* of the feed */
} Fixture;

static EssaimFeedItem *
find (Fixture *fixture)
{
  return essaim_feed_list_find (fixture->list, "actions");
}

static gboolean
has_records (gpointer user_data)
{
  EssaimFeedItem *item = find (user_data);

  return item != NULL && essaim_feed_item_get_records (item) == 6;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  fixture->list = essaim_feed_list_new (fixture->scene.session);
  report = model_scene_import (&fixture->scene, "actions.csv", MODEL_FEED);
  model_wait (has_records, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->list);
  model_scene_tear_down (&fixture->scene, NULL);
}

/* Waits for a verb. */
static void
finish (Fixture       *fixture,
        GAsyncResult **result)
{
  g_autoptr (GAsyncResult) done = model_wait_result (result);
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_feed_list_edit_finish (fixture->list, done, &error));
  g_assert_no_error (error);
}

static guint
count_records (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimLibrary) library = essaim_library_open (fixture->scene.folder, fixture->scene.reference, &error);
  g_autoptr (EssaimRefreshState) state = NULL;

  g_assert_no_error (error);
  state = essaim_library_get_refresh_state (library, "actions", NULL);

  return state != NULL ? state->records : 0;
}

static gboolean
is_swept (gpointer user_data)
{
  return count_records (user_data) == 0;
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  EssaimFeedItem *item = find (fixture);

  g_assert_cmpint (essaim_feed_item_get_outcome (item), ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_true (essaim_feed_item_get_enabled (item));
  g_assert_nonnull (essaim_feed_item_get_last_success (item));
  g_assert_true (g_str_has_prefix (essaim_feed_item_get_uri (item), "file://"));
  g_assert_false (essaim_feed_item_is_remote (item));
  g_assert_cmpstr (essaim_feed_item_get_format (item), ==, "csv");
  g_assert_cmpuint (essaim_feed_item_get_unplaced (item), ==, 1);
  /* The licence is asked for before all that is only untidy. */
  g_assert_cmpint (essaim_feed_item_get_state (item), ==, ESSAIM_FEED_UNLICENSED);
}

static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  EssaimFeedItem *item = find (fixture);

  g_signal_connect_swapped (item, "changed", G_CALLBACK (model_count_cb), &fixture->n_changes);
  essaim_feed_list_set_licence_async (fixture->list, "actions", "Licence Ouverte 2.0", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_cmpstr (essaim_feed_item_get_licence (item), ==, "Licence Ouverte 2.0");
  g_assert_cmpint (essaim_feed_item_get_state (item), ==, ESSAIM_FEED_UNPLACED);

  essaim_feed_list_set_interval_async (fixture->list, "actions", 0, NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_cmpint (essaim_feed_item_get_interval (item), ==, 0);
  g_assert_null (essaim_feed_item_get_next (item));

  essaim_feed_list_set_interval_async (fixture->list, "actions", 30, NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_nonnull (essaim_feed_item_get_next (item));

  essaim_feed_list_set_enabled_async (fixture->list, "actions", FALSE, NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_cmpint (essaim_feed_item_get_state (item), ==, ESSAIM_FEED_PAUSED);

  /* A view that shows it need not look for another one. */
  g_assert_true (find (fixture) == item);
  g_assert_cmpuint (fixture->n_changes, >=, 4);
}

/* Where it is now, which ends a pause: it was because of where it was. */
static void
test_address (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const wrong[] = { "actions.csv", "ftp://a.example/x.csv", "https://", "https://claire:secret@a.example/x.csv" };
  g_autoptr (EssaimWork) work = essaim_work_open (fixture->scene.folder, fixture->scene.reference, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (essaim_work_set_feed_paused (work, "actions", "It is gone.", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GAsyncResult) done = NULL;
      g_autoptr (GError) error = NULL;

      essaim_feed_list_set_address_async (fixture->list, "actions", wrong[i], NULL, model_keep_result_cb, &result);
      done = model_wait_result (&result);
      g_assert_false (essaim_feed_list_edit_finish (fixture->list, done, &error));
      g_assert_null (strstr (error->message, "secret"));
    }

  essaim_feed_list_set_address_async (fixture->list, "actions", "https://a.example/new.csv", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_cmpstr (essaim_feed_item_get_uri (find (fixture)), ==, "https://a.example/new.csv");
  g_assert_null (essaim_feed_item_get_paused (find (fixture)));
  g_assert_true (essaim_feed_item_is_remote (find (fixture)));
}

static void
test_edit_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_feed_list_set_enabled_async (fixture->list, "nothing", FALSE, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_false (essaim_feed_list_edit_finish (fixture->list, done, &error));
  g_assert_nonnull (error);
}

/* Removed at once for the eye; the records go when it can no longer be undone. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EssaimExplorer) explorer = NULL;

  g_object_set (fixture->list, "grace", 500, NULL);
  essaim_feed_list_remove_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_null (find (fixture));
  g_assert_cmpuint (count_records (fixture), ==, 6);

  model_wait (is_swept, fixture);
  explorer = model_scene_explore (&fixture->scene);
  essaim_explorer_set_text (explorer, "ressourcerie de mamoudzou");
  model_wait_answer (explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (explorer)), ==, 0);
}

static gboolean
is_over (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
end_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean over = FALSE;

  g_object_set (fixture->list, "grace", 400, NULL);
  essaim_feed_list_remove_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  essaim_feed_list_restore_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_true (has_records (fixture));

  g_timeout_add (800, end_cb, &over);
  model_wait (is_over, &over);
  g_assert_cmpuint (count_records (fixture), ==, 6);
  g_assert_nonnull (find (fixture));
}

/* The second one is removed while the first may still come back: neither is swept before its time. */
static void
test_remove_two (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (&fixture->scene, "others.csv", MODEL_FEED);
  g_autoptr (GAsyncResult) result = NULL;

  g_object_set (fixture->list, "grace", 300, NULL);
  essaim_feed_list_remove_async (fixture->list, "others", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_object_set (fixture->list, "grace", 2000, NULL);
  essaim_feed_list_remove_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  {
    gboolean over = FALSE;

    g_timeout_add (800, end_cb, &over);
    model_wait (is_over, &over);
  }
  g_assert_cmpuint (count_records (fixture), ==, 6);
  essaim_feed_list_restore_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_assert_cmpuint (count_records (fixture), ==, 6);
}

/* The program ends before the records have gone: the next one takes them away. */
static void
test_sweep_at_start (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  essaim_feed_list_remove_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  finish (fixture, &result);
  g_clear_object (&fixture->list);
  model_scene_reopen (&fixture->scene);
  model_scene_prepare (&fixture->scene);

  g_assert_cmpuint (count_records (fixture), ==, 0);
}

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (EssaimReport) second = model_scene_import (&fixture->scene, "actions.csv",
                                                        MODEL_FEED "6,Une de plus,,63113,Clermont-Ferrand,,\n");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  const EssaimReport *newest, *oldest;

  essaim_feed_list_load_reports_async (fixture->list, "actions", NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  reports = essaim_feed_list_load_reports_finish (fixture->list, done, NULL);
  g_assert_cmpuint (reports->len, ==, 2);
  newest = g_ptr_array_index (reports, 0);
  oldest = g_ptr_array_index (reports, 1);
  g_assert_cmpuint (newest->added, ==, 1);
  g_assert_cmpuint (newest->unchanged, ==, 6);
  g_assert_cmpuint (oldest->added, ==, 6);
  g_assert_nonnull (newest->date);
  g_assert_cmpuint (oldest->placed[ESSAIM_PRECISION_NONE], ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/feed-list/facts", test_facts },
    { "/feed-list/edits", test_edits },
    { "/feed-list/address", test_address },
    { "/feed-list/edit-nothing", test_edit_nothing },
    { "/feed-list/remove", test_remove },
    { "/feed-list/restore", test_restore },
    { "/feed-list/remove-two", test_remove_two },
    { "/feed-list/sweep-at-start", test_sweep_at_start },
    { "/feed-list/reports", test_reports },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
