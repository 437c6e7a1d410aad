/* essaim-address-login.c: a name and password that stand in an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-address-login.h"

#include <string.h>

#include "essaim-address.h"

/**
 * essaim_address_drop_login:
 * @uri: an address
 *
 * Returns: (transfer full): the same without name and password
 */
GUri *
essaim_address_drop_login (GUri *uri)
{
  if (g_uri_get_userinfo (uri) == NULL)
    return g_uri_ref (uri);

  return g_uri_build (g_uri_get_flags (uri), g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                      g_uri_get_path (uri), g_uri_get_query (uri), g_uri_get_fragment (uri));
}

/**
 * essaim_address_take_login:
 * @text: what may be an address
 * @address: (out): the same without name and password
 *
 * Anybody may read an address: what opens it is kept elsewhere, as a token is.
 *
 * Returns: (transfer full) (nullable): the header that says name and password to the server (RFC 7617); %NULL where there is none
 */
char *
essaim_address_take_login (const char  *text,
                           char       **address)
{
  g_autoptr (GUri) uri = strchr (text, '@') != NULL ? g_uri_parse (text, ESSAIM_ADDRESS_FLAGS, NULL) : NULL;
  g_autoptr (GUri) bare = NULL;
  g_autofree char *login = NULL;
  g_autofree char *encoded = NULL;
  const char *password;

  if (uri == NULL || g_uri_get_userinfo (uri) == NULL)
    {
      *address = g_strdup (text);
      return NULL;
    }

  bare = essaim_address_drop_login (uri);
  *address = g_uri_to_string (bare);
  password = g_uri_get_password (uri);
  login = g_strconcat (g_uri_get_user (uri), ":", password != NULL ? password : "", NULL);
  encoded = g_base64_encode ((const guchar *) login, strlen (login));

  return g_strconcat ("Authorization: Basic ", encoded, NULL);
}
