/* essaim-filter-row.h: one choice of a filter: tick, icon, name, how many it would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimFilterRow: signal `toggled` when the person ticks or unticks it. */
#define ESSAIM_TYPE_FILTER_ROW (essaim_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFilterRow, essaim_filter_row, ESSAIM, FILTER_ROW, GtkWidget)

GtkWidget *essaim_filter_row_new       (const char *name, const char *icon_name, const char *css_class);
void       essaim_filter_row_set_count (EssaimFilterRow *self, guint count);
void       essaim_filter_row_set_chosen(EssaimFilterRow *self, gboolean chosen);

G_END_DECLS
