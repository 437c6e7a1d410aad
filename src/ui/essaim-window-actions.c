/* essaim-window-actions.c: the verbs of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-file-chooser.h"
#include "essaim-result-item.h"

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  essaim_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  essaim_header_search (((EssaimWindow *) user_data)->header);
}

static void
toggle_filters_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  essaim_panes_toggle_side (essaim_explore_page_get_panes (((EssaimWindow *) user_data)->explore_page));
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  essaim_explorer_clear (((EssaimWindow *) user_data)->explorer);
}

static void
show_unplaced_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EssaimWindow *self = user_data;
  gboolean only = essaim_explorer_get_query (self->explorer)->placed == ESSAIM_PLACED_NO;

  essaim_explorer_set_placed (self->explorer, only ? ESSAIM_PLACED_ANY : ESSAIM_PLACED_NO);
  essaim_explore_page_show_front (self->explore_page, !only);
}

static void
show_project_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_window_show_page (self, "explore");
  essaim_explorer_select (self->explorer, g_variant_get_string (parameter, NULL));
}

static void
explore_territory_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  EssaimQuery *query = essaim_query_copy (essaim_explorer_get_query (self->explorer));

  g_ptr_array_set_size (query->territories, 0);
  g_ptr_array_add (query->territories, g_strdup (id));
  essaim_explorer_set_query (self->explorer, query);
  essaim_query_free (query);
  essaim_window_show_page (self, "explore");
}

static void
close_detail_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *page = adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack));

  if (essaim_header_close_search (self->header))
    return;

  if (g_strcmp0 (page, "explore") == 0)
    essaim_explore_page_go_up (self->explore_page);
  else if (g_strcmp0 (page, "territories") == 0)
    essaim_territories_page_go_back (self->territories_page);
  else if (g_strcmp0 (page, "shortlists") == 0)
    essaim_shortlists_page_go_back (essaim_window_get_shortlists_page (self));
  else if (g_strcmp0 (page, "sources") == 0)
    essaim_sources_page_go_back (essaim_window_get_sources_page (self));
}

/* Each page has a history of its own. */
static void
travel (EssaimWindow *self,
        int           step)
{
  const char *page = adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack));

  if (g_strcmp0 (page, "explore") == 0)
    essaim_detail_pane_go (essaim_explore_page_get_detail (self->explore_page), step);
  else if (g_strcmp0 (page, "territories") == 0)
    essaim_territories_page_travel (self->territories_page, step);
  else if (g_strcmp0 (page, "sources") == 0)
    essaim_sources_page_travel (essaim_window_get_sources_page (self), step);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  travel (user_data, -1);
}

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  travel (user_data, 1);
}

static void
set_home_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_session_get_reference (self->session));

  /* No territory has an empty id. */
  essaim_explorer_set_home (self->explorer, essaim_territories_lookup (territories, g_variant_get_string (parameter, NULL)));
}

static EssaimPanes *
find_panes (GtkWidget *widget)
{
  if (ESSAIM_IS_PANES (widget))
    return ESSAIM_PANES (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      EssaimPanes *found = gtk_widget_get_mapped (child) ? find_panes (child) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
move_between_panes (EssaimWindow *self,
                    int           step)
{
  GtkWidget *page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack));
  EssaimPanes *panes = find_panes (page);

  if (panes != NULL)
    essaim_panes_focus_next (panes, step);
  else
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  move_between_panes (user_data, 1);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  move_between_panes (user_data, -1);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (essaim_explorer_export_finish (ESSAIM_EXPLORER (object), result, &error))
    essaim_window_say (self, _("The results were exported."));
  else
    essaim_window_say (self, error->message);
}

static void
export_chosen_cb (GFile    *file,
                  gboolean  with_contact,
                  gpointer  user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->explorer != NULL)
    essaim_explorer_export_async (self->explorer, path, with_contact, NULL, exported_cb, g_object_ref (self));
}

static void
export_results_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  essaim_file_chooser_export (user_data, _("Export the Results"), "essaim.csv", export_chosen_cb,
                              g_object_ref (user_data));
}

/* GTK would make the window of shortcuts with each of the program's, for a key that few ever press. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/fr/essaim/Essaim/ui/help-overlay.ui");
  GtkShortcutsWindow *overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  /* Puts its own action in the place of this one. */
  gtk_application_window_set_help_overlay (user_data, overlay);
  gtk_window_present (GTK_WINDOW (overlay));
}

static void
say_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  essaim_window_say (user_data, g_variant_get_string (parameter, NULL));
}

/** Selected: what is to be done once the id of the project chosen is known. */
typedef struct
{
  EssaimWindow *window;   /* owned */
  const char   *action;   /* its name, a literal */
} Selected;

static void
selected_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree Selected *selected = user_data;
  g_autoptr (EssaimWindow) self = selected->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = essaim_explorer_load_items_finish (ESSAIM_EXPLORER (object), result, &error);

  if (items == NULL)
    essaim_window_say (self, error->message);
  else if (items->len > 0 && self->session != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), selected->action,
                                    g_variant_new_string (essaim_result_item_get_id (items->pdata[0])));
}

/**
 * essaim_window_do_to_selected:
 * @self: the window
 * @action: a literal: name of an action of the window that takes the id of a project
 *
 * Activates it with the project chosen in the results, or the one that is shown; without either it does nothing. The id of a row
 * just chosen may not be known yet, and the one that is known be that of the project before.
 */
void
essaim_window_do_to_selected (EssaimWindow *self,
                              const char   *action)
{
  guint row = essaim_explorer_get_selected_row (self->explorer);
  const char *id = essaim_explorer_get_selected_id (self->explorer);
  Selected *selected;

  if (row != ESSAIM_NO_ROW)
    {
      selected = g_new0 (Selected, 1);
      selected->window = g_object_ref (self);
      selected->action = action;
      essaim_explorer_load_items_async (self->explorer, &row, 1, NULL, selected_found_cb, selected);
    }
  else if (id != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), action, g_variant_new_string (id));
}

/**
 * essaim_window_init_actions:
 * @self: the window
 *
 * Adds the `win.` actions.
 */
void
essaim_window_init_actions (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "page", .activate = page_cb, .parameter_type = "s" },
    { .name = "search", .activate = search_cb },
    { .name = "toggle-filters", .state = "false", .activate = toggle_filters_cb },
    { .name = "clear-filters", .activate = clear_filters_cb },
    { .name = "show-unplaced", .activate = show_unplaced_cb },
    { .name = "show-project", .activate = show_project_cb, .parameter_type = "s" },
    { .name = "explore-territory", .activate = explore_territory_cb, .parameter_type = "s" },
    { .name = "close-detail", .activate = close_detail_cb },
    { .name = "back", .activate = back_cb },
    { .name = "forward", .activate = forward_cb },
    { .name = "set-home", .activate = set_home_cb, .parameter_type = "s" },
    { .name = "next-pane", .activate = next_pane_cb },
    { .name = "previous-pane", .activate = previous_pane_cb },
    { .name = "export-results", .activate = export_results_cb },
    { .name = "show-help-overlay", .activate = show_help_overlay_cb },
    { .name = "say", .activate = say_cb, .parameter_type = "s" },
  };

  g_autoptr (GPropertyAction) visible_map = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  visible_map = g_property_action_new ("visible-map", essaim_explore_page_get_map (self->explore_page), "query-follows");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (visible_map));
}
