/* test-fetcher.c: servers that behave, and servers that do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pager.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-chunks.h"
#include "essaim-feed-error.h"
#include "essaim-http-error.h"
#include "essaim-redirect.h"

#define BODY_LINES 3000

/* To be sent back exactly as they are. */
#define ETAG "W/\"caf-é 1\""
#define DATE "Sat, 01 Nov 2025 10:00:00 +0000"

/* A server on loopback: what it answers depends on the path. It runs in threads of its own. */
typedef struct
{
  GSocketService *service;
  guint16         port;
  GMainContext   *context;
  GMainLoop      *loop;
  GThread        *thread;
  GString        *body;
  GBytes         *compressed;
  GMutex          mutex;
  char           *request;     /* the last one, with its headers */
  gint            n_busy;      /* atomic */
} Server;

static void
send (GOutputStream *output,
      const char    *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
}

static void
send_head (GOutputStream *output,
           const char    *status,
           const char    *headers)
{
  send (output, "HTTP/1.1 %s\r\nConnection: close\r\n%s\r\n", status, headers);
}

static void
send_bytes (GOutputStream *output,
            const char    *headers,
            gsize          announced,
            const char    *bytes,
            gsize          length)
{
  send (output, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n%s\r\n", announced,
        headers);
  g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL);
}

/* Bodies that end, or not, as they should. */
static gboolean
answer_body (Server        *server,
             const char    *path,
             GOutputStream *output)
{
  const GString *body = server->body;
  gsize length;
  const char *compressed = g_bytes_get_data (server->compressed, &length);

  if (g_str_equal (path, "/whole"))
    send_bytes (output, "", body->len, body->str, body->len);
  else if (g_str_equal (path, "/cut"))
    send_bytes (output, "", body->len, body->str, body->len / 2);
  else if (g_str_equal (path, "/chunked"))
    send (output, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", (guint) body->len,
          body->str);
  else if (g_str_equal (path, "/cut-chunk"))
    send (output, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%.100s", (guint) body->len, body->str);
  else if (g_str_equal (path, "/closed"))
    send (output, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%s", body->str);
  else if (g_str_equal (path, "/gzip"))
    send_bytes (output, "Content-Encoding: gzip\r\n", length, compressed, length);
  else if (g_str_equal (path, "/cut-gzip"))
    send_bytes (output, "Content-Encoding: gzip\r\n", length - 20, compressed, length - 20);
  else if (g_str_equal (path, "/two-lengths"))
    send_bytes (output, "Content-Length: 12\r\n", body->len, body->str, body->len);
  else if (g_str_equal (path, "/garbage"))
    send (output, "\1\2 garbage\r\n\r\n");
  else
    return FALSE;

  return TRUE;
}

/* Servers that take their time. */
static gboolean
answer_slowly (const char    *path,
               GOutputStream *output)
{
  if (g_str_equal (path, "/hang"))
    {
      g_usleep (3 * G_USEC_PER_SEC);
    }
  else if (g_str_equal (path, "/drip") || g_str_equal (path, "/drip-header"))
    {
      send (output, "HTTP/1.1 200 OK\r\nX-Long: ");
      if (g_str_equal (path, "/drip"))
        send (output, "no\r\nContent-Length: 1000\r\n\r\n");
      for (guint i = 0; i < 40; i++)
        {
          send (output, "a");
          g_usleep (G_USEC_PER_SEC / 10);
        }
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

/* Servers that know what they have given before. */
static gboolean
answer_again (Server        *server,
              const char    *path,
              GOutputStream *output)
{
  gboolean knows_etag = strstr (server->request, "\r\nIf-None-Match: " ETAG "\r\n") != NULL;
  gboolean knows_date = strstr (server->request, "\r\nIf-Modified-Since: " DATE "\r\n") != NULL;
  gsize length = server->body->len;

  if (g_str_equal (path, "/304") || (g_str_equal (path, "/etag") && knows_etag)
      || (g_str_equal (path, "/date") && knows_date))
    send_head (output, "304 Not Modified", "");
  else if (g_str_equal (path, "/etag"))
    send_bytes (output, "ETag: " ETAG "\r\n", length, server->body->str, length);
  else if (g_str_equal (path, "/date"))
    send_bytes (output, "Last-Modified: " DATE "\r\n", length, server->body->str, length);
  else
    return FALSE;

  return TRUE;
}

/* Servers that have it elsewhere. */
static gboolean
answer_elsewhere (const char    *path,
                  GOutputStream *output)
{
  static const struct { const char *path; const char *status; const char *headers; } moves[] = {
    { "/loop", "302 Found", "Location: /loop\r\n" },
    { "/moved", "301 Moved", "Location: /whole#top\r\n" },
    { "/moved-twice", "308 Moved", "Location: /moved\r\n" },
    { "/for-now", "302 Found", "Location: /whole\r\n" },
    { "/see-other", "303 See Other", "Location: /whole\r\n" },
    { "/moved-for-now", "301 Moved", "Location: /for-now\r\n" },
    { "/moved-to-nothing", "301 Moved", "Location: /404\r\n" },
    { "/to-file", "302 Found", "Location: file:///etc/passwd\r\n" },
    { "/nowhere", "302 Found", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (path, moves[i].path))
      {
        send_head (output, moves[i].status, moves[i].headers);
        return TRUE;
      }

  return FALSE;
}

/* Servers that want to be asked later; the first time, or each time. */
static gboolean
answer_later (Server        *server,
              const char    *path,
              GOutputStream *output)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_seconds (now, 2);
  g_autoptr (GDateTime) late = g_date_time_add_hours (now, 3);
  g_autofree char *soon_text = g_date_time_format (soon, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n");
  g_autofree char *late_text = g_date_time_format (late, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n");

  if (g_str_equal (path, "/soon") && g_atomic_int_add (&server->n_busy, 1) == 0)
    send_head (output, "503 Busy", soon_text);
  else if (g_str_equal (path, "/soon"))
    send_bytes (output, "", server->body->len, server->body->str, server->body->len);
  else if (g_str_equal (path, "/late"))
    send_head (output, "503 Busy", late_text);
  else if (g_str_equal (path, "/huge"))
    send_head (output, "429 Busy", "Retry-After: 99999999999999999999999\r\n");
  else if (g_str_equal (path, "/mute"))
    send_head (output, "429 Busy", "Retry-After: whenever\r\n");
  else if (g_str_equal (path, "/past"))
    send_head (output, "429 Busy", "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n");
  else
    return FALSE;

  return TRUE;
}

static void
answer (Server        *server,
        const char    *path,
        GOutputStream *output)
{
  if (answer_body (server, path, output) || answer_slowly (path, output) || answer_again (server, path, output)
      || answer_elsewhere (path, output) || answer_later (server, path, output))
    return;

  if (g_str_equal (path, "/endless"))
    {
      send (output, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
      while (g_output_stream_write_all (output, server->body->str, server->body->len, NULL, NULL, NULL))
        ;
    }
  else
    send_head (output, path + 1, "Retry-After: 90\r\nContent-Length: 0\r\n");
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        Server                 *server)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr(GString) request = g_string_new (NULL);
  g_auto(GStrv) words = NULL;
  char c;

  while (strstr (request->str, "\r\n\r\n") == NULL && g_input_stream_read (input, &c, 1, NULL, NULL) == 1)
    g_string_append_c (request, c);
  words = g_strsplit (request->str, " ", 3);

  g_mutex_lock (&server->mutex);
  g_free (server->request);
  server->request = g_strdup (request->str);
  g_mutex_unlock (&server->mutex);

  if (g_strv_length (words) == 3)
    answer (server, words[1], output);

  return TRUE;
}

static gpointer
serve (gpointer data)
{
  Server *server = data;

  g_main_context_push_thread_default (server->context);
  g_socket_service_start (server->service);
  g_main_loop_run (server->loop);
  g_socket_service_stop (server->service);
  while (g_main_context_iteration (server->context, FALSE))
    ;
  g_main_context_pop_thread_default (server->context);

  return NULL;
}

static void
server_set_up (Server        *server,
               gconstpointer  data)
{
  g_autoptr(GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr(GSocketAddress) loopback = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr(GSocketAddress) address = NULL;
  g_autofree char *compressed = g_malloc (1 << 16);
  gsize read, written;

  server->body = g_string_new ("id,nom\n");
  for (guint i = 0; i < BODY_LINES; i++)
    g_string_append_printf (server->body, "%u,projet\n", i);
  g_assert_cmpint (g_converter_convert (compressor, server->body->str, server->body->len, compressed, 1 << 16,
                                        G_CONVERTER_INPUT_AT_END, &read, &written, NULL), ==, G_CONVERTER_FINISHED);
  server->compressed = g_bytes_new (compressed, written);

  server->context = g_main_context_new ();
  g_main_context_push_thread_default (server->context);
  server->service = g_threaded_socket_service_new (8);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (server->service), loopback, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &address, NULL));
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  g_signal_connect (server->service, "run", G_CALLBACK (run_cb), server);
  server->loop = g_main_loop_new (server->context, FALSE);
  g_main_context_pop_thread_default (server->context);
  g_mutex_init (&server->mutex);
  server->thread = g_thread_new ("server", serve, server);
}

static void
server_tear_down (Server        *server,
                  gconstpointer  data)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_socket_listener_close (G_SOCKET_LISTENER (server->service));
  g_object_unref (server->service);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_string_free (server->body, TRUE);
  g_bytes_unref (server->compressed);
  g_free (server->request);
  g_mutex_clear (&server->mutex);
}

/* What comes of an address alone. */
static gboolean
ask (const char  *uri,
     GError     **error)
{
  g_autoptr(EssaimReport) report = essaim_report_new (NULL);
  g_auto(EssaimFetched) fetched = { 0 };

  return essaim_pager_fetch (uri, NULL, report, &fetched, NULL, error);
}

static char *
make_uri (Server     *server,
          const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", server->port, path);
}

/* What comes of an address when it is asked with more. */
static gboolean
ask_with (Server                   *server,
          const char               *path,
          const EssaimFetchOptions *options,
          EssaimFetched            *fetched,
          GError                  **error)
{
  g_autofree char *uri = make_uri (server, path);
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  gboolean is_there = essaim_pager_fetch (uri, options, report, fetched, NULL, error);

  g_assert_cmpstr (fetched->host, ==, "127.0.0.1");
  if (fetched->path != NULL)
    g_unlink (fetched->path);

  return is_there;
}

/* What comes of an address, with limits that are soon reached; the file must be whole. */
static GError *
fetch (Server       *server,
       const char   *path,
       GCancellable *cancellable)
{
  EssaimFetchOptions options = { .limits = { .max_bytes = 1000000, .total_seconds = 20, .stall_seconds = 1 } };
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u%s", server->port, path);
  g_autoptr(EssaimReport) report = essaim_report_new (NULL);
  g_auto(EssaimFetched) fetched = { 0 };
  GError *error = NULL;

  if (!essaim_pager_fetch (uri, &options, report, &fetched, cancellable, &error))
    {
      g_assert_nonnull (error);
      g_assert_null (fetched.path);
      return error;
    }

  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fetched.path, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, length, server->body->str, server->body->len);
  g_unlink (fetched.path);

  return NULL;
}

static void
assert_fetched (Server     *server,
                const char *path)
{
  g_autoptr(GError) error = fetch (server, path, NULL);

  g_assert_no_error (error);
}

static void
assert_failed (Server          *server,
               const char      *path,
               EssaimFeedError  code,
               const char      *part)
{
  g_autoptr(GError) error = fetch (server, path, NULL);

  g_assert_error (error, ESSAIM_FEED_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” does not say “%s”", path, error->message, part);
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
assert_moved (Server     *server,
              const char *path,
              const char *expected)
{
  g_autofree char *there = expected != NULL ? make_uri (server, expected) : NULL;
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

/* Where an answer leads to, without a server. */
static void
test_targets (void)
{
  static const struct { const char *from; const char *location; const char *to; } ways[] = {
    { "https://a.fr/x/y", "z", "https://a.fr/x/z" },
    { "https://a.fr/x", "//b.fr/z", "https://b.fr/z" },
    { "http://a.fr/x", "https://a.fr/x", "https://a.fr/x" },
    { "https://a.fr/x", "http://a.fr/x", NULL },
    { "https://a.fr/x", "HTTP://b.fr/x", NULL },
    { "http://a.fr/x", "file:///etc/passwd", NULL },
    { "http://a.fr/x", "data:text/csv,a", NULL },
    { "http://a.fr/x", "javascript:alert(1)", NULL },
    { "http://a.fr/x", "ftp://b.fr/x", NULL },
    { "http://a.fr/x", "http:///x", NULL },
    { "http://a.fr/x", "http://[oops/x", NULL },
    { "http://a.fr/x", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GUri) from = g_uri_parse (ways[i].from, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) to = essaim_redirect_get_target (from, ways[i].location, &error);
      g_autofree char *text = to != NULL ? g_uri_to_string (to) : NULL;

      g_assert_cmpstr (text, ==, ways[i].to);
      if (to == NULL)
        g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
}

/* A body in chunks, cut anywhere into what comes at a time, and cut off anywhere. */
static void
test_chunks (void)
{
  static const char body[] = "5\r\nhello\r\n6;a=b\r\n world\r\n0\r\nX: y\r\n\r\n";
  gsize length = strlen (body);

  for (gsize step = 1; step <= length; step++)
    for (gsize end = 0; end <= length; end++)
      {
        EssaimChunks chunks = { 0 };
        g_autoptr (GString) text = g_string_new (NULL);

        for (gsize at = 0; at < end; at += step)
          {
            g_autofree char *part = g_memdup2 (body + at, MIN (step, end - at));
            gssize n = essaim_chunks_decode (&chunks, part, MIN (step, end - at));

            g_assert_cmpint (n, >=, 0);
            g_string_append_len (text, part, n);
          }
        g_assert_true (g_str_has_prefix ("hello world", text->str));
        g_assert_cmpint (chunks.state == ESSAIM_CHUNKS_DONE, ==, end == length);
        if (end == length)
          g_assert_cmpstr (text->str, ==, "hello world");
      }
}

static void
test_bad_chunks (void)
{
  static const char * const bodies[] = {
    "zz\r\nhello", "\r\nhello", "-5\r\nhello", "0x5\r\nhello", "5\r\nhello!\r\n", "ffffffffffffffffff\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      EssaimChunks chunks = { 0 };
      g_autofree char *bytes = g_strdup (bodies[i]);

      g_test_message ("%s", bodies[i]);
      g_assert_cmpint (essaim_chunks_decode (&chunks, bytes, strlen (bytes)), ==, -1);
    }
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
  g_autoptr(GError) error = fetch (server, "/hang", cancellable);

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

static void
assert_redacted (const char *uri,
                 const char *expected)
{
  g_autofree char *redacted = essaim_fetcher_redact (uri);

  g_assert_cmpstr (redacted, ==, expected);
}

static void
test_redact (void)
{
  assert_redacted ("https://user:secret@example.org/a?b=c@d", "https://example.org/a?b=c@d");
  assert_redacted ("https://user:se@cret@example.org", "https://example.org");
  assert_redacted ("https://example.org/a@b", "https://example.org/a@b");
  assert_redacted ("/home/someone/a.csv", "/home/someone/a.csv");
  assert_redacted ("not ://user@ [valid", "not :// [valid");
  assert_redacted ("https://a.fr/x?token=abc&page=2", "https://a.fr/x?token=…&page=2");
  assert_redacted ("https://a.fr/x?apikey=abc", "https://a.fr/x?apikey=…");
  assert_redacted ("https://a.fr/x?a=1&api_key=abc&b=2#top", "https://a.fr/x?a=1&api_key=…&b=2#top");
  assert_redacted ("https://a.fr/x#access_token=abc", "https://a.fr/x#access_token=…");
  assert_redacted ("https://a.fr/x?X-Amz-Signature=abc&ACCESS_TOKEN=d;key=e", "https://a.fr/x?X-Amz-Signature=…&ACCESS_TOKEN=…;key=…");
  assert_redacted ("https://a.fr/x?keyword=vélo&tokens=1&monkey=2&design=3", "https://a.fr/x?keyword=vélo&tokens=1&monkey=2&design=3");
}

static void
assert_code (GQuark          domain,
             int             code,
             EssaimFeedError expected)
{
  g_autoptr (GUri) uri = g_uri_parse ("http://nosuch.invalid/x.csv", G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  essaim_http_error_propagate (&error, g_error_new_literal (domain, code, "cause"), uri);
  g_assert_error (error, ESSAIM_FEED_ERROR, (int) expected);
  g_assert_nonnull (strstr (error->message, "nosuch.invalid"));
  g_assert_null (strstr (error->message, "cause"));   /* only what is known has words of its own */
}

/* One server that cannot be found does not mean that the computer is offline. */
static void
test_offline (void)
{
  assert_code (G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, ESSAIM_FEED_ERROR_UNREACHABLE);
  assert_code (G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, ESSAIM_FEED_ERROR_UNREACHABLE);
  assert_code (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, ESSAIM_FEED_ERROR_FAILED);
  assert_code (SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, ESSAIM_FEED_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/fetcher/" name, Server, NULL, server_set_up, function, server_tear_down)
  ADD ("whole", test_whole);
  ADD ("request", test_request);
  ADD ("incomplete", test_incomplete);
  ADD ("redirects", test_redirects);
  ADD ("moves", test_moves);
  ADD ("validators", test_validators);
  ADD ("denied", test_denied);
  ADD ("spurious", test_spurious);
  ADD ("busy", test_busy);
  ADD ("progress", test_progress);
  ADD ("statuses", test_statuses);
  ADD ("limits", test_limits);
  ADD ("cancel", test_cancel);
  ADD ("no-server", test_no_server);
  g_test_add_func ("/fetcher/targets", test_targets);
  g_test_add_func ("/fetcher/chunks", test_chunks);
  g_test_add_func ("/fetcher/bad-chunks", test_bad_chunks);
  g_test_add_func ("/fetcher/addresses", test_addresses);
  g_test_add_func ("/fetcher/redact", test_redact);
  g_test_add_func ("/fetcher/offline", test_offline);

  return g_test_run ();
}
