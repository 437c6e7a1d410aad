/* essaim-territory-pane.h: one territory: who carries it, what it set itself, what is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimTerritoryPane: lives in an EssaimAtlas, of which it uses the actions.
 *
 * Property: `narrow` (boolean): the whole width of a narrow window is its own. */
#define ESSAIM_TYPE_TERRITORY_PANE (essaim_territory_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryPane, essaim_territory_pane, ESSAIM, TERRITORY_PANE, AdwBin)

void essaim_territory_pane_set_explorer (EssaimTerritoryPane *self,
                                         EssaimExplorer      *explorer);
void essaim_territory_pane_show         (EssaimTerritoryPane *self,
                                         guint                territory);

G_END_DECLS
