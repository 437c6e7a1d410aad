/* essaim-http-error.c: what goes wrong on the way from a server, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-http-error.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"

/* RFC 6585; libsoup 3.2 has no name for it. */
#define STATUS_TOO_MANY_REQUESTS 429

/* No way to any server. One that is down or refuses, or a name that is no more, is another matter: others may well answer. */
static gboolean
is_unreachable (const GError *cause)
{
  return g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE);
}

static const char *
find_sentence (const GError *cause)
{
  if (cause->domain == G_TLS_ERROR)
    return _("The identity of %s could not be verified, so nothing was fetched. Tell its publisher.");
  if (is_unreachable (cause))
    return _("%s could not be reached: this computer seems to be offline.");
  if (cause->domain == G_RESOLVER_ERROR)
    return _("There is no server named %s. Check the address, and whether this computer is online.");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return _("%s does not answer. Try again later.");
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED)
      || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return _("The connection to %s was lost before the end. Try again later.");

  return NULL;
}

/**
 * essaim_http_error_propagate:
 * @error: (out): gets a sentence for the person
 * @cause: (transfer full): what the libraries say; sentences of our own stay as they are
 * @uri: what was asked for; only its host is told
 */
void
essaim_http_error_propagate (GError **error,
                             GError  *cause,
                             GUri    *uri)
{
  const char *sentence = find_sentence (cause);
  EssaimFeedError code = is_unreachable (cause) ? ESSAIM_FEED_ERROR_UNREACHABLE : ESSAIM_FEED_ERROR_FAILED;

  if (cause->domain == ESSAIM_FEED_ERROR)
    {
      g_propagate_error (error, cause);
      return;
    }

  if (sentence != NULL)
    g_set_error (error, ESSAIM_FEED_ERROR, (int) code, sentence, g_uri_get_host (uri));
  else
    g_set_error (error, ESSAIM_FEED_ERROR, (int) code, _("The file could not be fetched from %s: %s"),
                 g_uri_get_host (uri), cause->message);
  g_error_free (cause);
}

/* A day is the longest that a server is believed. */
#define MAX_DELAY (24 * 60 * 60)

/* OpenDataSoft says when it will answer again, in seconds since 1970. */
static guint
get_reset (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "X-RateLimit-Reset");
  guint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint64 then;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, now, now + MAX_DELAY, &then, NULL))
    return 0;

  return then - now + 1;
}

/* How long a server asks to be left alone (RFC 9110, section 10.2.3), in seconds, 0 when it does not say. */
static guint
get_retry_seconds (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  guint64 seconds;

  if (text == NULL)
    return get_reset (headers);

  return g_ascii_string_to_unsigned (text, 10, 1, MAX_DELAY, &seconds, NULL) ? seconds : 0;
}

static void
set_busy (GError     **error,
          SoupMessage *message)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  guint minutes = (get_retry_seconds (message) + 59) / 60;

  if (minutes == 0)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s was asked too often. Try again later."), host);
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 ngettext ("%s was asked too often. Try again in %u minute.",
                           "%s was asked too often. Try again in %u minutes.", minutes), host, minutes);
}

/**
 * essaim_http_error_set_status:
 * @error: (out): gets a sentence for the person
 * @message: a request whose answer is not the file
 *
 * Returns: %FALSE
 */
gboolean
essaim_http_error_set_status (GError      **error,
                              SoupMessage  *message)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  guint status = soup_message_get_status (message);

  if (status == STATUS_TOO_MANY_REQUESTS)
    set_busy (error, message);
  else if (status == SOUP_STATUS_NOT_FOUND)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s has no such file (404). Check the address."), host);
  else if (status == SOUP_STATUS_GONE)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s has removed this file for good (410). Look for its new address."), host);
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s does not give this file to everyone (%u). Ask its publisher for access."), host, status);
  else if (status >= 500)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s has a problem of its own (%u). Try again later."), host, status);
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s did not send the file (%u). Check the address."), host, status);

  return FALSE;
}

/**
 * essaim_http_error_get_delay:
 * @message: a request with its answer
 *
 * Returns: in how many seconds a server that is busy wants to be asked again; 0 when it is not, or does not say
 */
guint
essaim_http_error_get_delay (SoupMessage *message)
{
  guint status = soup_message_get_status (message);

  return status == STATUS_TOO_MANY_REQUESTS || status == SOUP_STATUS_SERVICE_UNAVAILABLE ? get_retry_seconds (message)
                                                                                         : 0;
}

/**
 * essaim_http_error_set_too_large:
 * @error: (out): gets a sentence for the person
 * @max_bytes: what is allowed
 *
 * Returns: %FALSE
 */
gboolean
essaim_http_error_set_too_large (GError  **error,
                                 guint64   max_bytes)
{
  g_autofree char *size = g_format_size (max_bytes);

  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
               _("The file is larger than %s. Look for a part of it, such as one region."), size);

  return FALSE;
}
