/* essaim-window.c: the window: four pages, a search entry, and the verbs between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-add-feed-window.h"

G_DEFINE_FINAL_TYPE (EssaimWindow, essaim_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_exploring (EssaimWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack)), "explore") == 0;
}

/* Enter goes where the results are. */
static void
search_activated_cb (EssaimWindow *self)
{
  essaim_window_show_page (self, "explore");
  essaim_explore_page_show_front (self->explore_page, TRUE);
}

/* A narrow window has its pages below, out of the way of a sheet. */
static void
shape_changed_cb (EssaimWindow *self)
{
  EssaimPanes *panes = essaim_explore_page_get_panes (self->explore_page);
  gboolean narrow = essaim_header_is_narrow (self->header);
  gboolean single = essaim_panes_is_single (panes);
  gboolean sheet, filters;

  g_object_get (panes, "sheet-shown", &sheet, "side-shown", &filters, NULL);
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->bottom_bar), narrow && !(single && sheet));
  g_object_set (self->explore_page, "narrow", narrow, NULL);
  g_object_set (self->header, "deep", single && essaim_panes_get_detail_open (panes) && is_exploring (self), NULL);
  if (single && sheet)
    gtk_widget_add_css_class (GTK_WIDGET (self->header), "veiled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->header), "veiled");
  gtk_widget_set_can_target (GTK_WIDGET (self->header), !(single && sheet));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "toggle-filters")),
                             g_variant_new_boolean (filters));
}

static void
set_enabled (EssaimWindow *self,
             const char   *action,
             gboolean      enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

/**
 * essaim_window_update_history:
 * @self: the window
 *
 * Offers back and forward where the page that is looked at has been somewhere: each has a history of its own.
 */
void
essaim_window_update_history (EssaimWindow *self)
{
  const char * const names[] = { "back", "forward" };
  const char *page = adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack));
  EssaimDetailPane *detail = essaim_explore_page_get_detail (self->explore_page);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int step = i == 0 ? -1 : 1;
      gboolean can = FALSE;

      if (g_strcmp0 (page, "explore") == 0)
        can = essaim_detail_pane_can_go (detail, step);
      else if (g_strcmp0 (page, "territories") == 0)
        can = essaim_territories_page_can_travel (self->territories_page, step);
      else if (g_strcmp0 (page, "sources") == 0)
        can = essaim_sources_page_can_travel (essaim_window_get_sources_page (self), step);
      set_enabled (self, names[i], can);
    }
}

/* What has nothing to work on says so; what is not in sight is not kept by a key. */
static void
update_actions (EssaimWindow *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  gboolean selected = essaim_explorer_get_selected_row (self->explorer) != ESSAIM_NO_ROW ||
                      essaim_explorer_get_selected_id (self->explorer) != NULL;

  set_enabled (self, "keep-selected", is_exploring (self) && selected);
  set_enabled (self, "correct-selected", is_exploring (self) && selected);
  set_enabled (self, "join-with", is_exploring (self) && selected);
  set_enabled (self, "clear-filters", !essaim_query_is_empty (essaim_explorer_get_query (self->explorer)));
  set_enabled (self, "export-results", results != NULL && essaim_results_get_n (results) > 0);
}

static void
page_changed_cb (EssaimWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack));

  /* While the window is made or goes. */
  if (self->explorer == NULL)
    return;

  if (g_strcmp0 (page, "shortlists") == 0)
    essaim_window_get_shortlists_page (self);
  else if (g_strcmp0 (page, "sources") == 0)
    essaim_window_get_sources_page (self);
  essaim_panes_close_sheet (essaim_explore_page_get_panes (self->explore_page));
  set_enabled (self, "toggle-filters", is_exploring (self));
  essaim_window_update_history (self);
  update_actions (self);
  shape_changed_cb (self);
}

static void
failed_cb (EssaimWindow *self,
           GError       *error)
{
  essaim_window_say (self, error->message);
}

/* Not before the window stands: the first question about the network may take a while. */
static void
watch_network (EssaimWindow *self)
{
  GNetworkMonitor *network = g_network_monitor_get_default ();

  self->offline = essaim_offline_new (self->feeds, self->notice);
  g_signal_connect_object (self->scheduler, "answered", G_CALLBACK (essaim_offline_answered), self->offline,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (network, "network-available", self->offline, "available", G_BINDING_SYNC_CREATE);
  g_object_bind_property (network, "network-available", self->scheduler, "online", G_BINDING_SYNC_CREATE);
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean prepared = essaim_session_prepare_finish (ESSAIM_SESSION (object), result, &error);

  if (self->explorer == NULL)
    return;
  if (!prepared)
    essaim_window_say (self, error->message);

  essaim_explorer_reload (self->explorer);
  watch_network (self);
  if (prepared && !self->quiet)
    essaim_scheduler_start (self->scheduler);
}

static void
notes_flushed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->closing = FALSE;
  if (essaim_shortlists_flush_finish (ESSAIM_SHORTLISTS (object), result, &error) || self->warned)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  self->warned = TRUE;
  essaim_window_say (self, error->message);
  essaim_window_say (self, _("A note could not be saved. It is still here; close again to leave without it."));
}

/* What was typed is in the store before the window goes; where it cannot be, the window stays with it. Who closes it again
 * has the store asked once more: the disk may work by then. */
static gboolean
essaim_window_close_request (GtkWindow *window)
{
  EssaimWindow *self = ESSAIM_WINDOW (window);

  if (self->shortlists == NULL)
    return GTK_WINDOW_CLASS (essaim_window_parent_class)->close_request (window);

  if (!self->closing)
    {
      self->closing = TRUE;
      essaim_shortlists_flush_async (self->shortlists, notes_flushed_cb, g_object_ref (self));
    }

  return TRUE;
}

static void
essaim_window_dispose (GObject *object)
{
  EssaimWindow *self = ESSAIM_WINDOW (object);

  /* What is exported on the bus may outlive the window: these hold the map and the explorer. */
  g_action_map_remove_action (G_ACTION_MAP (self), "visible-map");
  g_action_map_remove_action (G_ACTION_MAP (self), "sort");
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_object (&self->settings);
  g_clear_object (&self->offline);
  g_clear_object (&self->duplicates);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->feeds);
  g_clear_object (&self->shortlists);
  g_clear_pointer (&self->to_keep, g_ptr_array_unref);
  g_clear_object (&self->explorer);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_window_parent_class)->dispose (object);
}

static void
essaim_window_class_init (EssaimWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = essaim_window_close_request;

  g_type_ensure (ESSAIM_TYPE_EXPLORE_PAGE);
  g_type_ensure (ESSAIM_TYPE_HEADER);
  g_type_ensure (ESSAIM_TYPE_NOTICE_BAR);
  g_type_ensure (ESSAIM_TYPE_TERRITORIES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, header);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, explore_page);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, territories_page);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, shortlists_bin);
  gtk_widget_class_bind_template_child (widget_class, EssaimWindow, sources_bin);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shape_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);

  /* Below popovers and entries: they take the key first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-detail", NULL);
}

static void
watch_histories (EssaimWindow *self)
{
  gpointer histories[] = { essaim_explore_page_get_detail (self->explore_page), self->territories_page };

  for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
    g_signal_connect_object (histories[i], "history-changed", G_CALLBACK (essaim_window_update_history), self,
                             G_CONNECT_SWAPPED);
}

static void
essaim_window_init (EssaimWindow *self)
{
  static const char * const shapes[] = { "notify::single", "notify::sheet-shown", "notify::side-shown", "notify::detail-open" };
  EssaimPanes *panes;

  gtk_widget_init_template (GTK_WIDGET (self));
  panes = essaim_explore_page_get_panes (self->explore_page);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_signal_connect_object (panes, shapes[i], G_CALLBACK (shape_changed_cb), self, G_CONNECT_SWAPPED);
  essaim_window_init_actions (self);
  watch_histories (self);
  essaim_window_init_keeping (self);
  essaim_window_init_shortlists (self);
  essaim_window_init_feeds (self);
  essaim_window_init_corrections (self);
  essaim_window_init_judging (self);
}

/**
 * essaim_window_new:
 * @application: the application
 * @session: the open data folder
 *
 * Returns: a window that fills itself as the session gets ready
 */
EssaimWindow *
essaim_window_new (AdwApplication *application,
                   EssaimSession  *session)
{
  static const char * const states[] = { "notify::results", "notify::selected-id", "notify::selected-row" };
  EssaimWindow *self = g_object_new (ESSAIM_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GPropertyAction) sort = NULL;

  self->session = g_object_ref (session);
  self->explorer = essaim_explorer_new (session);
  self->shortlists = essaim_shortlists_new (session);
  self->feeds = essaim_feed_list_new (session);
  self->scheduler = essaim_scheduler_new (session, self->feeds);
  self->duplicates = essaim_duplicates_new (session);

  sort = g_property_action_new ("sort", self->explorer, "sort");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sort));
  essaim_explore_page_set_models (self->explore_page, self->explorer, self->shortlists);
  essaim_territories_page_set_explorer (self->territories_page, self->explorer);
  essaim_window_watch_shortlists (self);
  essaim_header_set_models (self->header, self->explorer, self->shortlists);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "work-damaged", G_CALLBACK (essaim_window_offer_copy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "query-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_signal_connect_object (self->explorer, states[i], G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
  essaim_session_prepare_async (session, NULL, prepared_cb, g_object_ref (self));

  return self;
}

static gboolean
is_settled (EssaimExplorer *explorer)
{
  return essaim_explorer_get_results (explorer) != NULL && !essaim_explorer_get_busy (explorer);
}

/**
 * essaim_window_stay_quiet:
 * @self: a new window
 *
 * Reads no feed by itself: a picture of the window changes nothing, and asks no server.
 */
void
essaim_window_stay_quiet (EssaimWindow *self)
{
  g_return_if_fail (ESSAIM_IS_WINDOW (self));

  self->quiet = TRUE;
}

static gboolean
is_sources_settled (EssaimWindow *self)
{
  return self->sources_page != NULL ? essaim_sources_page_is_settled (self->sources_page)
                                    : essaim_feed_list_get_loaded (self->feeds);
}

/**
 * essaim_window_is_settled:
 * @self: the window
 *
 * Returns: whether everything that the pages show has been answered
 */
gboolean
essaim_window_is_settled (EssaimWindow *self)
{
  g_return_val_if_fail (ESSAIM_IS_WINDOW (self), FALSE);

  return is_settled (self->explorer) && essaim_territories_page_is_settled (self->territories_page) &&
         essaim_shortlists_get_loaded (self->shortlists) && is_sources_settled (self) &&
         essaim_duplicates_get_loaded (self->duplicates);
}

/**
 * essaim_window_show_page:
 * @self: the window
 * @page: `explore`, `territories`, `shortlists` or `sources`; `explore/` and the id of a project, `territories/` and the id of
 *   a territory, `shortlists/` and the id of a project kept, or `sources/` and the id of a feed, open it; `add`, or
 *   `add/` and a path or an address, opens the window that adds a source; `duplicates` the one that asks about records that may
 *   be one, `join/` and the id of a project the one that joins it with another, `correct/` and the id of a project the one that
 *   corrects it, `own` the one that adds a project
 *
 * Returns: whether there is such a page
 */
gboolean
essaim_window_show_page (EssaimWindow *self,
                         const char   *page)
{
  g_auto (GStrv) parts = g_strsplit (page, "/", 2);
  EssaimTerritories *territories;

  g_return_val_if_fail (ESSAIM_IS_WINDOW (self), FALSE);

  if (g_strcmp0 (parts[0], "add") == 0)
    {
      essaim_add_feed_window_present (GTK_WINDOW (self), self->session, parts[1]);
      return TRUE;
    }
  if (g_strcmp0 (parts[0], "duplicates") == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.review-duplicates", NULL);
  if (g_strcmp0 (parts[0], "join") == 0 && parts[1] != NULL)
    {
      essaim_window_join_with (self, parts[1]);
      return TRUE;
    }
  if (g_strcmp0 (parts[0], "correct") == 0 && parts[1] != NULL)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.correct-project", "s", parts[1]);
  if (g_strcmp0 (parts[0], "own") == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.add-project", NULL);
  if (parts[0] == NULL || adw_view_stack_get_child_by_name (ADW_VIEW_STACK (self->stack), parts[0]) == NULL)
    return FALSE;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), parts[0]);
  territories = essaim_reference_get_territories (essaim_session_get_reference (self->session));
  if (parts[1] != NULL && g_str_equal (parts[0], "territories"))
    essaim_territories_page_show (self->territories_page, essaim_territories_lookup (territories, parts[1]));
  else if (parts[1] != NULL && g_str_equal (parts[0], "shortlists"))
    essaim_shortlists_page_open (essaim_window_get_shortlists_page (self), parts[1]);
  else if (parts[1] != NULL && g_str_equal (parts[0], "sources"))
    essaim_sources_page_open (essaim_window_get_sources_page (self), parts[1]);
  else if (parts[1] != NULL && g_str_equal (parts[0], "explore"))
    essaim_explorer_select (self->explorer, parts[1]);

  return TRUE;
}

/**
 * essaim_window_ask:
 * @self: the window
 * @query: what to look for
 *
 * Asks as if the person had searched and filtered.
 */
void
essaim_window_ask (EssaimWindow      *self,
                   const EssaimQuery *query)
{
  g_return_if_fail (ESSAIM_IS_WINDOW (self));

  essaim_explorer_set_query (self->explorer, query);
}

/**
 * essaim_window_say:
 * @self: the window
 * @sentence: plain text
 *
 * Says something in a toast.
 */
void
essaim_window_say (EssaimWindow *self,
                   const char   *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (ESSAIM_IS_WINDOW (self));

  /* An answer may come when the window has gone. */
  if (self->session == NULL)
    return;

  /* A toast reads its title as markup. */
  escaped = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}
