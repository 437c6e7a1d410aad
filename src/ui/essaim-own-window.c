/* essaim-own-window.c: a project that the person adds, or has added
 *
 * Of several rows that were pasted, each is looked at and added in its turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-own-window.h"

#include <glib/gi18n-lib.h>

#include "essaim-correct-form.h"
#include "essaim-discard.h"
#include "essaim-notice-bar.h"
#include "essaim-session-correct.h"
#include "essaim-window-size.h"

#define DEFAULT_WIDTH  680
#define DEFAULT_HEIGHT 780

struct _EssaimOwnWindow
{
  AdwWindow       parent_instance;

  /* Template widgets */
  GtkWidget      *title;
  GtkWidget      *save;
  GtkWidget      *notice;
  GtkWidget      *scroller;
  GtkWidget      *paste;
  GtkWidget      *pasted;
  GtkWidget      *fill;
  GtkWidget      *turn;
  GtkWidget      *form;

  /* Owned */
  EssaimSession  *session;       /* (nullable): once it is closed */
  EssaimProject  *project;       /* what is in the form, and what that has no field for */
  GPtrArray      *waiting;       /* (element-type EssaimProject): pasted, not looked at yet */
  GCancellable   *cancellable;   /* of reading what was pasted */

  guint           n_pasted;
  gboolean        saving;
  gboolean        is_changed;    /* by the person, since it was last kept */
};

G_DEFINE_FINAL_TYPE (EssaimOwnWindow, essaim_own_window, ADW_TYPE_WINDOW)

static void
tell (EssaimOwnWindow *self,
      const char      *sentence)
{
  if (sentence != NULL)
    essaim_notice_bar_show (ESSAIM_NOTICE_BAR (self->notice), "dialog-warning-symbolic", sentence, NULL, NULL);
  else
    essaim_notice_bar_hide (ESSAIM_NOTICE_BAR (self->notice));
}

static void
update (EssaimOwnWindow *self)
{
  gboolean is_new = self->project->id == NULL;
  const char *save = is_new ? _("Add") : _("Save");
  /* Translators: of several projects that were pasted, the one that is in the form. */
  g_autofree char *turn = g_strdup_printf (_("Project %u of %u"), self->n_pasted - self->waiting->len, self->n_pasted);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), is_new ? _("Add a Project") : _("Change a Project"));
  gtk_window_set_title (GTK_WINDOW (self), is_new ? _("Add a Project") : _("Change a Project"));
  gtk_button_set_label (GTK_BUTTON (self->save), save);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, save, -1);
  gtk_widget_set_sensitive (self->save, !self->saving);
  gtk_widget_set_sensitive (self->form, !self->saving);
  gtk_widget_set_visible (self->paste, is_new && self->n_pasted == 0);
  gtk_label_set_text (GTK_LABEL (self->turn), turn);
  gtk_widget_set_visible (self->turn, self->n_pasted > 1);
}

static void
set_project (EssaimOwnWindow *self,
             EssaimProject   *project)
{
  essaim_project_ref (project);
  g_clear_pointer (&self->project, essaim_project_unref);
  self->project = project;
  essaim_correct_form_set_project (ESSAIM_CORRECT_FORM (self->form), project);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  gtk_widget_grab_focus (self->form);
}

/* What the form has no field for stays as it was. */
static void
fill_project (EssaimOwnWindow           *self,
              const EssaimCorrectValues *values)
{
  EssaimReference *reference = essaim_session_get_reference (self->session);
  EssaimProject *project = self->project;

  for (guint field = 0; field < ESSAIM_N_CORRECTABLE_FIELDS; field++)
    {
      g_autofree char *before = essaim_correction_get_theirs (project, field, reference);
      g_autoptr (EssaimCorrection) correction = essaim_correction_new ("", field, values->texts[field], NULL, NULL);

      if (values->has[field] && g_strcmp0 (before, values->texts[field]) != 0)
        essaim_correction_apply (project, correction, reference);
    }
  /* It is the person's own: nothing in it is corrected. */
  g_ptr_array_set_size (project->corrected, 0);
  g_ptr_array_set_size (project->origins, 0);
}

static void
finish (EssaimOwnWindow *self,
        const char      *id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->waiting->len > 0)
    {
      g_autoptr (EssaimProject) next = g_ptr_array_steal_index (self->waiting, 0);

      set_project (self, next);
      return;
    }

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-project", "s", id);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (EssaimOwnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = essaim_session_put_own_finish (ESSAIM_SESSION (object), result, &error);

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  self->is_changed = id == NULL;

  update (self);
  if (id != NULL)
    finish (self, id);
  else
    tell (self, error->message);
}

static void
save_clicked_cb (EssaimOwnWindow *self)
{
  g_auto (EssaimCorrectValues) values = { 0 };

  if (self->saving || !essaim_correct_form_read (ESSAIM_CORRECT_FORM (self->form), &values))
    return;

  tell (self, essaim_session_get_importing (self->session) ? _("It will be there once the source has been read.")
                                                           : NULL);
  fill_project (self, &values);
  self->saving = TRUE;
  essaim_session_put_own_async (self->session, self->project, saved_cb, g_object_ref (self));
  update (self);
}

static void
form_changed_cb (EssaimOwnWindow *self)
{
  self->is_changed = TRUE;
  tell (self, NULL);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (EssaimOwnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = essaim_session_read_pasted_finish (ESSAIM_SESSION (object), result, &error);
  g_autoptr (EssaimProject) first = NULL;

  if (self->session == NULL)
    return;
  if (projects == NULL)
    {
      gtk_widget_set_sensitive (self->fill, TRUE);
      tell (self, error->message);
      return;
    }

  tell (self, NULL);
  self->n_pasted = projects->len;
  first = g_ptr_array_steal_index (projects, 0);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->waiting = g_steal_pointer (&projects);
  set_project (self, first);
}

static char *
get_pasted (EssaimOwnWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->pasted));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
fill_clicked_cb (EssaimOwnWindow *self)
{
  g_autofree char *text = get_pasted (self);

  gtk_widget_set_sensitive (self->fill, FALSE);
  essaim_session_read_pasted_async (self->session, text, self->cancellable, read_cb, g_object_ref (self));
}

static void
pasted_changed_cb (EssaimOwnWindow *self)
{
  g_autofree char *text = g_strstrip (get_pasted (self));

  self->is_changed = TRUE;
  gtk_widget_set_sensitive (self->fill, *text != '\0');
}

static gboolean
essaim_own_window_close_request (GtkWindow *window)
{
  EssaimOwnWindow *self = ESSAIM_OWN_WINDOW (window);

  if (!self->is_changed && self->waiting->len == 0)
    return GTK_WINDOW_CLASS (essaim_own_window_parent_class)->close_request (window);

  essaim_discard_ask (window);
  return TRUE;
}

static void
essaim_own_window_dispose (GObject *object)
{
  EssaimOwnWindow *self = ESSAIM_OWN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->project, essaim_project_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (essaim_own_window_parent_class)->dispose (object);
}

/* Wherever the keyboard is: the window's own way would press the button that has it. */
static gboolean
save_at_once (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  return gtk_widget_activate (ESSAIM_OWN_WINDOW (widget)->save);
}

static void
essaim_own_window_class_init (EssaimOwnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_own_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = essaim_own_window_close_request;

  g_type_ensure (ESSAIM_TYPE_CORRECT_FORM);
  g_type_ensure (ESSAIM_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-own-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, save);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, paste);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, pasted);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, fill);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, turn);
  gtk_widget_class_bind_template_child (widget_class, EssaimOwnWindow, form);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save_at_once, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save_at_once, NULL);
}

static void
essaim_own_window_init (EssaimOwnWindow *self)
{
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->pasted)), "changed",
                           G_CALLBACK (pasted_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_own_window_present:
 * @parent: the main window
 * @session: where the project is kept
 * @project: (nullable): the one to change, as the person gave it, and nobody else's; %NULL: a new one
 *
 * Opens the form. When it was saved, the window closes and activates `win.show-project` of its parent.
 */
void
essaim_own_window_present (GtkWindow     *parent,
                           EssaimSession *session,
                           EssaimProject *project)
{
  EssaimOwnWindow *self = g_object_new (ESSAIM_TYPE_OWN_WINDOW, "transient-for", parent, NULL);
  g_autoptr (EssaimProject) shown = project != NULL ? essaim_project_ref (project) : essaim_project_new ();

  essaim_window_fit_parent (GTK_WINDOW (self), parent, DEFAULT_WIDTH, DEFAULT_HEIGHT);
  self->session = g_object_ref (session);
  essaim_correct_form_set_reference (ESSAIM_CORRECT_FORM (self->form), essaim_session_get_reference (session));
  gtk_window_present (GTK_WINDOW (self));
  set_project (self, shown);
}
