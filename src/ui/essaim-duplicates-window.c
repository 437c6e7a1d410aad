/* essaim-duplicates-window.c: records that may be one, decided about one pair after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-duplicates-window.h"

#include <glib/gi18n-lib.h>

#include "essaim-pair-view.h"
#include "essaim-window-size.h"

#define DEFAULT_WIDTH  1080
#define DEFAULT_HEIGHT 800
#define NARROW_WIDTH   640

struct _EssaimDuplicatesWindow
{
  AdwWindow         parent_instance;

  /* Template widgets */
  GtkWidget        *title;
  GtkWidget        *progress;
  GtkWidget        *toasts;
  GtkWidget        *stack;
  GtkWidget        *scroller;
  GtkWidget        *pair;
  GtkWidget        *answers;
  GtkWidget        *apart;
  GtkWidget        *join;
  GtkWidget        *apart_key;
  GtkWidget        *later_key;
  GtkWidget        *join_key;
  GtkWidget        *done;
  GtkWidget        *again;
  GtkWidget        *ask_weak;
  GtkWidget        *weak;
  GtkWidget        *weak_text;
  GtkWidget        *weak_key;

  /* Owned */
  EssaimSession    *session;
  EssaimDuplicates *duplicates;
  EssaimQuestion   *shown;        /* (nullable): what is shown, or on its way */
  EssaimProject    *left;         /* (nullable): both of it, once they are there */
  EssaimProject    *right;
  EssaimProject    *coming;       /* (nullable): the left one, while the right one is on its way */
  GCancellable     *cancellable;  /* (nullable): of loading them */
  AdwToast         *toast;        /* (nullable): borrowed, the last one that can take something back */

  guint             idle;
  gboolean          fresh;        /* it was not shown before */
  gboolean          is_put_away;  /* the weak questions, as what was done last */
};

G_DEFINE_FINAL_TYPE (EssaimDuplicatesWindow, essaim_duplicates_window, ADW_TYPE_WINDOW)

static void
show_page (EssaimDuplicatesWindow *self,
           const char             *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
say (EssaimDuplicatesWindow *self,
     const char             *sentence,
     gboolean                undo)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "review.undo");
      g_set_weak_pointer (&self->toast, toast);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
update_actions (EssaimDuplicatesWindow *self)
{
  static const char * const answers[] = { "review.join", "review.keep-apart", "review.later" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), answers[i], self->right != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.put-away-weak", essaim_duplicates_is_weak (self->duplicates));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.undo",
                                 self->is_put_away || essaim_duplicates_can_undo (self->duplicates));
}

static void
show_progress (EssaimDuplicatesWindow *self)
{
  guint n_answered = essaim_duplicates_get_n_answered (self->duplicates);
  guint n = n_answered + essaim_duplicates_get_n_open (self->duplicates);
  guint n_passed = n_answered + essaim_duplicates_get_n_put_off (self->duplicates);
  g_autofree char *text = NULL;

  /* Translators: which pair of records is shown, and how many there are. */
  if (essaim_duplicates_get_current (self->duplicates) != NULL)
    text = g_strdup_printf (_("%'u of %'u"), n_passed + 1, n);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), text != NULL ? text : "");
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), n > 0 ? (double) n_passed / n : 0);
  gtk_widget_set_visible (self->progress, n > 0);
}

/* The likest come first: where a weak one is asked, only weak ones are left. */
static void
show_weak (EssaimDuplicatesWindow *self)
{
  guint n = essaim_duplicates_get_n_weak (self->duplicates);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u pair is left that is hardly alike (25 %% or less).",
                                                     "%'u pairs are left that are hardly alike (25 %% or less).", n), n);

  gtk_label_set_text (GTK_LABEL (self->weak_text), text);
  gtk_widget_set_visible (self->weak, essaim_duplicates_is_weak (self->duplicates));
}

/* (nullable): what was put away */
static char *
describe_weak (EssaimDuplicatesWindow *self)
{
  guint n = essaim_duplicates_get_asks_weak (self->duplicates) ? 0 : essaim_duplicates_get_n_weak (self->duplicates);

  return n > 0 ? g_strdup_printf (ngettext ("%'u pair that is hardly alike is put away.",
                                            "%'u pairs that are hardly alike are put away.", n), n) : NULL;
}

/* Nothing to ask: there is nothing, or all is answered, or the rest was put off. */
static void
show_done (EssaimDuplicatesWindow *self)
{
  guint n_put_off = essaim_duplicates_get_n_put_off (self->duplicates);
  guint n_answered = essaim_duplicates_get_n_answered (self->duplicates);
  g_autofree char *weak = describe_weak (self);
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  if (n_put_off > 0)
    text = g_strdup_printf (ngettext ("%'u pair is left for later.", "%'u pairs are left for later.", n_put_off), n_put_off);
  else if (n_answered > 0)
    text = g_strdup (_("What you decided stays, whatever the feeds say."));
  else if (weak == NULL)
    text = g_strdup (_("Records that look alike, but may be two, are shown here once your feeds have any."));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->done),
                             n_put_off > 0 ? _("Left for Later") : n_answered > 0 ? _("All Decided") : _("Nothing to Review"));
  all = text != NULL && weak != NULL ? g_strjoin ("\n", text, weak, NULL) : g_strdup (text != NULL ? text : weak);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->done), all);
  gtk_widget_set_visible (self->again, n_put_off > 0);
  gtk_widget_set_visible (self->ask_weak, weak != NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "done") == 0)
    return;

  show_page (self, "done");
  /* Not on the toast, whose button would undo. */
  gtk_widget_child_focus (self->done, GTK_DIR_TAB_FORWARD);
}

static void
show_pair (EssaimDuplicatesWindow *self)
{
  essaim_pair_view_show (ESSAIM_PAIR_VIEW (self->pair), essaim_session_get_reference (self->session), self->left,
                         self->right, self->shown->reasons);
  show_page (self, "question");
  if (self->fresh)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
      essaim_pair_view_grab_start (ESSAIM_PAIR_VIEW (self->pair));
    }
  self->fresh = FALSE;
  update_actions (self);
}

static void
project_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimDuplicatesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimProject *project = essaim_session_get_project_finish (ESSAIM_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (project == NULL)
    {
      say (self, error->message, FALSE);
      essaim_duplicates_put_off (self->duplicates);
      return;
    }

  if (self->coming == NULL)
    {
      self->coming = project;
      essaim_session_get_project_async (self->session, self->shown->b, self->cancellable, project_loaded_cb,
                                        g_object_ref (self));
      return;
    }

  g_clear_pointer (&self->left, essaim_project_unref);
  g_clear_pointer (&self->right, essaim_project_unref);
  self->left = g_steal_pointer (&self->coming);
  self->right = project;
  show_pair (self);
}

static void
stop_loading (EssaimDuplicatesWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->coming, essaim_project_unref);
}

/* One after the other: both are there, or none. */
static void
load_pair (EssaimDuplicatesWindow *self)
{
  stop_loading (self);
  self->cancellable = g_cancellable_new ();
  essaim_session_get_project_async (self->session, self->shown->a, self->cancellable, project_loaded_cb,
                                    g_object_ref (self));
}

static void
set_question (EssaimDuplicatesWindow *self,
              const EssaimQuestion   *question)
{
  if (self->shown != NULL && question != NULL && g_str_equal (self->shown->a, question->a) &&
      g_str_equal (self->shown->b, question->b))
    return;

  stop_loading (self);
  g_clear_pointer (&self->shown, essaim_question_free);
  g_clear_pointer (&self->left, essaim_project_unref);
  g_clear_pointer (&self->right, essaim_project_unref);
  if (question == NULL)
    return;

  self->shown = essaim_question_copy (question);
  self->fresh = TRUE;
  load_pair (self);
}

static void
changed_cb (EssaimDuplicatesWindow *self)
{
  const EssaimQuestion *current = essaim_duplicates_get_current (self->duplicates);

  show_progress (self);
  show_weak (self);
  set_question (self, current);
  if (current == NULL && essaim_duplicates_get_loaded (self->duplicates))
    show_done (self);
  update_actions (self);
}

static void
failed_cb (EssaimDuplicatesWindow *self,
           GError                 *error)
{
  say (self, error->message, FALSE);
}

/* What is shown may say something else now, or be one with something else. */
static void
library_changed_cb (EssaimDuplicatesWindow *self)
{
  if (self->shown != NULL)
    load_pair (self);
}

static void
join_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);
  g_autofree char *sentence = g_strdup_printf (_("“%s” is one record now."), self->left->title);

  self->is_put_away = FALSE;
  essaim_duplicates_join (self->duplicates);
  say (self, sentence, TRUE);
}

static void
keep_apart_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);

  self->is_put_away = FALSE;
  essaim_duplicates_keep_apart (self->duplicates);
  say (self, _("They stay two records."), TRUE);
}

static void
later_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);

  self->is_put_away = FALSE;
  essaim_duplicates_put_off (self->duplicates);
}

static void
put_away_weak_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);
  g_autofree char *sentence = NULL;

  self->is_put_away = TRUE;
  essaim_duplicates_set_asks_weak (self->duplicates, FALSE);
  sentence = describe_weak (self);
  say (self, sentence, TRUE);
}

static void
ask_weak_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);

  self->is_put_away = FALSE;
  essaim_duplicates_set_asks_weak (self->duplicates, TRUE);
}

static void
take_up_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  essaim_duplicates_take_up (ESSAIM_DUPLICATES_WINDOW (widget)->duplicates);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (self->is_put_away)
    ask_weak_action (widget, NULL, NULL);
  else
    essaim_duplicates_undo (self->duplicates);
}

static void
suit_width (EssaimDuplicatesWindow *self,
            int                     width)
{
  gboolean narrow = width < NARROW_WIDTH;
  GtkWidget *keys[] = { self->apart_key, self->later_key, self->join_key, self->weak_key };

  g_object_set (self->pair, "narrow", narrow, NULL);
  gtk_widget_set_halign (self->answers, narrow ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_box_set_homogeneous (GTK_BOX (self->answers), !narrow);
  gtk_widget_set_hexpand (self->join, narrow);
  gtk_widget_set_hexpand (self->apart, narrow);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_set_visible (keys[i], !narrow);
}

static gboolean
resized_idle_cb (gpointer user_data)
{
  EssaimDuplicatesWindow *self = user_data;

  self->idle = 0;
  suit_width (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

static void
essaim_duplicates_window_size_allocate (GtkWidget *widget,
                                        int        width,
                                        int        height,
                                        int        baseline)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (widget);

  GTK_WIDGET_CLASS (essaim_duplicates_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->idle == 0)
    self->idle = g_idle_add (resized_idle_cb, self);
}

static void
essaim_duplicates_window_dispose (GObject *object)
{
  EssaimDuplicatesWindow *self = ESSAIM_DUPLICATES_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  if (self->duplicates != NULL)
    set_question (self, NULL);
  g_clear_object (&self->duplicates);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_duplicates_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  func;
    guint                        key;
    GdkModifierType              modifiers;
  } actions[] = {
    { "review.join", join_action, GDK_KEY_j, 0 },
    { "review.keep-apart", keep_apart_action, GDK_KEY_s, 0 },
    { "review.later", later_action, GDK_KEY_l, 0 },
    { "review.take-up", take_up_action, 0, 0 },
    { "review.put-away-weak", put_away_weak_action, GDK_KEY_w, 0 },
    { "review.ask-weak", ask_weak_action, 0, 0 },
    { "review.undo", undo_action, GDK_KEY_z, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
essaim_duplicates_window_class_init (EssaimDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_duplicates_window_dispose;
  widget_class->size_allocate = essaim_duplicates_window_size_allocate;

  g_type_ensure (ESSAIM_TYPE_PAIR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, pair);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, apart);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, join);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, apart_key);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, later_key);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, join_key);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, done);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, again);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, ask_weak);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, weak);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, weak_text);
  gtk_widget_class_bind_template_child (widget_class, EssaimDuplicatesWindow, weak_key);
  install_actions (widget_class);
}

static void
essaim_duplicates_window_init (EssaimDuplicatesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), gtk_window_get_title (GTK_WINDOW (self)));
}

/**
 * essaim_duplicates_window_new:
 * @parent: (nullable): the window that it stands over
 * @session: the open data folder
 * @duplicates: its questions
 *
 * Returns: a window that asks them one after the other
 */
GtkWidget *
essaim_duplicates_window_new (GtkWindow        *parent,
                              EssaimSession    *session,
                              EssaimDuplicates *duplicates)
{
  EssaimDuplicatesWindow *self = g_object_new (ESSAIM_TYPE_DUPLICATES_WINDOW, "transient-for", parent, NULL);

  suit_width (self, essaim_window_fit_parent (GTK_WINDOW (self), parent, DEFAULT_WIDTH, DEFAULT_HEIGHT));
  self->session = g_object_ref (session);
  self->duplicates = g_object_ref (duplicates);
  g_signal_connect_object (duplicates, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (duplicates, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
