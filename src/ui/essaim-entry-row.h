/* essaim-entry-row.h: a project of a shortlist in its list: theme, title, where, rating, next step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-entry-groups.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimEntryRow: property `home` (uint): the person's own territory, for the distance; or ESSAIM_NO_TERRITORY. */
#define ESSAIM_TYPE_ENTRY_ROW (essaim_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimEntryRow, essaim_entry_row, ESSAIM, ENTRY_ROW, GtkWidget)

GtkWidget          *essaim_entry_row_new         (EssaimReference   *reference);
void                essaim_entry_row_set_entry   (EssaimEntryRow    *self,
                                                  EssaimEntryItem   *entry);
/* How many entries have its status, when a group begins with it; else 0. */
void                essaim_entry_row_set_heading (EssaimEntryRow    *self,
                                                  guint              n);
void                essaim_entry_row_set_home    (EssaimEntryRow    *self,
                                                  guint              home);
/* (transfer full): for a list of these groups; home_source has a property `home` that the rows follow */
GtkListItemFactory *essaim_entry_row_new_factory (EssaimReference   *reference,
                                                  EssaimEntryGroups *groups,
                                                  GObject           *home_source);

G_END_DECLS
