/* ui-fixture.h: widgets found as a person finds them, and the main loop until they have their places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FALSE, and the plan printed, where there is no display. */
gboolean   ui_init          (void);
void       ui_run_idles     (void);
void       ui_wait_for_size (GtkWidget *widget);
/* (transfer container): of a type, below a widget, in order; what is not visible left out */
GPtrArray *ui_find_all      (GtkWidget *widget, GType type);
/* (nullable): a label that says just that and is not hidden */
GtkWidget *ui_find_label    (GtkWidget *widget, const char *text);

G_END_DECLS
