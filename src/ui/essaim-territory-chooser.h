/* essaim-territory-chooser.h: every territory by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimTerritoryChooser: search entry and list. Typing in the list searches; Enter in the entry opens the first.
 *
 * Signal: `chosen` (uint): an index into EssaimTerritories. */
#define ESSAIM_TYPE_TERRITORY_CHOOSER (essaim_territory_chooser_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryChooser, essaim_territory_chooser, ESSAIM, TERRITORY_CHOOSER, AdwBin)

void essaim_territory_chooser_set_explorer (EssaimTerritoryChooser *self,
                                            EssaimExplorer         *explorer);
void essaim_territory_chooser_focus_list   (EssaimTerritoryChooser *self);
/* Marks what is open; ESSAIM_NO_TERRITORY: nothing. */
void essaim_territory_chooser_set_open     (EssaimTerritoryChooser *self,
                                            guint                   territory);

G_END_DECLS
