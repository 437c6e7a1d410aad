/* essaim-shortlist-item.h: one shortlist, a list of its entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-entry-item.h"
#include "essaim-item-list.h"

G_BEGIN_DECLS

/** EssaimShortlistItem: one shortlist and a GListModel of its EssaimEntryItem, oldest first.
 * Properties (all notify): `id`, `name`, `territory` (nullable: id), `n-entries` (uint). */
#define ESSAIM_TYPE_SHORTLIST_ITEM (essaim_shortlist_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlistItem, essaim_shortlist_item, ESSAIM, SHORTLIST_ITEM, EssaimItemList)

const char      *essaim_shortlist_item_get_id        (EssaimShortlistItem *self);
const char      *essaim_shortlist_item_get_name      (EssaimShortlistItem *self);
const char      *essaim_shortlist_item_get_territory (EssaimShortlistItem *self);
guint            essaim_shortlist_item_get_n_entries (EssaimShortlistItem *self);
/* (transfer none) (nullable) */
EssaimEntryItem *essaim_shortlist_item_find          (EssaimShortlistItem *self,
                                                      const char          *project_id);
/* Next steps in the week of that day. */
guint            essaim_shortlist_item_count_steps   (EssaimShortlistItem *self,
                                                      GDateTime           *day);

G_END_DECLS
