/* essaim-shrink-layout.h: children in a line; where there is no room the first one gives way first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimShrinkLayout: 6 px between children; what is left over goes to the last one that expands. */
#define ESSAIM_TYPE_SHRINK_LAYOUT (essaim_shrink_layout_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShrinkLayout, essaim_shrink_layout, ESSAIM, SHRINK_LAYOUT, GtkLayoutManager)

G_END_DECLS
