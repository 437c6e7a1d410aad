/* essaim-window-restore.c: work that cannot be read, and the copy that can be gone back to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"

/* The person's answer. */
typedef struct
{
  EssaimWindow *window;
  char         *path;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->window);
  g_free (offer->path);
  g_free (offer);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (essaim_session_restore_finish (ESSAIM_SESSION (object), result, &error))
    essaim_window_say (self, _("Your shortlists are as they were in the copy. What was there is kept in “backups”."));
  else
    essaim_window_say (self, error->message);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Offer            *offer)
{
  if (g_str_equal (response, "restore") && offer->window->session != NULL)
    essaim_session_restore_async (offer->window->session, offer->path, restored_cb, g_object_ref (offer->window));
}

static char *
describe (const char *date,
          guint       shortlists,
          guint       entries)
{
  g_autofree char *day = date != NULL ? essaim_format_date (date) : g_strdup ("?");
  g_autofree char *lists = g_strdup_printf (ngettext ("%'u shortlist", "%'u shortlists", shortlists), shortlists);
  g_autofree char *projects = g_strdup_printf (ngettext ("%'u project", "%'u projects", entries), entries);

  /* Translators: a date, “2 shortlists” and “15 projects”. */
  return g_strdup_printf (_("The file “work.db” is damaged. Its newest sound copy is of %s, with %s and %s on them. What is there "
                            "now will be kept beside it."), day, lists, projects);
}

/**
 * essaim_window_offer_copy: (skip)
 * @self: the window
 * @path: of the newest sound copy of the work
 * @date: (nullable): when it was made, ISO 8601 in UTC
 * @shortlists: in it
 * @entries: on them
 *
 * Asks whether to go back to it.
 */
void
essaim_window_offer_copy (EssaimWindow *self,
                          const char   *path,
                          const char   *date,
                          guint         shortlists,
                          guint         entries)
{
  g_autofree char *body = describe (date, shortlists, entries);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Your Shortlists Cannot Be Read"), NULL);
  Offer *offer = g_new0 (Offer, 1);

  offer->window = g_object_ref (self);
  offer->path = g_strdup (path);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _("Not _Now"), "restore", _("_Restore the Copy"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), offer, offer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
