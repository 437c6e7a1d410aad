/* essaim-feed-row.c: a feed in the list of them: what it is, how it is, whether it is kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-words.h"

struct _EssaimFeedRow
{
  GtkListBoxRow   parent_instance;

  /* Template widgets */
  GtkWidget      *title;
  GtkWidget      *facts;
  GtkWidget      *progress;
  GtkWidget      *below;
  GtkWidget      *beside;
  GtkWidget      *facts_end;
  GtkWidget      *count;
  GtkWidget      *badge;
  GtkWidget      *verbs;
  GtkWidget      *enabled;
  GtkWidget      *stop;

  /* Owned */
  EssaimFeedItem *feed;

  gboolean        narrow;
  gboolean        filling;   /* what changes is not the person's doing */
};

G_DEFINE_FINAL_TYPE (EssaimFeedRow, essaim_feed_row, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
switched_cb (EssaimFeedRow *self)
{
  gboolean enabled = gtk_switch_get_active (GTK_SWITCH (self->enabled));

  if (!self->filling)
    gtk_widget_activate_action (GTK_WIDGET (self), "sources.set-enabled", "(sb)", essaim_feed_item_get_id (self->feed),
                                enabled);
}

static void
set_name (GtkWidget  *widget,
          const char *format,
          const char *title)
{
  g_autofree char *name = g_strdup_printf (format, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is never the same for two feeds. */
static void
name_controls (EssaimFeedRow *self)
{
  const char *title = essaim_feed_item_get_title (self->feed);

  /* Translators: a switch beside a feed. */
  set_name (self->enabled, _("Keep “%s” up to date"), title);
  set_name (self->stop, _("Stop reading “%s”"), title);
  set_name (self->progress, _("Progress of “%s”"), title);
}

static void
show_progress (EssaimFeedRow *self)
{
  const EssaimFeedActivity *activity = essaim_feed_item_get_activity (self->feed);
  gboolean busy = essaim_feed_words_is_busy (self->feed);
  gboolean reading = busy && activity->state != ESSAIM_FEED_WAITING;

  gtk_widget_set_visible (self->progress, reading);
  gtk_widget_set_visible (self->facts, !reading);
  gtk_stack_set_visible_child_name (GTK_STACK (self->verbs), busy ? "stop" : "enabled");
  if (!reading)
    return;

  if (activity->total > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), MIN (1.0, (double) activity->done / activity->total));
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
}

/* What came with the program is refreshed by the next version of it alone; its figures stand under those of the others. */
static void
hide_switch (EssaimFeedRow *self)
{
  gtk_widget_set_opacity (self->enabled, 0);
  gtk_widget_set_can_target (self->enabled, FALSE);
  gtk_widget_set_focusable (self->enabled, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->enabled), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
feed_changed_cb (EssaimFeedRow *self)
{
  const char *title = essaim_feed_item_get_title (self->feed);
  g_autofree char *facts = essaim_feed_words_facts (self->feed);
  g_autofree char *count = essaim_feed_words_count (self->feed);
  g_autofree char *badge = essaim_feed_words_badge (self->feed);
  guint n = essaim_feed_item_get_records (self->feed);
  g_autofree char *records = g_strdup_printf (ngettext ("%'u record", "%'u records", n), n);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", title, badge, records, facts);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->title)), title) != 0)
    {
      gtk_label_set_text (GTK_LABEL (self->title), title);
      gtk_widget_set_tooltip_text (self->title, title);
      name_controls (self);
    }
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_tooltip_text (self->facts, facts);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->badge), badge);
  gtk_widget_set_css_classes (self->badge, (const char *[]) { "feed-state", essaim_feed_words_class (self->feed), NULL });
  show_progress (self);

  self->filling = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->enabled), essaim_feed_item_get_enabled (self->feed) &&
                                                     essaim_feed_item_get_paused (self->feed) == NULL);
  self->filling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Where there is little room, the figures go under the title. */
static void
set_narrow (EssaimFeedRow *self,
            gboolean       narrow)
{
  GtkWidget *from = narrow ? self->beside : self->below;
  GtkWidget *to = narrow ? self->below : self->beside;

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_ref (self->facts_end);
  gtk_box_remove (GTK_BOX (from), self->facts_end);
  gtk_box_append (GTK_BOX (to), self->facts_end);
  g_object_unref (self->facts_end);
  gtk_widget_set_visible (from, FALSE);
  gtk_widget_set_visible (to, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
essaim_feed_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, ESSAIM_FEED_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_feed_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_NARROW)
    set_narrow (ESSAIM_FEED_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_feed_row_dispose (GObject *object)
{
  EssaimFeedRow *self = ESSAIM_FEED_ROW (object);

  g_clear_object (&self->feed);

  G_OBJECT_CLASS (essaim_feed_row_parent_class)->dispose (object);
}

static void
essaim_feed_row_class_init (EssaimFeedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_feed_row_dispose;
  object_class->get_property = essaim_feed_row_get_property;
  object_class->set_property = essaim_feed_row_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-feed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, facts);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, progress);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, below);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, beside);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, facts_end);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, badge);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, verbs);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, enabled);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, stop);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
essaim_feed_row_init (EssaimFeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_feed_row_new:
 * @feed: a feed
 *
 * Its switch and its button are the actions `sources.set-enabled` (sb) and `sources.stop` (s), of a widget around it.
 *
 * Returns: (transfer floating): a row that shows the feed as it is, from now on
 */
GtkWidget *
essaim_feed_row_new (EssaimFeedItem *feed)
{
  EssaimFeedRow *self = g_object_new (ESSAIM_TYPE_FEED_ROW, NULL);

  self->feed = g_object_ref (feed);
  if (essaim_feed_item_is_shipped (feed))
    hide_switch (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->stop), "s", essaim_feed_item_get_id (feed));
  g_signal_connect_object (feed, "changed", G_CALLBACK (feed_changed_cb), self, G_CONNECT_SWAPPED);
  feed_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * essaim_feed_row_get_feed:
 * @self: a row
 *
 * Returns: (transfer none): the feed
 */
EssaimFeedItem *
essaim_feed_row_get_feed (EssaimFeedRow *self)
{
  g_return_val_if_fail (ESSAIM_IS_FEED_ROW (self), NULL);

  return self->feed;
}
