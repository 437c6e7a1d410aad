/* essaim-result-list.h: the results as a GListModel of EssaimResultItem, fetched by page
 *
 * 64 rows a page, 32 pages kept; an item's card arrives later: it notifies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_RESULT_ITEM (essaim_result_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResultItem, essaim_result_item, ESSAIM, RESULT_ITEM, GObject)

/* Properties: id, title, organisation, place, funding, themes (uint), kind (uint), n-sites, ready. */
const char *essaim_result_item_get_id  (EssaimResultItem *self);   /* (nullable) until ready */
guint       essaim_result_item_get_row (EssaimResultItem *self);

#define ESSAIM_TYPE_RESULT_LIST (essaim_result_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResultList, essaim_result_list, ESSAIM, RESULT_LIST, GObject)

EssaimResultList *essaim_result_list_new (EssaimExplorer *explorer);

G_END_DECLS
