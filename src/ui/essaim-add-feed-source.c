/* essaim-add-feed-source.c: where a source is, and whether it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-add-feed-source.h"

#include <glib/gi18n-lib.h>

#include "essaim-file-chooser.h"

struct _EssaimAddFeedSource
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *address;
  GtkWidget       *badge;
  GtkWidget       *choose;
  GtkWidget       *below;
  GtkWidget       *closed;
  GtkWidget       *token;
  GtkWidget       *reading;
  GtkWidget       *progress_label;
  GtkWidget       *progress;
  GtkWidget       *stop;
  GtkWidget       *failure;
  GtkWidget       *failure_text;
  GtkWidget       *hint;

  /* Owned */
  EssaimFeedDraft *draft;
};

G_DEFINE_FINAL_TYPE (EssaimAddFeedSource, essaim_add_feed_source, ADW_TYPE_BIN)

enum { PROP_0, PROP_CAN_READ, N_PROPS };
static GParamSpec *properties[N_PROPS];

static gboolean
is_address (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static char *
dup_text (EssaimAddFeedSource *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
}

/* A token is for a server, and offered for what is on one. */
static void
offer_token (EssaimAddFeedSource *self)
{
  g_autofree char *text = dup_text (self);
  gboolean is_offered = is_address (text) || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->closed));

  gtk_widget_set_visible (self->closed, is_offered);
  gtk_widget_set_visible (self->token, is_offered && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->closed)));
}

static void
show_progress (EssaimAddFeedSource *self,
               guint64              done,
               guint64              total)
{
  g_autofree char *size = g_format_size (done);
  g_autofree char *whole = g_format_size (total);
  g_autofree char *text = NULL;

  if (total > 0)
    {
      /* Translators: sizes of a file that is being fetched. */
      text = g_strdup_printf (_("Fetching… %s of %s"), size, whole);
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), MIN (1.0, (double) done / total));
    }
  else
    {
      text = done > 0 ? g_strdup_printf (_("Fetching… %s"), size) : g_strdup (_("Reading…"));
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
    }
  gtk_label_set_text (GTK_LABEL (self->progress_label), text);
}

static void
progress_cb (EssaimAddFeedSource *self,
             guint64              done,
             guint64              total)
{
  if (essaim_feed_draft_get_state (self->draft) == ESSAIM_FEED_DRAFT_OPENING)
    show_progress (self, done, total);
}

static void
show_badge (EssaimAddFeedSource *self,
            gboolean             is_read)
{
  gtk_widget_set_visible (self->badge, is_read);
  if (is_read)
    gtk_widget_add_css_class (self->address, "read");
  else
    gtk_widget_remove_css_class (self->address, "read");
}

/* Read is what could be read to its end; what was said of it stays while the whole is read again. */
static void
preview_changed_cb (EssaimAddFeedSource *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);

  if (preview != NULL)
    show_badge (self, preview->report->outcome == ESSAIM_OUTCOME_IMPORTED);
}

static void
state_changed_cb (EssaimAddFeedSource *self)
{
  EssaimFeedDraftState state = essaim_feed_draft_get_state (self->draft);
  const char *error = essaim_feed_draft_get_error (self->draft);
  gboolean is_feed = essaim_feed_draft_get_feed (self->draft) != NULL;
  const char *title = is_feed ? essaim_feed_draft_get_title (self->draft) : NULL;

  if (state != ESSAIM_FEED_DRAFT_OPEN)
    show_badge (self, FALSE);
  gtk_widget_set_visible (self->below, state != ESSAIM_FEED_DRAFT_OPEN);
  gtk_widget_set_visible (self->reading, state == ESSAIM_FEED_DRAFT_OPENING);
  gtk_widget_set_visible (self->hint, state == ESSAIM_FEED_DRAFT_EMPTY);
  gtk_widget_set_visible (self->failure, state == ESSAIM_FEED_DRAFT_FAILED);
  gtk_widget_set_visible (self->choose, !is_feed);
  gtk_editable_set_editable (GTK_EDITABLE (self->address), !is_feed);
  if (title != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->address), title);
  if (state == ESSAIM_FEED_DRAFT_OPENING)
    show_progress (self, 0, 0);
  if (error != NULL)
    gtk_label_set_text (GTK_LABEL (self->failure_text), error);
  if (essaim_feed_draft_wants_token (self->draft))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->closed), TRUE);
      gtk_widget_grab_focus (self->token);
    }
  offer_token (self);
}

static void
changed_cb (EssaimAddFeedSource *self)
{
  offer_token (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_READ]);
}

static void
closed_toggled_cb (EssaimAddFeedSource *self)
{
  offer_token (self);
}

static void
activate_cb (EssaimAddFeedSource *self)
{
  essaim_add_feed_source_read (self);
}

static void
stop_clicked_cb (EssaimAddFeedSource *self)
{
  essaim_feed_draft_cancel (self->draft);
  gtk_widget_grab_focus (self->address);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  g_autoptr (EssaimAddFeedSource) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->draft != NULL)
    essaim_add_feed_source_read_this (self, path);
}

static void
choose_clicked_cb (EssaimAddFeedSource *self)
{
  essaim_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Feed"), file_chosen_cb,
                            g_object_ref (self));
}

static gboolean
essaim_add_feed_source_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ESSAIM_ADD_FEED_SOURCE (widget)->address);
}

static void
essaim_add_feed_source_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_CAN_READ)
    g_value_set_boolean (value, essaim_add_feed_source_can_read (ESSAIM_ADD_FEED_SOURCE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_add_feed_source_dispose (GObject *object)
{
  g_clear_object (&ESSAIM_ADD_FEED_SOURCE (object)->draft);

  G_OBJECT_CLASS (essaim_add_feed_source_parent_class)->dispose (object);
}

static void
essaim_add_feed_source_class_init (EssaimAddFeedSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_add_feed_source_dispose;
  object_class->get_property = essaim_add_feed_source_get_property;
  widget_class->grab_focus = essaim_add_feed_source_grab_focus;

  properties[PROP_CAN_READ] = g_param_spec_boolean ("can-read", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-add-feed-source.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, address);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, badge);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, choose);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, below);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, closed);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, token);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, reading);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, progress_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, progress);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, stop);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, failure);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, failure_text);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedSource, hint);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
essaim_add_feed_source_init (EssaimAddFeedSource *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_add_feed_source_set_draft:
 * @self: the source
 * @draft: what is read; set once
 */
void
essaim_add_feed_source_set_draft (EssaimAddFeedSource *self,
                                  EssaimFeedDraft     *draft)
{
  g_return_if_fail (ESSAIM_IS_ADD_FEED_SOURCE (self));

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "preview-changed", G_CALLBACK (preview_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  state_changed_cb (self);
}

/**
 * essaim_add_feed_source_can_read:
 * @self: the source
 *
 * Returns: whether something was given that could be read
 */
gboolean
essaim_add_feed_source_can_read (EssaimAddFeedSource *self)
{
  g_autofree char *text = dup_text (self);

  return *text != '\0';
}

/**
 * essaim_add_feed_source_read:
 * @self: the source
 *
 * Reads what was given.
 */
void
essaim_add_feed_source_read (EssaimAddFeedSource *self)
{
  g_autofree char *text = dup_text (self);
  gboolean is_closed = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->closed));

  if (*text != '\0' && essaim_feed_draft_get_feed (self->draft) == NULL)
    essaim_feed_draft_open (self->draft, text,
                            is_closed ? gtk_editable_get_text (GTK_EDITABLE (self->token)) : NULL);
}

/**
 * essaim_add_feed_source_read_this:
 * @self: the source
 * @source: a path, a `file:` URI or an address, which takes the place of what was given
 */
void
essaim_add_feed_source_read_this (EssaimAddFeedSource *self,
                                  const char          *source)
{
  g_autofree char *name = g_filename_display_name (source);

  gtk_editable_set_text (GTK_EDITABLE (self->address), name);
  essaim_feed_draft_open (self->draft, source, NULL);
}
