/* essaim-fetcher.c: one file after the other, within the limits of one transfer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-fetcher-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-address-login.h"
#include "essaim-address.h"
#include "essaim-body.h"
#include "essaim-feed-error.h"
#include "essaim-http-error.h"
#include "essaim-redirect.h"

#define MAX_REDIRECTS 20

/* How often a server that is busy is asked again, and how long that may be put off: longer is for the next refresh. */
#define MAX_RETRIES 5
#define MAX_WAIT_SECONDS 10

struct _EssaimFetcher
{
  /* Owned */
  EssaimTransfer     *transfer;
  GUri               *start;
  GCancellable       *cancellable;    /* (nullable) */
  char               *token_name;     /* (nullable): of a header … */
  char               *token_value;    /* … and what it says */

  char               *host;           /* (nullable): the last that was asked … */

  EssaimFetchOptions  options;        /* what is in them is borrowed */
  guint64             n_received;
  guint               retry_seconds;  /* … and in how long it wants to be asked again */
};

static gboolean
fail (GError     **error,
      const char  *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, sentence);

  return FALSE;
}

static gboolean
is_printable (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isprint (*p))
      return FALSE;

  return TRUE;
}

/* Only the words of the sentence may say what is wrong with a token, never the token. */
static gboolean
take_token (EssaimFetcher  *self,
            const char     *token,
            GError        **error)
{
  const char *colon = strstr (token, ": ");

  if (!is_printable (token) || colon == token || (colon != NULL && strcspn (token, " \t") < (gsize) (colon - token)))
    return fail (error, _("The token of this source has characters that none can have. Enter it again."));

  self->token_name = colon != NULL ? g_strndup (token, colon - token) : g_strdup ("Authorization");
  self->token_value = colon != NULL ? g_strdup (colon + 2) : g_strconcat ("Bearer ", token, NULL);

  return TRUE;
}

/* A server gets the token that its own address was opened with: no other, nor the same on an open connection. */
static gboolean
may_have_token (EssaimFetcher *self,
                GUri          *uri)
{
  return self->token_name != NULL && essaim_address_is_same_server (self->start, uri);
}

static void
add_headers (EssaimFetcher        *self,
             GUri                 *uri,
             EssaimFetchCondition  condition,
             SoupMessage          *message)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  if (may_have_token (self, uri))
    soup_message_headers_replace (headers, self->token_name, self->token_value);
  if (self->options.etag != NULL && condition >= ESSAIM_FETCH_IF_NEW_ETAG)
    soup_message_headers_replace (headers, "If-None-Match", self->options.etag);
  if (self->options.last_modified != NULL && condition >= ESSAIM_FETCH_IF_NEW)
    soup_message_headers_replace (headers, "If-Modified-Since", self->options.last_modified);
}

static SoupMessage *
ask_once (EssaimFetcher         *self,
          GUri                  *uri,
          EssaimFetchCondition   condition,
          GError               **error)
{
  EssaimReach reach = essaim_reach_find (self->start, uri, self->options.public_only);
  SoupMessage *message;

  if (reach == ESSAIM_REACH_PUBLIC && essaim_host_is_local (g_uri_get_host (uri)))
    {
      essaim_http_error_set_local (error);
      return NULL;
    }

  if (self->options.may_ask != NULL
      && !self->options.may_ask (g_uri_get_host (uri), self->options.may_ask_data, error))
    return NULL;

  g_free (self->host);
  self->host = g_strdup (g_uri_get_host (uri));
  self->retry_seconds = 0;
  message = essaim_transfer_prepare (self->transfer, uri, reach);
  add_headers (self, uri, condition, message);

  if (!essaim_transfer_send (self->transfer, error))
    return NULL;
  self->retry_seconds = essaim_http_error_get_delay (message);

  return message;
}

/* Asks, and asks on where the answers lead to. */
static SoupMessage *
ask (EssaimFetcher         *self,
     GUri                  *first,
     EssaimFetchCondition   condition,
     GUri                 **moved_to,
     GError               **error)
{
  g_autoptr (GUri) uri = g_uri_ref (first);
  gboolean is_lasting = TRUE;

  g_clear_pointer (moved_to, g_uri_unref);
  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      SoupMessage *message = ask_once (self, uri, condition, error);
      guint status = message != NULL ? soup_message_get_status (message) : 0;
      GUri *target;

      if (message == NULL || !essaim_redirect_is (status))
        {
          *moved_to = message != NULL && is_lasting && i > 0 ? g_steal_pointer (&uri) : NULL;
          return message;
        }

      target = essaim_redirect_get_target (uri, soup_message_headers_get_one (
                                                  soup_message_get_response_headers (message), "Location"), error);
      if (target == NULL)
        return NULL;
      is_lasting = is_lasting && essaim_redirect_is_lasting (status);
      g_uri_unref (uri);
      uri = target;
    }

  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                       _("The server leads on and on without end. Check the address."));

  return NULL;
}

/* Asks until the server is not busy any more, as long as it says when to and that is soon. */
static SoupMessage *
ask_patiently (EssaimFetcher         *self,
               GUri                  *uri,
               EssaimFetchCondition   condition,
               GUri                 **moved_to,
               GError               **error)
{
  SoupMessage *message = ask (self, uri, condition, moved_to, error);

  for (guint i = 0; message != NULL && i < MAX_RETRIES; i++)
    {
      guint seconds = essaim_http_error_get_delay (message);

      if (seconds == 0 || seconds > MAX_WAIT_SECONDS || seconds >= essaim_transfer_get_seconds_left (self->transfer))
        return message;
      if (!essaim_transfer_pause (self->transfer, seconds * 1000, error))
        return NULL;
      message = ask (self, uri, condition, moved_to, error);
    }

  return message;
}

static char *
save (EssaimFetcher      *self,
      SoupMessage        *message,
      guint64             max_bytes,
      EssaimFetchedFile  *file,
      GError            **error)
{
  EssaimBody body = {
    .transfer = self->transfer,
    .message = message,
    .cancellable = self->cancellable,
    .progress = self->options.progress,
    .user_data = self->options.user_data,
    .max_bytes = max_bytes,
    .bytes_before = self->n_received,
  };
  char *path = essaim_body_save (&body, error);

  self->n_received += body.n_received;
  file->is_end_sure = body.is_end_sure;

  return path;
}

/* A header as the server wrote it; libsoup mends what is not UTF-8, and then it is another one. */
static char *
dup_header (SoupMessage *message,
            const char  *name)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message), name);

  return text != NULL && strstr (text, "\357\277\275") == NULL ? g_strdup (text) : NULL;
}

/* What the answer says of the file. */
static void
describe (EssaimFetchedFile *file,
          SoupMessage       *message)
{
  file->uri = g_uri_ref (soup_message_get_uri (message));
  file->status = soup_message_get_status (message);
  file->etag = dup_header (message, "ETag");
  file->last_modified = dup_header (message, "Last-Modified");
}

/**
 * essaim_fetcher_get:
 * @self: a fetcher
 * @uri: an http or https address
 * @max_bytes: how much
 * @condition: whether to ask only for what is new
 * @file: (out): gets the file, or that it is not modified; cleared by the caller in any case
 * @error: as for essaim_pager_fetch()
 *
 * Fetches one file of several, whole or not at all. Follows at most 20 redirects, never from https to http, never from
 * elsewhere to this computer or its local network. Asks again where the server says that this will be soon.
 *
 * Returns: whether the file is there, or the caller has it
 */
gboolean
essaim_fetcher_get (EssaimFetcher         *self,
                    GUri                  *uri,
                    guint64                max_bytes,
                    EssaimFetchCondition   condition,
                    EssaimFetchedFile     *file,
                    GError               **error)
{
  gboolean has_asked_for_news = (self->options.etag != NULL && condition >= ESSAIM_FETCH_IF_NEW_ETAG)
                                || (self->options.last_modified != NULL && condition >= ESSAIM_FETCH_IF_NEW);
  SoupMessage *message;

  *file = (EssaimFetchedFile) { 0 };
  message = ask_patiently (self, uri, condition, &file->moved_to, error);
  if (message == NULL)
    return FALSE;

  describe (file, message);
  file->not_modified = file->status == SOUP_STATUS_NOT_MODIFIED && has_asked_for_news;
  if (file->not_modified)
    return TRUE;
  if (file->status != SOUP_STATUS_OK)
    return essaim_http_error_set_status (error, message, may_have_token (self, file->uri));
  file->path = save (self, message, max_bytes, file, error);

  return file->path != NULL;
}

/**
 * essaim_fetched_file_clear:
 * @file: a file
 *
 * Deletes it, unless its path was taken.
 */
void
essaim_fetched_file_clear (EssaimFetchedFile *file)
{
  if (file->path != NULL)
    g_unlink (file->path);
  g_clear_pointer (&file->path, g_free);
  g_clear_pointer (&file->uri, g_uri_unref);
  g_clear_pointer (&file->moved_to, g_uri_unref);
  g_clear_pointer (&file->etag, g_free);
  g_clear_pointer (&file->last_modified, g_free);
}

/**
 * essaim_fetcher_parse:
 * @text: what may be an address
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it is none of the web
 *
 * Returns: (transfer full) (nullable): the address
 */
GUri *
essaim_fetcher_parse (const char  *text,
                      GError     **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri != NULL && essaim_redirect_is_web (uri))
    return g_steal_pointer (&uri);

  fail (error, _("This is not a web address. It must begin with https:// or http://."));

  return NULL;
}

/**
 * essaim_fetcher_new:
 * @uri: what the person asked for; a name and password in it are sent as its token
 * @options: (nullable): how; what is in it is borrowed
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_REFUSED when that is nothing to fetch, or #G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what fetches it, in this thread
 */
EssaimFetcher *
essaim_fetcher_new (const char                *uri,
                    const EssaimFetchOptions  *options,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  g_autoptr (EssaimFetcher) self = g_new0 (EssaimFetcher, 1);
  g_autofree char *address = NULL;
  g_autofree char *login = essaim_address_take_login (uri, &address);
  const char *token = options != NULL && options->token != NULL ? options->token : login;

  self->start = essaim_fetcher_parse (address, error);
  if (self->start == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  if (options != NULL)
    self->options = *options;
  if (token != NULL && *token != '\0' && !take_token (self, token, error))
    return NULL;
  essaim_fetch_limits_complete (&self->options.limits);
  g_set_object (&self->cancellable, cancellable);
  self->transfer = essaim_transfer_new (self->options.limits.total_seconds, self->options.limits.stall_seconds,
                                        cancellable);

  return g_steal_pointer (&self);
}

/**
 * essaim_fetcher_free:
 * @self: (transfer full): a fetcher, in the thread that made it
 */
void
essaim_fetcher_free (EssaimFetcher *self)
{
  g_clear_pointer (&self->transfer, essaim_transfer_free);
  g_clear_pointer (&self->start, g_uri_unref);
  g_clear_object (&self->cancellable);
  g_free (self->token_name);
  g_free (self->token_value);
  g_free (self->host);
  g_free (self);
}

/**
 * essaim_fetcher_get_start:
 * @self: a fetcher
 *
 * Returns: (transfer none): what the person asked for
 */
GUri *
essaim_fetcher_get_start (EssaimFetcher *self)
{
  return self->start;
}

/**
 * essaim_fetcher_get_limits:
 * @self: a fetcher
 *
 * Returns: how much and how long, for all files together
 */
EssaimFetchLimits
essaim_fetcher_get_limits (EssaimFetcher *self)
{
  return self->options.limits;
}

/**
 * essaim_fetcher_get_host:
 * @self: a fetcher
 *
 * Returns: (nullable): the server that was asked last
 */
const char *
essaim_fetcher_get_host (EssaimFetcher *self)
{
  return self->host;
}

/**
 * essaim_fetcher_get_retry_seconds:
 * @self: a fetcher
 *
 * Returns: in how long that server wants to be asked again; 0 when it is not busy, or does not say
 */
guint
essaim_fetcher_get_retry_seconds (EssaimFetcher *self)
{
  return self->retry_seconds;
}

/**
 * essaim_fetcher_pause:
 * @self: a fetcher, after a file
 * @milliseconds: how long
 * @error: as for essaim_fetcher_get()
 *
 * Leaves the server alone for a while.
 *
 * Returns: whether to go on
 */
gboolean
essaim_fetcher_pause (EssaimFetcher  *self,
                      guint           milliseconds,
                      GError        **error)
{
  return essaim_transfer_pause (self->transfer, milliseconds, error);
}

/**
 * essaim_fetcher_get_seconds_left:
 * @self: a fetcher
 *
 * Returns: how long it may still take
 */
guint
essaim_fetcher_get_seconds_left (EssaimFetcher *self)
{
  return essaim_transfer_get_seconds_left (self->transfer);
}
