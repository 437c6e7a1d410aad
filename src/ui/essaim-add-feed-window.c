/* essaim-add-feed-window.c: any table becomes a feed, in three steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-add-feed-window.h"

#include <glib/gi18n-lib.h>

#include "essaim-add-feed-columns.h"
#include "essaim-add-feed-preview.h"
#include "essaim-add-feed-source.h"
#include "essaim-window-size.h"

#define DEFAULT_WIDTH  1180
#define DEFAULT_HEIGHT 800
#define NARROW_WIDTH   760
#define TITLE_WIDTH    560

/** Step: of the person. */
typedef enum
{
  STEP_SOURCE,
  STEP_COLUMNS,
  STEP_PREVIEW,
} Step;

struct _EssaimAddFeedWindow
{
  AdwWindow        parent_instance;

  /* Template widgets */
  GtkWidget       *title;
  GtkWidget       *cancel;
  GtkWidget       *back;
  GtkWidget       *forward;
  GtkWidget       *notice;
  GtkWidget       *notice_text;
  GtkWidget       *adding;
  GtkWidget       *content;
  GtkWidget       *source;
  GtkWidget       *columns;
  GtkWidget       *preview;

  /* Owned */
  EssaimSession   *session;
  EssaimFeedDraft *draft;
  GCancellable    *cancellable;   /* (nullable): of adding */

  Step             step;
  guint            idle;          /* until the cards have moved */
  gboolean         narrow;
};

G_DEFINE_FINAL_TYPE (EssaimAddFeedWindow, essaim_add_feed_window, ADW_TYPE_WINDOW)

static gboolean
is_readable (EssaimAddFeedWindow *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);

  return preview != NULL && preview->report->outcome == ESSAIM_OUTCOME_IMPORTED;
}

static char *
describe_forward (EssaimAddFeedWindow *self)
{
  guint n;

  if (self->step == STEP_SOURCE)
    return g_strdup (C_("button", "Read"));
  if (self->step == STEP_PREVIEW)
    return g_strdup (essaim_feed_draft_get_feed (self->draft) != NULL ? _("Apply") : _("Add"));
  if (self->narrow || !is_readable (self))
    return g_strdup (_("Preview"));

  n = essaim_feed_draft_get_preview (self->draft)->report->read;

  return g_strdup_printf (ngettext ("Preview %'u Row", "Preview %'u Rows", n), n);
}

static gboolean
can_go_forward (EssaimAddFeedWindow *self)
{
  EssaimFeedDraftState state = essaim_feed_draft_get_state (self->draft);

  if (self->cancellable != NULL)
    return FALSE;

  switch (self->step)
    {
    case STEP_SOURCE:
      return state != ESSAIM_FEED_DRAFT_OPENING &&
             essaim_add_feed_source_can_read (ESSAIM_ADD_FEED_SOURCE (self->source));
    case STEP_COLUMNS:
      return is_readable (self);
    case STEP_PREVIEW:
    default:
      return essaim_add_feed_preview_can_add (ESSAIM_ADD_FEED_PREVIEW (self->preview));
    }
}

static void
update (EssaimAddFeedWindow *self)
{
  static const char * const subtitles[] = {
    N_("step 1 of 3: the source"), N_("step 2 of 3: the columns"), N_("step 3 of 3: the licence"),
  };
  gboolean is_feed = essaim_feed_draft_get_feed (self->draft) != NULL;
  g_autofree char *forward = describe_forward (self);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), is_feed ? _("Change the Columns") : _("Add a Source"));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), _(subtitles[self->step]));
  gtk_button_set_label (GTK_BUTTON (self->forward), forward);
  gtk_widget_set_sensitive (self->forward, can_go_forward (self));
  gtk_widget_set_visible (self->back, self->step > (is_feed ? STEP_COLUMNS : STEP_SOURCE));
  gtk_widget_set_sensitive (self->back, self->cancellable == NULL);
  gtk_widget_set_sensitive (self->content, self->cancellable == NULL);
  gtk_widget_set_visible (self->adding, self->cancellable != NULL);
}

static void
tell (EssaimAddFeedWindow *self,
      const char          *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->notice_text), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->notice, sentence != NULL);
}

static void
set_step (EssaimAddFeedWindow *self,
          Step                 step)
{
  self->step = step;
  tell (self, NULL);
  gtk_widget_set_visible (self->source, step != STEP_PREVIEW);
  gtk_widget_set_visible (self->columns, step == STEP_COLUMNS);
  gtk_widget_set_visible (self->preview, step == STEP_PREVIEW);
  update (self);
}

static void
state_changed_cb (EssaimAddFeedWindow *self)
{
  if (essaim_feed_draft_get_state (self->draft) == ESSAIM_FEED_DRAFT_OPEN)
    {
      set_step (self, STEP_COLUMNS);
      gtk_widget_child_focus (self->columns, GTK_DIR_TAB_FORWARD);
    }
  else
    set_step (self, STEP_SOURCE);
}

static void
changed_cb (EssaimAddFeedWindow *self)
{
  update (self);
}

static void
progress_cb (EssaimAddFeedWindow *self)
{
  if (self->cancellable != NULL)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->adding));
}

static void
finish (EssaimAddFeedWindow *self,
        const char          *feed)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-feed", "s", feed);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (EssaimAddFeedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimReport) report = essaim_feed_draft_add_finish (ESSAIM_FEED_DRAFT (object), result, &error);
  g_autofree char *message = NULL;

  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;

  update (self);
  if (report != NULL && (report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED))
    {
      finish (self, report->feed);
      return;
    }

  if (report != NULL)
    message = essaim_report_dup_message (report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    message = g_strdup (error->message);
  tell (self, message);
}

static void
add (EssaimAddFeedWindow *self)
{
  EssaimAddFeedPreview *preview = ESSAIM_ADD_FEED_PREVIEW (self->preview);
  g_autofree char *licence = essaim_add_feed_preview_dup_licence (preview);

  tell (self, NULL);
  self->cancellable = g_cancellable_new ();
  essaim_feed_draft_add_async (self->draft, licence, essaim_add_feed_preview_get_interval_days (preview),
                               self->cancellable, added_cb, g_object_ref (self));
  update (self);
}

static void
forward_clicked_cb (EssaimAddFeedWindow *self)
{
  if (!can_go_forward (self))
    return;

  if (self->step == STEP_SOURCE)
    essaim_add_feed_source_read (ESSAIM_ADD_FEED_SOURCE (self->source));
  else if (self->step == STEP_PREVIEW)
    add (self);
  else
    {
      set_step (self, STEP_PREVIEW);
      gtk_widget_grab_focus (self->preview);
    }
}

static void
back_clicked_cb (EssaimAddFeedWindow *self)
{
  if (self->step == STEP_SOURCE)
    return;

  set_step (self, self->step - 1);
  gtk_widget_grab_focus (self->step == STEP_SOURCE ? self->source : self->forward);
}

/* While a source is being added, only that is given up. */
static void
cancel_clicked_cb (EssaimAddFeedWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dropped_cb (EssaimAddFeedWindow *self,
            const GValue        *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL || self->cancellable != NULL || essaim_feed_draft_get_feed (self->draft) != NULL)
    return FALSE;

  essaim_add_feed_source_read_this (ESSAIM_ADD_FEED_SOURCE (self->source), path);

  return TRUE;
}

static void
suit_width (EssaimAddFeedWindow *self,
            int                  width)
{
  self->narrow = width < NARROW_WIDTH;
  essaim_add_feed_columns_set_narrow (ESSAIM_ADD_FEED_COLUMNS (self->columns), self->narrow);
  essaim_add_feed_preview_set_narrow (ESSAIM_ADD_FEED_PREVIEW (self->preview), self->narrow);
  gtk_widget_set_visible (self->title, width >= TITLE_WIDTH);
  if (self->draft != NULL)
    update (self);
}

static gboolean
narrow_idle_cb (gpointer user_data)
{
  EssaimAddFeedWindow *self = user_data;

  self->idle = 0;
  suit_width (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

static void
essaim_add_feed_window_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  EssaimAddFeedWindow *self = ESSAIM_ADD_FEED_WINDOW (widget);

  GTK_WIDGET_CLASS (essaim_add_feed_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->idle == 0)
    self->idle = g_idle_add (narrow_idle_cb, self);
}

static void
essaim_add_feed_window_dispose (GObject *object)
{
  EssaimAddFeedWindow *self = ESSAIM_ADD_FEED_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->draft != NULL)
    essaim_feed_draft_close (self->draft);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_add_feed_window_parent_class)->dispose (object);
}

static void
essaim_add_feed_window_class_init (EssaimAddFeedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_add_feed_window_dispose;
  widget_class->size_allocate = essaim_add_feed_window_size_allocate;

  g_type_ensure (ESSAIM_TYPE_ADD_FEED_COLUMNS);
  g_type_ensure (ESSAIM_TYPE_ADD_FEED_PREVIEW);
  g_type_ensure (ESSAIM_TYPE_ADD_FEED_SOURCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-add-feed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, back);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, forward);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, notice_text);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, adding);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, content);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, source);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
essaim_add_feed_window_init (EssaimAddFeedWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (self->source, "notify::can-read", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::can-add", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static EssaimAddFeedWindow *
window_new (GtkWindow     *parent,
            EssaimSession *session)
{
  EssaimAddFeedWindow *self = g_object_new (ESSAIM_TYPE_ADD_FEED_WINDOW, "transient-for", parent, NULL);

  suit_width (self, essaim_window_fit_parent (GTK_WINDOW (self), parent, DEFAULT_WIDTH, DEFAULT_HEIGHT));
  self->session = g_object_ref (session);
  self->draft = essaim_feed_draft_new (session);
  essaim_add_feed_source_set_draft (ESSAIM_ADD_FEED_SOURCE (self->source), self->draft);
  essaim_add_feed_columns_set_draft (ESSAIM_ADD_FEED_COLUMNS (self->columns), self->draft);
  essaim_add_feed_preview_set_draft (ESSAIM_ADD_FEED_PREVIEW (self->preview), self->draft);
  g_signal_connect_object (self->draft, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "preview-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "import-progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  set_step (self, STEP_SOURCE);

  return self;
}

/**
 * essaim_add_feed_window_present:
 * @parent: the main window
 * @session: where the feed goes
 * @source: (nullable): a path, a `file:` URI or an http(s) address that is read at once
 *
 * Opens the window on its first step. When the feed was added, the window closes and activates `win.show-feed` of its
 * parent with the feed's id.
 */
void
essaim_add_feed_window_present (GtkWindow     *parent,
                                EssaimSession *session,
                                const char    *source)
{
  EssaimAddFeedWindow *self = window_new (parent, session);

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->source);
  if (source != NULL)
    essaim_add_feed_source_read_this (ESSAIM_ADD_FEED_SOURCE (self->source), source);
}

/**
 * essaim_add_feed_window_present_feed:
 * @parent: the main window
 * @session: where the feed is
 * @feed: its id
 *
 * Opens the window on the columns of what was last read of the feed, to change what they mean.
 */
void
essaim_add_feed_window_present_feed (GtkWindow     *parent,
                                     EssaimSession *session,
                                     const char    *feed)
{
  EssaimAddFeedWindow *self = window_new (parent, session);

  essaim_feed_draft_open_feed (self->draft, feed);
  gtk_window_present (GTK_WINDOW (self));
}
