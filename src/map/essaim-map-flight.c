/* essaim-map-flight.c: moves a map smoothly to another view
 *
 * shumate_map_go_to moves place and zoom apart, and cannot tell when it has arrived.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-flight.h"

#include <math.h>

#define DURATION_US 250000

/* A longer way is not flown: nothing would be seen of it. */
#define MAX_VIEWS 3.0

struct _EssaimMapFlight
{
  /* Borrowed: they own this */
  GtkWidget        *widget;
  ShumateViewport  *viewport;

  EssaimProjection  from;
  EssaimProjection  to;
  gint64            began;   /* frame time; 0 until the first frame */
  guint             tick;
};

static void
set_view (EssaimMapFlight        *self,
          const EssaimProjection *view)
{
  EssaimWorldPoint middle = { CLAMP (view->x, 0.0, G_MAXUINT32), CLAMP (view->y, 0.0, G_MAXUINT32) };
  double lat, lon;

  essaim_world_to_degrees (middle, &lat, &lon);
  g_object_freeze_notify (G_OBJECT (self->viewport));
  shumate_viewport_set_zoom_level (self->viewport, essaim_scale_to_zoom (view->scale));
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), lat, lon);
  g_object_thaw_notify (G_OBJECT (self->viewport));
}

/* Scale by equal ratios; the place so that what is fixed on the screen stays fixed. */
static EssaimProjection
get_between (const EssaimProjection *from,
             const EssaimProjection *to,
             double                  t)
{
  EssaimProjection view = *to;
  double share = t;

  view.scale = from->scale * pow (to->scale / from->scale, t);
  if (fabs (to->scale / from->scale - 1.0) > 0.001)
    share = (1.0 / view.scale - 1.0 / from->scale) / (1.0 / to->scale - 1.0 / from->scale);
  view.x = from->x + (to->x - from->x) * share;
  view.y = from->y + (to->y - from->y) * share;

  return view;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  EssaimMapFlight *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  EssaimProjection view;
  double t;

  if (self->began == 0)
    self->began = now;
  t = (double) (now - self->began) / DURATION_US;

  if (t >= 1.0)
    {
      self->tick = 0;
      set_view (self, &self->to);
      return G_SOURCE_REMOVE;
    }

  view = get_between (&self->from, &self->to, 1.0 - pow (1.0 - t, 3.0));
  set_view (self, &view);

  return G_SOURCE_CONTINUE;
}

static gboolean
is_worth_flying (EssaimMapFlight        *self,
                 const EssaimProjection *to)
{
  EssaimProjection from = essaim_map_flight_get_view (self);
  double scale = MIN (from.scale, to->scale);
  gboolean animate;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animate, NULL);

  return animate && gtk_widget_get_mapped (self->widget) &&
         fabs (to->x - from.x) * scale < MAX_VIEWS * from.width &&
         fabs (to->y - from.y) * scale < MAX_VIEWS * from.height;
}

/**
 * essaim_map_flight_new: (skip)
 * @widget: of the view; owns this
 * @viewport: what is moved
 *
 * Returns: (transfer full): a flight that stands still
 */
EssaimMapFlight *
essaim_map_flight_new (GtkWidget       *widget,
                       ShumateViewport *viewport)
{
  EssaimMapFlight *self = g_new0 (EssaimMapFlight, 1);

  self->widget = widget;
  self->viewport = viewport;

  return self;
}

/**
 * essaim_map_flight_free: (skip)
 * @self: a flight
 */
void
essaim_map_flight_free (EssaimMapFlight *self)
{
  essaim_map_flight_stop (self);
  g_free (self);
}

/**
 * essaim_map_flight_go: (skip)
 * @self: a flight
 * @to: the view to come to
 */
void
essaim_map_flight_go (EssaimMapFlight        *self,
                      const EssaimProjection *to)
{
  if (!is_worth_flying (self, to))
    {
      essaim_map_flight_jump (self, to);
      return;
    }

  self->from = essaim_map_flight_get_view (self);
  self->to = *to;
  self->began = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/**
 * essaim_map_flight_jump: (skip)
 * @self: a flight
 * @to: the view to be at, at once
 */
void
essaim_map_flight_jump (EssaimMapFlight        *self,
                        const EssaimProjection *to)
{
  essaim_map_flight_stop (self);
  set_view (self, to);
}

/**
 * essaim_map_flight_stop: (skip)
 * @self: a flight
 *
 * The person has taken over.
 */
void
essaim_map_flight_stop (EssaimMapFlight *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

/**
 * essaim_map_flight_is_flying: (skip)
 * @self: a flight
 *
 * Returns: whether it is under way
 */
gboolean
essaim_map_flight_is_flying (EssaimMapFlight *self)
{
  return self->tick != 0;
}

/**
 * essaim_map_flight_get_target: (skip)
 * @self: a flight
 *
 * Returns: where it is going, or else where it is
 */
EssaimProjection
essaim_map_flight_get_target (EssaimMapFlight *self)
{
  return self->tick != 0 ? self->to : essaim_map_flight_get_view (self);
}

/**
 * essaim_map_flight_get_view: (skip)
 * @self: a flight
 *
 * Returns: where it is
 */
EssaimProjection
essaim_map_flight_get_view (EssaimMapFlight *self)
{
  ShumateLocation *location = SHUMATE_LOCATION (self->viewport);
  EssaimWorldPoint middle = essaim_world_from_degrees (shumate_location_get_latitude (location),
                                                       shumate_location_get_longitude (location));

  return (EssaimProjection) {
    .x = middle.x,
    .y = middle.y,
    .scale = essaim_zoom_to_scale (shumate_viewport_get_zoom_level (self->viewport)),
    .width = gtk_widget_get_width (self->widget),
    .height = gtk_widget_get_height (self->widget),
  };
}
