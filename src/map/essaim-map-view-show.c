/* essaim-map-view-show.c: where the map goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"

#include "essaim-map-limits.h"
#include "essaim-territory-shape.h"

#define FRANCE_PADDING_PX    30.0
#define TERRITORY_PADDING_PX 56.0

/**
 * essaim_map_view_get_home: (skip)
 * @self: a map
 *
 * Returns: the whole of metropolitan France, in its present size
 */
EssaimProjection
essaim_map_view_get_home (EssaimMapView *self)
{
  EssaimWorldBox france = essaim_map_limits_get_france ();
  EssaimProjection home = essaim_map_flight_get_view (self->flight);

  home.x = (france.west + france.east) / 2.0;
  home.y = (france.north + france.south) / 2.0;
  home.scale = essaim_projection_fit (&home, &france, FRANCE_PADDING_PX);
  essaim_map_limits_apply (&home);

  return home;
}

/**
 * essaim_map_view_go: (skip)
 * @self: a map
 * @to: the view to come to, or the nearest one that is allowed
 */
void
essaim_map_view_go (EssaimMapView    *self,
                    EssaimProjection  to)
{
  essaim_map_limits_apply (&to);
  self->at_home = FALSE;
  self->at_box = FALSE;
  essaim_map_flight_go (self->flight, &to);
}

/**
 * essaim_map_view_go_to_box: (skip)
 * @self: a map
 * @box: what shall be seen
 * @max_scale: no nearer than this
 */
void
essaim_map_view_go_to_box (EssaimMapView        *self,
                           const EssaimWorldBox *box,
                           double                max_scale)
{
  self->box = *box;
  self->box_scale = max_scale;
  essaim_map_view_go (self, essaim_map_view_get_box_view (self));
  self->at_box = TRUE;
}

/**
 * essaim_map_view_get_box_view: (skip)
 * @self: a map
 *
 * Returns: the view of the box that was gone to last; a map that has no size yet asks again when it has
 */
EssaimProjection
essaim_map_view_get_box_view (EssaimMapView *self)
{
  const EssaimWorldBox *box = &self->box;
  EssaimProjection to = essaim_map_flight_get_view (self->flight);

  to.x = (box->west + box->east) / 2.0;
  to.y = (box->north + box->south) / 2.0;
  to.scale = MIN (essaim_projection_fit (&to, box, TERRITORY_PADDING_PX), self->box_scale);
  essaim_map_limits_apply (&to);

  return to;
}

/**
 * essaim_map_view_zoom: (skip)
 * @self: a map
 * @times: how much larger
 */
void
essaim_map_view_zoom (EssaimMapView *self,
                      double         times)
{
  EssaimProjection to = essaim_map_flight_get_target (self->flight);

  to.scale *= times;
  essaim_map_view_go (self, to);
}

/**
 * essaim_map_view_get_bounds:
 * @self: a map
 * @west: (out): degrees
 * @south: (out): degrees
 * @east: (out): degrees
 * @north: (out): degrees
 *
 * Returns: whether it has a size, and so shows a part of the world
 */
gboolean
essaim_map_view_get_bounds (EssaimMapView *self,
                            double        *west,
                            double        *south,
                            double        *east,
                            double        *north)
{
  EssaimProjection view;

  g_return_val_if_fail (ESSAIM_IS_MAP_VIEW (self), FALSE);

  view = essaim_map_flight_get_view (self->flight);
  if (view.width <= 0.0 || view.height <= 0.0)
    return FALSE;

  essaim_world_to_degrees (essaim_projection_from_view (&view, 0.0, 0.0), north, west);
  essaim_world_to_degrees (essaim_projection_from_view (&view, view.width, view.height), south, east);

  return TRUE;
}

/**
 * essaim_map_view_show_france:
 * @self: a map
 *
 * Shows the whole of metropolitan France, and goes on doing so when the map's size changes, until it is moved.
 */
void
essaim_map_view_show_france (EssaimMapView *self)
{
  EssaimProjection home;

  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));

  home = essaim_map_view_get_home (self);
  essaim_map_flight_go (self->flight, &home);
  self->at_home = TRUE;
  self->at_box = FALSE;
}

/**
 * essaim_map_view_show_territory:
 * @self: a map
 * @territory: what to outline and fly to; %ESSAIM_NO_TERRITORY takes the outline away
 */
void
essaim_map_view_show_territory (EssaimMapView *self,
                                guint          territory)
{
  EssaimWorldBox box;

  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));

  if (self->explorer == NULL)
    return;

  essaim_map_view_set_territory (self, territory);
  if (territory != ESSAIM_NO_TERRITORY &&
      essaim_territory_get_box (essaim_explorer_get_reference (self->explorer), territory, &box))
    essaim_map_view_go_to_box (self, &box, essaim_zoom_to_scale (ESSAIM_MAP_POINT_ZOOM));
}

/**
 * essaim_map_view_show_own_territory: (skip)
 * @self: a map
 *
 * Flies to the person's own territory, when they told it.
 */
void
essaim_map_view_show_own_territory (EssaimMapView *self)
{
  guint home = self->explorer != NULL ? essaim_explorer_get_home (self->explorer) : ESSAIM_NO_TERRITORY;
  EssaimWorldBox box;

  if (home != ESSAIM_NO_TERRITORY &&
      essaim_territory_get_box (essaim_explorer_get_reference (self->explorer), home, &box))
    essaim_map_view_go_to_box (self, &box, essaim_zoom_to_scale (ESSAIM_MAP_POINT_ZOOM));
}

/**
 * essaim_map_view_show_box:
 * @self: a map
 * @west: degrees
 * @south: degrees
 * @east: degrees; equal to @west for a point
 * @north: degrees
 *
 * Flies so that all of the box is seen, not nearer than to tell one street from the next.
 */
void
essaim_map_view_show_box (EssaimMapView *self,
                          double         west,
                          double         south,
                          double         east,
                          double         north)
{
  EssaimWorldBox box;

  g_return_if_fail (ESSAIM_IS_MAP_VIEW (self));

  box = essaim_world_box_from_degrees (west, south, east, north);
  essaim_map_view_go_to_box (self, &box, essaim_zoom_to_scale (ESSAIM_MAP_POINT_ZOOM));
}
