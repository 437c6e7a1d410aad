/* essaim-discard.h: asks before what was typed is thrown away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* window is destroyed when the person says so. */
void essaim_discard_ask (GtkWindow *window);

G_END_DECLS
