/* essaim-local-host.c: what is of this computer or its network, where a website must not lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-local-host.h"

#include <string.h>

/* A block of addresses, and the first bits of it that count. */
typedef struct
{
  guint8   bytes[4];
  guint    n_bits;
  gboolean is_network;   /* of a private network, not of this computer */
} Block;

/* The IPv4 blocks that no public server has (RFC 6890; multicast: RFC 5771). */
static const Block blocks[] = {
  { { 0 }, 8 },
  { { 10 }, 8, TRUE },
  { { 100, 64 }, 10, TRUE },
  { { 127 }, 8 },
  { { 169, 254 }, 16 },
  { { 172, 16 }, 12, TRUE },
  { { 192, 0, 0 }, 24 },
  { { 192, 88, 99 }, 24 },   /* relays of 6to4, RFC 7526 */
  { { 192, 168 }, 16, TRUE },
  { { 198, 18 }, 15 },
  { { 224 }, 3 },   /* multicast, reserved, broadcast */
};

static gboolean
is_in (const guint8 *address,
       const guint8 *block,
       guint         n_bits)
{
  guint n_bytes = n_bits / 8;
  guint8 mask = 0xFF << (8 - n_bits % 8);

  return memcmp (address, block, n_bytes) == 0
         && (n_bits % 8 == 0 || ((address[n_bytes] ^ block[n_bytes]) & mask) == 0);
}

static EssaimReach
find_reach_of_4 (const guint8 *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (is_in (address, blocks[i].bytes, blocks[i].n_bits))
      return blocks[i].is_network ? ESSAIM_REACH_NETWORK : ESSAIM_REACH_ANY;

  return ESSAIM_REACH_PUBLIC;
}

/* An IPv4 address may be written as one of IPv6: mapped (`::ffff:127.0.0.1`, RFC 4291), translated (RFC 6052), or
 * within a 6to4 prefix (RFC 3056). */
static const guint8 *
find_4_in_6 (const guint8 *address)
{
  static const guint8 mapped[12] = { [10] = 0xFF, [11] = 0xFF };
  static const guint8 compatible[12] = { 0 };
  static const guint8 translated[12] = { 0x00, 0x64, 0xFF, 0x9B };
  static const guint8 to4[2] = { 0x20, 0x02 };

  if (is_in (address, mapped, 96) || is_in (address, compatible, 96) || is_in (address, translated, 96))
    return address + 12;

  return is_in (address, to4, 16) ? address + 2 : NULL;
}

/* Unspecified and loopback addresses are among those that hold an IPv4 address: 0.0.0.0 and 0.0.0.1. */
static EssaimReach
find_reach_of_6 (const guint8 *address)
{
  /* Translated as a local network pleases (RFC 8215), and Teredo (RFC 4380), which holds where it leads to scrambled. */
  static const guint8 translated_here[6] = { 0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01 };
  static const guint8 teredo[4] = { 0x20, 0x01 };
  const guint8 *inner = find_4_in_6 (address);

  if (inner != NULL)
    return find_reach_of_4 (inner);
  if (is_in (address, translated_here, 48) || is_in (address, teredo, 32))
    return ESSAIM_REACH_ANY;
  if ((address[0] & 0xFE) == 0xFC || (address[0] == 0xFE && (address[1] & 0xC0) == 0xC0))
    return ESSAIM_REACH_NETWORK;   /* unique local, site local */

  /* Link local, multicast. */
  return address[0] == 0xFE || address[0] == 0xFF ? ESSAIM_REACH_ANY : ESSAIM_REACH_PUBLIC;
}

static EssaimReach
find_reach (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  return g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4 ? find_reach_of_4 (bytes)
                                                                     : find_reach_of_6 (bytes);
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
  static const char * const endings[] = { ".localhost", ".local", ".localdomain", ".internal", ".home.arpa", ".lan" };
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *name = NULL;

  if (address != NULL)
    return find_reach (address) != ESSAIM_REACH_PUBLIC;

  name = g_ascii_strdown (host, -1);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  /* A name of one word is looked up in the local network; numbers in other writings (`2130706433`, `127.1`) are read as
   * addresses by some resolvers. */
  return strchr (name, '.') == NULL || (*name != '\0' && g_ascii_isdigit (name[strlen (name) - 1]));
}

/**
 * essaim_reach_find:
 * @start: what was asked for
 * @to: where that has led to, maybe @start itself
 * @public_only: whether nobody typed @start
 *
 * What the person typed may be local, so that a server of their own or of their intranet can be read; a name that they
 * typed may not turn out to be this computer. Where a server leads to must be public, unless it is the same server.
 *
 * Returns: how far the request to @to may reach
 */
EssaimReach
essaim_reach_find (GUri     *start,
                   GUri     *to,
                   gboolean  public_only)
{
  const char *host = g_uri_get_host (start);

  if (public_only || g_ascii_strcasecmp (host, g_uri_get_host (to)) != 0)
    return ESSAIM_REACH_PUBLIC;
  if (!essaim_host_is_local (host))
    return ESSAIM_REACH_NETWORK;

  return g_uri_get_port (start) == g_uri_get_port (to) ? ESSAIM_REACH_ANY : ESSAIM_REACH_PUBLIC;
}

/**
 * essaim_reach_allows:
 * @self: how far a request may reach
 * @address: what it would connect to
 *
 * Returns: whether it may
 */
gboolean
essaim_reach_allows (EssaimReach   self,
                     GInetAddress *address)
{
  return find_reach (address) <= self;
}
