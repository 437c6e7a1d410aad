/* fetch-server.c: a server on loopback that behaves, or does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fetch-server.h"

#include <glib/gstdio.h>
#include <string.h>

#define BODY_LINES 3000

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

void
fetch_server_set_up (Server        *server,
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

void
fetch_server_tear_down (Server        *server,
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

char *
fetch_server_make_uri (Server     *server,
                       const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", server->port, path);
}

/* What comes of an address, with limits that are soon reached; the file must be whole. */
GError *
fetch_server_fetch (Server       *server,
                    const char   *path,
                    GCancellable *cancellable)
{
  EssaimFetchOptions options = { .limits = { .max_bytes = 1000000, .total_seconds = 20, .stall_seconds = 1 } };
  g_autofree char *uri = fetch_server_make_uri (server, path);
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

void
assert_fetched (Server     *server,
                const char *path)
{
  g_autoptr(GError) error = fetch_server_fetch (server, path, NULL);

  g_assert_no_error (error);
}

void
assert_failed (Server          *server,
               const char      *path,
               EssaimFeedError  code,
               const char      *part)
{
  g_autoptr(GError) error = fetch_server_fetch (server, path, NULL);

  g_assert_error (error, ESSAIM_FEED_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” does not say “%s”", path, error->message, part);
}
