/* essaim-place-map-input.c: pointer and keys on the map of one place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-place-map-private.h"

#include <math.h>

#include "essaim-map-limits.h"

#define REACH_PX 18.0   /* from the marker, for the hand to take it */
#define STEP_PX  8.0
#define PAN_PX   64.0

static gboolean
is_on_marker (EssaimPlaceMap *self,
              double          x,
              double          y)
{
  double marker_x, marker_y;

  if (!self->has_place)
    return FALSE;

  essaim_projection_to_view (&self->view, self->place, &marker_x, &marker_y);

  return hypot (x - marker_x, y - marker_y) <= REACH_PX;
}

static void
move_marker (EssaimPlaceMap *self,
             double          dx,
             double          dy)
{
  double x, y;

  if (!self->has_place)
    {
      essaim_place_map_pan (self, dx * PAN_PX / STEP_PX, dy * PAN_PX / STEP_PX);
      return;
    }

  if (!essaim_place_map_is_in_view (self, self->place))
    essaim_place_map_pan (self, (self->place.x - self->view.x) * self->view.scale,
                          (self->place.y - self->view.y) * self->view.scale);
  essaim_projection_to_view (&self->view, self->place, &x, &y);
  essaim_place_map_place_at (self, x + dx, y + dy);
  if (!essaim_place_map_is_in_view (self, self->place))
    essaim_place_map_pan (self, dx * PAN_PX / STEP_PX, dy * PAN_PX / STEP_PX);
}

static gboolean
arrow (EssaimPlaceMap  *self,
       GdkModifierType  modifiers,
       int              dx,
       int              dy)
{
  double step = (modifiers & GDK_SHIFT_MASK) ? 1.0 : STEP_PX;

  if (modifiers & GDK_CONTROL_MASK)
    essaim_place_map_pan (self, dx * PAN_PX, dy * PAN_PX);
  else
    move_marker (self, dx * step, dy * step);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (EssaimPlaceMap  *self,
                guint            key,
                guint            keycode,
                GdkModifierType  modifiers)
{
  if ((modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !self->placed)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return arrow (self, modifiers, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return arrow (self, modifiers, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return arrow (self, modifiers, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return arrow (self, modifiers, 0, 1);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      essaim_place_map_zoom (self, 2.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      essaim_place_map_zoom (self, 0.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_agrave:   /* the same key of a French keyboard */
    case GDK_KEY_KP_0:
      essaim_place_map_show_france (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->has_place || (modifiers & GDK_CONTROL_MASK))
        return GDK_EVENT_PROPAGATE;
      essaim_place_map_place_at (self, self->view.width / 2.0, self->view.height / 2.0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
drag_begin_cb (EssaimPlaceMap *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->moving = is_on_marker (self, x, y);
  self->dragged_from = self->moving ? self->place : (EssaimWorldPoint) { self->view.x, self->view.y };
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
is_drag (EssaimPlaceMap *self,
         double          dx,
         double          dy)
{
  return gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy);
}

static void
drag_update_cb (EssaimPlaceMap *self,
                double          dx,
                double          dy)
{
  double x, y;

  if (!self->moving)
    {
      /* From the middle that it had: a limit reached on the way is left again. */
      self->view.x = self->dragged_from.x - dx / self->view.scale;
      self->view.y = self->dragged_from.y - dy / self->view.scale;
      essaim_map_limits_apply (&self->view);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (is_drag (self, dx, dy))
    {
      essaim_projection_to_view (&self->view, self->dragged_from, &x, &y);
      essaim_place_map_place_at (self, x + dx, y + dy);
    }
}

/* A press that went nowhere is a click. */
static void
drag_end_cb (EssaimPlaceMap *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  double x, y;

  if (self->moving || is_drag (self, dx, dy) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  essaim_place_map_place_at (self, x, y);
}

static void
motion_cb (EssaimPlaceMap *self,
           double          x,
           double          y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_on_marker (self, x, y) ? "grab" : "crosshair");
}

/* Until the map is at hand, the wheel moves the page that it is on. */
static gboolean
scroll_cb (EssaimPlaceMap           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (scroll));
  GdkModifierType modifiers = event != NULL ? gdk_event_get_modifier_state (event) : 0;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)) && !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  essaim_place_map_zoom (self, pow (2.0, -CLAMP (dy, -1.0, 1.0)));

  return GDK_EVENT_STOP;
}

/**
 * essaim_place_map_init_input: (skip)
 * @self: a new map
 *
 * Connects pointer and keyboard.
 */
void
essaim_place_map_init_input (EssaimPlaceMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
