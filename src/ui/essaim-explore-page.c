/* essaim-explore-page.c: one query, seen as filters, map and list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explore-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-chips-bar.h"
#include "essaim-detail-pane.h"
#include "essaim-filters-pane.h"
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
  GtkWidget      *chips;
  GtkWidget      *front_button;
  GtkWidget      *front_content;

  /* Owned */
  EssaimExplorer *explorer;

  /* Borrowed: what the keyboard was on before the detail opened */
  GtkWidget      *focus_before;

  guint           focus_id;
  guint           shows_list : 1;  /* of a narrow window: list rather than map */
  guint           narrow : 1;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimExplorePage, essaim_explore_page, ADW_TYPE_BIN)

/* The button names the pane that it leads to. */
static void
update_front (EssaimExplorePage *self)
{
  EssaimPanes *panes = ESSAIM_PANES (self->panes);
  gboolean sheet;

  g_object_get (panes, "sheet-shown", &sheet, NULL);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (self->front_content), self->shows_list ? _("Map") : _("List"));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (self->front_content),
                                    self->shows_list ? "essaim-map-symbolic" : "view-list-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->front_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->shows_list ? _("Show the Map") : _("Show the List"), -1);
  gtk_widget_set_visible (self->front_button,
                          essaim_panes_is_single (panes) && !essaim_panes_get_detail_open (panes) && !sheet);
  essaim_map_view_set_foot (ESSAIM_MAP_VIEW (self->map), essaim_panes_is_single (panes) ? self->front_button : NULL);
}

static void
front_clicked_cb (EssaimExplorePage *self)
{
  essaim_explore_page_show_front (self, !self->shows_list);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Once the panes have their places. */
static gboolean
move_focus_cb (gpointer user_data)
{
  EssaimExplorePage *self = user_data;
  EssaimPanes *panes = ESSAIM_PANES (self->panes);

  self->focus_id = 0;
  if (essaim_panes_get_detail_open (panes))
    {
      if (essaim_panes_is_single (panes))
        essaim_panes_focus (panes, ESSAIM_PANE_DETAIL);
      return G_SOURCE_REMOVE;
    }

  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
  else
    essaim_panes_focus (panes, essaim_panes_is_single (panes) && !self->shows_list ? ESSAIM_PANE_MAIN : ESSAIM_PANE_LIST);
  g_clear_weak_pointer (&self->focus_before);

  return G_SOURCE_REMOVE;
}

/* The keyboard follows into a detail that covers the row it came from, and returns to that row. */
static void
detail_changed_cb (EssaimExplorePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean open = essaim_panes_get_detail_open (ESSAIM_PANES (self->panes));

  update_front (self);
  if (open && focus != NULL && (has_focus_within (self->results) || has_focus_within (self->map)))
    g_set_weak_pointer (&self->focus_before, focus);
  if ((open || focus == NULL || has_focus_within (self->detail)) && self->focus_id == 0 && gtk_widget_get_mapped (self->panes))
    self->focus_id = g_idle_add (move_focus_cb, self);
}

/* A map without a record says nothing of why: the list does, and offers a way out. */
static void
results_changed_cb (EssaimExplorePage *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);

  if (!self->shows_list && results != NULL && essaim_results_get_n (results) == 0 &&
      essaim_panes_is_single (ESSAIM_PANES (self->panes)))
    essaim_explore_page_show_front (self, TRUE);
}

static void
single_changed_cb (EssaimExplorePage *self)
{
  update_front (self);
  if (self->explorer != NULL)
    results_changed_cb (self);
}

static void
territory_activated_cb (EssaimExplorePage *self,
                        const char        *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));

  essaim_explorer_set_territory (self->explorer, essaim_territories_lookup (territories, id));
}

/* Where there is room for one pane, the detail makes way for the map. */
static void
show_box_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  EssaimExplorePage *self = ESSAIM_EXPLORE_PAGE (widget);
  double west, south, east, north;

  g_variant_get (parameter, "(dddd)", &west, &south, &east, &north);
  if (essaim_panes_is_single (ESSAIM_PANES (self->panes)))
    {
      essaim_explore_page_show_front (self, FALSE);
      essaim_detail_pane_close (ESSAIM_DETAIL_PANE (self->detail));
    }
  essaim_map_view_show_box (ESSAIM_MAP_VIEW (self->map), west, south, east, north);
}

static void
essaim_explore_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, ESSAIM_EXPLORE_PAGE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_explore_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      ESSAIM_EXPLORE_PAGE (object)->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_explore_page_dispose (GObject *object)
{
  EssaimExplorePage *self = ESSAIM_EXPLORE_PAGE (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_explore_page_parent_class)->dispose (object);
}

static void
essaim_explore_page_class_init (EssaimExplorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_explore_page_dispose;
  object_class->get_property = essaim_explore_page_get_property;
  object_class->set_property = essaim_explore_page_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_CHIPS_BAR);
  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_FILTERS_PANE);
  g_type_ensure (ESSAIM_TYPE_MAP_VIEW);
  g_type_ensure (ESSAIM_TYPE_RESULTS_PANE);
  g_type_ensure (ESSAIM_TYPE_DETAIL_PANE);
  gtk_widget_class_install_action (widget_class, "explore.show-box", "(dddd)", show_box_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-explore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, filters);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, results);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, detail);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, chips);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, front_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimExplorePage, front_content);
  gtk_widget_class_bind_template_callback (widget_class, front_clicked_cb);
}

static void
essaim_explore_page_init (EssaimExplorePage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->detail, "open", self->panes, "detail-open", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->panes, "single", self->filters, "narrow", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "narrow", self->chips, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->panes, "notify::single", G_CALLBACK (single_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::sheet-shown", G_CALLBACK (update_front), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::detail-open", G_CALLBACK (detail_changed_cb), self, G_CONNECT_SWAPPED);
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
  essaim_chips_bar_set_explorer (ESSAIM_CHIPS_BAR (self->chips), explorer);
  essaim_filters_pane_set_explorer (ESSAIM_FILTERS_PANE (self->filters), explorer);
  essaim_map_view_set_explorer (ESSAIM_MAP_VIEW (self->map), explorer);
  essaim_results_pane_set_models (ESSAIM_RESULTS_PANE (self->results), explorer, shortlists);
  essaim_detail_pane_set_models (ESSAIM_DETAIL_PANE (self->detail), explorer, shortlists);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_explore_page_get_panes:
 * @self: the page
 *
 * Returns: (transfer none): filters, map, list and detail
 */
EssaimPanes *
essaim_explore_page_get_panes (EssaimExplorePage *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORE_PAGE (self), NULL);

  return ESSAIM_PANES (self->panes);
}

/**
 * essaim_explore_page_get_map:
 * @self: the page
 *
 * Returns: (transfer none): the map
 */
EssaimMapView *
essaim_explore_page_get_map (EssaimExplorePage *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORE_PAGE (self), NULL);

  return ESSAIM_MAP_VIEW (self->map);
}

/**
 * essaim_explore_page_get_results:
 * @self: the page
 *
 * Returns: (transfer none): the list
 */
EssaimResultsPane *
essaim_explore_page_get_results (EssaimExplorePage *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORE_PAGE (self), NULL);

  return ESSAIM_RESULTS_PANE (self->results);
}

/**
 * essaim_explore_page_get_detail:
 * @self: the page
 *
 * Returns: (transfer none): the project or territory that is open, and those that were
 */
EssaimDetailPane *
essaim_explore_page_get_detail (EssaimExplorePage *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORE_PAGE (self), NULL);

  return ESSAIM_DETAIL_PANE (self->detail);
}

/**
 * essaim_explore_page_go_up:
 * @self: the page
 *
 * Closes what was opened last: the filters over the results, or the detail.
 *
 * Returns: whether there was anything to close
 */
gboolean
essaim_explore_page_go_up (EssaimExplorePage *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORE_PAGE (self), FALSE);

  if (essaim_panes_close_sheet (ESSAIM_PANES (self->panes)))
    return TRUE;
  if (!essaim_panes_get_detail_open (ESSAIM_PANES (self->panes)))
    return FALSE;

  essaim_detail_pane_close (ESSAIM_DETAIL_PANE (self->detail));

  return TRUE;
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
  g_return_if_fail (ESSAIM_IS_EXPLORE_PAGE (self));

  self->shows_list = !!list;
  essaim_panes_set_front (ESSAIM_PANES (self->panes), list ? ESSAIM_PANE_LIST : ESSAIM_PANE_MAIN);
  update_front (self);
}
