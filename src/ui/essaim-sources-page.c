/* essaim-sources-page.c: the feeds: add one, refresh them, read what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sources-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-list.h"
#include "essaim-feed-report.h"
#include "essaim-feed-row.h"
#include "essaim-file-chooser.h"

/* One feed to be read. */
typedef struct
{
  char     *source;
  char     *feed;           /* (nullable): its id, where it is a refresh */
  gboolean  accept_shrink;
} Reading;

struct _EssaimSourcesPage
{
  AdwBin            parent_instance;

  /* Template widgets */
  GtkWidget        *count;
  GtkWidget        *refresh_all;
  GtkWidget        *address;
  GtkWidget        *reading;
  GtkWidget        *reading_title;
  GtkWidget        *progress_label;
  GtkWidget        *progress_bar;
  EssaimFeedReport *report;
  GtkWidget        *list;
  GtkWidget        *empty;

  /* Owned */
  EssaimSession    *session;
  EssaimFeedList   *feeds;
  GQueue            waiting;      /* (element-type Reading) */
  Reading          *now;          /* (nullable): the one under way */
  Reading          *last;         /* (nullable): the one that the report is of */
  GCancellable     *cancellable;
};

G_DEFINE_FINAL_TYPE (EssaimSourcesPage, essaim_sources_page, ADW_TYPE_BIN)

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void read_next (EssaimSourcesPage *self);

static Reading *
reading_new (const char *source,
             const char *feed,
             gboolean    accept_shrink)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->source = g_strdup (source);
  reading->feed = g_strdup (feed);
  reading->accept_shrink = accept_shrink;

  return reading;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->source);
  g_free (reading->feed);
  g_free (reading);
}

static gboolean
is_remote (const char *source)
{
  g_autofree char *scheme = source != NULL ? g_uri_parse_scheme (source) : NULL;

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static EssaimFeedItem *
find_feed (EssaimSourcesPage *self,
           const char        *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->feeds)); i++)
    {
      g_autoptr (EssaimFeedItem) item = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      if (g_strcmp0 (essaim_feed_item_get_id (item), id) == 0)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
say (EssaimSourcesPage *self,
     const char        *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

static void
show_progress (EssaimSourcesPage *self,
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
      text = read > 0 ? g_strdup_printf (_("Reading… %'u"), read) : g_strdup (_("Reading…"));
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
    }
  gtk_label_set_text (GTK_LABEL (self->progress_label), text);
}

static void
progress_cb (EssaimSourcesPage *self,
             const char        *source,
             guint              read,
             guint              total)
{
  show_progress (self, read, total);
}

static void
give_up_waiting (EssaimSourcesPage *self)
{
  g_queue_clear_full (&self->waiting, reading_free);
}

/* Of a feed, or without @feed all that need the network. */
static void
give_up_some (EssaimSourcesPage *self,
              const char        *feed)
{
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      Reading *reading = l->data;

      next = l->next;
      if (feed != NULL ? g_strcmp0 (reading->feed, feed) != 0 : !is_remote (reading->source))
        continue;
      reading_free (reading);
      g_queue_delete_link (&self->waiting, l);
    }
}

static gboolean
is_waiting (EssaimSourcesPage *self,
            const char        *feed)
{
  for (GList *l = self->waiting.head; l != NULL; l = l->next)
    if (g_strcmp0 (((Reading *) l->data)->feed, feed) == 0)
      return TRUE;

  return FALSE;
}

static void
take_report (EssaimSourcesPage *self,
             EssaimReport      *report)
{
  gboolean unreachable = report->unreachable;

  if (report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED)
    gtk_editable_set_text (GTK_EDITABLE (self->address), "");
  /* The others stay away for the same reason. */
  if (unreachable)
    give_up_some (self, NULL);

  essaim_feed_report_show (self->report, report);
  if (is_remote (self->last->source))
    g_signal_emit (self, signals[ANSWERED], 0, !unreachable);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimReport *report = essaim_session_import_finish (ESSAIM_SESSION (object), result, &error);

  g_clear_pointer (&self->last, reading_free);
  self->last = g_steal_pointer (&self->now);
  if (self->session == NULL)
    {
      g_clear_pointer (&report, essaim_report_free);
      return;
    }

  if (report != NULL)
    take_report (self, report);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _("Stopped. Nothing was changed."));
  else
    say (self, error->message);

  read_next (self);
}

/* The name of the feed, or of the file, never a whole address. */
static char *
dup_name (EssaimSourcesPage *self,
          const Reading     *reading)
{
  g_autoptr (EssaimFeedItem) item = find_feed (self, reading->feed);

  return item != NULL ? g_strdup (essaim_feed_item_get_title (item)) : g_path_get_basename (reading->source);
}

static void
read_next (EssaimSourcesPage *self)
{
  EssaimImportOptions options = { 0 };
  g_autofree char *name = NULL, *title = NULL;

  self->now = g_queue_pop_head (&self->waiting);
  gtk_widget_set_visible (self->reading, self->now != NULL);
  if (self->now == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  name = dup_name (self, self->now);
  title = g_strdup_printf (_("Reading “%s”"), name);
  gtk_label_set_text (GTK_LABEL (self->reading_title), title);
  gtk_widget_set_visible (GTK_WIDGET (self->report), FALSE);
  show_progress (self, 0, 0);

  options.feed = self->now->feed;
  options.accept_shrink = self->now->accept_shrink;
  essaim_session_import_async (self->session, self->now->source, &options, self->cancellable, imported_cb,
                               g_object_ref (self));
}

static void
read_in_turn (EssaimSourcesPage *self,
              Reading           *reading)
{
  g_queue_push_tail (&self->waiting, reading);
  if (self->now == NULL)
    read_next (self);
}

static void
address_applied_cb (EssaimSourcesPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address)));

  if (*g_strstrip (text) != '\0')
    essaim_sources_page_import (self, text);
}

static void
import_file (EssaimSourcesPage *self,
             GFile             *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);

  essaim_sources_page_import (self, path != NULL ? path : uri);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;

  if (file != NULL && self->session != NULL)
    import_file (self, file);
}

static void
choose_clicked_cb (EssaimSourcesPage *self)
{
  essaim_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Feed"), file_chosen_cb,
                            g_object_ref (self));
}

/* Stop means all of it, also what has not begun. */
static void
stop_clicked_cb (EssaimSourcesPage *self)
{
  give_up_waiting (self);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
dropped_cb (EssaimSourcesPage *self,
            const GValue      *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    import_file (self, l->data);

  return files != NULL;
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (self->last != NULL)
    read_in_turn (self, reading_new (self->last->source, self->last->feed, TRUE));
}

static void
refresh_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  g_autoptr (EssaimFeedItem) item = find_feed (self, g_variant_get_string (parameter, NULL));

  if (item != NULL)
    read_in_turn (self, reading_new (essaim_feed_item_get_uri (item), essaim_feed_item_get_id (item), FALSE));
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_feed_list_remove_finish (ESSAIM_FEED_LIST (object), result, &error) && self->session != NULL)
    say (self, error->message);
}

static void
remove_answered_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    gpointer          user_data)
{
  EssaimSourcesPage *self = user_data;
  const char *feed = g_object_get_data (G_OBJECT (dialog), "feed");

  if (!g_str_equal (response, "remove") || self->session == NULL)
    return;

  /* Read after it was removed, it would be there again. */
  give_up_some (self, feed);
  if (self->now != NULL && g_strcmp0 (self->now->feed, feed) == 0)
    g_cancellable_cancel (self->cancellable);
  essaim_feed_list_remove_async (self->feeds, feed, NULL, removed_cb, g_object_ref (self));
}

/* No undo: the records would have to be fetched again. */
static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  g_autoptr (EssaimFeedItem) item = find_feed (self, g_variant_get_string (parameter, NULL));
  g_autofree char *heading = NULL, *body = NULL;
  GtkWidget *dialog;
  guint n;

  if (item == NULL)
    return;

  n = essaim_feed_item_get_records (item);
  heading = g_strdup_printf (_("Remove “%s”?"), essaim_feed_item_get_title (item));
  body = g_strdup_printf (ngettext ("Its %'u record leaves this computer. What was kept on a shortlist stays.",
                                    "Its %'u records leave this computer. What was kept on a shortlist stays.", n), n);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "feed", g_variant_dup_string (parameter, NULL), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
feeds_changed_cb (EssaimSourcesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->feeds));
  guint n_records = 0, n_own = 0;
  g_autofree char *feeds = g_strdup_printf (ngettext ("%'u feed", "%'u feeds", n), n);
  g_autofree char *records = NULL, *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EssaimFeedItem) item = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      n_records += essaim_feed_item_get_records (item);
      n_own += !essaim_feed_item_is_shipped (item);
    }
  records = g_strdup_printf (ngettext ("%'u record", "%'u records", n_records), n_records);
  text = g_strdup_printf ("%s · %s", feeds, records);

  gtk_label_set_text (GTK_LABEL (self->count), n > 0 ? text : "");
  gtk_widget_set_visible (self->refresh_all, n_own > 0);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->empty, n_own == 0);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return essaim_feed_row_new (item);
}

static void
essaim_sources_page_dispose (GObject *object)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  give_up_waiting (self);
  g_clear_object (&self->feeds);
  g_clear_object (&self->session);
  g_clear_pointer (&self->last, reading_free);

  G_OBJECT_CLASS (essaim_sources_page_parent_class)->dispose (object);
}

static void
essaim_sources_page_class_init (EssaimSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_sources_page_dispose;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (ESSAIM_TYPE_FEED_REPORT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, refresh_all);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, address);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, reading);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, reading_title);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, report);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimSourcesPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, address_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_install_action (widget_class, "sources.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "sources.refresh", "s", refresh_action);
  gtk_widget_class_install_action (widget_class, "sources.remove", "s", remove_action);
}

static void
essaim_sources_page_init (EssaimSourcesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->waiting);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
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
  self->feeds = essaim_feed_list_new (session);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->feeds), create_row_cb, NULL, NULL);
  g_signal_connect_object (self->feeds, "items-changed", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "import-progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  feeds_changed_cb (self);
}

/**
 * essaim_sources_page_get_feeds:
 * @self: the page, with a session
 *
 * Returns: (transfer none): a list of EssaimFeedItem
 */
GListModel *
essaim_sources_page_get_feeds (EssaimSourcesPage *self)
{
  g_return_val_if_fail (ESSAIM_IS_SOURCES_PAGE (self), NULL);

  return G_LIST_MODEL (self->feeds);
}

/**
 * essaim_sources_page_import:
 * @self: the page, with a session
 * @source: a path, a file: URI or an http(s) address
 *
 * Reads a feed, after those that wait already; progress, Stop and the report show on the page.
 */
void
essaim_sources_page_import (EssaimSourcesPage *self,
                            const char        *source)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));
  g_return_if_fail (source != NULL);

  read_in_turn (self, reading_new (source, NULL, FALSE));
}

/**
 * essaim_sources_page_refresh_all:
 * @self: the page, with a session
 *
 * Reads all feeds again, one after another; none of them twice when it is asked for twice.
 */
void
essaim_sources_page_refresh_all (EssaimSourcesPage *self)
{
  g_return_if_fail (ESSAIM_IS_SOURCES_PAGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->feeds)); i++)
    {
      g_autoptr (EssaimFeedItem) item = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      if (essaim_feed_item_get_uri (item) != NULL && !is_waiting (self, essaim_feed_item_get_id (item)))
        read_in_turn (self, reading_new (essaim_feed_item_get_uri (item), essaim_feed_item_get_id (item), FALSE));
    }
}
