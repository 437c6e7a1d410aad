/* essaim-local-host.h: what is of this computer or its network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimReach: what a server may be connected at. */
typedef enum
{
  ESSAIM_REACH_PUBLIC,    /* anywhere but on this computer and its network */
  ESSAIM_REACH_NETWORK,   /* also on a private network, as an intranet is */
  ESSAIM_REACH_ANY,
} EssaimReach;

gboolean    essaim_host_is_local (const char *host);
/* How far a request may reach that an address has led to. */
EssaimReach essaim_reach_find    (GUri *start, GUri *to, gboolean public_only);
gboolean    essaim_reach_allows  (EssaimReach self, GInetAddress *address);

G_END_DECLS
