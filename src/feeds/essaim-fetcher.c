/* essaim-fetcher.c: an http(s) address to a local file, within limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-fetcher-private.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "essaim-feed-error.h"
#include "essaim-http-error.h"
#include "essaim-local-host.h"

#define DEFAULT_MAX_BYTES (G_GUINT64_CONSTANT (256) * 1024 * 1024)
#define DEFAULT_TOTAL_SECONDS 600
#define DEFAULT_STALL_SECONDS 30
#define DEFAULT_MAX_PAGES 10000
#define MAX_REDIRECTS 20

/* How often a server that is busy is asked again. */
#define MAX_RETRIES 5

static gboolean
fail (GError          **error,
      EssaimFeedError   code,
      const char       *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, code, sentence);

  return FALSE;
}

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static gboolean
is_redirect (SoupMessage *message)
{
  guint status = soup_message_get_status (message);

  return SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED;
}

/* Where the answer leads to, if it is allowed to. */
static GUri *
get_target (SoupMessage  *message,
            GError      **error)
{
  GUri *from = soup_message_get_uri (message);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autoptr(GUri) to = NULL;

  if (location != NULL)
    to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);

  if (to == NULL || !is_web (to))
    fail (error, ESSAIM_FEED_ERROR_REFUSED,
          _("The server leads to something that is not a web address. Check the address."));
  else if (g_str_equal (g_uri_get_scheme (from), "https") && g_str_equal (g_uri_get_scheme (to), "http"))
    fail (error, ESSAIM_FEED_ERROR_REFUSED,
          _("The server leads from a protected connection (https) to an open one (http), which was not followed."));
  else
    return g_steal_pointer (&to);

  return NULL;
}

/* Asks, and asks on where the answers lead to. */
static SoupMessage *
ask (EssaimTransfer  *transfer,
     GUri            *start,
     GError         **error)
{
  g_autoptr(GUri) uri = g_uri_ref (start);

  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      SoupMessage *message = essaim_transfer_send (transfer, uri, error);
      g_autoptr(GUri) target = NULL;

      if (message == NULL || !is_redirect (message))
        return message;

      target = get_target (message, error);
      if (target == NULL)
        return NULL;
      if (!essaim_fetcher_may_lead (transfer, start, target, error))
        return NULL;
      g_uri_unref (uri);
      uri = g_steal_pointer (&target);
    }

  fail (error, ESSAIM_FEED_ERROR_FAILED, _("The server leads on and on without end. Check the address."));

  return NULL;
}

/* The length announced: FALSE when what the server says of it makes no sense, G_MAXUINT64 when it does not say. */
static gboolean
get_length (SoupMessage *message,
            guint64     *length)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *text = soup_message_headers_get_list (headers, "Content-Length");

  *length = G_MAXUINT64;
  if (text == NULL || soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED)
    return TRUE;

  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, length, NULL);
}

static gboolean
fail_incomplete (GError **error)
{
  return fail (error, ESSAIM_FEED_ERROR_FAILED, _("The file came incomplete. Try again later."));
}

/* Some servers compress whatever they are asked. Their stream must come to its own end, which libsoup does not mind. */
static GOutputStream *
open_output (SoupMessage *message,
             int          fd)
{
  const char *coding = soup_message_headers_get_list (soup_message_get_response_headers (message), "Content-Encoding");
  g_autoptr(GOutputStream) file = g_unix_output_stream_new (fd, FALSE);
  g_autoptr(GConverter) decompressor = NULL;

  if (coding == NULL || (g_ascii_strcasecmp (coding, "gzip") != 0 && g_ascii_strcasecmp (coding, "x-gzip") != 0))
    return g_steal_pointer (&file);

  decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return g_converter_output_stream_new (file, decompressor);
}

/* libsoup 3.2 takes a connection that closes early for the end of the file, so the bytes are counted. */
static gboolean
receive (EssaimTransfer  *transfer,
         SoupMessage     *message,
         int              fd,
         guint64          max_bytes,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr(GOutputStream) output = open_output (message, fd);
  guint64 announced, received = 0;
  const char *bytes;
  gsize length;

  if (!get_length (message, &announced))
    return fail (error, ESSAIM_FEED_ERROR_FAILED, _("The server’s answer is broken. Try again later."));
  if (announced != G_MAXUINT64 && announced > max_bytes)
    return essaim_http_error_set_too_large (error, max_bytes);

  do
    {
      if (!essaim_transfer_read (transfer, &bytes, &length, error)
          || !g_output_stream_write_all (output, bytes, length, NULL, cancellable, error))
        return FALSE;

      received += length;
      if (MAX (received, (guint64) lseek (fd, 0, SEEK_CUR)) > max_bytes)
        return essaim_http_error_set_too_large (error, max_bytes);
    }
  while (length > 0);

  if ((announced != G_MAXUINT64 && received != announced) || !g_output_stream_close (output, cancellable, NULL))
    return fail_incomplete (error);

  return TRUE;
}

/* Makes the file. */
static char *
save (EssaimTransfer  *transfer,
      SoupMessage     *message,
      guint64          max_bytes,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) failure = NULL;
  gboolean is_saved;
  int fd;

  if (soup_message_get_status (message) != SOUP_STATUS_OK)
    {
      essaim_http_error_set_status (error, message);
      return NULL;
    }

  fd = g_file_open_tmp ("essaim-XXXXXX", &path, &failure);
  is_saved = fd >= 0 && receive (transfer, message, fd, max_bytes, cancellable, &failure);
  if (fd >= 0 && !g_close (fd, is_saved ? &failure : NULL))
    is_saved = FALSE;
  if (is_saved)
    return g_steal_pointer (&path);

  if (path != NULL)
    g_unlink (path);
  if (failure->domain == ESSAIM_FEED_ERROR || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The file could not be saved: %s"),
                 failure->message);

  return NULL;
}

/**
 * essaim_fetcher_complete_limits:
 * @limits: (nullable): what the caller wants
 *
 * Returns: the same, with the defaults for what is left open
 */
EssaimFetchLimits
essaim_fetcher_complete_limits (const EssaimFetchLimits *limits)
{
  EssaimFetchLimits complete = limits != NULL ? *limits : (EssaimFetchLimits) { 0 };

  if (complete.max_bytes == 0)
    complete.max_bytes = DEFAULT_MAX_BYTES;
  if (complete.total_seconds == 0)
    complete.total_seconds = DEFAULT_TOTAL_SECONDS;
  if (complete.stall_seconds == 0)
    complete.stall_seconds = DEFAULT_STALL_SECONDS;
  if (complete.max_pages == 0)
    complete.max_pages = DEFAULT_MAX_PAGES;

  return complete;
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
  g_autoptr(GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri != NULL && is_web (uri))
    return g_steal_pointer (&uri);

  fail (error, ESSAIM_FEED_ERROR_REFUSED, _("This is not a web address. It must begin with https:// or http://."));

  return NULL;
}

/**
 * essaim_fetcher_may_lead:
 * @transfer: a transfer; from now on as careful as it has to be
 * @from: what the person asked for
 * @to: where its answer leads to
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it must not
 *
 * No website leads to this computer or its local network, unless it is one of them.
 *
 * Returns: whether it may be followed
 */
gboolean
essaim_fetcher_may_lead (EssaimTransfer  *transfer,
                         GUri            *from,
                         GUri            *to,
                         GError         **error)
{
  if (essaim_host_is_local (g_uri_get_host (from)))
    return TRUE;

  essaim_transfer_set_public_only (transfer);

  return !essaim_host_is_local (g_uri_get_host (to))
         || fail (error, ESSAIM_FEED_ERROR_REFUSED,
                  _("The address leads to this computer or its local network, which a website must not do."));
}

/* Asks until the server is not busy any more, as long as it says when to and that is soon enough. */
static SoupMessage *
ask_patiently (EssaimTransfer  *transfer,
               GUri            *uri,
               GError         **error)
{
  SoupMessage *message = ask (transfer, uri, error);

  for (guint i = 0; message != NULL && i < MAX_RETRIES; i++)
    {
      guint seconds = essaim_http_error_get_delay (message);

      if (seconds == 0 || seconds >= essaim_transfer_get_seconds_left (transfer))
        return message;
      if (!essaim_transfer_pause (transfer, seconds, error))
        return NULL;
      message = ask (transfer, uri, error);
    }

  return message;
}

/**
 * essaim_fetcher_get:
 * @transfer: a transfer
 * @uri: an http or https address
 * @max_bytes: how much
 * @file: (out): gets the file; cleared by the caller in any case
 * @cancellable: (nullable): to stop at once
 * @error: as for essaim_pager_fetch()
 *
 * Fetches one file of several, whole or not at all.
 *
 * Returns: whether the file is there
 */
gboolean
essaim_fetcher_get (EssaimTransfer     *transfer,
                    GUri               *uri,
                    guint64             max_bytes,
                    EssaimFetchedFile  *file,
                    GCancellable       *cancellable,
                    GError            **error)
{
  SoupMessage *message = ask_patiently (transfer, uri, error);

  *file = (EssaimFetchedFile) { 0 };
  if (message == NULL)
    return FALSE;

  file->status = soup_message_get_status (message);
  file->uri = g_uri_ref (soup_message_get_uri (message));
  file->path = save (transfer, message, max_bytes, cancellable, error);

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
}

/**
 * essaim_fetcher_redact:
 * @uri: what may be an address
 *
 * Returns: (transfer full): the same without user information, for messages and logs
 */
char *
essaim_fetcher_redact (const char *uri)
{
  const char *authority = strstr (uri, "://");
  const char *at = NULL;

  if (authority == NULL)
    return g_strdup (uri);

  authority += strlen ("://");
  for (const char *p = authority; *p != '\0' && strchr ("/?#", *p) == NULL; p++)
    if (*p == '@')
      at = p;
  if (at == NULL)
    return g_strdup (uri);

  return g_strdup_printf ("%.*s%s", (int) (authority - uri), uri, at + 1);
}
