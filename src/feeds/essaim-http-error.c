/* essaim-http-error.c: what goes wrong on the way from a server, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-http-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-feed-error.h"

/* RFC 6585; libsoup 3.2 has no name for it. */
#define STATUS_TOO_MANY_REQUESTS 429

/* No way to any server. One that is down or refuses, or a name that is no more, is another matter: others may well
 * answer. */
static gboolean
is_unreachable (const GError *cause)
{
  return g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE) ||
         g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE);
}

static gboolean
is_of_proxy (const GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED)
         || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED)
         || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH)
         || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED);
}

static const char *
find_sentence (const GError *cause)
{
  if (cause->domain == G_TLS_ERROR)
    return _("The identity of %s could not be verified, so nothing was fetched. Tell its publisher.");
  if (is_of_proxy (cause))
    return _("%s could not be reached through the proxy of this network. Check the network settings.");
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
  if (cause->domain == SOUP_SESSION_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return _("The answer of %s is broken. Try again later.");

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

#define SECONDS_PER_HOUR (60 * 60)

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

static guint
get_seconds_until (const char *text)
{
  g_autoptr (GDateTime) then = soup_date_time_new_from_http_string (text);
  gint64 seconds = then != NULL ? g_date_time_to_unix (then) - g_get_real_time () / G_USEC_PER_SEC : 0;

  return CLAMP (seconds, 0, MAX_DELAY);
}

/* How long a server asks to be left alone (RFC 9110, section 10.2.3), in seconds, 0 when it does not say. */
static guint
get_retry_seconds (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  gsize n_digits = text != NULL ? strspn (text, "0123456789") : 0;

  if (text == NULL)
    return get_reset (headers);
  if (n_digits == 0 || text[n_digits] != '\0')
    return get_seconds_until (text);

  return MIN (g_ascii_strtoull (text, NULL, 10), MAX_DELAY);
}

static void
set_busy (GError     **error,
          SoupMessage *message)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  guint seconds = get_retry_seconds (message);
  guint minutes = (seconds + 59) / 60;
  guint hours = (seconds + SECONDS_PER_HOUR - 1) / SECONDS_PER_HOUR;
  g_autofree char *text = NULL;

  if (seconds == 0)
    text = g_strdup_printf (_("%s is busy, or was asked too often. Try again later."), host);
  else if (seconds <= SECONDS_PER_HOUR)
    text = g_strdup_printf (ngettext ("%s is busy, or was asked too often. Try again in %u minute.",
                                      "%s is busy, or was asked too often. Try again in %u minutes.", minutes),
                            host, minutes);
  else
    text = g_strdup_printf (ngettext ("%s is busy, or was asked too often. Try again in %u hour.",
                                      "%s is busy, or was asked too often. Try again in %u hours.", hours),
                            host, hours);

  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_BUSY, text);
}

static gboolean
is_busy (guint status)
{
  return status == STATUS_TOO_MANY_REQUESTS || status == SOUP_STATUS_SERVICE_UNAVAILABLE;
}

/**
 * essaim_http_error_set_status:
 * @error: (out): gets a sentence for the person
 * @message: a request whose answer is not the file
 * @has_token: whether it was sent with the token of its source
 *
 * Returns: %FALSE
 */
gboolean
essaim_http_error_set_status (GError      **error,
                              SoupMessage  *message,
                              gboolean      has_token)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  guint status = soup_message_get_status (message);

  if (is_busy (status))
    set_busy (error, message);
  else if (status == SOUP_STATUS_NOT_FOUND)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s has no such file (404). Check the address."), host);
  else if (status == SOUP_STATUS_GONE)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_GONE,
                 _("%s has removed this file for good (410). Look for its new address."), host);
  else if ((status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN) && has_token)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_DENIED,
                 _("%s does not accept the token of this source (%u). Enter it again, or ask its publisher for a new "
                   "one."), host, status);
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_DENIED,
                 _("%s does not give this file to everyone (%u). Ask its publisher for a token."), host, status);
  else if (status == SOUP_STATUS_PROXY_UNAUTHORIZED)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s could not be reached through the proxy of this network. Check the network settings."), host);
  else if (status == SOUP_STATUS_NOT_MODIFIED)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s says that nothing has changed since a version it was not asked about. Try again later."), host);
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
  return is_busy (soup_message_get_status (message)) ? get_retry_seconds (message) : 0;
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

/**
 * essaim_http_error_set_broken:
 * @error: (out): gets the sentence for an answer that is against the rules of HTTP
 *
 * Returns: %FALSE
 */
gboolean
essaim_http_error_set_broken (GError **error)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                       _("The server’s answer is broken. Try again later."));

  return FALSE;
}

/**
 * essaim_http_error_set_incomplete:
 * @error: (out): gets the sentence for a body that ends before its end
 *
 * Returns: %FALSE
 */
gboolean
essaim_http_error_set_incomplete (GError **error)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                       _("The file came incomplete. Try again later."));

  return FALSE;
}

/**
 * essaim_http_error_set_local:
 * @error: (out): gets the sentence for an address that leads to where it must not
 *
 * Returns: %FALSE
 */
gboolean
essaim_http_error_set_local (GError **error)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                       _("The address leads to this computer or its local network, which a website must not do."));

  return FALSE;
}
