/* essaim-list-focus.h: a list is one stop of the Tab key, however long it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void essaim_list_focus_init (GtkWidget *list);

G_END_DECLS
