/* essaim-discard.c: asks before what was typed is thrown away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-discard.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
discard_cb (GtkWindow *window)
{
  gtk_window_destroy (window);
}

/**
 * essaim_discard_ask:
 * @window: a form with something in it that is not kept
 *
 * For a window's `close-request`: asks whether to leave all the same, and destroys the window then.
 */
void
essaim_discard_ask (GtkWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _("Leave Without Keeping What You Typed?"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "stay", _("Stay Here"), "discard", _("Leave"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "stay");
  adw_message_dialog_set_close_response (message, "stay");
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
