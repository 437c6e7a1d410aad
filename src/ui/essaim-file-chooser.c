/* essaim-file-chooser.c: which file? The one place that names the file dialog of this GTK version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EssaimFileChosen chosen;
  gpointer         user_data;
} Question;

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  question->chosen (file, question->user_data);
  g_object_unref (dialog);
}

static void
ask (GtkFileChooserNative *dialog,
     EssaimFileChosen      chosen,
     gpointer              user_data)
{
  Question *question = g_new0 (Question, 1);

  question->chosen = chosen;
  question->user_data = user_data;
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * essaim_file_chooser_open:
 * @parent: the window that asks
 * @title: what for
 * @chosen: gets the file
 * @user_data: for @chosen
 *
 * Asks for a file to read.
 */
void
essaim_file_chooser_open (GtkWindow        *parent,
                          const char       *title,
                          EssaimFileChosen  chosen,
                          gpointer          user_data)
{
  ask (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel")), chosen, user_data);
}

/**
 * essaim_file_chooser_save:
 * @parent: the window that asks
 * @title: what for
 * @name: a file name to begin with
 * @chosen: gets the file
 * @user_data: for @chosen
 *
 * Asks where to write a file.
 */
void
essaim_file_chooser_save (GtkWindow        *parent,
                          const char       *title,
                          const char       *name,
                          EssaimFileChosen  chosen,
                          gpointer          user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (dialog, chosen, user_data);
}
