/* essaim-window-size.h: how large a window opens over another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The width that it gets. */
int essaim_window_fit_parent (GtkWindow *window,
                              GtkWindow *parent,
                              int        most_width,
                              int        most_height);

G_END_DECLS
