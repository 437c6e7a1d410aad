/* essaim-filter-group.h: the choices of one filter under a heading that folds them away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-filter-row.h"

G_BEGIN_DECLS

/** EssaimFilterGroup: folded at first, and empty until it is opened.
 *
 * Signals: `fill` (): it is opened and has nothing in it: add rows; `toggled` (EssaimFilterRow): the person ticks or
 * unticks a row; `whole-toggled` (): the person ticks or unticks all of it at once.
 */
#define ESSAIM_TYPE_FILTER_GROUP (essaim_filter_group_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFilterGroup, essaim_filter_group, ESSAIM, FILTER_GROUP, GtkWidget)

GtkWidget *essaim_filter_group_new          (const char         *title,
                                             const char         *icon_name);
/* A heading in the list of themes rather than a row of its own. */
GtkWidget *essaim_filter_group_new_heading  (const char         *title,
                                             const char         *whole_title);
void       essaim_filter_group_set_expanded (EssaimFilterGroup  *self,
                                             gboolean            expanded);
gboolean   essaim_filter_group_get_expanded (EssaimFilterGroup  *self);
/* @spoken: what a screen reader says of the whole heading. */
void       essaim_filter_group_set_summary  (EssaimFilterGroup  *self,
                                             const char         *summary,
                                             const char         *spoken);
void       essaim_filter_group_set_whole    (EssaimFilterGroup  *self,
                                             gboolean            all,
                                             gboolean            some);
void       essaim_filter_group_add          (EssaimFilterGroup  *self,
                                             GtkWidget          *child);
void       essaim_filter_group_clear        (EssaimFilterGroup  *self);
void       essaim_filter_group_set_wide     (EssaimFilterGroup  *self,
                                             gboolean            wide);
void       essaim_filter_group_update       (EssaimFilterGroup  *self,
                                             const EssaimQuery  *query,
                                             const EssaimFacets *facets);

G_END_DECLS
