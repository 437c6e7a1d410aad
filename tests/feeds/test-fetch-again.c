/* test-fetch-again.c: what servers say of their answers, and want to be told again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fetch-server.h"

#include <glib/gstdio.h>
#include <string.h>

/* What comes of an address when it is asked with more. */
static gboolean
ask_with (Server                   *server,
          const char               *path,
          const EssaimFetchOptions *options,
          EssaimFetched            *fetched,
          GError                  **error)
{
  g_autofree char *uri = fetch_server_make_uri (server, path);
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  gboolean is_there = essaim_pager_fetch (uri, options, report, fetched, NULL, error);

  g_assert_cmpstr (fetched->host, ==, "127.0.0.1");
  if (fetched->path != NULL)
    g_unlink (fetched->path);

  return is_there;
}

static void
assert_moved (Server     *server,
              const char *path,
              const char *expected)
{
  g_autofree char *there = expected != NULL ? fetch_server_make_uri (server, expected) : NULL;
  g_auto (EssaimFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;

  ask_with (server, path, NULL, &fetched, &error);
  g_assert_cmpstr (fetched.moved_to, ==, there);
}

/* Only what has moved for good, on each step, and is there, has a new address. */
static void
test_moves (Server        *server,
            gconstpointer  data)
{
  assert_moved (server, "/whole", NULL);
  assert_moved (server, "/moved", "/whole#top");
  assert_moved (server, "/moved-twice", "/whole#top");
  assert_moved (server, "/for-now", NULL);
  assert_moved (server, "/see-other", NULL);
  assert_moved (server, "/moved-for-now", NULL);
  assert_moved (server, "/moved-to-nothing", NULL);
}

/* What a server says of its answer goes back to it as it is, and what has not changed does not come again. */
static void
test_validators (Server        *server,
                 gconstpointer  data)
{
  static const char * const paths[] = { "/etag", "/date" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (EssaimFetched) first = { 0 };
      g_auto (EssaimFetched) second = { 0 };
      g_auto (EssaimFetched) third = { 0 };
      EssaimFetchOptions options = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (ask_with (server, paths[i], NULL, &first, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (first.etag, ==, i == 0 ? ETAG : NULL);
      g_assert_cmpstr (first.last_modified, ==, i == 1 ? DATE : NULL);
      g_assert_null (strstr (server->request, "\r\nIf-"));

      options.etag = first.etag;
      options.last_modified = first.last_modified;
      g_assert_true (ask_with (server, paths[i], &options, &second, &error));
      g_assert_no_error (error);
      g_assert_true (second.not_modified);
      g_assert_null (second.path);

      options.etag = "\"other\"";
      options.last_modified = "Sat, 01 Nov 2024 10:00:00 GMT";
      g_assert_true (ask_with (server, paths[i], &options, &third, &error));
      g_assert_false (third.not_modified);
      g_assert_nonnull (third.path);
    }
}

/* Who has a token is not told to ask for one. */
static void
test_denied (Server        *server,
             gconstpointer  data)
{
  static const struct { const char *token; const char *words; } ways[] = {
    { NULL, "for a token" }, { "jeton", "does not accept the token" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      EssaimFetchOptions options = { .token = ways[i].token };
      g_auto (EssaimFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (ask_with (server, "/401", &options, &fetched, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_DENIED);
      g_assert_nonnull (strstr (error->message, ways[i].words));
      g_assert_null (strstr (error->message, "jeton"));
    }
}

/* That nothing has changed is no answer to who has nothing. */
static void
test_spurious (Server        *server,
               gconstpointer  data)
{
  g_auto (EssaimFetched) fetched = { 0 };
  EssaimFetchOptions options = { .etag = ETAG };
  g_autoptr (GError) error = NULL;

  assert_failed (server, "/304", ESSAIM_FEED_ERROR_FAILED, "nothing has changed");
  g_assert_true (ask_with (server, "/304", &options, &fetched, &error));
  g_assert_true (fetched.not_modified);
}

static void
assert_busy (Server     *server,
             const char *path,
             guint       least,
             guint       most)
{
  gint64 start = g_get_monotonic_time ();
  g_auto (EssaimFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ask_with (server, path, NULL, &fetched, &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_BUSY);
  g_assert_cmpuint (fetched.retry_seconds, >=, least);
  g_assert_cmpuint (fetched.retry_seconds, <=, most);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* Soon is waited for; later is for the next time. */
static void
test_busy (Server        *server,
           gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  assert_fetched (server, "/soon");
  g_assert_cmpint (g_atomic_int_get (&server->n_busy), ==, 2);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC);
  assert_busy (server, "/late", 10795, 10800);
  assert_busy (server, "/huge", 86400, 86400);
  assert_busy (server, "/mute", 0, 0);
  assert_busy (server, "/past", 0, 0);
  assert_busy (server, "/429", 90, 90);
}

typedef struct
{
  guint64 bytes;
  guint64 total;
  guint   n_calls;
} Progress;

static void
progress_cb (guint64  bytes,
             guint64  total,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (bytes, >=, progress->bytes);
  *progress = (Progress) { bytes, total, progress->n_calls + 1 };
}

static void
test_progress (Server        *server,
               gconstpointer  data)
{
  static const char * const paths[] = { "/whole", "/chunked" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      Progress progress = { 0 };
      EssaimFetchOptions options = { .progress = progress_cb, .user_data = &progress };
      g_auto (EssaimFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (ask_with (server, paths[i], &options, &fetched, &error));
      g_assert_cmpuint (progress.bytes, ==, server->body->len);
      g_assert_cmpuint (progress.total, ==, i == 0 ? server->body->len : 0);
      g_assert_cmpuint (progress.n_calls, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/fetch-again/" name, Server, NULL, fetch_server_set_up, function, fetch_server_tear_down)
  ADD ("moves", test_moves);
  ADD ("validators", test_validators);
  ADD ("denied", test_denied);
  ADD ("spurious", test_spurious);
  ADD ("busy", test_busy);
  ADD ("progress", test_progress);

  return g_test_run ();
}
