/* essaim-about.h: who made Essaim, from whose data; the one place that names the about window of this libadwaita version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void essaim_about_show (GtkWindow *parent);

G_END_DECLS
