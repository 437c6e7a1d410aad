/* essaim-territory-list.h: the labelled territories with their counts, or those that a search finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-explorer.h"
#include "essaim-item-list.h"

G_BEGIN_DECLS

/** EssaimTerritoryItem: properties `territory` (uint: index into EssaimTerritories), `id`, `name`, `kind-label`
 * (utf8), `kind` (uint), `has-perimeter` (boolean), `count` (int: projects of the present results without their
 * territory filter; -1 when not counted). */
#define ESSAIM_TYPE_TERRITORY_ITEM (essaim_territory_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryItem, essaim_territory_item, ESSAIM, TERRITORY_ITEM, GObject)

guint       essaim_territory_item_get_territory     (EssaimTerritoryItem *self);
const char *essaim_territory_item_get_id            (EssaimTerritoryItem *self);
const char *essaim_territory_item_get_name          (EssaimTerritoryItem *self);
gboolean    essaim_territory_item_get_has_perimeter (EssaimTerritoryItem *self);
int         essaim_territory_item_get_count         (EssaimTerritoryItem *self);

/** EssaimTerritoryList: a GListModel of EssaimTerritoryItem; property `search` (utf8): empty, the 27 labelled
 * territories by name;
 * else communes, EPCI, departments, regions and labels that match, best first (50 at most). */
#define ESSAIM_TYPE_TERRITORY_LIST (essaim_territory_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryList, essaim_territory_list, ESSAIM, TERRITORY_LIST, EssaimItemList)

EssaimTerritoryList *essaim_territory_list_new        (EssaimExplorer      *explorer);
const char          *essaim_territory_list_get_search (EssaimTerritoryList *self);
void                 essaim_territory_list_set_search (EssaimTerritoryList *self,
                                                       const char          *search);

G_END_DECLS
