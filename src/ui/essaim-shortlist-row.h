/* essaim-shortlist-row.h: a shortlist in the list of them: name, territory, how many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-reference.h"
#include "essaim-shortlist-item.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_SHORTLIST_ROW (essaim_shortlist_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlistRow, essaim_shortlist_row, ESSAIM, SHORTLIST_ROW, GtkWidget)

/* (transfer full): for a list of EssaimShortlistItem */
GtkListItemFactory *essaim_shortlist_row_new_factory (EssaimReference *reference);

G_END_DECLS
