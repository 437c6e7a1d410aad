/* test-offline.c: when the window says that it is offline, and what; the Sources page that finds it out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-offline.h"
#include "essaim-sources-page.h"
#include "essaim-work.h"
#include "model-fixture.h"
#include "no-network.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene       scene;
  EssaimFeedList  *feeds;
  EssaimNoticeBar *notice;
  EssaimOffline   *offline;
} Fixture;

static gboolean
is_read (gpointer user_data)
{
  g_autoptr (EssaimFeedItem) item = g_list_model_get_item (user_data, 0);

  return item != NULL && essaim_feed_item_get_records (item) == 6;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  fixture->feeds = essaim_feed_list_new (fixture->scene.session);
  fixture->notice = g_object_ref_sink (g_object_new (ESSAIM_TYPE_NOTICE_BAR, NULL));
  fixture->offline = essaim_offline_new (fixture->feeds, fixture->notice);
  if (data == NULL)
    return;

  report = model_scene_import (&fixture->scene, "actions.csv", MODEL_FEED);
  model_wait (is_read, fixture->feeds);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->offline);
  g_clear_object (&fixture->notice);
  g_clear_object (&fixture->feeds);
  model_scene_tear_down (&fixture->scene, NULL);
}

static gboolean
is_remote (gpointer user_data)
{
  g_autoptr (EssaimFeedItem) item = g_list_model_get_item (user_data, 0);

  return item != NULL && g_str_has_prefix (essaim_feed_item_get_uri (item), "https:");
}

/* As if the feed had been read from there; another process may say so at any time. */
static void
make_remote (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimWork) work = essaim_work_open (fixture->scene.folder, fixture->scene.reference, &error);
  EssaimSubscription told = { .id = (char *) "actions", .uri = (char *) "https://nowhere.invalid/actions.csv" };

  g_assert_no_error (error);
  g_assert_true (essaim_work_update_feed (work, &told, &error));
  model_wait (is_remote, fixture->feeds);
}

/* What the notice says, if it says something. */
static const char *
get_said (Fixture *fixture)
{
  g_autoptr (GPtrArray) revealers = ui_find_all (GTK_WIDGET (fixture->notice), GTK_TYPE_REVEALER);
  g_autoptr (GPtrArray) labels = ui_find_all (GTK_WIDGET (fixture->notice), GTK_TYPE_LABEL);

  if (revealers->len == 0 || !gtk_revealer_get_reveal_child (revealers->pdata[0]))
    return NULL;

  g_assert_cmpuint (labels->len, >=, 1);

  return gtk_label_get_text (labels->pdata[0]);
}

static void
go_offline (Fixture *fixture)
{
  g_object_set (fixture->offline, "available", FALSE, NULL);
}

static void
test_without_data (Fixture       *fixture,
                   gconstpointer  data)
{
  go_offline (fixture);
  g_assert_null (get_said (fixture));
}

static void
test_files_alone (Fixture       *fixture,
                  gconstpointer  data)
{
  go_offline (fixture);
  g_assert_null (get_said (fixture));
}

static void
test_network (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *year = g_date_time_format (now, "%Y");
  const char *text;

  make_remote (fixture);
  g_assert_null (get_said (fixture));

  go_offline (fixture);
  text = get_said (fixture);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, year));
  g_assert_nonnull (strstr (text, "6 records on this computer"));

  g_object_set (fixture->offline, "available", TRUE, NULL);
  g_assert_null (get_said (fixture));
}

/* What servers do counts for more than what the system says; who closed the notice is not told twice. */
static void
test_servers (Fixture       *fixture,
              gconstpointer  data)
{
  make_remote (fixture);
  essaim_offline_answered (fixture->offline, FALSE);
  g_assert_nonnull (get_said (fixture));

  essaim_notice_bar_hide (fixture->notice);
  g_signal_emit_by_name (fixture->feeds, "changed");
  g_assert_null (get_said (fixture));
  essaim_offline_answered (fixture->offline, FALSE);
  g_assert_nonnull (get_said (fixture));

  essaim_offline_answered (fixture->offline, TRUE);
  g_assert_null (get_said (fixture));
  go_offline (fixture);
  essaim_offline_answered (fixture->offline, TRUE);
  g_assert_null (get_said (fixture));
}

static gboolean
is_failed (gpointer user_data)
{
  return ui_find_label (user_data, "Not reached") != NULL;
}

static gboolean
is_told (gpointer user_data)
{
  return ui_find_label (user_data, "Feed Not Reached") != NULL;
}

static void
answered_cb (gboolean *reached,
             gboolean  answer)
{
  *reached = answer;
}

/* The page tells what became of a refresh, the row of the feed what it is since, and the scheduler whether there is a way. */
static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EssaimSourcesPage) page = g_object_ref_sink (g_object_new (ESSAIM_TYPE_SOURCES_PAGE, NULL));
  g_autoptr (EssaimScheduler) scheduler = essaim_scheduler_new (fixture->scene.session, fixture->feeds);
  gboolean reached = TRUE;

  make_remote (fixture);
  essaim_sources_page_set_models (page, fixture->scene.session, fixture->feeds, scheduler);
  g_signal_connect_swapped (scheduler, "answered", G_CALLBACK (answered_cb), &reached);
  essaim_sources_page_open (page, "actions");
  g_assert_nonnull (ui_find_label (GTK_WIDGET (page), "Licence?"));

  essaim_scheduler_refresh_all (scheduler);
  model_wait (is_failed, page);
  model_wait (is_told, page);
  g_assert_false (reached);
  g_assert_null (ui_find_label (GTK_WIDGET (page), "Licence?"));
  g_object_run_dispose (G_OBJECT (page));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  model_lose_network ();
  g_test_add ("/offline/without-data", Fixture, NULL, set_up, test_without_data, tear_down);
  g_test_add ("/offline/files-alone", Fixture, "fed", set_up, test_files_alone, tear_down);
  g_test_add ("/offline/network", Fixture, "fed", set_up, test_network, tear_down);
  g_test_add ("/offline/servers", Fixture, "fed", set_up, test_servers, tear_down);
  g_test_add ("/offline/page", Fixture, "fed", set_up, test_page, tear_down);

  return g_test_run ();
}
