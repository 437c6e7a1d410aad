/* essaim-sources-page.c: the feeds: add one, refresh one, read what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sources-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-list.h"
#include "essaim-file-chooser.h"
#include "essaim-format.h"

struct _EssaimSourcesPage
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *address;
  GtkWidget      *progress_group;
  GtkWidget      *progress_label;
  GtkWidget      *progress_bar;
  GtkWidget      *report_group;
  GtkWidget      *report;
  GtkWidget      *accept;
  GtkWidget      *feeds;

  /* Owned */
  EssaimSession  *session;
  EssaimFeedList *feed_list;
  GCancellable   *cancellable;
  char           *source;        /* of the import under way, or the last one */
  char           *feed;          /* its id, where it was a refresh */
};

G_DEFINE_FINAL_TYPE (EssaimSourcesPage, essaim_sources_page, ADW_TYPE_BIN)

static void
show_report (EssaimSourcesPage  *self,
             const EssaimReport *report)
{
  g_autofree char *text = essaim_report_to_text (report);

  gtk_label_set_text (GTK_LABEL (self->report), text);
  gtk_widget_set_visible (self->accept, report->outcome == ESSAIM_OUTCOME_NEEDS_CONFIRMATION);
  gtk_widget_set_visible (self->report_group, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", report->message);
  if (report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED)
    gtk_editable_set_text (GTK_EDITABLE (self->address), "");
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimReport) report = essaim_session_import_finish (ESSAIM_SESSION (object), result, &error);

  if (self->session == NULL)
    return;

  gtk_widget_set_visible (self->progress_group, FALSE);
  if (report != NULL)
    show_report (self, report);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _("Stopped. Nothing was changed."));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
progress_cb (EssaimSourcesPage *self,
             const char        *source,
             guint              read,
             guint              total)
{
  g_autofree char *text = NULL;

  if (total > 0)
    {
      text = g_strdup_printf (_("Reading… %'u of %'u"), read, total);
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), MIN (1.0, (double) read / total));
    }
  else
    {
      text = g_strdup_printf (_("Reading… %'u"), read);
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
    }
  gtk_label_set_text (GTK_LABEL (self->progress_label), text);
}

static void
address_applied_cb (EssaimSourcesPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address)));

  if (*g_strstrip (text) != '\0')
    essaim_sources_page_import (self, text, NULL, FALSE);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    essaim_sources_page_import (self, path, NULL, FALSE);
}

static void
choose_clicked_cb (EssaimSourcesPage *self)
{
  essaim_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Feed"), file_chosen_cb,
                            g_object_ref (self));
}

static void
stop_clicked_cb (EssaimSourcesPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
accept_clicked_cb (EssaimSourcesPage *self)
{
  g_autofree char *source = g_strdup (self->source);
  g_autofree char *feed = g_strdup (self->feed);

  essaim_sources_page_import (self, source, feed, TRUE);
}

static void
refresh_clicked_cb (GtkWidget *button)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (gtk_widget_get_ancestor (button, ESSAIM_TYPE_SOURCES_PAGE));
  EssaimFeedItem *item = g_object_get_data (G_OBJECT (button), "feed");

  essaim_sources_page_import (self, essaim_feed_item_get_uri (item), essaim_feed_item_get_id (item), FALSE);
}

static char *
describe_feed (EssaimFeedItem *item)
{
  guint n = essaim_feed_item_get_records (item);
  g_autofree char *date = essaim_format_date (essaim_feed_item_get_last_success (item));
  g_autofree char *records = g_strdup_printf (ngettext ("%'u record", "%'u records", n), n);

  if (essaim_feed_item_get_outcome (item) == ESSAIM_OUTCOME_REFUSED
      || essaim_feed_item_get_outcome (item) == ESSAIM_OUTCOME_FAILED)
    return g_strdup_printf ("%s · %s", records, essaim_feed_item_get_message (item));

  return date != NULL ? g_strdup_printf ("%s · %s", records, date) : g_steal_pointer (&records);
}

static GtkWidget *
create_feed_row_cb (gpointer object,
                    gpointer user_data)
{
  EssaimFeedItem *item = object;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_feed (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), essaim_feed_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, essaim_feed_item_get_title (item), -1);
  if (essaim_feed_item_get_uri (item) != NULL)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("view-refresh-symbolic");
      g_autofree char *name = g_strdup_printf (_("Refresh “%s”"), essaim_feed_item_get_title (item));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _("Refresh"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (button), "feed", g_object_ref (item), g_object_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (refresh_clicked_cb), NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}

static void
essaim_sources_page_dispose (GObject *object)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->feed_list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->feed, g_free);

  G_OBJECT_CLASS (essaim_sources_page_parent_class)->dispose (object);
}

static void
essaim_sources_page_class_init (EssaimSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_sources_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, address);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, progress_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, report_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, report);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, accept);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, feeds);
  gtk_widget_class_bind_template_callback (widget_class, address_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
}

static void
essaim_sources_page_init (EssaimSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_sources_page_set_session:
 * @self: the page
 * @session: where the feeds are; once only
 */
void
essaim_sources_page_set_session (EssaimSourcesPage *self,
                                 EssaimSession     *session)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->feed_list = essaim_feed_list_new (session);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->feeds), G_LIST_MODEL (self->feed_list), create_feed_row_cb, NULL, NULL);
  g_signal_connect_object (session, "import-progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_sources_page_import:
 * @self: the page
 * @source: a path, a file: URI or an http(s) address
 * @feed: (nullable): id of the feed to refresh; a new one when NULL
 * @accept_shrink: whether a feed that lost half its records is taken all the same
 *
 * Reads a feed; progress, Stop and the report show on the page.
 */
void
essaim_sources_page_import (EssaimSourcesPage *self,
                            const char        *source,
                            const char        *feed,
                            gboolean           accept_shrink)
{
  EssaimImportOptions options = { .feed = feed, .accept_shrink = accept_shrink };

  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));
  g_return_if_fail (source != NULL);

  if (essaim_session_get_importing (self->session))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _("Another feed is being read. Try again when it is done."));
      return;
    }

  g_free (self->source);
  self->source = g_strdup (source);
  g_free (self->feed);
  self->feed = g_strdup (feed);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  gtk_widget_set_visible (self->report_group, FALSE);
  gtk_widget_set_visible (self->progress_group, TRUE);
  progress_cb (self, source, 0, 0);
  essaim_session_import_async (self->session, source, &options, self->cancellable, imported_cb, g_object_ref (self));
}
