/* essaim-transfer.c: HTTP requests of one thread, within a deadline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-transfer.h"

#include <glib/gi18n-lib.h>

#include "essaim-chunks.h"
#include "essaim-config.h"
#include "essaim-feed-error.h"
#include "essaim-http-error.h"

#define BUFFER_BYTES (64 * 1024)

/* A server that sends less in the time allowed for a stall is not sending. */
#define MIN_PROGRESS_BYTES (16 * 1024)

/* Some portals compute an export before they send its first byte. */
#define PATIENCE_FOR_HEADERS 2

#define TICK_MILLISECONDS 100

struct _EssaimTransfer
{
  /* Owned */
  GMainContext *context;
  SoupSession  *session;
  GCancellable *cancellable;     /* the caller's (nullable) */
  GCancellable *abort;           /* ours: theirs, or a deadline */
  SoupMessage  *message;         /* (nullable) */
  GInputStream *body;            /* (nullable) */
  GInputStream *raw;             /* (nullable): as the connection has it, with what is around the body */
  GSource      *tick;
  GError       *error;           /* why it was aborted, or what went wrong */
  char         *buffer;

  gulong        cancelled_id;
  gint64        deadline;        /* monotonic time, as the following */
  gint64        window;          /* allowed for a stall */
  gint64        window_end;
  gsize         window_bytes;    /* since it began */
  gssize        n_read;
  gboolean      is_waiting;
  gboolean      is_chunked;      /* we take the chunks apart, not libsoup */
  EssaimChunks  chunks;
  EssaimReach   reach;
};

static void
cancelled_cb (GCancellable   *cancellable,
              EssaimTransfer *self)
{
  g_cancellable_cancel (self->abort);
}

static void
give_up (EssaimTransfer *self,
         const char     *sentence)
{
  if (self->error == NULL)
    g_set_error_literal (&self->error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, sentence);
  g_cancellable_cancel (self->abort);
}

static gboolean
tick_cb (gpointer data)
{
  EssaimTransfer *self = data;
  gint64 now = g_get_monotonic_time ();

  if (now >= self->deadline)
    give_up (self, _("The server took too long to send the file. Try again later."));
  else if (now >= self->window_end && self->window_bytes < MIN_PROGRESS_BYTES)
    give_up (self, _("The server stopped sending. Try again later."));
  else if (now >= self->window_end)
    {
      self->window_end = now + self->window;
      self->window_bytes = 0;
    }

  return G_SOURCE_CONTINUE;
}

/**
 * essaim_transfer_new:
 * @total_seconds: for everything together
 * @stall_seconds: without any progress to speak of
 * @cancellable: (nullable): to stop at once
 *
 * Runs in a main context of its own, which is the calling thread's until essaim_transfer_free().
 *
 * Returns: (transfer full): a transfer without a request
 */
EssaimTransfer *
essaim_transfer_new (guint         total_seconds,
                     guint         stall_seconds,
                     GCancellable *cancellable)
{
  EssaimTransfer *self = g_new0 (EssaimTransfer, 1);

  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options ("user-agent", "Essaim/" ESSAIM_VERSION, "timeout", 0, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_SNIFFER);
  self->buffer = g_malloc (BUFFER_BYTES);
  self->window = stall_seconds * G_USEC_PER_SEC;
  self->deadline = g_get_monotonic_time () + total_seconds * G_USEC_PER_SEC;

  self->abort = g_cancellable_new ();
  if (cancellable != NULL)
    {
      self->cancellable = g_object_ref (cancellable);
      self->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL);
    }

  self->tick = g_timeout_source_new (TICK_MILLISECONDS);
  g_source_set_callback (self->tick, tick_cb, self, NULL);
  g_source_attach (self->tick, self->context);

  return self;
}

/* Lets what was aborted come to its end, so that nothing is called back later. */
static void
settle (EssaimTransfer *self)
{
  soup_session_abort (self->session);
  while (g_main_context_iteration (self->context, FALSE))
    ;
}

static void
forget_answer (EssaimTransfer *self)
{
  g_clear_object (&self->raw);
  g_clear_object (&self->body);
  g_clear_object (&self->message);
  self->is_chunked = FALSE;
}

/**
 * essaim_transfer_free:
 * @self: (transfer full): a transfer, in the thread that made it
 */
void
essaim_transfer_free (EssaimTransfer *self)
{
  if (self->cancellable != NULL)
    g_cancellable_disconnect (self->cancellable, self->cancelled_id);
  g_source_destroy (self->tick);
  g_source_unref (self->tick);
  forget_answer (self);
  settle (self);
  g_clear_object (&self->session);
  g_clear_object (&self->abort);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);
  g_free (self);
}

/**
 * essaim_transfer_get_length:
 * @self: a transfer with an answer
 * @length: (out): the length of the body as announced, %G_MAXUINT64 without
 *
 * Returns: whether what the server says of it makes sense
 */
gboolean
essaim_transfer_get_length (EssaimTransfer *self,
                            guint64        *length)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *text = soup_message_headers_get_list (headers, "Content-Length");

  *length = G_MAXUINT64;
  if (text == NULL || soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED)
    return TRUE;

  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, length, NULL);
}

/* A name may lead anywhere: what counts is the address that is connected to, before anything is sent. */
static void
network_event_cb (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  EssaimTransfer     *self)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;

  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (G_IS_INET_SOCKET_ADDRESS (address) && !G_IS_PROXY_ADDRESS (address)
      && !essaim_reach_allows (self->reach, g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    {
      g_clear_error (&self->error);
      essaim_http_error_set_local (&self->error);
      g_cancellable_cancel (self->abort);
    }
}

/* Runs until the callback of what was begun. */
static gboolean
wait (EssaimTransfer  *self,
      GError         **error)
{
  while (self->is_waiting)
    g_main_context_iteration (self->context, TRUE);

  if (self->error == NULL)
    return TRUE;

  if (self->cancellable != NULL && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_clear_error (&self->error);
  else
    essaim_http_error_propagate (error, g_steal_pointer (&self->error), soup_message_get_uri (self->message));

  return FALSE;
}

/* What went wrong, unless it was us who stopped it. */
static void
take_error (EssaimTransfer *self,
            GError         *error)
{
  if (error != NULL && self->error == NULL)
    self->error = error;
  else
    g_clear_error (&error);
  self->is_waiting = FALSE;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  EssaimTransfer *self = data;
  GError *error = NULL;

  self->body = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  take_error (self, error);
}

/**
 * essaim_transfer_prepare:
 * @self: a transfer
 * @uri: an http or https address
 * @reach: what may be connected to
 *
 * Makes the request for a file as it is: not compressed, without cookies, without following where the answer leads to.
 *
 * Returns: (transfer none): the request, for headers to be added, until the next one
 */
SoupMessage *
essaim_transfer_prepare (EssaimTransfer *self,
                         GUri           *uri,
                         EssaimReach     reach)
{
  SoupMessageHeaders *headers;

  forget_answer (self);
  self->reach = reach;
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (self->message, "network-event", G_CALLBACK (network_event_cb), self);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  soup_message_headers_replace (headers, "Accept", "text/csv, application/geo+json, application/json, */*;q=0.5");

  return self->message;
}

/* libsoup 3.2 takes the end of the connection for the end of the chunks, and what is no chunk for the last one. Its
 * body is a filter on the connection's stream; read from there, the chunks can be taken apart with care. */
static void
find_raw (EssaimTransfer *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  GInputStream *stream = self->body;

  while (G_IS_FILTER_INPUT_STREAM (stream) && !g_str_equal (G_OBJECT_TYPE_NAME (stream), "SoupBodyInputStream"))
    stream = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  if (!G_IS_FILTER_INPUT_STREAM (stream))
    return;

  self->raw = g_object_ref (g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream)));
  self->is_chunked = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED;
  self->chunks = (EssaimChunks) { 0 };
}

/**
 * essaim_transfer_send:
 * @self: a transfer with a request
 * @error: #ESSAIM_FEED_ERROR_FAILED when there is no answer, or #G_IO_ERROR_CANCELLED
 *
 * Sends the request and waits for the answer.
 *
 * Returns: whether its status and headers are there
 */
gboolean
essaim_transfer_send (EssaimTransfer  *self,
                      GError         **error)
{
  self->window_end = g_get_monotonic_time () + PATIENCE_FOR_HEADERS * self->window;
  self->window_bytes = 0;
  self->is_waiting = TRUE;
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->abort, sent_cb, self);

  if (!wait (self, error))
    return FALSE;

  self->window_end = g_get_monotonic_time () + self->window;
  find_raw (self);

  return TRUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  EssaimTransfer *self = data;
  GError *error = NULL;

  self->n_read = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);
  take_error (self, error);
}

static gboolean
fill_buffer (EssaimTransfer  *self,
             GError         **error)
{
  GInputStream *stream = self->is_chunked ? self->raw : self->body;

  self->is_waiting = TRUE;
  g_input_stream_read_async (stream, self->buffer, BUFFER_BYTES, G_PRIORITY_DEFAULT, self->abort, read_cb, self);
  if (!wait (self, error))
    return FALSE;
  self->window_bytes += self->n_read;

  return TRUE;
}

static gboolean
read_chunks (EssaimTransfer  *self,
             gsize           *length,
             GError         **error)
{
  for (*length = 0; *length == 0 && self->chunks.state != ESSAIM_CHUNKS_DONE;)
    {
      gssize n_data;

      if (!fill_buffer (self, error))
        return FALSE;
      n_data = essaim_chunks_decode (&self->chunks, self->buffer, self->n_read);
      if (n_data < 0)
        return essaim_http_error_set_broken (error);
      if (self->n_read == 0)
        return essaim_http_error_set_incomplete (error);
      *length = n_data;
    }

  return TRUE;
}

/**
 * essaim_transfer_read:
 * @self: a transfer, after its request
 * @bytes: (out) (array length=length): what follows in the file, valid until the next call
 * @length: (out): how many, 0 at the end
 * @error: #ESSAIM_FEED_ERROR_FAILED when the connection broke, or #G_IO_ERROR_CANCELLED
 *
 * Returns: whether that went well; whether the file is whole, only essaim_transfer_tells_end() may say
 */
gboolean
essaim_transfer_read (EssaimTransfer  *self,
                      const char     **bytes,
                      gsize           *length,
                      GError         **error)
{
  *bytes = self->buffer;
  if (self->is_chunked)
    return read_chunks (self, length, error);

  *length = 0;
  if (!fill_buffer (self, error))
    return FALSE;
  *length = self->n_read;

  return TRUE;
}

/**
 * essaim_transfer_tells_end:
 * @self: a transfer, after its request
 *
 * Returns: whether the protocol says where the file ends, be it cut off or not; the length it may announce left aside
 */
gboolean
essaim_transfer_tells_end (EssaimTransfer *self)
{
  return self->is_chunked || self->raw == NULL;
}

/**
 * essaim_transfer_has_more:
 * @self: a transfer, at the end of the file
 *
 * Returns: whether something follows that does not belong there
 */
gboolean
essaim_transfer_has_more (EssaimTransfer *self)
{
  char byte;

  return G_IS_POLLABLE_INPUT_STREAM (self->raw)
         && g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (self->raw), &byte, 1, NULL, NULL) > 0;
}

static gboolean
end_pause_cb (gpointer data)
{
  EssaimTransfer *self = data;

  self->is_waiting = FALSE;

  return G_SOURCE_REMOVE;
}

/**
 * essaim_transfer_get_seconds_left:
 * @self: a transfer
 *
 * Returns: how long it may still take
 */
guint
essaim_transfer_get_seconds_left (EssaimTransfer *self)
{
  return MAX (self->deadline - g_get_monotonic_time (), 0) / G_USEC_PER_SEC;
}

/**
 * essaim_transfer_pause:
 * @self: a transfer
 * @milliseconds: how long
 * @error: #G_IO_ERROR_CANCELLED, or #ESSAIM_FEED_ERROR_FAILED when it took too long
 *
 * Leaves the server alone for a while.
 *
 * Returns: whether to go on
 */
gboolean
essaim_transfer_pause (EssaimTransfer  *self,
                       guint            milliseconds,
                       GError         **error)
{
  g_autoptr (GSource) timer = g_timeout_source_new (milliseconds);

  self->window_end = self->deadline;
  self->is_waiting = TRUE;
  g_source_set_callback (timer, end_pause_cb, self, NULL);
  g_source_attach (timer, self->context);
  while (self->is_waiting && !g_cancellable_is_cancelled (self->abort))   /* looks at each tick */
    g_main_context_iteration (self->context, TRUE);
  self->is_waiting = FALSE;
  g_source_destroy (timer);

  return wait (self, error) && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
