/* essaim-correct-window.c: what the person knows better than the sources of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-window.h"

#include <glib/gi18n-lib.h>

#include "essaim-correct-form.h"
#include "essaim-correct-letter.h"
#include "essaim-discard.h"
#include "essaim-notice-bar.h"
#include "essaim-session-correct.h"
#include "essaim-window-size.h"

#define DEFAULT_WIDTH  920
#define DEFAULT_HEIGHT 780

struct _EssaimCorrectWindow
{
  AdwWindow       parent_instance;

  /* Template widgets */
  GtkWidget      *toasts;
  GtkWidget      *title;
  GtkWidget      *save;
  GtkWidget      *notice;
  GtkWidget      *form;

  /* Owned */
  EssaimSession  *session;     /* (nullable): once it is closed */
  EssaimEvidence *evidence;
  GVariant       *undo;        /* (nullable): while it is saved */

  gboolean        is_changed;  /* by the person, since it was opened */
};

G_DEFINE_FINAL_TYPE (EssaimCorrectWindow, essaim_correct_window, ADW_TYPE_WINDOW)

/* What is now as the sources say is no correction any more; what was not touched stays as it was. */
static void
amend_field (EssaimCorrectWindow *self,
             EssaimField          field,
             const char          *value,
             EssaimAmendment     *amendment)
{
  g_autofree char *shown = essaim_evidence_dup_shown (self->evidence, field);
  g_autofree char *said = essaim_evidence_dup_said (self->evidence, field);

  if (g_strcmp0 (value, said) == 0)
    essaim_evidence_take_back (self->evidence, field, amendment);
  else if (g_strcmp0 (value, shown) != 0)
    essaim_evidence_correct (self->evidence, field, value, amendment);
}

static EssaimAmendment *
make_amendment (EssaimCorrectWindow       *self,
                const EssaimCorrectValues *values)
{
  EssaimAmendment *amendment = essaim_amendment_new ();

  for (guint field = 0; field < ESSAIM_N_CORRECTABLE_FIELDS; field++)
    if (values->has[field])
      amend_field (self, field, values->texts[field], amendment);

  return amendment;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (EssaimCorrectWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = essaim_session_amend_finish (ESSAIM_SESSION (object), result, &error);
  g_autoptr (GVariant) undo = g_steal_pointer (&self->undo);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->session == NULL)
    return;
  if (!saved)
    {
      gtk_widget_set_sensitive (self->form, TRUE);
      gtk_widget_set_sensitive (self->save, TRUE);
      essaim_notice_bar_show (ESSAIM_NOTICE_BAR (self->notice), "dialog-warning-symbolic", error->message, NULL, NULL);
      return;
    }

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.say-amended", undo);
}

static void
save_clicked_cb (EssaimCorrectWindow *self)
{
  g_auto (EssaimCorrectValues) values = { 0 };
  g_autoptr (EssaimAmendment) amendment = NULL;
  g_autoptr (EssaimAmendment) inverse = NULL;

  if (self->undo != NULL || !essaim_correct_form_read (ESSAIM_CORRECT_FORM (self->form), &values))
    return;

  amendment = make_amendment (self, &values);
  if (essaim_amendment_is_empty (amendment))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  inverse = essaim_evidence_invert (self->evidence, amendment);
  self->undo = g_variant_ref_sink (essaim_amendment_to_variant (inverse));
  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_widget_set_sensitive (self->save, FALSE);
  essaim_session_amend_async (self->session, amendment, saved_cb, g_object_ref (self));
}

static void
form_changed_cb (EssaimCorrectWindow *self)
{
  self->is_changed = TRUE;
  gtk_widget_set_sensitive (self->save, TRUE);
}

/* Of what is in the form, saved or not. */
static void
tell_clicked_cb (EssaimCorrectWindow *self)
{
  g_auto (EssaimCorrectValues) values = { 0 };

  if (essaim_correct_form_read (ESSAIM_CORRECT_FORM (self->form), &values))
    essaim_correct_letter_send (GTK_WINDOW (self), self->session, self->evidence,
                                (const char * const *) values.texts, values.has);
}

/* Sentences about the letter are said here: the window below is out of sight. */
static void
say_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  EssaimCorrectWindow *self = ESSAIM_CORRECT_WINDOW (widget);
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}

static gboolean
essaim_correct_window_close_request (GtkWindow *window)
{
  if (!ESSAIM_CORRECT_WINDOW (window)->is_changed)
    return GTK_WINDOW_CLASS (essaim_correct_window_parent_class)->close_request (window);

  essaim_discard_ask (window);
  return TRUE;
}

static void
essaim_correct_window_dispose (GObject *object)
{
  EssaimCorrectWindow *self = ESSAIM_CORRECT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->evidence, essaim_evidence_unref);
  g_clear_pointer (&self->undo, g_variant_unref);

  G_OBJECT_CLASS (essaim_correct_window_parent_class)->dispose (object);
}

/* Wherever the keyboard is: the window's own way would press the button that has it. */
static gboolean
save_at_once (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  return gtk_widget_activate (ESSAIM_CORRECT_WINDOW (widget)->save);
}

static void
essaim_correct_window_class_init (EssaimCorrectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_correct_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = essaim_correct_window_close_request;

  g_type_ensure (ESSAIM_TYPE_CORRECT_FORM);
  g_type_ensure (ESSAIM_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-correct-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectWindow, save);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectWindow, form);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tell_clicked_cb);

  gtk_widget_class_install_action (widget_class, "letter.say", "s", say_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save_at_once, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save_at_once, NULL);
}

static void
essaim_correct_window_init (EssaimCorrectWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}

/**
 * essaim_correct_window_present:
 * @parent: the main window
 * @session: where corrections are kept
 * @evidence: what the sources of the project say, and the person
 *
 * Opens the form. When something was saved, the window closes and activates `win.say-amended` of its parent with what
 * undoes it.
 */
void
essaim_correct_window_present (GtkWindow      *parent,
                               EssaimSession  *session,
                               EssaimEvidence *evidence)
{
  EssaimCorrectWindow *self = g_object_new (ESSAIM_TYPE_CORRECT_WINDOW, "transient-for", parent, NULL);

  essaim_window_fit_parent (GTK_WINDOW (self), parent, DEFAULT_WIDTH, DEFAULT_HEIGHT);
  self->session = g_object_ref (session);
  self->evidence = essaim_evidence_ref (evidence);
  essaim_correct_form_set_reference (ESSAIM_CORRECT_FORM (self->form), essaim_session_get_reference (session));
  essaim_correct_form_set_evidence (ESSAIM_CORRECT_FORM (self->form), evidence);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), evidence->shown->title);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->form);
}
