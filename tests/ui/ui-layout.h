/* ui-layout.h: whether the widgets of a window have room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): a line for each fault: too small, out of its parent, one over another */
GPtrArray *ui_layout_find_faults (GtkWidget *widget);

G_END_DECLS
