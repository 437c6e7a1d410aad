/* essaim-wrap-layout.h: children one after another, on as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimWrapLayout: for chips; 6 px between children and between lines. What is left of a line goes to its first child
 * that expands. */
#define ESSAIM_TYPE_WRAP_LAYOUT (essaim_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (EssaimWrapLayout, essaim_wrap_layout, ESSAIM, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
