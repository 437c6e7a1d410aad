/* essaim-territories-page.h: every territory by name, on the map, in one column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_TERRITORIES_PAGE (essaim_territories_page_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoriesPage, essaim_territories_page, ESSAIM, TERRITORIES_PAGE, AdwBin)

void     essaim_territories_page_set_explorer (EssaimTerritoriesPage *self, EssaimExplorer *explorer);
void     essaim_territories_page_show         (EssaimTerritoriesPage *self, guint territory);
gboolean essaim_territories_page_go_back      (EssaimTerritoriesPage *self);

G_END_DECLS
