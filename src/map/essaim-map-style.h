/* essaim-map-style.h: how the controls over the map look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void essaim_map_style_add (GdkDisplay *display);

G_END_DECLS
