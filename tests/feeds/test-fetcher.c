/* test-fetcher.c: servers that behave, and servers that do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fetch-server.h"

#include <string.h>

/* What comes of an address alone. */
static gboolean
ask (const char  *uri,
     GError     **error)
{
  g_autoptr(EssaimReport) report = essaim_report_new (NULL);
  g_auto(EssaimFetched) fetched = { 0 };

  return essaim_pager_fetch (uri, NULL, report, &fetched, NULL, error);
}

static void
test_whole (Server        *server,
            gconstpointer  data)
{
  assert_fetched (server, "/whole");
  assert_fetched (server, "/chunked");
  assert_fetched (server, "/closed");
  assert_fetched (server, "/moved");
  assert_fetched (server, "/gzip");
}

static void
test_request (Server        *server,
              gconstpointer  data)
{
  assert_fetched (server, "/whole");
  g_assert_nonnull (strstr (server->request, "User-Agent: Essaim/"));
  g_assert_nonnull (strstr (server->request, "Accept-Encoding: identity\r\n"));
  g_assert_null (strstr (server->request, "Cookie"));
  g_assert_null (strstr (server->request, "Referer"));
}

static void
test_incomplete (Server        *server,
                 gconstpointer  data)
{
  assert_failed (server, "/cut", ESSAIM_FEED_ERROR_FAILED, "incomplete");
  assert_failed (server, "/cut-chunk", ESSAIM_FEED_ERROR_FAILED, "incomplete");
  assert_failed (server, "/cut-gzip", ESSAIM_FEED_ERROR_FAILED, "incomplete");
  assert_failed (server, "/two-lengths", ESSAIM_FEED_ERROR_FAILED, "broken");
  assert_failed (server, "/garbage", ESSAIM_FEED_ERROR_FAILED, "127.0.0.1");
}

static void
test_redirects (Server        *server,
                gconstpointer  data)
{
  assert_failed (server, "/loop", ESSAIM_FEED_ERROR_FAILED, "on and on");
  assert_failed (server, "/to-file", ESSAIM_FEED_ERROR_REFUSED, "not a web address");
  assert_failed (server, "/nowhere", ESSAIM_FEED_ERROR_REFUSED, "not a web address");
}

static void
test_statuses (Server        *server,
               gconstpointer  data)
{
  assert_failed (server, "/404", ESSAIM_FEED_ERROR_FAILED, "no such file (404)");
  assert_failed (server, "/410", ESSAIM_FEED_ERROR_GONE, "for good (410)");
  assert_failed (server, "/401", ESSAIM_FEED_ERROR_DENIED, "(401)");
  assert_failed (server, "/403", ESSAIM_FEED_ERROR_DENIED, "(403)");
  assert_failed (server, "/429", ESSAIM_FEED_ERROR_BUSY, "in 2 minutes");
  assert_failed (server, "/503", ESSAIM_FEED_ERROR_BUSY, "in 2 minutes");
  assert_failed (server, "/204", ESSAIM_FEED_ERROR_FAILED, "(204)");
}

static void
test_limits (Server        *server,
             gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  assert_failed (server, "/endless", ESSAIM_FEED_ERROR_REFUSED, "larger than 1.0");
  assert_failed (server, "/hang", ESSAIM_FEED_ERROR_FAILED, "stopped sending");
  assert_failed (server, "/drip", ESSAIM_FEED_ERROR_FAILED, "stopped sending");
  assert_failed (server, "/drip-header", ESSAIM_FEED_ERROR_FAILED, "stopped sending");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 15 * G_USEC_PER_SEC);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (Server        *server,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GThread) thread = g_thread_ref (g_thread_new ("cancel", cancel_soon, cancellable));
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = fetch_server_fetch (server, "/hang", cancellable);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_thread_join (thread);
}

static void
test_addresses (void)
{
  static const char * const uris[] = {
    "", "nothing", "ftp://example.org/a.csv", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///a",
    "data:,a",
  };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ask (uris[i], &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
}

static void
test_no_server (Server        *server,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = g_strdup_printf ("http://someone:secret@127.0.0.1:%u/404", server->port);

  g_assert_false (ask (uri, &error));
  g_assert_null (strstr (error->message, "secret"));
  g_clear_error (&error);

  g_assert_false (ask ("http://127.0.0.1:1/a.csv", &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "does not answer"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/fetcher/" name, Server, NULL, fetch_server_set_up, function, fetch_server_tear_down)
  ADD ("whole", test_whole);
  ADD ("request", test_request);
  ADD ("incomplete", test_incomplete);
  ADD ("redirects", test_redirects);
  ADD ("statuses", test_statuses);
  ADD ("limits", test_limits);
  ADD ("cancel", test_cancel);
  ADD ("no-server", test_no_server);
  g_test_add_func ("/fetcher/addresses", test_addresses);

  return g_test_run ();
}
