/* essaim-feed-report.c: a feed: what became of reading it, and what the person decides about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-report.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-notes.h"
#include "essaim-feed-settings.h"
#include "essaim-feed-trouble.h"
#include "essaim-feed-words.h"
#include "essaim-format.h"
#include "essaim-placement-bar.h"
#include "essaim-refusals-window.h"
#include "essaim-tile-layout.h"
#include "essaim-tile.h"

struct _EssaimFeedReport
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *scroller;
  GtkWidget      *title;
  GtkWidget      *when;
  GtkWidget      *trouble;
  GtkWidget      *reading;
  GtkWidget      *tiles;
  GtkWidget      *placement;
  GtkWidget      *notes_title;
  GtkWidget      *notes;
  GtkWidget      *others_title;
  GtkWidget      *others;
  GtkWidget      *settings;

  /* Owned */
  EssaimFeedList *feeds;
  EssaimFeedItem *feed;        /* (nullable) */
  GPtrArray      *reports;     /* (nullable) (element-type EssaimReport): of the feed, the newest first */
  char           *shown_try;   /* (nullable): last try of the feed when the reports were asked for */
  GCancellable   *cancellable;

  guint           position;    /* in reports, of the reading shown */
  gboolean        loading;
};

G_DEFINE_FINAL_TYPE (EssaimFeedReport, essaim_feed_report, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Readings are what brought something: a try that failed, or that found nothing new, has no figures. */
static gboolean
find_reading (EssaimFeedReport *self,
              guint             from,
              int               step,
              guint            *position)
{
  guint n = self->reports != NULL ? self->reports->len : 0;

  /* Before the first, the number wraps around to more than there are. */
  for (guint i = from; i < n; i += step)
    {
      const EssaimReport *report = g_ptr_array_index (self->reports, i);

      if (report->outcome == ESSAIM_OUTCOME_IMPORTED)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static const EssaimReport *
get_reading (EssaimFeedReport *self)
{
  guint n = self->reports != NULL ? self->reports->len : 0;

  return self->position < n ? g_ptr_array_index (self->reports, self->position) : NULL;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
clear_list (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static void
add_tile (EssaimFeedReport *self,
          guint             n,
          const char       *caption)
{
  g_autofree char *value = essaim_format_number (n);

  gtk_widget_set_parent (essaim_tile_new (value, caption, NULL), self->tiles);
}

static void
show_figures (EssaimFeedReport   *self,
              const EssaimReport *report)
{
  clear (self->tiles);
  /* Translators: under a count of records, as the next four. */
  add_tile (self, report->read, ngettext ("record read", "records read", report->read));
  add_tile (self, report->added, ngettext ("new", "new ones", report->added));
  add_tile (self, report->changed, ngettext ("changed", "changed", report->changed));
  add_tile (self, report->gone, ngettext ("gone", "gone", report->gone));
  add_tile (self, report->refused, ngettext ("refused", "refused", report->refused));
}

static void
show_reading (EssaimFeedReport *self)
{
  const EssaimReport *report = get_reading (self);
  g_autofree char *when = report != NULL ? essaim_feed_words_read_on (report) : NULL;
  gboolean noted;

  gtk_widget_set_visible (self->reading, report != NULL);
  gtk_widget_set_visible (self->when, when != NULL);
  gtk_label_set_text (GTK_LABEL (self->when), when != NULL ? when : "");
  g_signal_emit (self, signals[CHANGED], 0);
  if (report == NULL)
    return;

  show_figures (self, report);
  essaim_placement_bar_show (ESSAIM_PLACEMENT_BAR (self->placement), report);
  clear_list (self->notes);
  noted = essaim_feed_notes_fill (GTK_LIST_BOX (self->notes), report) > 0;
  gtk_widget_set_visible (self->notes_title, noted);
  gtk_widget_set_visible (self->notes, noted);
}

static guint
count_last_refused (EssaimFeedReport *self)
{
  const EssaimReport *last = self->reports != NULL && self->reports->len > 0 ? g_ptr_array_index (self->reports, 0) : NULL;

  return last != NULL && last->outcome != ESSAIM_OUTCOME_IMPORTED && last->refusals->len > 0 ? last->refused : 0;
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_other (EssaimFeedReport *self,
           EssaimFeedItem   *feed)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "action-unavailable-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Details"));
  const char *title = essaim_feed_item_get_title (feed);
  g_autofree char *message = essaim_feed_words_trouble (feed);
  g_autofree char *name = g_strdup_printf (_("Details of “%s”"), title);

  gtk_widget_add_css_class (icon, "refused");
  gtk_widget_add_css_class (row, "feed-note");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", essaim_feed_item_get_id (feed));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-feed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_box_append (GTK_BOX (texts), new_label (title, "strong"));
  if (message != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (message, "caption"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->others), row);
}

/* That the computer is offline is said once for all, in the window; it is no trouble of a source. */
static gboolean
is_in_trouble (EssaimFeedItem *feed,
               gboolean        is_online)
{
  EssaimFeedState state = essaim_feed_item_get_state (feed);

  if (state == ESSAIM_FEED_CONFIRM || essaim_feed_item_get_paused (feed) != NULL)
    return TRUE;

  return state == ESSAIM_FEED_FAILING && (is_online || !essaim_feed_item_is_remote (feed));
}

static void
show_others (EssaimFeedReport *self)
{
  gboolean is_online = g_network_monitor_get_network_available (g_network_monitor_get_default ());
  guint n = 0;

  clear_list (self->others);
  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->feeds)); i++)
    {
      EssaimFeedItem *other = essaim_item_list_peek (ESSAIM_ITEM_LIST (self->feeds), i);

      if (other == self->feed || !is_in_trouble (other, is_online))
        continue;
      add_other (self, other);
      n++;
    }

  gtk_widget_set_visible (self->others, n > 0);
  gtk_widget_set_visible (self->others_title, n > 0);
  gtk_label_set_text (GTK_LABEL (self->others_title), ngettext ("Another Feed in Trouble", "Other Feeds in Trouble", n));
}

static void
show_feed (EssaimFeedReport *self)
{
  gtk_label_set_text (GTK_LABEL (self->title), essaim_feed_item_get_title (self->feed));
  essaim_feed_trouble_show (ESSAIM_FEED_TROUBLE (self->trouble), self->feed, count_last_refused (self));
}

static void
reports_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimFeedReport) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = essaim_feed_list_load_reports_finish (ESSAIM_FEED_LIST (object), result, &error);

  /* Another feed was opened since. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loading = FALSE;
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  self->reports = g_steal_pointer (&reports);
  self->position = G_MAXUINT;
  find_reading (self, 0, 1, &self->position);
  show_feed (self);
  show_reading (self);
}

static void
load (EssaimFeedReport *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;
  g_free (self->shown_try);
  self->shown_try = g_strdup (essaim_feed_item_get_last_try (self->feed));
  essaim_feed_list_load_reports_async (self->feeds, essaim_feed_item_get_id (self->feed), self->cancellable,
                                       reports_loaded_cb, g_object_ref (self));
}

static void
feed_changed_cb (EssaimFeedReport *self)
{
  show_feed (self);
  if (g_strcmp0 (essaim_feed_item_get_last_try (self->feed), self->shown_try) != 0)
    load (self);
}

static void
feeds_changed_cb (EssaimFeedReport *self)
{
  if (self->feed != NULL)
    show_others (self);
}

static void
lines_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EssaimFeedReport *self = ESSAIM_FEED_REPORT (widget);
  const EssaimReport *report = get_reading (self);

  if (g_str_equal (action, "report.last-lines") && self->reports != NULL && self->reports->len > 0)
    report = g_ptr_array_index (self->reports, 0);
  if (report != NULL)
    essaim_refusals_window_show (GTK_WINDOW (gtk_widget_get_root (widget)), report);
}

static void
essaim_feed_report_dispose (GObject *object)
{
  EssaimFeedReport *self = ESSAIM_FEED_REPORT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->feed);
  g_clear_object (&self->feeds);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->shown_try, g_free);

  G_OBJECT_CLASS (essaim_feed_report_parent_class)->dispose (object);
}

static void
essaim_feed_report_class_init (EssaimFeedReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_feed_report_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (ESSAIM_TYPE_FEED_SETTINGS);
  g_type_ensure (ESSAIM_TYPE_FEED_TROUBLE);
  g_type_ensure (ESSAIM_TYPE_PLACEMENT_BAR);
  g_type_ensure (ESSAIM_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-feed-report.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, when);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, trouble);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, reading);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, tiles);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, placement);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, notes_title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, notes);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, others_title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, others);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, settings);
  gtk_widget_class_install_action (widget_class, "report.lines", NULL, lines_action);
  gtk_widget_class_install_action (widget_class, "report.last-lines", NULL, lines_action);
}

static void
essaim_feed_report_init (EssaimFeedReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_feed_report_set_feeds:
 * @self: the report
 * @feeds: the person's feeds; once only
 */
void
essaim_feed_report_set_feeds (EssaimFeedReport *self,
                              EssaimFeedList   *feeds)
{
  g_return_if_fail (ESSAIM_IS_FEED_REPORT (self));
  g_return_if_fail (self->feeds == NULL);

  self->feeds = g_object_ref (feeds);
  g_signal_connect_object (feeds, "changed", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_feed_report_open:
 * @self: the report
 * @feed: (nullable): one of the feeds
 *
 * Shows a feed, and follows it.
 */
void
essaim_feed_report_open (EssaimFeedReport *self,
                         EssaimFeedItem   *feed)
{
  g_return_if_fail (ESSAIM_IS_FEED_REPORT (self));

  if (self->feed == feed)
    return;

  if (self->feed != NULL)
    g_signal_handlers_disconnect_by_func (self->feed, feed_changed_cb, self);
  g_set_object (&self->feed, feed);
  essaim_feed_settings_show (ESSAIM_FEED_SETTINGS (self->settings), feed);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  gtk_widget_set_visible (self->reading, FALSE);
  gtk_widget_set_visible (self->when, FALSE);
  if (feed == NULL)
    return;

  g_signal_connect_object (feed, "changed", G_CALLBACK (feed_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  show_feed (self);
  show_others (self);
  load (self);
}

/**
 * essaim_feed_report_get_feed:
 * @self: the report
 *
 * Returns: (transfer none) (nullable): the feed that it shows
 */
EssaimFeedItem *
essaim_feed_report_get_feed (EssaimFeedReport *self)
{
  g_return_val_if_fail (ESSAIM_IS_FEED_REPORT (self), NULL);

  return self->feed;
}

/**
 * essaim_feed_report_go:
 * @self: the report
 * @step: 1 for the reading before, -1 for the one after
 */
void
essaim_feed_report_go (EssaimFeedReport *self,
                       int               step)
{
  guint position;

  g_return_if_fail (ESSAIM_IS_FEED_REPORT (self));

  if (get_reading (self) == NULL || !find_reading (self, self->position + step, step, &position))
    return;

  self->position = position;
  show_reading (self);
}

/**
 * essaim_feed_report_can_go:
 * @self: the report
 * @step: as in [method@FeedReport.go]
 *
 * Returns: whether there is such a reading
 */
gboolean
essaim_feed_report_can_go (EssaimFeedReport *self,
                           int               step)
{
  guint position;

  g_return_val_if_fail (ESSAIM_IS_FEED_REPORT (self), FALSE);

  return get_reading (self) != NULL && find_reading (self, self->position + step, step, &position);
}

/**
 * essaim_feed_report_is_settled:
 * @self: the report
 *
 * Returns: whether all that it shows has been read
 */
gboolean
essaim_feed_report_is_settled (EssaimFeedReport *self)
{
  g_return_val_if_fail (ESSAIM_IS_FEED_REPORT (self), FALSE);

  return !self->loading;
}
