/* test-scheduler.c: feeds are read one after another, in the right order, and never when nobody wants them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-scheduler.h"

#include <string.h>

#include "essaim-work.h"
#include "model-fixture.h"
#include "no-network.h"

#define N_FEEDS 4

typedef struct
{
  ModelScene       scene;
  EssaimFeedList  *feeds;
  EssaimScheduler *scheduler;
  GString         *finished;   /* ids of what was read, in order */
  guint            n_asked;
  guint            n_stopped;
  gboolean         answered;
  gboolean         reached;
} Fixture;

static void
finished_cb (Fixture      *fixture,
             const char   *feed,
             EssaimReport *report,
             gboolean      asked)
{
  g_string_append_printf (fixture->finished, "%s ", feed);
  fixture->n_asked += asked;
}

static void
answered_cb (Fixture  *fixture,
             gboolean  reached)
{
  fixture->answered = TRUE;
  fixture->reached = reached;
}

static gboolean
has_all (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) == N_FEEDS + 1;
}

static gboolean
is_idle (gpointer user_data)
{
  return !essaim_scheduler_get_busy (user_data);
}

/* Four feeds, a to d, read once, beside the one that is shipped. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  for (char name = 'a'; name < 'a' + N_FEEDS; name++)
    {
      g_autofree char *file = g_strdup_printf ("%c.csv", name);
      g_autoptr (EssaimReport) report = model_scene_import (&fixture->scene, file, MODEL_FEED);

      g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
    }

  fixture->feeds = essaim_feed_list_new (fixture->scene.session);
  fixture->scheduler = essaim_scheduler_new (fixture->scene.session, fixture->feeds);
  fixture->finished = g_string_new (NULL);
  g_signal_connect_swapped (fixture->scheduler, "finished", G_CALLBACK (finished_cb), fixture);
  g_signal_connect_swapped (fixture->scheduler, "stopped", G_CALLBACK (model_count_cb), &fixture->n_stopped);
  g_signal_connect_swapped (fixture->scheduler, "answered", G_CALLBACK (answered_cb), fixture);
  model_wait (has_all, fixture->feeds);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->scheduler, fixture);
  g_clear_object (&fixture->scheduler);
  g_clear_object (&fixture->feeds);
  g_string_free (fixture->finished, TRUE);
  model_scene_tear_down (&fixture->scene, NULL);
}

/* What another program may do to the feeds at any time. */
static EssaimWork *
open_work (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EssaimWork *work = essaim_work_open (fixture->scene.folder, fixture->scene.reference, &error);

  g_assert_no_error (error);

  return work;
}

static EssaimFeedState
get_activity (Fixture    *fixture,
              const char *feed)
{
  return essaim_feed_item_get_activity (essaim_feed_list_find (fixture->feeds, feed))->state;
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  essaim_scheduler_refresh (fixture->scheduler, "c", FALSE);
  essaim_scheduler_refresh (fixture->scheduler, "a", FALSE);
  essaim_scheduler_refresh (fixture->scheduler, "b", FALSE);
  g_assert_cmpint (get_activity (fixture, "c"), ==, ESSAIM_FEED_FETCHING);
  g_assert_cmpint (get_activity (fixture, "b"), ==, ESSAIM_FEED_WAITING);
  g_assert_cmpint (get_activity (fixture, "d"), ==, ESSAIM_FEED_FINE);

  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "c a b ");
  g_assert_cmpuint (fixture->n_asked, ==, 3);
  g_assert_cmpint (get_activity (fixture, "b"), ==, ESSAIM_FEED_FINE);
}

static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  essaim_scheduler_refresh_all (fixture->scheduler);
  essaim_scheduler_refresh_all (fixture->scheduler);
  essaim_scheduler_refresh (fixture->scheduler, "d", FALSE);
  essaim_scheduler_refresh (fixture->scheduler, "a", FALSE);

  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "a b c d ");
}

static void
test_switched_off (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_feed_list_set_enabled_async (fixture->feeds, "b", FALSE, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_feed_list_edit_finish (fixture->feeds, done, NULL));
  g_assert_cmpint (essaim_feed_item_get_state (essaim_feed_list_find (fixture->feeds, "b")), ==, ESSAIM_FEED_PAUSED);

  essaim_scheduler_refresh_all (fixture->scheduler);
  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "a c d ");
}

static gboolean
has_stopped (gpointer user_data)
{
  return ((Fixture *) user_data)->n_stopped > 0 || strlen (((Fixture *) user_data)->finished->str) > 0;
}

static void
test_stop_all (Fixture       *fixture,
               gconstpointer  data)
{
  essaim_scheduler_refresh_all (fixture->scheduler);
  essaim_scheduler_stop (fixture->scheduler, NULL);
  g_assert_false (essaim_scheduler_get_busy (fixture->scheduler));
  for (char name = 'a'; name < 'a' + N_FEEDS; name++)
    g_assert_cmpint (get_activity (fixture, (char[]) { name, '\0' }), ==, ESSAIM_FEED_FINE);

  model_wait (has_stopped, fixture);
  g_assert_cmpstr (fixture->finished->str, ==, "");

  /* And it goes on when asked. */
  essaim_scheduler_refresh (fixture->scheduler, "a", FALSE);
  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "a ");
}

/* One that is let go of may be asked for again before it has ended. */
static void
test_stop_one (Fixture       *fixture,
               gconstpointer  data)
{
  essaim_scheduler_refresh_all (fixture->scheduler);
  essaim_scheduler_stop (fixture->scheduler, "a");
  essaim_scheduler_stop (fixture->scheduler, "c");
  essaim_scheduler_refresh (fixture->scheduler, "a", FALSE);
  g_assert_cmpint (get_activity (fixture, "a"), ==, ESSAIM_FEED_WAITING);

  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "b d a ");
}

/* A server that takes the call and never says a word. */
static GSocketService *
open_silent_server (guint16 *port)
{
  GSocketService *service = g_socket_service_new ();
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;

  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (service), address, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &effective, NULL));
  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  g_socket_service_start (service);

  return service;
}

static gboolean
keep_cb (GPtrArray         *connections,
         GSocketConnection *connection)
{
  g_ptr_array_add (connections, g_object_ref (connection));

  return TRUE;
}

static gboolean
has_called (gpointer user_data)
{
  return ((GPtrArray *) user_data)->len > 0;
}

/* Whoever stops does not wait for the server. */
static void
test_stop_silent (Fixture       *fixture,
                  gconstpointer  data)
{
  guint16 port;
  g_autoptr (GSocketService) service = open_silent_server (&port);
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *source = g_strdup_printf ("http://127.0.0.1:%u/feed.csv", port);
  g_autoptr (GTimer) timer = NULL;

  g_signal_connect_swapped (service, "incoming", G_CALLBACK (keep_cb), connections);
  essaim_scheduler_import (fixture->scheduler, source);
  model_wait (has_called, connections);

  timer = g_timer_new ();
  essaim_scheduler_stop (fixture->scheduler, NULL);
  g_assert_false (essaim_scheduler_get_busy (fixture->scheduler));
  model_wait (has_stopped, fixture);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 2.0);
  g_assert_cmpstr (fixture->finished->str, ==, "");
}

static gboolean
is_without_b (gpointer user_data)
{
  return essaim_feed_list_find (user_data, "b") == NULL;
}

/* Removed while it waits: not read again, so it does not come back. */
static void
test_remove_waiting (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_scheduler_refresh_all (fixture->scheduler);
  essaim_scheduler_stop (fixture->scheduler, "b");
  essaim_feed_list_remove_async (fixture->feeds, "b", NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_feed_list_edit_finish (fixture->feeds, done, NULL));
  g_assert_true (is_without_b (fixture->feeds));

  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "a c d ");
  g_assert_true (is_without_b (fixture->feeds));
}

/* Another program removes one that waits here: it is passed over. */
static void
test_removed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (EssaimWork) work = open_work (fixture);

  g_assert_true (essaim_work_remove_feed (work, "b", NULL));
  model_wait (is_without_b, fixture->feeds);
  essaim_scheduler_refresh (fixture->scheduler, "b", FALSE);
  essaim_scheduler_refresh (fixture->scheduler, "c", FALSE);

  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "c ");
  g_assert_true (is_without_b (fixture->feeds));
}

static void
make_remote (Fixture    *fixture,
             const char *feed)
{
  g_autoptr (EssaimWork) work = open_work (fixture);
  EssaimSubscription told = { .id = (char *) feed, .uri = (char *) "https://nowhere.invalid/feed.csv" };

  g_assert_true (essaim_work_update_feed (work, &told, NULL));
}

static gboolean
are_remote (gpointer user_data)
{
  return essaim_feed_item_is_remote (essaim_feed_list_find (user_data, "a")) &&
         essaim_feed_item_is_remote (essaim_feed_list_find (user_data, "c"));
}

/* When one server is not found, the others are not tried; files of this computer are. */
static void
test_unreachable (Fixture       *fixture,
                  gconstpointer  data)
{
  make_remote (fixture, "a");
  make_remote (fixture, "c");
  model_wait (are_remote, fixture->feeds);

  essaim_scheduler_refresh_all (fixture->scheduler);
  model_wait (is_idle, fixture->scheduler);
  g_assert_cmpstr (fixture->finished->str, ==, "a b d ");
  g_assert_true (fixture->answered);
  g_assert_false (fixture->reached);
}

/* A feed that nobody has read yet is due; the person's wish goes first. */
static void
add_new_feed (Fixture    *fixture,
              const char *id)
{
  g_autoptr (EssaimWork) work = open_work (fixture);
  g_autofree char *name = g_strconcat (id, ".csv", NULL);
  g_autofree char *path = model_scene_write_file (&fixture->scene, name, MODEL_FEED);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  EssaimSubscription feed = { .id = (char *) id, .title = (char *) id, .uri = uri, .enabled = TRUE, .interval_days = 7 };

  g_assert_true (essaim_work_put_feed (work, &feed, NULL));
}

static gboolean
has_news (gpointer user_data)
{
  return strstr (((Fixture *) user_data)->finished->str, "new ") != NULL && is_idle (((Fixture *) user_data)->scheduler);
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  add_new_feed (fixture, "new");
  essaim_scheduler_start (fixture->scheduler);
  model_wait (has_news, fixture);

  /* The others were read a moment ago. */
  g_assert_cmpstr (fixture->finished->str, ==, "new ");
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  g_assert_false (fixture->answered);
}

static gboolean
has_read_a (gpointer user_data)
{
  return strstr (((Fixture *) user_data)->finished->str, "a ") != NULL && is_idle (((Fixture *) user_data)->scheduler);
}

/* Without a network nothing is asked of servers that nobody asked for. */
static void
test_due_offline (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (EssaimWork) work = open_work (fixture);
  EssaimSubscription feed = { .id = (char *) "new", .title = (char *) "new", .enabled = TRUE, .interval_days = 7 };

  feed.uri = (char *) "https://nowhere.invalid/new.csv";
  g_assert_true (essaim_work_put_feed (work, &feed, NULL));
  g_object_set (fixture->scheduler, "online", FALSE, NULL);
  essaim_scheduler_start (fixture->scheduler);
  /* The question what is due has been answered before this. */
  essaim_scheduler_refresh (fixture->scheduler, "a", FALSE);
  model_wait (has_read_a, fixture);
  g_assert_cmpstr (fixture->finished->str, ==, "a ");
  g_assert_false (fixture->answered);

  g_object_set (fixture->scheduler, "online", TRUE, NULL);
  model_wait (has_news, fixture);
  g_assert_true (fixture->answered);
}

/* The session ends in the middle: nothing more is begun, nothing is told any more. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  essaim_scheduler_refresh_all (fixture->scheduler);
  essaim_session_close (fixture->scene.session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (essaim_scheduler_get_busy (fixture->scheduler));
  g_assert_cmpuint (strlen (fixture->finished->str), <=, 2);
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
    { "/scheduler/order", test_order },
    { "/scheduler/twice", test_twice },
    { "/scheduler/switched-off", test_switched_off },
    { "/scheduler/stop-all", test_stop_all },
    { "/scheduler/stop-one", test_stop_one },
    { "/scheduler/stop-silent", test_stop_silent },
    { "/scheduler/remove-waiting", test_remove_waiting },
    { "/scheduler/removed-elsewhere", test_removed_elsewhere },
    { "/scheduler/unreachable", test_unreachable },
    { "/scheduler/due", test_due },
    { "/scheduler/due-offline", test_due_offline },
    { "/scheduler/close", test_close },
  };

  g_test_init (&argc, &argv, NULL);
  model_lose_network ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
