/* essaim-tile-layout.h: tiles of one height, in as few even rows as the width allows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_TILE_LAYOUT (essaim_tile_layout_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTileLayout, essaim_tile_layout, ESSAIM, TILE_LAYOUT, GtkLayoutManager)

G_END_DECLS
