/* essaim-map-view-controls.c: what floats over the map: pill, zoom, layers, insets, licence; and its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-map-marks.h"

#define MARGIN_PX   12
#define BUTTONS_PX  (34 + 2 * MARGIN_PX)   /* what the column of buttons takes from a narrow map */

static EssaimReference *
get_reference (EssaimMapView *self)
{
  return self->explorer != NULL ? essaim_explorer_get_reference (self->explorer) : NULL;
}

static const EssaimShape *
get_overseas_shape (EssaimMapView  *self,
                    EssaimOverseas  overseas)
{
  return essaim_shapes_lookup (essaim_reference_get_shapes (get_reference (self)), ESSAIM_SHAPES_DEPARTEMENTS,
                               essaim_overseas_get_department (overseas));
}

static void
go_overseas (EssaimMapView  *self,
             EssaimOverseas  overseas)
{
  const EssaimShape *shape = get_reference (self) != NULL ? get_overseas_shape (self, overseas) : NULL;
  EssaimWorldBox box;

  if (shape == NULL)
    return;

  box = essaim_world_box_of_shape (shape);
  essaim_map_view_go_to_box (self, &box, essaim_zoom_to_scale (ESSAIM_MAP_POINT_ZOOM));
}

static void
inset_activated_cb (EssaimMapView  *self,
                    EssaimOverseas  overseas)
{
  go_overseas (self, overseas);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  essaim_map_view_zoom (ESSAIM_MAP_VIEW (widget), 2.0);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  essaim_map_view_zoom (ESSAIM_MAP_VIEW (widget), 0.5);
}

static void
france_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  essaim_map_view_show_france (ESSAIM_MAP_VIEW (widget));
}

static void
leave_territory_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  EssaimMapView *self = ESSAIM_MAP_VIEW (widget);

  essaim_map_view_show_france (self);
  if (self->explorer != NULL)
    essaim_explorer_set_territory (self->explorer, ESSAIM_NO_TERRITORY);
  essaim_map_view_set_territory (self, ESSAIM_NO_TERRITORY);
  gtk_widget_grab_focus (widget);
}

static void
locate_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  essaim_map_view_show_own_territory (ESSAIM_MAP_VIEW (widget));
}

static void
overseas_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  guint overseas = (guint) g_variant_get_int32 (parameter);

  if (overseas < ESSAIM_N_OVERSEAS)
    go_overseas (ESSAIM_MAP_VIEW (widget), overseas);
}

/* Placed by its halign and valign. */
static void
add_overlay (EssaimMapView *self,
             GtkWidget     *widget)
{
  gtk_widget_set_margin_top (widget, MARGIN_PX);
  gtk_widget_set_margin_bottom (widget, MARGIN_PX);
  gtk_widget_set_margin_start (widget, MARGIN_PX);
  gtk_widget_set_margin_end (widget, MARGIN_PX);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), widget);
}

static void
name_button (GtkWidget  *button,
             const char *label,
             const char *key)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
}

static GtkWidget *
new_action_button (const char *icon,
                   const char *label,
                   const char *key,
                   const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  name_button (button, label, key);

  return button;
}

static GtkWidget *
new_card (GtkWidget *column)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "map-card");
  gtk_box_append (GTK_BOX (column), card);

  return card;
}

static GtkWidget *
new_layers_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *inner = gtk_widget_get_first_child (button);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "essaim-layers-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_LEFT);
  name_button (button, _("Map Layers and Overseas"), "l");
  /* The one that has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map Layers and Overseas"),
                                  -1);

  return button;
}

static void
add_buttons (EssaimMapView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN_PX);
  GtkWidget *zoom = new_card (column);
  GtkWidget *more = new_card (column);

  gtk_box_append (GTK_BOX (zoom), new_action_button ("list-add-symbolic", _("Zoom In"), "+", "map.zoom-in"));
  gtk_box_append (GTK_BOX (zoom), new_action_button ("list-remove-symbolic", _("Zoom Out"), "-", "map.zoom-out"));
  self->layers = new_layers_button ();
  gtk_box_append (GTK_BOX (more), self->layers);
  gtk_box_append (GTK_BOX (more), new_action_button ("find-location-symbolic", _("Show My Territory"), "h",
                                                     "map.locate"));
  gtk_widget_set_halign (column, GTK_ALIGN_END);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  add_overlay (self, column);
}

static GtkWidget *
new_back_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Whole of France")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.leave-territory");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whole of France"), -1);
  gtk_widget_add_css_class (button, "map-back");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, FALSE);

  return button;
}

static void
add_pill (EssaimMapView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN_PX / 2);

  self->back = new_back_button ();
  self->pill = essaim_map_pill_new ();
  gtk_widget_set_halign (self->pill, GTK_ALIGN_START);
  self->legend = gtk_label_new (_("○ placed in its commune, the spot is not known"));
  gtk_label_set_ellipsize (GTK_LABEL (self->legend), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->legend, "map-licence");
  gtk_widget_set_halign (self->legend, GTK_ALIGN_START);
  gtk_widget_set_visible (self->legend, FALSE);
  gtk_box_append (GTK_BOX (column), self->back);
  gtk_box_append (GTK_BOX (column), self->pill);
  gtk_box_append (GTK_BOX (column), self->legend);
  gtk_widget_set_halign (column, GTK_ALIGN_START);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  add_overlay (self, column);
  gtk_widget_set_margin_end (column, BUTTONS_PX);
}

static void
add_foot (EssaimMapView *self)
{
  self->insets = essaim_insets_new ();
  gtk_widget_set_halign (self->insets, GTK_ALIGN_START);
  gtk_widget_set_valign (self->insets, GTK_ALIGN_END);
  g_signal_connect_object (self->insets, "activated", G_CALLBACK (inset_activated_cb), self, G_CONNECT_SWAPPED);
  add_overlay (self, self->insets);
  /* Above the line of the licence, which is as long as it is. */
  gtk_widget_set_margin_bottom (self->insets, MARGIN_PX * 3);

  /* The licences of the shapes ask to be named wherever they are shown. */
  self->licence = gtk_label_new ("© IGN, INSEE · Licence Ouverte 2.0 · GSHHG, Natural Earth");
  gtk_label_set_ellipsize (GTK_LABEL (self->licence), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->licence, "map-licence");
  gtk_widget_set_halign (self->licence, GTK_ALIGN_END);
  gtk_widget_set_valign (self->licence, GTK_ALIGN_END);
  add_overlay (self, self->licence);
  gtk_widget_set_margin_bottom (self->licence, MARGIN_PX / 2);
  gtk_widget_set_margin_end (self->licence, MARGIN_PX / 2);
}

/**
 * essaim_map_view_class_install_actions: (skip)
 * @klass: the class of maps, its properties installed
 *
 * Adds the `map.` actions.
 */
void
essaim_map_view_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (klass, "map.france", NULL, france_cb);
  gtk_widget_class_install_action (klass, "map.leave-territory", NULL, leave_territory_cb);
  gtk_widget_class_install_action (klass, "map.locate", NULL, locate_cb);
  gtk_widget_class_install_action (klass, "map.overseas", "i", overseas_cb);
  gtk_widget_class_install_property_action (klass, "map.territories", "territories");
  gtk_widget_class_install_property_action (klass, "map.limits", "limits");
}

/**
 * essaim_map_view_add_controls: (skip)
 * @self: a map whose overlay is there
 */
void
essaim_map_view_add_controls (EssaimMapView *self)
{
  add_pill (self);
  add_buttons (self);
  add_foot (self);
}

/**
 * essaim_map_view_update_menu: (skip)
 * @self: a map
 *
 * Fills the menu of layers: the overseas departments are in it also while a narrow map has no room for their insets.
 */
void
essaim_map_view_update_menu (EssaimMapView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) layers = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();

  g_menu_append (layers, _("Labelled Territories"), "map.territories");
  g_menu_append (layers, _("Limits of Departments and EPCI"), "map.limits");
  g_menu_append (places, _("Metropolitan France"), "map.france");
  for (guint o = 0; get_reference (self) != NULL && o < ESSAIM_N_OVERSEAS; o++)
    {
      const EssaimShape *shape = get_overseas_shape (self, o);
      g_autofree char *action = g_strdup_printf ("map.overseas(%u)", o);

      if (shape != NULL)
        g_menu_append (places, shape->name, action);
    }
  g_menu_append_section (menu, _("Show"), G_MENU_MODEL (layers));
  g_menu_append_section (menu, _("Go To"), G_MENU_MODEL (places));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->layers), G_MENU_MODEL (menu));
}

/**
 * essaim_map_view_update_controls: (skip)
 * @self: a map
 *
 * Brings pill, legend and buttons to what is shown; the census is up to date.
 */
void
essaim_map_view_update_controls (EssaimMapView *self)
{
  EssaimProjection view = essaim_map_flight_get_view (self->flight);
  EssaimResults *results = self->explorer != NULL ? essaim_explorer_get_results (self->explorer) : NULL;
  guint row = self->explorer != NULL ? essaim_explorer_get_selected_row (self->explorer) : ESSAIM_NO_ROW;
  EssaimMapPill *pill = ESSAIM_MAP_PILL (self->pill);

  gtk_widget_set_visible (self->back, self->territory != ESSAIM_NO_TERRITORY);
  gtk_widget_set_visible (self->legend, self->census.has_inexact &&
                                        essaim_projection_get_zoom (&view) >= ESSAIM_MAP_EXACT_ZOOM);
  if (!self->counts || results == NULL)
    gtk_widget_set_visible (self->pill, FALSE);
  else if (row != ESSAIM_NO_ROW)
    essaim_map_pill_show_selected (pill, essaim_marks_count_points (essaim_results_get_index (results), row));
  else
    essaim_map_pill_show_census (pill, &self->census, essaim_results_get_query (results)->placed == ESSAIM_PLACED_NO);
}

/**
 * essaim_map_view_set_foot:
 * @self: a map
 * @foot: (nullable): what lies over the middle of its foot
 *
 * Makes the insets give way to @foot where there is no room for both; the menu of layers has the overseas departments too.
 */
void
essaim_map_view_set_foot (EssaimMapView *self,
                          GtkWidget     *foot)
{
  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));

  self->foot = 0;
  if (foot != NULL)
    gtk_widget_measure (foot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &self->foot, NULL, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
