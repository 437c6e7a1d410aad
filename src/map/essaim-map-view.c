/* essaim-map-view.c: the map: base, territories, clusters, controls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-cell-text.h"
#include "essaim-map-limits.h"
#include "essaim-map-style.h"
#include "essaim-reference-source.h"
#include "essaim-territory-shape.h"

#define SETTLE_MS       250
#define INSETS_WIDTH_PX 560

G_DEFINE_FINAL_TYPE (EssaimMapView, essaim_map_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_EXPLORER, PROP_DARK, PROP_HIGH_CONTRAST, PROP_COUNTS, PROP_TERRITORIES, PROP_LIMITS,
       PROP_QUERY_FOLLOWS, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { PROJECT_ACTIVATED, TERRITORY_ACTIVATED, VIEW_SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EssaimReference *
get_reference (EssaimMapView *self)
{
  return self->explorer != NULL ? essaim_explorer_get_reference (self->explorer) : NULL;
}

static void
update_style (EssaimMapView *self)
{
  EssaimReference *reference = get_reference (self);
  guint home = self->explorer != NULL ? essaim_explorer_get_home (self->explorer) : ESSAIM_NO_TERRITORY;
  EssaimBaseStyle style = { .line_scale = 1.0, .with_territories = self->territories, .with_limits = self->limits };

  essaim_map_palette_init (&self->palette, self->dark, self->high_contrast);
  style.palette = self->palette;
  if (reference != NULL && self->territory != ESSAIM_NO_TERRITORY)
    style.chosen = essaim_territory_get_shape (reference, self->territory);
  if (reference != NULL && home != ESSAIM_NO_TERRITORY)
    style.home = essaim_territory_get_shape (reference, home);

  essaim_base_layer_set_style (self->base, &style);
  essaim_cluster_layer_set_palette (self->clusters, &self->palette);
  essaim_cluster_layer_set_with_territories (self->clusters, self->territories);
  essaim_insets_set_palette (ESSAIM_INSETS (self->insets), &self->palette);
}

/* What is in view is counted, and all that says so is brought up to date. */
static void
take_census (EssaimMapView *self)
{
  EssaimProjection view = essaim_map_flight_get_view (self->flight);

  essaim_map_census_take (&self->census, self->explorer != NULL ? essaim_explorer_get_results (self->explorer) : NULL,
                          &view);
  essaim_map_view_describe (self);
  essaim_map_view_update_controls (self);
}

static gboolean
settled_cb (gpointer user_data)
{
  EssaimMapView *self = user_data;
  EssaimCells *cells = essaim_cluster_layer_get_cells (self->clusters);
  double west, south, east, north;

  self->settle_timer = 0;
  if (essaim_cluster_layer_get_hovered (self->clusters) == ESSAIM_NO_CELL)
    essaim_map_view_share_hover (self);
  take_census (self);
  if (cells != NULL)
    essaim_insets_set_step (ESSAIM_INSETS (self->insets), essaim_cells_get_step (cells));
  if (essaim_map_view_get_bounds (self, &west, &south, &east, &north))
    g_signal_emit (self, signals[VIEW_SETTLED], 0, west, south, east, north);
  essaim_map_view_ask_in_view (self);

  return G_SOURCE_REMOVE;
}

static void
wait_until_settled (EssaimMapView *self)
{
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  self->settle_timer = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* Before the frame is drawn, a view that the person dragged or scrolled too far is brought back. */
static gboolean
limit_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (widget);
  EssaimProjection view = essaim_map_flight_get_view (self->flight);
  EssaimProjection allowed = view;

  self->limit_tick = 0;
  essaim_map_limits_apply (&allowed);
  if (!essaim_map_flight_is_flying (self->flight) &&
      (ABS (allowed.x - view.x) * view.scale > 0.5 || ABS (allowed.y - view.y) * view.scale > 0.5 ||
       ABS (allowed.scale / view.scale - 1.0) > 0.001))
    essaim_map_flight_jump (self->flight, &allowed);

  return G_SOURCE_REMOVE;
}

static void
viewport_changed_cb (EssaimMapView *self)
{
  if (shumate_viewport_get_rotation (self->viewport) != 0.0)
    shumate_viewport_set_rotation (self->viewport, 0.0);

  if (self->limit_tick == 0)
    self->limit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), limit_cb, NULL, NULL);
  wait_until_settled (self);
}

static void
results_changed_cb (EssaimMapView *self)
{
  EssaimResults *results = self->explorer != NULL ? essaim_explorer_get_results (self->explorer) : NULL;

  essaim_cluster_layer_set_results (self->clusters, results);
  essaim_insets_set_results (ESSAIM_INSETS (self->insets), results);
  take_census (self);
  wait_until_settled (self);
}

static void
selection_changed_cb (EssaimMapView *self)
{
  essaim_cluster_layer_set_selected (self->clusters, self->explorer != NULL
                                                       ? essaim_explorer_get_selected_row (self->explorer)
                                                       : ESSAIM_NO_ROW);
  essaim_map_view_update_controls (self);
}

static void
home_changed_cb (EssaimMapView *self)
{
  guint home = self->explorer != NULL ? essaim_explorer_get_home (self->explorer) : ESSAIM_NO_TERRITORY;

  essaim_cluster_layer_set_home (self->clusters, home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.locate", home != ESSAIM_NO_TERRITORY);
  update_style (self);
}

static void
territory_changed_cb (EssaimMapView *self)
{
  essaim_map_view_set_territory (self, self->explorer != NULL
                                         ? essaim_explorer_get_territory (self->explorer)
                                         : ESSAIM_NO_TERRITORY);
}

static void
add_map (EssaimMapView *self)
{
  g_autoptr (ShumateMapSource) source = essaim_reference_source_new ();

  self->map = shumate_map_new ();
  self->viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (self->viewport, source);
  shumate_viewport_set_min_zoom_level (self->viewport, ESSAIM_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (self->viewport, ESSAIM_MAX_ZOOM);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);

  self->base = essaim_base_layer_new (self->viewport);
  self->clusters = essaim_cluster_layer_new (self->viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->base));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->clusters));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
essaim_map_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (widget);

  /* A map fits wherever it is put; its controls give way. */
  gtk_widget_measure (self->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  *natural = MAX (*natural, 320);
}

static void
essaim_map_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (widget);
  int insets_width;

  /* Large text makes them wider. */
  gtk_widget_measure (self->insets, GTK_ORIENTATION_HORIZONTAL, -1, &insets_width, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->insets, width >= INSETS_WIDTH_PX &&
                                              insets_width <= (self->foot > 0 ? (width - self->foot) / 2 : width));
  gtk_widget_size_allocate (self->overlay, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));

  /* A label over the map that changes its text must not bring the map back. */
  if (width == self->width && height == self->height)
    return;

  self->width = width;
  self->height = height;
  wait_until_settled (self);
  if (self->at_home)
    {
      EssaimProjection home = essaim_map_view_get_home (self);

      essaim_map_flight_jump (self->flight, &home);
    }
  else if (self->at_box)
    {
      EssaimProjection view = essaim_map_view_get_box_view (self);

      essaim_map_flight_jump (self->flight, &view);
    }
}

static void
essaim_map_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (essaim_map_view_parent_class)->realize (widget);

  essaim_map_style_add (gtk_widget_get_display (widget));
}

static void
essaim_map_view_dispose (GObject *object)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_cancellable_cancel (self->telling);
  g_clear_object (&self->telling);
  g_clear_handle_id (&self->settle_timer, g_source_remove);
  g_clear_pointer (&self->flight, essaim_map_flight_free);
  g_clear_object (&self->explorer);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_map_view_parent_class)->dispose (object);
}

static void
essaim_map_view_finalize (GObject *object)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (object);

  g_clear_pointer (&self->tip, g_free);

  G_OBJECT_CLASS (essaim_map_view_parent_class)->finalize (object);
}

static void
set_flag (EssaimMapView *self,
          gboolean      *flag,
          gboolean       value,
          GParamSpec    *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  update_style (self);
  essaim_map_view_update_controls (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
essaim_map_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_EXPLORER:
      g_value_set_object (value, self->explorer);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    case PROP_COUNTS:
      g_value_set_boolean (value, self->counts);
      break;
    case PROP_TERRITORIES:
      g_value_set_boolean (value, self->territories);
      break;
    case PROP_LIMITS:
      g_value_set_boolean (value, self->limits);
      break;
    case PROP_QUERY_FOLLOWS:
      g_value_set_boolean (value, self->query_follows);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_map_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_EXPLORER:
      essaim_map_view_set_explorer (self, g_value_get_object (value));
      break;
    case PROP_DARK:
      essaim_map_view_set_dark (self, g_value_get_boolean (value));
      break;
    case PROP_HIGH_CONTRAST:
      essaim_map_view_set_high_contrast (self, g_value_get_boolean (value));
      break;
    case PROP_COUNTS:
      set_flag (self, &self->counts, g_value_get_boolean (value), pspec);
      break;
    case PROP_TERRITORIES:
      set_flag (self, &self->territories, g_value_get_boolean (value), pspec);
      break;
    case PROP_LIMITS:
      set_flag (self, &self->limits, g_value_get_boolean (value), pspec);
      break;
    case PROP_QUERY_FOLLOWS:
      essaim_map_view_set_query_follows (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_map_view_class_init (EssaimMapViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = essaim_map_view_dispose;
  object_class->finalize = essaim_map_view_finalize;
  object_class->get_property = essaim_map_view_get_property;
  object_class->set_property = essaim_map_view_set_property;
  widget_class->measure = essaim_map_view_measure;
  widget_class->size_allocate = essaim_map_view_size_allocate;
  widget_class->realize = essaim_map_view_realize;
  gtk_widget_class_set_css_name (widget_class, "essaim-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_EXPLORER] = g_param_spec_object ("explorer", NULL, NULL, ESSAIM_TYPE_EXPLORER, flags);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  properties[PROP_COUNTS] = g_param_spec_boolean ("counts", NULL, NULL, TRUE, flags);
  properties[PROP_TERRITORIES] = g_param_spec_boolean ("territories", NULL, NULL, TRUE, flags);
  properties[PROP_LIMITS] = g_param_spec_boolean ("limits", NULL, NULL, TRUE, flags);
  properties[PROP_QUERY_FOLLOWS] = g_param_spec_boolean ("query-follows", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PROJECT_ACTIVATED] = g_signal_new ("project-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TERRITORY_ACTIVATED] = g_signal_new ("territory-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[VIEW_SETTLED] = g_signal_new ("view-settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                        G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  essaim_map_view_class_install_actions (widget_class);
}

static void
essaim_map_view_init (EssaimMapView *self)
{
  self->territory = ESSAIM_NO_TERRITORY;
  self->at_home = TRUE;
  self->counts = self->territories = self->limits = TRUE;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->popover = ESSAIM_SITES_POPOVER (essaim_sites_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));

  add_map (self);
  self->flight = essaim_map_flight_new (GTK_WIDGET (self), self->viewport);
  essaim_map_view_add_controls (self);
  essaim_map_view_init_input (self);
  home_changed_cb (self);
  essaim_map_view_describe (self);
}

/**
 * essaim_map_view_set_territory: (skip)
 * @self: a map
 * @territory: what is outlined, or %ESSAIM_NO_TERRITORY
 */
void
essaim_map_view_set_territory (EssaimMapView *self,
                               guint          territory)
{
  if (self->territory == territory)
    return;

  self->territory = territory;
  essaim_cluster_layer_set_territory (self->clusters, territory);
  essaim_insets_set_territory (ESSAIM_INSETS (self->insets), territory);
  update_style (self);
  essaim_map_view_update_controls (self);
}

/**
 * essaim_map_view_describe: (skip)
 * @self: a map
 *
 * Tells assistive technologies what is seen: the map as a whole, and the cell of the keyboard.
 */
void
essaim_map_view_describe (EssaimMapView *self)
{
  EssaimCells *cells = essaim_cluster_layer_get_cells (self->clusters);
  guint walked = essaim_cluster_layer_get_walked (self->clusters);
  g_autofree char *label = essaim_map_describe (get_reference (self), self->territory, self->census.n_projects);
  g_autofree char *description = NULL;

  if (cells != NULL && walked != ESSAIM_NO_CELL)
    description = essaim_cell_describe_with_place (cells, walked);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}

/**
 * essaim_map_view_activate: (skip)
 * @self: a map
 * @id: of the project chosen
 */
void
essaim_map_view_activate (EssaimMapView *self,
                          const char    *id)
{
  essaim_explorer_select (self->explorer, id);
  g_signal_emit (self, signals[PROJECT_ACTIVATED], 0, id);
}

/**
 * essaim_map_view_activate_territory: (skip)
 * @self: a map
 * @id: of the territory chosen
 */
void
essaim_map_view_activate_territory (EssaimMapView *self,
                                    const char    *id)
{
  g_signal_emit (self, signals[TERRITORY_ACTIVATED], 0, id);
}

/**
 * essaim_map_view_new:
 *
 * Returns: (transfer floating): a map of the whole of France, without records until it has an explorer
 */
GtkWidget *
essaim_map_view_new (void)
{
  return g_object_new (ESSAIM_TYPE_MAP_VIEW, NULL);
}

/**
 * essaim_map_view_set_explorer:
 * @self: a map
 * @explorer: (nullable): whose results, selection and territory it follows
 */
void
essaim_map_view_set_explorer (EssaimMapView  *self,
                              EssaimExplorer *explorer)
{
  g_autoptr (EssaimExplorer) before = NULL;
  EssaimReference *reference;

  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));
  g_return_if_fail (explorer == NULL || ESSAIM_IS_EXPLORER (explorer));

  if (self->explorer == explorer)
    return;

  before = g_steal_pointer (&self->explorer);
  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, self);
  g_set_object (&self->explorer, explorer);
  essaim_map_view_follow_hover (self, before);
  if (explorer != NULL)
    {
      g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::selected-row", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::territory", G_CALLBACK (territory_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (explorer, "notify::home", G_CALLBACK (home_changed_cb), self, G_CONNECT_SWAPPED);
      essaim_map_view_follow_query (self);
    }

  reference = get_reference (self);
  essaim_base_layer_set_shapes (self->base, reference != NULL ? essaim_reference_get_shapes (reference) : NULL);
  essaim_cluster_layer_set_reference (self->clusters, reference);
  essaim_insets_set_reference (ESSAIM_INSETS (self->insets), reference);
  essaim_map_view_update_menu (self);
  territory_changed_cb (self);
  home_changed_cb (self);
  results_changed_cb (self);
  selection_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLORER]);
}

/**
 * essaim_map_view_set_dark:
 * @self: a map
 * @dark: whether the window is dark
 */
void
essaim_map_view_set_dark (EssaimMapView *self,
                          gboolean       dark)
{
  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));

  if (self->dark == dark)
    return;

  self->dark = dark;
  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

/**
 * essaim_map_view_set_high_contrast:
 * @self: a map
 * @high_contrast: whether lines and edges shall be plain
 */
void
essaim_map_view_set_high_contrast (EssaimMapView *self,
                                   gboolean       high_contrast)
{
  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));

  if (self->high_contrast == high_contrast)
    return;

  self->high_contrast = high_contrast;
  if (high_contrast)
    gtk_widget_add_css_class (GTK_WIDGET (self), "high-contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high-contrast");
  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}
