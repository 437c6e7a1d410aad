/* essaim-file-chooser.h: which file? The one place that names the file dialog of this GTK version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimFileChosen: file is NULL when the person changed their mind. Called once. */
typedef void (*EssaimFileChosen) (GFile *file, gpointer user_data);

/** EssaimExportChosen: the same, and whether contacts go in. */
typedef void (*EssaimExportChosen) (GFile *file, gboolean with_contact, gpointer user_data);

void essaim_file_chooser_open (GtkWindow *parent, const char *title, EssaimFileChosen chosen, gpointer user_data);
void essaim_file_chooser_save (GtkWindow *parent, const char *title, const char *name, EssaimFileChosen chosen,
                               gpointer user_data);
void essaim_file_chooser_export (GtkWindow *parent, const char *title, const char *name, EssaimExportChosen chosen,
                                 gpointer user_data);

G_END_DECLS
