/* essaim-likeness-table.h: which parts look like one, as it was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-likeness.h"

G_BEGIN_DECLS

/* (element-type EssaimLikeness): a and b are numbers; by these. */
gboolean essaim_likeness_table_replace   (EssaimConnection *connection, const GArray *pairs, GError **error);
GArray  *essaim_likeness_table_load_sure (EssaimConnection *connection, GError **error);

G_END_DECLS
