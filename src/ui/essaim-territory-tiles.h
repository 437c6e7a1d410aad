/* essaim-territory-tiles.h: the figures of a territory, one a tile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-territory-summary.h"

G_BEGIN_DECLS

/** EssaimTerritoryTiles: inhabitants, communes, projects, rate, money; what is not known has no tile. */
#define ESSAIM_TYPE_TERRITORY_TILES (essaim_territory_tiles_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryTiles, essaim_territory_tiles, ESSAIM, TERRITORY_TILES, GtkWidget)

void essaim_territory_tiles_show (EssaimTerritoryTiles         *self,
                                  const EssaimTerritory        *territory,
                                  const EssaimTerritorySummary *summary);

G_END_DECLS
