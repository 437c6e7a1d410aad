/* essaim-file-chooser.c: which file? The one place that names the file dialog of this GTK version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-file-chooser.h"

#include <glib/gi18n-lib.h>

/* The name of the tick below the files. */
#define CONTACTS "contacts"

/* What is asked. One of the functions is set. */
typedef struct
{
  EssaimFileChosen   chosen;
  EssaimExportChosen export_chosen;
  gpointer           user_data;
} Question;

static gboolean
is_ticked (GtkFileChooser *chooser)
{
  return g_strcmp0 (gtk_file_chooser_get_choice (chooser, CONTACTS), "true") == 0;
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (question->chosen != NULL)
    question->chosen (file, question->user_data);
  else
    question->export_chosen (file, is_ticked (GTK_FILE_CHOOSER (dialog)), question->user_data);
  g_object_unref (dialog);
}

static void
ask (GtkFileChooserNative *dialog,
     const Question       *question)
{
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_memdup2 (question, sizeof *question));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Which endings a name may have; without a filter the dialog shows an empty choice beside the tick. */
static GtkFileFilter *
new_export_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("CSV, GeoJSON or JSON"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "geojson");
  gtk_file_filter_add_suffix (filter, "json");

  return filter;
}

static GtkFileChooserNative *
new_save_dialog (GtkWindow  *parent,
                 const char *title,
                 const char *name)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"),
                                                              _("Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  return dialog;
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
  const Question question = { .chosen = chosen, .user_data = user_data };

  ask (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel")), &question);
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
  const Question question = { .chosen = chosen, .user_data = user_data };

  ask (new_save_dialog (parent, title, name), &question);
}

/**
 * essaim_file_chooser_export:
 * @parent: the window that asks
 * @title: what for
 * @name: a file name to begin with
 * @chosen: gets the file, and whether contacts go in
 * @user_data: for @chosen
 *
 * Asks where to write projects, with a tick for their telephone numbers and e-mail addresses, which is never set
 * beforehand: whom they are handed to is decided each time.
 */
void
essaim_file_chooser_export (GtkWindow          *parent,
                            const char         *title,
                            const char         *name,
                            EssaimExportChosen  chosen,
                            gpointer            user_data)
{
  const Question question = { .export_chosen = chosen, .user_data = user_data };
  GtkFileChooserNative *dialog = new_save_dialog (parent, title, name);
  g_autoptr (GtkFileFilter) filter = new_export_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (dialog), CONTACTS, _("With telephone numbers and e-mail addresses"),
                               NULL, NULL);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (dialog), CONTACTS, "false");
  ask (dialog, &question);
}
