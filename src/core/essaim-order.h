/* essaim-order.h: stable orders of many rows, in linear time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimTitles: the forms under which titles are ordered, gathered one by one. */
typedef struct _EssaimTitles EssaimTitles;

EssaimTitles *essaim_titles_new      (void);
void          essaim_titles_free     (EssaimTitles *titles);
void          essaim_titles_add      (EssaimTitles *titles, const char *title);
guint32      *essaim_titles_order    (EssaimTitles *titles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTitles, essaim_titles_free)

void          essaim_order_by_keys       (guint64 *keys, guint32 *rows, guint n);
void          essaim_order_by_upper_half (guint64 *numbers, guint n);

G_END_DECLS
