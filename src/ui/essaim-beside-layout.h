/* essaim-beside-layout.h: a second child beside the first where there is room, else below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimBesideLayout: for two children; one alone has the whole width. */
#define ESSAIM_TYPE_BESIDE_LAYOUT (essaim_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (EssaimBesideLayout, essaim_beside_layout, ESSAIM, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
