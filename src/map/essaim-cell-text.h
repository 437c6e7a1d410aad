/* essaim-cell-text.h: a cell of the map in words, for tooltips and screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cells.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

char  *essaim_cell_describe            (EssaimCells            *cells,
                                        guint                   cell);
char  *essaim_cell_describe_with_place (EssaimCells            *cells,
                                        guint                   cell);
char  *essaim_map_describe             (EssaimReference        *reference,
                                        guint                   territory,
                                        guint                   n);

G_END_DECLS
