/* essaim-territory-shape.h: the outline of a territory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-projection.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/* (nullable): communes have none, but for a few isles */
const EssaimShape *essaim_territory_get_shape (EssaimReference *reference,
                                               guint            territory);
gboolean           essaim_territory_get_box   (EssaimReference *reference,
                                               guint            territory,
                                               EssaimWorldBox  *box);

G_END_DECLS
