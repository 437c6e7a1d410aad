/* essaim-entry-row.h: a project of a shortlist in its list: title, where, status
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-entry-item.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_ENTRY_ROW (essaim_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimEntryRow, essaim_entry_row, ESSAIM, ENTRY_ROW, GtkWidget)

GtkWidget *essaim_entry_row_new       (void);
void       essaim_entry_row_set_entry (EssaimEntryRow *self, EssaimEntryItem *entry);

G_END_DECLS
