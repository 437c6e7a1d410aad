/* essaim-tile.h: a figure and what it counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *essaim_tile_new (const char *value,
                            const char *caption,
                            const char *tooltip);

G_END_DECLS
