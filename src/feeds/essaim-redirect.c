/* essaim-redirect.c: where an answer leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-redirect.h"

#include <glib/gi18n-lib.h>

#include "essaim-address-login.h"
#include "essaim-feed-error.h"

/**
 * essaim_redirect_is_web:
 * @uri: an address
 *
 * Returns: whether it is one of http or https, with a host
 */
gboolean
essaim_redirect_is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/**
 * essaim_redirect_is:
 * @status: of an answer
 *
 * Returns: whether the answer is that the file is elsewhere
 */
gboolean
essaim_redirect_is (guint status)
{
  return SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED;
}

/**
 * essaim_redirect_is_lasting:
 * @status: of an answer
 *
 * Returns: whether the file is elsewhere for good
 */
gboolean
essaim_redirect_is_lasting (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

/**
 * essaim_redirect_get_target:
 * @from: what was asked for
 * @location: (nullable): where the answer says that it is
 * @error: #ESSAIM_FEED_ERROR_REFUSED when that is no address of the web, or leaves a protected connection
 *
 * What opens an address is given by the person, never by a server.
 *
 * Returns: (transfer full) (nullable): what to ask for instead
 */
GUri *
essaim_redirect_get_target (GUri        *from,
                            const char  *location,
                            GError     **error)
{
  g_autoptr (GUri) to = NULL;

  if (location != NULL)
    to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);

  if (to == NULL || !essaim_redirect_is_web (to))
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                         _("The server leads to something that is not a web address. Check the address."));
  else if (g_str_equal (g_uri_get_scheme (from), "https") && g_str_equal (g_uri_get_scheme (to), "http"))
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                         _("The server leads from a protected connection (https) to an open one (http), which was not "
                           "followed."));
  else
    return essaim_address_drop_login (to);

  return NULL;
}
