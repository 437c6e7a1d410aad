/* essaim-sources-page.c: the feeds: which there are, how they are, what became of reading them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sources-page-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-add-feed-window.h"
#include "essaim-catalogue-row.h"
#include "essaim-feed-row.h"

G_DEFINE_FINAL_TYPE (EssaimSourcesPage, essaim_sources_page, ADW_TYPE_BIN)

static EssaimFeedRow *
find_row (EssaimSourcesPage *self,
          EssaimFeedItem    *feed)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (essaim_feed_row_get_feed (ESSAIM_FEED_ROW (row)) == feed)
      return ESSAIM_FEED_ROW (row);

  return NULL;
}

static void
open_feed (EssaimSourcesPage *self,
           EssaimFeedItem    *feed)
{
  essaim_feed_report_open (self->report, feed);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (find_row (self, feed)));
  essaim_panes_set_detail_open (self->panes, TRUE);
  essaim_sources_page_update_actions (self);
}

static void
close_feed (EssaimSourcesPage *self)
{
  essaim_panes_set_detail_open (self->panes, FALSE);
  essaim_feed_report_open (self->report, NULL);
  essaim_sources_page_update_actions (self);
}

/* Where there is room for it, the first feed is open until the person chooses. */
static void
open_first (EssaimSourcesPage *self)
{
  if (self->chosen || self->feeds == NULL || gtk_widget_get_width (GTK_WIDGET (self->panes)) == 0 ||
      essaim_panes_is_single (self->panes) || essaim_panes_get_detail_open (self->panes))
    return;

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->feeds)); i++)
    {
      EssaimFeedItem *feed = essaim_item_list_peek (ESSAIM_ITEM_LIST (self->feeds), i);

      if (essaim_feed_item_is_shipped (feed))
        continue;
      open_feed (self, feed);
      return;
    }
}

/* Only now it is known how much room there is. */
static gboolean
drawn_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->panes)) == 0)
    return G_SOURCE_CONTINUE;

  open_first (self);

  return G_SOURCE_REMOVE;
}

static void
row_activated_cb (EssaimSourcesPage *self,
                  GtkListBoxRow     *row)
{
  self->chosen = TRUE;
  open_feed (self, essaim_feed_row_get_feed (ESSAIM_FEED_ROW (row)));
}

/* Whoever walks through the list with one feed open reads one after the other. */
static void
row_selected_cb (EssaimSourcesPage *self,
                 GtkListBoxRow     *row)
{
  /* The list lets go of its row when the page goes. */
  if (self->feeds == NULL)
    return;

  if (row != NULL && essaim_panes_get_detail_open (self->panes) && !essaim_panes_is_single (self->panes))
    essaim_feed_report_open (self->report, essaim_feed_row_get_feed (ESSAIM_FEED_ROW (row)));
  essaim_sources_page_update_actions (self);
}

static void
search_changed_cb (EssaimSourcesPage *self)
{
  if (self->catalogue != NULL)
    essaim_catalogue_list_set_search (self->catalogue, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
report_changed_cb (EssaimSourcesPage *self)
{
  essaim_sources_page_update_actions (self);
}

static void
shape_changed_cb (EssaimSourcesPage *self)
{
  gboolean single = essaim_panes_is_single (self->panes);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    g_object_set (row, "narrow", single, NULL);
  open_first (self);
}

static void
show_counts (EssaimSourcesPage *self)
{
  guint n = essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->feeds));
  guint n_records = 0, n_own = 0;
  g_autofree char *feeds = NULL, *records = NULL, *behind = NULL;

  for (guint i = 0; i < n; i++)
    {
      EssaimFeedItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self->feeds), i);

      n_records += essaim_feed_item_get_records (item);
      n_own += !essaim_feed_item_is_shipped (item);
    }

  feeds = g_strdup_printf (ngettext ("%'u subscription", "%'u subscriptions", n_own), n_own);
  records = g_strdup_printf (ngettext ("%'u record", "%'u records", n_records), n_records);
  behind = g_strdup_printf ("· %s", records);
  gtk_label_set_text (GTK_LABEL (self->n_feeds), feeds);
  gtk_label_set_text (GTK_LABEL (self->n_records), behind);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->empty, n_own == 0 && essaim_feed_list_get_loaded (self->feeds));
}

/* One that was removed, here or elsewhere, cannot stay open. */
static void
close_if_gone (EssaimSourcesPage *self)
{
  EssaimFeedItem *feed = essaim_feed_report_get_feed (self->report);

  if (feed != NULL && essaim_feed_list_find (self->feeds, essaim_feed_item_get_id (feed)) != feed)
    close_feed (self);
}

static void
feeds_changed_cb (EssaimSourcesPage *self)
{
  EssaimFeedItem *wanted = self->wanted != NULL ? essaim_feed_list_find (self->feeds, self->wanted) : NULL;

  show_counts (self);
  close_if_gone (self);
  if (wanted != NULL)
    {
      g_clear_pointer (&self->wanted, g_free);
      open_feed (self, wanted);
    }
  open_first (self);
  essaim_sources_page_update_actions (self);
}

static void
catalogue_changed_cb (EssaimSourcesPage *self)
{
  const char *problems = essaim_catalogue_list_get_problems (self->catalogue);
  gboolean any = essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->catalogue)) > 0;
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_label_set_text (GTK_LABEL (self->problems), problems != NULL ? problems : "");
  gtk_widget_set_visible (self->problems, problems != NULL);
  gtk_widget_set_visible (self->catalogue_list, any);
  gtk_widget_set_visible (self->nothing_found, !any);
  gtk_label_set_text (GTK_LABEL (self->nothing_found), searching ? _("The catalogue has no such feed.")
                                                                 : _("You have subscribed to all of it."));
}

static void
duplicates_changed_cb (EssaimSourcesPage *self)
{
  guint n = essaim_duplicates_get_n_open (self->duplicates);
  g_autofree char *title = g_strdup_printf (ngettext ("%'u possible duplicate", "%'u possible duplicates", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->duplicates_row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->duplicates_row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->duplicates_list, n > 0);
}

static void
busy_changed_cb (EssaimSourcesPage *self)
{
  gboolean busy = essaim_scheduler_get_busy (self->scheduler);

  gtk_widget_set_visible (self->refresh_all, !busy);
  gtk_widget_set_visible (self->stop_all, busy);
}

static void
say (EssaimSourcesPage *self,
     const char        *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

/* What nobody asked for is told by the feed alone; what is open tells of itself. */
static void
finished_cb (EssaimSourcesPage *self,
             const char        *feed,
             EssaimReport      *report,
             gboolean           asked)
{
  EssaimFeedItem *open = essaim_feed_report_get_feed (self->report);
  gboolean is_open = open != NULL && g_strcmp0 (essaim_feed_item_get_id (open), feed) == 0;
  gboolean fine = report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED;

  if (!asked || is_open)
    return;

  if (essaim_feed_list_find (self->feeds, feed) == NULL && fine)
    essaim_sources_page_open (self, feed);
  else if (!fine && !report->unreachable && report->message != NULL)
    say (self, report->message);
}

static void
stopped_cb (EssaimSourcesPage *self)
{
  say (self, _("Stopped. Nothing was changed."));
}

static gboolean
dropped_cb (EssaimSourcesPage *self,
            const GValue      *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  for (GSList *l = files; l != NULL && self->session != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);
      g_autofree char *uri = g_file_get_uri (l->data);

      essaim_add_feed_window_present (GTK_WINDOW (root), self->session, path != NULL ? path : uri);
    }

  return files != NULL;
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  EssaimSourcesPage *self = user_data;
  GtkWidget *row = essaim_feed_row_new (item);

  g_object_set (row, "narrow", essaim_panes_is_single (self->panes), NULL);

  return row;
}

static GtkWidget *
create_catalogue_row_cb (gpointer item,
                         gpointer user_data)
{
  return essaim_catalogue_row_new (item);
}

static void
essaim_sources_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (essaim_sources_page_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, drawn_cb, NULL, NULL);
}

static void
essaim_sources_page_dispose (GObject *object)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->duplicates);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->feeds);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (essaim_sources_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, n_feeds);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, n_records);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, refresh_all);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, stop_all);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, duplicates_list);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, duplicates_row);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, search);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, catalogue_list);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, problems);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, refresh);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, report);
  gtk_widget_class_bind_template_callback (widget_class, shape_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_changed_cb);
}

static void
essaim_sources_page_class_init (EssaimSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_sources_page_dispose;
  widget_class->map = essaim_sources_page_map;

  g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_FEED_REPORT);
  bind_template (widget_class);
  essaim_sources_page_install_actions (widget_class);
}

static void
essaim_sources_page_init (EssaimSourcesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  essaim_sources_page_update_actions (self);
}

/**
 * essaim_sources_page_set_models:
 * @self: the page
 * @session: where the feeds are; once only
 * @feeds: of that session
 * @scheduler: what reads them
 */
void
essaim_sources_page_set_models (EssaimSourcesPage *self,
                                EssaimSession     *session,
                                EssaimFeedList    *feeds,
                                EssaimScheduler   *scheduler)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->feeds = g_object_ref (feeds);
  self->scheduler = g_object_ref (scheduler);
  self->catalogue = essaim_catalogue_list_new (session, feeds);
  essaim_feed_report_set_feeds (self->report, feeds);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (feeds), create_row_cb, self, NULL);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->catalogue_list), G_LIST_MODEL (self->catalogue), create_catalogue_row_cb,
                           NULL, NULL);

  g_signal_connect_object (feeds, "changed", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catalogue, "items-changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scheduler, "notify::busy", G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scheduler, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scheduler, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  feeds_changed_cb (self);
}

/**
 * essaim_sources_page_set_duplicates:
 * @self: the page
 * @duplicates: the records that may be one; once only
 */
void
essaim_sources_page_set_duplicates (EssaimSourcesPage *self,
                                    EssaimDuplicates  *duplicates)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));
  g_return_if_fail (self->duplicates == NULL);

  self->duplicates = g_object_ref (duplicates);
  g_signal_connect_object (duplicates, "changed", G_CALLBACK (duplicates_changed_cb), self, G_CONNECT_SWAPPED);
  duplicates_changed_cb (self);
}

/**
 * essaim_sources_page_set_territory:
 * @self: the page
 * @territory: (nullable): id of the territory that feeds by territory are subscribed to for
 */
void
essaim_sources_page_set_territory (EssaimSourcesPage *self,
                                   const char        *territory)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));

  if (self->catalogue != NULL)
    essaim_catalogue_list_set_territory (self->catalogue, territory);
}

/**
 * essaim_sources_page_open:
 * @self: the page
 * @feed: id of a feed
 *
 * Shows it; at once, or when it is there.
 */
void
essaim_sources_page_open (EssaimSourcesPage *self,
                          const char        *feed)
{
  EssaimFeedItem *item;

  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));

  self->chosen = TRUE;
  g_clear_pointer (&self->wanted, g_free);
  item = self->feeds != NULL ? essaim_feed_list_find (self->feeds, feed) : NULL;
  if (item != NULL)
    open_feed (self, item);
  else
    self->wanted = g_strdup (feed);
}

/**
 * essaim_sources_page_can_travel:
 * @self: the page
 * @step: 1 for the later report, -1 for the earlier one
 *
 * Returns: whether there is one
 */
gboolean
essaim_sources_page_can_travel (EssaimSourcesPage *self,
                                int                step)
{
  g_return_val_if_fail (ESSAIM_IS_SOURCES_PAGE (self), FALSE);

  return essaim_feed_report_can_go (self->report, -step);
}

/**
 * essaim_sources_page_travel:
 * @self: the page
 * @step: 1 for the later report, -1 for the earlier one
 */
void
essaim_sources_page_travel (EssaimSourcesPage *self,
                            int                step)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));

  essaim_feed_report_go (self->report, -step);
}

/**
 * essaim_sources_page_go_back:
 * @self: the page
 *
 * Closes the feed, and returns to its row.
 *
 * Returns: whether one was open
 */
gboolean
essaim_sources_page_go_back (EssaimSourcesPage *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (ESSAIM_IS_SOURCES_PAGE (self), FALSE);

  if (!essaim_panes_get_detail_open (self->panes))
    return FALSE;

  self->chosen = TRUE;
  close_feed (self);
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return TRUE;
}

/**
 * essaim_sources_page_is_settled:
 * @self: the page
 *
 * Returns: whether all that it shows has been read
 */
gboolean
essaim_sources_page_is_settled (EssaimSourcesPage *self)
{
  g_return_val_if_fail (ESSAIM_IS_SOURCES_PAGE (self), FALSE);

  return essaim_feed_list_get_loaded (self->feeds) && essaim_feed_report_is_settled (self->report);
}
