/* essaim-territory-list.h: the territories of the person, the labelled ones, or those that a search finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-explorer.h"
#include "essaim-item-list.h"

G_BEGIN_DECLS

/** EssaimTerritorySection: what an item is listed for. */
typedef enum
{
  ESSAIM_TERRITORY_SECTION_MINE,    /* the person's own, and what was opened lately */
  ESSAIM_TERRITORY_SECTION_LABELS,
  ESSAIM_TERRITORY_SECTION_FOUND,
} EssaimTerritorySection;

/** EssaimTerritoryItem: properties `territory` (uint: index into EssaimTerritories), `id`, `name` (utf8), `kind`,
 * `section` (uint), `has-perimeter` (boolean), `count` (int: projects of the present results in it; -1 before there
 * are any). */
#define ESSAIM_TYPE_TERRITORY_ITEM (essaim_territory_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryItem, essaim_territory_item, ESSAIM, TERRITORY_ITEM, GObject)

guint                   essaim_territory_item_get_territory     (EssaimTerritoryItem *self);
const char             *essaim_territory_item_get_id            (EssaimTerritoryItem *self);
const char             *essaim_territory_item_get_name          (EssaimTerritoryItem *self);
EssaimTerritorySection  essaim_territory_item_get_section       (EssaimTerritoryItem *self);
gboolean                essaim_territory_item_get_has_perimeter (EssaimTerritoryItem *self);
int                     essaim_territory_item_get_count         (EssaimTerritoryItem *self);

/** EssaimTerritoryList: a GListModel of EssaimTerritoryItem, section by section; property `search` (utf8): empty, the
 * person's own territory, those opened lately that are no labels, and the 27 labels by name; else communes, EPCI,
 * departments, regions and labels that match, best first (50 at most). */
#define ESSAIM_TYPE_TERRITORY_LIST (essaim_territory_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoryList, essaim_territory_list, ESSAIM, TERRITORY_LIST, EssaimItemList)

EssaimTerritoryList *essaim_territory_list_new        (EssaimExplorer      *explorer);
void                 essaim_territory_list_set_search (EssaimTerritoryList *self,
                                                       const char          *search);
/* Remembers, for this session, that it was opened. */
void                 essaim_territory_list_add_recent (EssaimTerritoryList *self,
                                                       guint                territory);

G_END_DECLS
