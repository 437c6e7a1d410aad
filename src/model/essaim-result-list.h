/* essaim-result-list.h: the results as a GListModel of EssaimResultItem, fetched by page
 *
 * 64 rows a page, 32 pages kept; an item's card arrives later: it notifies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-explorer.h"
#include "essaim-result-item.h"

G_BEGIN_DECLS

/** EssaimResultList: follows the explorer's results; new results replace all items. */
#define ESSAIM_TYPE_RESULT_LIST (essaim_result_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResultList, essaim_result_list, ESSAIM, RESULT_LIST, GObject)

EssaimResultList *essaim_result_list_new           (EssaimExplorer   *explorer);
/* The position of the explorer's selected project, or G_MAXUINT (GTK_INVALID_LIST_POSITION) when it is not among the
 * results. */
guint             essaim_result_list_find_selected (EssaimResultList *self);

G_END_DECLS
