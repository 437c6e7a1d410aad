/* essaim-count-label.h: a sentence whose numbers stand out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void essaim_count_label_set_text (GtkLabel *label, const char *text);

G_END_DECLS
