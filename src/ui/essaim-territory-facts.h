/* essaim-territory-facts.h: what public pages say of a labelled territory, as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-reference.h"

G_BEGIN_DECLS

void essaim_territory_facts_fill_card    (GtkWidget             *list,
                                          EssaimThemes          *themes,
                                          const EssaimTerritory *territory);
void essaim_territory_facts_fill_more    (GtkWidget             *list,
                                          const EssaimTerritory *territory);
void essaim_territory_facts_fill_sources (GtkWidget             *list,
                                          const EssaimTerritory *territory);

G_END_DECLS
