/* essaim-territory-row.h: a territory in a list, with how much there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-territory-list.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_TERRITORY_ROW (essaim_territory_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryRow, essaim_territory_row, ESSAIM, TERRITORY_ROW, GtkListBoxRow)

GtkWidget           *essaim_territory_row_new      (EssaimTerritoryItem *item,
                                                    const char          *kind);
EssaimTerritoryItem *essaim_territory_row_get_item (EssaimTerritoryRow  *self);
void                 essaim_territory_row_set_open (EssaimTerritoryRow  *self,
                                                    gboolean             open);

G_END_DECLS
