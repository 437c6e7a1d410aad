/* no-network.h: a computer that is offline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From now on no name of a server is found, as without a network. Before the first question. */
void model_lose_network (void);

G_END_DECLS
