/* essaim-local-host.c: what is of this computer or its network, where a website must not lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-local-host.h"

#include <string.h>

/* An IPv4 address that is written as one of IPv6 (RFC 4291, section 2.5.5.2): `::ffff:127.0.0.1`. */
static GInetAddress *
unmap (GInetAddress *address)
{
  static const guint8 prefix[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF };
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 && memcmp (bytes, prefix, sizeof prefix) == 0)
    return g_inet_address_new_from_bytes (bytes + sizeof prefix, G_SOCKET_FAMILY_IPV4);

  return g_object_ref (address);
}

/**
 * essaim_address_is_local:
 * @address: an address
 *
 * Returns: whether it is of this computer or of a local network (RFC 6890)
 */
gboolean
essaim_address_is_local (GInetAddress *address)
{
  g_autoptr(GInetAddress) plain = unmap (address);
  const guint8 *bytes = g_inet_address_to_bytes (plain);
  gboolean is_unique_local = g_inet_address_get_family (plain) == G_SOCKET_FAMILY_IPV6 && (bytes[0] & 0xFE) == 0xFC;

  return is_unique_local || g_inet_address_get_is_any (plain) || g_inet_address_get_is_loopback (plain)
         || g_inet_address_get_is_link_local (plain) || g_inet_address_get_is_site_local (plain);
}

/**
 * essaim_host_is_local:
 * @host: the host of an address: a name or a number
 *
 * Returns: whether it is of this computer or of a local network, as far as can be told without looking the name up
 */
gboolean
essaim_host_is_local (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *name = NULL;

  if (address != NULL)
    return essaim_address_is_local (address);

  name = g_ascii_strdown (host, -1);

  return g_str_equal (name, "localhost") || g_str_has_suffix (name, ".localhost") || g_str_has_suffix (name, ".local");
}
