/* essaim-territory-pane.h: one territory: who carries it, what it set itself, what is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimTerritoryPane: what is known of a territory; the bar above it, which leads back and closes, is its host's.
 *
 * Property: `narrow` (boolean): there is no room for the title and the buttons beside each other.
 *
 * Actions for what is in it: `territory.open` (s: id of a territory), `territory.explore` ((ss): `theme`, `kind`, `source`
 * or nothing, and its code).
 *
 * Signals: `chosen` (guint): another territory was; `explored` (EssaimQuery, which the handler may complete): the projects of
 * the territory were, with just the filter of what was clicked. */
#define ESSAIM_TYPE_TERRITORY_PANE (essaim_territory_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryPane, essaim_territory_pane, ESSAIM, TERRITORY_PANE, AdwBin)

void essaim_territory_pane_set_explorer (EssaimTerritoryPane *self,
                                         EssaimExplorer      *explorer);
void essaim_territory_pane_show         (EssaimTerritoryPane *self,
                                         guint                territory);

G_END_DECLS
