/* essaim-map-view-input.c: pointer and keyboard on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"

#define PAN_PX        96.0
#define MAX_LISTED    200

/* Records nearer to each other than this at the nearest zoom stand on one spot. */
#define SAME_SPOT_PX  12.0

/* What a click opens at least and at most: times as large. */
#define OPEN_LEAST    2.0
#define OPEN_MOST     8.0
#define OPEN_PADDING  80.0

/* What is wanted of items that are being loaded. */
typedef struct
{
  EssaimMapView *self;   /* owned */
  double         x, y;   /* of the spot; unused for a single record */
} Opening;

static Opening *
opening_new (EssaimMapView *self,
             double         x,
             double         y)
{
  Opening *opening = g_new (Opening, 1);

  *opening = (Opening) { g_object_ref (self), x, y };

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->self);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GPtrArray) items = essaim_explorer_load_items_finish (ESSAIM_EXPLORER (source), result, NULL);

  if (items == NULL || items->len == 0)
    return;

  if (items->len == 1)
    essaim_map_view_activate (opening->self, essaim_result_item_get_id (g_ptr_array_index (items, 0)));
  else
    essaim_sites_popover_show (opening->self->popover, items, opening->x, opening->y);
}

static EssaimWorldBox
get_sites_box (EssaimCells *cells,
               GArray      *sites)
{
  const EssaimWorldPoint *points = essaim_index_get_site_points (essaim_cells_get_index (cells));
  EssaimWorldBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < sites->len; i++)
    {
      EssaimWorldPoint point = points[g_array_index (sites, guint32, i)];

      box.west = MIN (box.west, point.x);
      box.east = MAX (box.east, point.x);
      box.north = MIN (box.north, point.y);
      box.south = MAX (box.south, point.y);
    }

  return box;
}

/* Nearer, so far that the sites of the cell fill the view; a click shall neither do nothing nor lose the person. */
static void
zoom_to_sites (EssaimMapView        *self,
               const EssaimWorldBox *box)
{
  EssaimProjection to = essaim_map_flight_get_view (self->flight);

  to.scale = CLAMP (essaim_projection_fit (&to, box, OPEN_PADDING), to.scale * OPEN_LEAST, to.scale * OPEN_MOST);
  to.x = (box->west + box->east) / 2.0;
  to.y = (box->north + box->south) / 2.0;
  essaim_map_view_go (self, to);
}

static void
open_cell (EssaimMapView *self,
           guint          cell)
{
  EssaimCells *cells = essaim_cluster_layer_get_cells (self->clusters);
  g_autoptr (GArray) sites = essaim_cells_get_sites (cells, cell);
  g_autoptr (GArray) rows = essaim_cells_get_rows (cells, cell);
  EssaimWorldBox box = get_sites_box (cells, sites);
  EssaimProjection view = essaim_map_flight_get_view (self->flight);
  double nearest = essaim_zoom_to_scale (ESSAIM_MAX_ZOOM);
  double extent = MAX (box.east - box.west, box.south - box.north);
  EssaimWorldPoint middle = { (box.west + box.east) / 2.0, (box.north + box.south) / 2.0 };
  double x, y;

  if (sites->len > 1 && extent * nearest > SAME_SPOT_PX && view.scale < nearest * 0.99)
    {
      zoom_to_sites (self, &box);
      return;
    }

  essaim_projection_to_view (&view, middle, &x, &y);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  essaim_explorer_load_items_async (self->explorer, &g_array_index (rows, guint, 0), MIN (rows->len, MAX_LISTED),
                                    self->opening, opened_cb, opening_new (self, x, y));
}

static void
open_territory_at (EssaimMapView *self,
                   double         x,
                   double         y)
{
  EssaimProjection view = essaim_map_flight_get_view (self->flight);
  EssaimShapes *shapes = essaim_reference_get_shapes (essaim_explorer_get_reference (self->explorer));
  const EssaimShape *shape;
  double lat, lon;

  essaim_world_to_degrees (essaim_projection_from_view (&view, x, y), &lat, &lon);
  shape = essaim_shapes_at (shapes, ESSAIM_SHAPES_TERRITORIES, lat, lon);
  if (shape != NULL)
    essaim_map_view_activate_territory (self, shape->id);
}

/* A drag ends in a release too; GTK then tells another place. */
static void
released_cb (EssaimMapView   *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  double *pressed = g_object_get_data (G_OBJECT (gesture), "pressed");
  guint cell;

  if (self->explorer == NULL || n_press != 1 || pressed == NULL ||
      gtk_drag_check_threshold (GTK_WIDGET (self), (int) pressed[0], (int) pressed[1], (int) x, (int) y))
    return;

  cell = essaim_cluster_layer_find (self->clusters, x, y);
  if (cell != ESSAIM_NO_CELL)
    open_cell (self, cell);
  else
    open_territory_at (self, x, y);
}

static void
pressed_cb (EssaimMapView   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  double *pressed = g_new (double, 2);

  pressed[0] = x;
  pressed[1] = y;
  g_object_set_data_full (G_OBJECT (gesture), "pressed", pressed, g_free);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
motion_cb (EssaimMapView *self,
           double         x,
           double         y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  gboolean on_map = under != NULL && (under == GTK_WIDGET (self->map) ||
                                      gtk_widget_is_ancestor (under, GTK_WIDGET (self->map)));

  essaim_map_view_hover (self, on_map && self->explorer != NULL ? essaim_cluster_layer_find (self->clusters, x, y)
                                                                 : ESSAIM_NO_CELL);
}

static void
leave_cb (EssaimMapView *self)
{
  essaim_map_view_hover (self, ESSAIM_NO_CELL);
}

static gboolean
query_tooltip_cb (EssaimMapView *self,
                  int            x,
                  int            y,
                  gboolean       by_keyboard,
                  GtkTooltip    *tooltip)
{
  if (by_keyboard || self->tip == NULL ||
      essaim_cluster_layer_find (self->clusters, x, y) != essaim_cluster_layer_get_hovered (self->clusters))
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->tip);

  return TRUE;
}

/* Whoever takes hold of the map stops its flight, and takes it from home. */
static gboolean
taken_hold_cb (EssaimMapView *self,
               GdkEvent      *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_SCROLL || type == GDK_TOUCH_BEGIN || type == GDK_TOUCHPAD_PINCH)
    essaim_map_flight_stop (self->flight);
  if (type == GDK_SCROLL || type == GDK_TOUCHPAD_PINCH || type == GDK_TOUCH_UPDATE ||
      (type == GDK_MOTION_NOTIFY && (gdk_event_get_modifier_state (event) & GDK_BUTTON1_MASK)))
    self->at_home = self->at_box = FALSE;

  return GDK_EVENT_PROPAGATE;
}

static void
pan (EssaimMapView *self,
     double         dx,
     double         dy)
{
  EssaimProjection to = essaim_map_flight_get_target (self->flight);

  to.x += dx * PAN_PX / to.scale;
  to.y += dy * PAN_PX / to.scale;
  essaim_map_view_go (self, to);
}

static void
walk (EssaimMapView *self,
      int            step)
{
  EssaimCells *cells = essaim_cluster_layer_get_cells (self->clusters);
  EssaimProjection view = essaim_map_flight_get_view (self->flight);

  if (cells == NULL)
    return;

  essaim_cluster_layer_set_walked (self->clusters, essaim_cells_walk (cells, &view,
                                                                      essaim_cluster_layer_get_walked (self->clusters),
                                                                      step));
  essaim_map_view_share_hover (self);
  essaim_map_view_describe (self);
}

static gboolean
open_walked (EssaimMapView *self)
{
  guint cell;

  /* The view may have moved since: the cell is then another. */
  essaim_cluster_layer_get_cells (self->clusters);
  cell = essaim_cluster_layer_get_walked (self->clusters);
  if (cell == ESSAIM_NO_CELL)
    return FALSE;

  open_cell (self, cell);

  return TRUE;
}

static gboolean
go_back_out (EssaimMapView *self)
{
  if (essaim_cluster_layer_get_walked (self->clusters) != ESSAIM_NO_CELL)
    {
      essaim_cluster_layer_set_walked (self->clusters, ESSAIM_NO_CELL);
      essaim_map_view_share_hover (self);
      essaim_map_view_describe (self);
      return TRUE;
    }

  if (self->at_home)
    return FALSE;

  essaim_map_view_show_france (self);

  return TRUE;
}

static gboolean
key_pressed_cb (EssaimMapView   *self,
                guint            key,
                guint            keycode,
                GdkModifierType  modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->explorer == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      pan (self, -1.0, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      pan (self, 1.0, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pan (self, 0.0, -1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pan (self, 0.0, 1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      essaim_map_view_zoom (self, 2.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      essaim_map_view_zoom (self, 0.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_agrave:   /* the same key of a French keyboard */
    case GDK_KEY_KP_0:
      essaim_map_view_show_france (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_h:
      essaim_map_view_show_own_territory (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_l:
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->layers));
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
      walk (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
      walk (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return open_walked (self);
    case GDK_KEY_Escape:
      return go_back_out (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
chosen_cb (EssaimMapView    *self,
           EssaimResultItem *item)
{
  essaim_map_view_activate (self, essaim_result_item_get_id (item));
}

/**
 * essaim_map_view_init_input: (skip)
 * @self: a map whose children are there
 *
 * Connects pointer and keyboard. They are the view's own: on the map of libshumate, arrow keys differ between versions.
 */
void
essaim_map_view_init_input (EssaimMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *hold = gtk_event_controller_legacy_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, key);

  gtk_event_controller_set_propagation_phase (hold, GTK_PHASE_CAPTURE);
  g_signal_connect_object (hold, "event", G_CALLBACK (taken_hold_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, hold);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
