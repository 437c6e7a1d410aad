/* essaim-result-row.h: a result in the list: theme, title, organisation, place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-result-list.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_RESULT_ROW (essaim_result_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResultRow, essaim_result_row, ESSAIM, RESULT_ROW, GtkWidget)

/* compact: all on one line */
GtkWidget *essaim_result_row_new      (EssaimExplorer *explorer, EssaimShortlists *shortlists, gboolean compact);
void       essaim_result_row_set_item (EssaimResultRow *self, EssaimResultItem *item);

G_END_DECLS
