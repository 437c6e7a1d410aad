/* essaim-local-host.h: what is of this computer or its network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean essaim_address_is_local (GInetAddress *address);
gboolean essaim_host_is_local    (const char *host);

G_END_DECLS
