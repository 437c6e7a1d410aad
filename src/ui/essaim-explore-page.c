/* essaim-explore-page.c: one query, seen as filters, map and list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explore-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-detail-pane.h"
#include "essaim-filters-pane.h"
#include "essaim-map-view.h"
#include "essaim-panes.h"
#include "essaim-results-pane.h"
#include "essaim-results.h"

struct _EssaimExplorePage
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *panes;
  GtkWidget      *filters;
  GtkWidget      *map;
  GtkWidget      *results;
  GtkWidget      *detail;
  GtkWidget      *front_switch;
  GtkWidget      *front_map;
  GtkWidget      *front_list;
  GtkWidget      *unplaced;
  GtkWidget      *unplaced_count;
  GtkWidget      *unplaced_button;

  /* Owned */
  EssaimExplorer *explorer;
};

G_DEFINE_FINAL_TYPE (EssaimExplorePage, essaim_explore_page, ADW_TYPE_BIN)

/* Nothing vanishes silently: what the map cannot show is counted, and one click away. */
static void
update_unplaced (EssaimExplorePage *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  gboolean only = essaim_explorer_get_query (self->explorer)->placed == ESSAIM_PLACED_NO;
  g_autofree char *text = NULL;
  guint n;

  if (results == NULL)
    {
      gtk_widget_set_visible (self->unplaced, FALSE);
      return;
    }

  n = essaim_results_get_n_unplaced (results);
  text = g_strdup_printf (ngettext ("%'u record without a position", "%'u records without a position", n), n);
  gtk_label_set_text (GTK_LABEL (self->unplaced_count), text);
  gtk_button_set_label (GTK_BUTTON (self->unplaced_button), only ? C_("records", "Show All") : C_("records", "Show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unplaced_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  only ? _("Show all records") : _("Show the records without a position"), -1);
  gtk_widget_set_visible (self->unplaced, n > 0 || only);
}

static void
update_front (EssaimExplorePage *self)
{
  gboolean list = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->front_list));
  gboolean open = essaim_panes_get_detail_open (ESSAIM_PANES (self->panes));

  essaim_panes_set_front (ESSAIM_PANES (self->panes), list ? ESSAIM_PANE_LIST : ESSAIM_PANE_MAIN);
  gtk_widget_set_visible (self->front_switch, essaim_panes_is_single (ESSAIM_PANES (self->panes)) && !open);
}

static void
front_toggled_cb (EssaimExplorePage *self)
{
  update_front (self);
}

static void
territory_activated_cb (EssaimExplorePage *self,
                        const char        *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));

  essaim_explorer_set_territory (self->explorer, essaim_territories_lookup (territories, id));
}

static void
essaim_explore_page_dispose (GObject *object)
{
  EssaimExplorePage *self = ESSAIM_EXPLORE_PAGE (object);

  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_explore_page_parent_class)->dispose (object);
}

static void
essaim_explore_page_class_init (EssaimExplorePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_explore_page_dispose;

  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_FILTERS_PANE);
  g_type_ensure (ESSAIM_TYPE_MAP_VIEW);
  g_type_ensure (ESSAIM_TYPE_RESULTS_PANE);
  g_type_ensure (ESSAIM_TYPE_DETAIL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-explore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, filters);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, results);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, detail);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, front_switch);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, front_map);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, front_list);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, unplaced);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, unplaced_count);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, unplaced_button);
  gtk_widget_class_bind_template_callback (widget_class, front_toggled_cb);
}

static void
essaim_explore_page_init (EssaimExplorePage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  essaim_map_view_add_overlay (ESSAIM_MAP_VIEW (self->map), self->unplaced);
  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->detail, "open", self->panes, "detail-open", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->panes, "notify::single", G_CALLBACK (update_front), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::detail-open", G_CALLBACK (update_front), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "territory-activated", G_CALLBACK (territory_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_explore_page_set_models:
 * @self: the page
 * @explorer: the query and its results
 * @shortlists: where projects may be kept; once only
 */
void
essaim_explore_page_set_models (EssaimExplorePage *self,
                                EssaimExplorer    *explorer,
                                EssaimShortlists  *shortlists)
{
  g_return_if_fail (ESSAIM_IS_EXPLORE_PAGE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  essaim_filters_pane_set_explorer (ESSAIM_FILTERS_PANE (self->filters), explorer);
  essaim_map_view_set_explorer (ESSAIM_MAP_VIEW (self->map), explorer);
  essaim_results_pane_set_explorer (ESSAIM_RESULTS_PANE (self->results), explorer);
  essaim_detail_pane_set_models (ESSAIM_DETAIL_PANE (self->detail), explorer, shortlists);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (update_unplaced), self, G_CONNECT_SWAPPED);
  update_unplaced (self);
}

/**
 * essaim_explore_page_toggle_filters:
 * @self: the page
 *
 * Shows the filters, or hides them.
 */
void
essaim_explore_page_toggle_filters (EssaimExplorePage *self)
{
  EssaimPanes *panes = ESSAIM_PANES (self->panes);

  essaim_panes_set_side_open (panes, !essaim_panes_get_side_open (panes));
}

/**
 * essaim_explore_page_close_detail:
 * @self: the page
 *
 * Returns: whether there was a detail to close
 */
gboolean
essaim_explore_page_close_detail (EssaimExplorePage *self)
{
  if (!essaim_panes_get_detail_open (ESSAIM_PANES (self->panes)))
    return FALSE;

  essaim_detail_pane_close (ESSAIM_DETAIL_PANE (self->detail));

  return TRUE;
}

/**
 * essaim_explore_page_travel:
 * @self: the page
 * @step: -1 to the detail before, 1 to the one after
 */
void
essaim_explore_page_travel (EssaimExplorePage *self,
                            int                step)
{
  essaim_detail_pane_go (ESSAIM_DETAIL_PANE (self->detail), step);
}

/**
 * essaim_explore_page_show_front:
 * @self: the page
 * @list: whether a narrow window shows the list rather than the map
 */
void
essaim_explore_page_show_front (EssaimExplorePage *self,
                                gboolean           list)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (list ? self->front_list : self->front_map), TRUE);
}
