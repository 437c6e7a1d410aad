/* essaim-heads.h: all heads of library.db, as they should be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-head-writer.h"

G_BEGIN_DECLS

/* groups: (element-type EssaimGroup): each is a head. */
gboolean essaim_heads_write (EssaimConnection *connection, EssaimReference *reference, const char * const *feed_order,
                             const GArray *groups, GError **error);

G_END_DECLS
