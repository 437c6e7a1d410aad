/* essaim-correct-letter.c: tells a publisher what is wrong, by the person's own mail program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-letter.h"

#include <glib/gi18n-lib.h>

#include "essaim-publisher-letter.h"

/* Owned. */
typedef struct
{
  GtkWindow             *window;
  EssaimPublisherLetter *letter;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->window);
  essaim_publisher_letter_free (sending->letter);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
say (GtkWindow  *window,
     const char *sentence)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (window), "letter.say", "s", sentence))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.say", "s", sentence);
}

static void
publisher_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  g_autofree char *address = essaim_session_find_publisher_finish (ESSAIM_SESSION (object), result, NULL);
  g_autofree char *uri = address != NULL ? essaim_publisher_letter_make_uri (sending->letter, address) : NULL;
  g_autofree char *text = NULL;

  /* The window may have been closed meanwhile. */
  if (!gtk_widget_get_realized (GTK_WIDGET (sending->window)))
    return;
  if (uri != NULL)
    {
      gtk_show_uri (sending->window, uri, GDK_CURRENT_TIME);
      return;
    }

  text = essaim_publisher_letter_get_text (sending->letter);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (sending->window)), text);
  say (sending->window, _("The publisher's address is not known: the text is in the clipboard."));
}

/**
 * essaim_correct_letter_send:
 * @window: where the person is
 * @session: knows publishers
 * @evidence: what the sources of a project say
 * @values: (array length=ESSAIM_N_CORRECTABLE_FIELDS): by field, what the person says; %NULL: none
 * @has: (array length=ESSAIM_N_CORRECTABLE_FIELDS): by field, whether the person says anything
 *
 * Opens a mail with the facts; where the publisher's address is not known, the text goes to the clipboard instead.
 */
void
essaim_correct_letter_send (GtkWindow          *window,
                            EssaimSession      *session,
                            EssaimEvidence     *evidence,
                            const char * const *values,
                            const gboolean     *has)
{
  g_autoptr (EssaimPublisherLetter) letter = essaim_publisher_letter_new (evidence, values, has);
  Sending *sending;

  if (letter->n_points == 0)
    {
      say (window, _("There is nothing to tell: correct something first."));
      return;
    }

  sending = g_new (Sending, 1);
  sending->window = g_object_ref (window);
  sending->letter = g_steal_pointer (&letter);
  essaim_session_find_publisher_async (session, sending->letter->feed, publisher_found_cb, sending);
}
