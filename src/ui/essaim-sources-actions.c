/* essaim-sources-actions.c: the verbs on feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sources-page-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-add-feed-window.h"
#include "essaim-feed-row.h"
#include "essaim-file-chooser.h"

static void
say (EssaimSourcesPage *self,
     const char        *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

/* (nullable) */
static const char *
get_open_id (EssaimSourcesPage *self)
{
  EssaimFeedItem *feed = essaim_feed_report_get_feed (self->report);

  return feed != NULL ? essaim_feed_item_get_id (feed) : NULL;
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_feed_list_edit_finish (ESSAIM_FEED_LIST (object), result, &error) && self->session != NULL)
    say (self, error->message);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (get_open_id (self) != NULL)
    essaim_scheduler_refresh (self->scheduler, get_open_id (self), FALSE);
}

static void
accept_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (get_open_id (self) != NULL)
    essaim_scheduler_refresh (self->scheduler, get_open_id (self), TRUE);
}

/* Nothing was changed: that is what is wanted. */
static void
keep_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  say (self, _("All its records are kept. If they are still missing the next time, you will be asked again."));
  essaim_sources_page_go_back (self);
}

static void
stop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  essaim_scheduler_stop (self->scheduler, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
set_enabled_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  const char *feed;
  gboolean enabled;

  g_variant_get (parameter, "(&sb)", &feed, &enabled);
  if (!enabled)
    essaim_scheduler_stop (self->scheduler, feed);
  essaim_feed_list_set_enabled_async (self->feeds, feed, enabled, NULL, edited_cb, g_object_ref (self));
}

static void
resume_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (get_open_id (self) == NULL)
    return;

  essaim_feed_list_set_enabled_async (self->feeds, get_open_id (self), TRUE, NULL, edited_cb, g_object_ref (self));
  essaim_scheduler_refresh (self->scheduler, get_open_id (self), FALSE);
}

static void
set_interval_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  const char *feed;
  int days;

  g_variant_get (parameter, "(&si)", &feed, &days);
  essaim_feed_list_set_interval_async (self->feeds, feed, days, NULL, edited_cb, g_object_ref (self));
}

static void
set_licence_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  const char *feed, *licence;

  g_variant_get (parameter, "(&s&s)", &feed, &licence);
  essaim_feed_list_set_licence_async (self->feeds, feed, licence, NULL, edited_cb, g_object_ref (self));
}

static void
address_set_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (!essaim_feed_list_edit_finish (ESSAIM_FEED_LIST (object), result, &error))
    say (self, error->message);
  else if (get_open_id (self) != NULL)
    essaim_scheduler_refresh (self->scheduler, get_open_id (self), FALSE);
}

static void
set_address_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  const char *feed, *address;

  g_variant_get (parameter, "(&s&s)", &feed, &address);
  essaim_feed_list_set_address_async (self->feeds, feed, address, NULL, address_set_cb, g_object_ref (self));
}

static void
token_set_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = essaim_feed_list_edit_finish (ESSAIM_FEED_LIST (object), result, &error);

  if (self->session != NULL)
    say (self, done ? _("The keyring has it.") : error->message);
}

static void
set_token_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  const char *feed, *token;
  gboolean forget;

  g_variant_get (parameter, "(&s&s)", &feed, &token);
  forget = *token == '\0';
  essaim_feed_list_set_token_async (self->feeds, feed, forget ? NULL : token, NULL, forget ? edited_cb : token_set_cb,
                                    g_object_ref (self));
}

static void
columns_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (get_open_id (self) != NULL)
    essaim_add_feed_window_present_feed (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, get_open_id (self));
}

static void
sheet_saved_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = essaim_session_save_sheet_finish (ESSAIM_SESSION (object), result, &error);

  if (self->session != NULL)
    say (self, saved ? _("The quality sheet is saved.") : error->message);
}

static void
sheet_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->session != NULL && get_open_id (self) != NULL)
    essaim_session_save_sheet_async (self->session, get_open_id (self), path, NULL, sheet_saved_cb, g_object_ref (self));
}

static void
sheet_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);
  g_autofree char *name = NULL;

  if (get_open_id (self) == NULL)
    return;

  name = g_strconcat (get_open_id (self), ".html", NULL);
  essaim_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the Quality Sheet"), name, sheet_chosen_cb,
                            g_object_ref (self));
}

/* (nullable): what is open, else what is chosen in the list */
static EssaimFeedItem *
get_chosen (EssaimSourcesPage *self)
{
  EssaimFeedItem *open = essaim_feed_report_get_feed (self->report);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return open != NULL || row == NULL ? open : essaim_feed_row_get_feed (ESSAIM_FEED_ROW (row));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  if (get_chosen (self) != NULL)
    gtk_widget_activate_action (widget, "win.remove-feed", "s", essaim_feed_item_get_id (get_chosen (self)));
}

static void
earlier_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  essaim_feed_report_go (ESSAIM_SOURCES_PAGE (widget)->report, 1);
}

static void
later_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  essaim_feed_report_go (ESSAIM_SOURCES_PAGE (widget)->report, -1);
}

static void
subscribed_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (EssaimSourcesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *feed = essaim_catalogue_list_subscribe_finish (ESSAIM_CATALOGUE_LIST (object), result, &error);

  if (self->session == NULL)
    return;
  if (feed == NULL)
    say (self, error->message);
  else
    essaim_scheduler_refresh (self->scheduler, feed, FALSE);
}

static void
subscribe_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  EssaimSourcesPage *self = ESSAIM_SOURCES_PAGE (widget);

  essaim_catalogue_list_subscribe_async (self->catalogue, g_variant_get_string (parameter, NULL), NULL, subscribed_cb,
                                         g_object_ref (self));
}

/**
 * essaim_sources_page_update_actions: (skip)
 * @self: a page
 *
 * Allows what can be done to the source that is shown, and no more.
 */
void
essaim_sources_page_update_actions (EssaimSourcesPage *self)
{
  EssaimFeedItem *feed = essaim_feed_report_get_feed (self->report);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean own = feed != NULL && !essaim_feed_item_is_shipped (feed);
  gboolean read = own && essaim_feed_item_get_last_success (feed) != NULL;

  gtk_widget_action_set_enabled (widget, "sources.refresh", own && essaim_feed_item_get_uri (feed) != NULL);
  gtk_widget_action_set_enabled (widget, "sources.columns", read);
  gtk_widget_action_set_enabled (widget, "sources.sheet", read);
  gtk_widget_action_set_enabled (widget, "sources.remove", get_chosen (self) != NULL);
  gtk_widget_action_set_enabled (widget, "sources.earlier", essaim_sources_page_can_travel (self, -1));
  gtk_widget_action_set_enabled (widget, "sources.later", essaim_sources_page_can_travel (self, 1));
  g_signal_emit_by_name (self, "history-changed");
}

/**
 * essaim_sources_page_install_actions: (skip)
 * @widget_class: the class of the page
 */
void
essaim_sources_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sources.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "sources.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "sources.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "sources.stop", "s", stop_action);
  gtk_widget_class_install_action (widget_class, "sources.stop-all", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "sources.set-enabled", "(sb)", set_enabled_action);
  gtk_widget_class_install_action (widget_class, "sources.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "sources.set-interval", "(si)", set_interval_action);
  gtk_widget_class_install_action (widget_class, "sources.set-licence", "(ss)", set_licence_action);
  gtk_widget_class_install_action (widget_class, "sources.set-address", "(ss)", set_address_action);
  gtk_widget_class_install_action (widget_class, "sources.set-token", "(ss)", set_token_action);
  gtk_widget_class_install_action (widget_class, "sources.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "sources.sheet", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "sources.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "sources.earlier", NULL, earlier_action);
  gtk_widget_class_install_action (widget_class, "sources.later", NULL, later_action);
  gtk_widget_class_install_action (widget_class, "sources.subscribe", "s", subscribe_action);
}
