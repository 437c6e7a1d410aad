/* essaim-projection.c: from world units to the pixels of a view, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-projection.h"

#include <math.h>

#define WORLD_SIZE 4294967296.0

static guint32
to_world (double units)
{
  return (guint32) CLAMP (units, 0.0, WORLD_SIZE - 1.0);
}

/**
 * essaim_projection_to_view: (skip)
 * @self: a projection
 * @point: a place
 * @x: (out): pixels from the left of the view
 * @y: (out): pixels from its top
 */
void
essaim_projection_to_view (const EssaimProjection *self,
                           EssaimWorldPoint        point,
                           double                 *x,
                           double                 *y)
{
  *x = (point.x - self->x) * self->scale + self->width / 2.0;
  *y = (point.y - self->y) * self->scale + self->height / 2.0;
}

/**
 * essaim_projection_from_view: (skip)
 * @self: a projection
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Returns: the place there
 */
EssaimWorldPoint
essaim_projection_from_view (const EssaimProjection *self,
                             double                  x,
                             double                  y)
{
  return (EssaimWorldPoint) {
    to_world (self->x + (x - self->width / 2.0) / self->scale),
    to_world (self->y + (y - self->height / 2.0) / self->scale),
  };
}

/**
 * essaim_projection_get_box: (skip)
 * @self: a projection
 * @margin: pixels beyond the view on each side
 *
 * Returns: what the view shows, and the margin
 */
EssaimWorldBox
essaim_projection_get_box (const EssaimProjection *self,
                           double                  margin)
{
  double half_width = (self->width / 2.0 + margin) / self->scale;
  double half_height = (self->height / 2.0 + margin) / self->scale;

  return (EssaimWorldBox) { self->x - half_width, self->y - half_height, self->x + half_width, self->y + half_height };
}

/**
 * essaim_projection_get_zoom: (skip)
 * @self: a projection
 *
 * Returns: how many times the world has doubled from 256 pixels: 5.58 for 48 times
 */
double
essaim_projection_get_zoom (const EssaimProjection *self)
{
  return log2 (self->scale * WORLD_SIZE / ESSAIM_TILE_SIZE);
}

/**
 * essaim_projection_fit: (skip)
 * @self: a projection, for its size
 * @box: a part of the world
 * @padding: pixels left free on each side
 *
 * Returns: the scale at which the box just fits
 */
double
essaim_projection_fit (const EssaimProjection *self,
                       const EssaimWorldBox   *box,
                       double                  padding)
{
  double width = MAX (self->width - 2.0 * padding, 1.0);
  double height = MAX (self->height - 2.0 * padding, 1.0);

  return MIN (width / MAX (box->east - box->west, 1.0), height / MAX (box->south - box->north, 1.0));
}

/**
 * essaim_world_box_from_degrees: (skip)
 * @west: degrees
 * @south: degrees
 * @east: degrees
 * @north: degrees
 *
 * Returns: the box in world units
 */
EssaimWorldBox
essaim_world_box_from_degrees (double west,
                               double south,
                               double east,
                               double north)
{
  EssaimWorldPoint low = essaim_world_from_degrees (north, west);
  EssaimWorldPoint high = essaim_world_from_degrees (south, east);

  return (EssaimWorldBox) { low.x, low.y, high.x, high.y };
}

/**
 * essaim_world_box_of_shape: (skip)
 * @shape: a shape
 *
 * Returns: the box round it
 */
EssaimWorldBox
essaim_world_box_of_shape (const EssaimShape *shape)
{
  return (EssaimWorldBox) { shape->low.x, shape->low.y, shape->high.x, shape->high.y };
}

/**
 * essaim_world_box_overlaps: (skip)
 * @box: a box
 * @shape: a shape
 *
 * Returns: whether the box round the shape touches it
 */
gboolean
essaim_world_box_overlaps (const EssaimWorldBox *box,
                           const EssaimShape    *shape)
{
  return shape->low.x <= box->east && shape->high.x >= box->west && shape->low.y <= box->south &&
         shape->high.y >= box->north;
}

/**
 * essaim_world_box_contains: (skip)
 * @box: a box
 * @other: another
 *
 * Returns: whether the other lies wholly in it
 */
gboolean
essaim_world_box_contains (const EssaimWorldBox *box,
                           const EssaimWorldBox *other)
{
  return other->west >= box->west && other->east <= box->east && other->north >= box->north &&
         other->south <= box->south;
}

/**
 * essaim_zoom_to_scale: (skip)
 * @zoom: a zoom level of libshumate
 *
 * Returns: pixels of a world unit
 */
double
essaim_zoom_to_scale (double zoom)
{
  double whole = floor (zoom);

  return ESSAIM_TILE_SIZE * (zoom - whole + 1.0) * exp2 (whole) / WORLD_SIZE;
}

/**
 * essaim_scale_to_zoom: (skip)
 * @scale: pixels of a world unit
 *
 * Returns: the zoom level of libshumate
 */
double
essaim_scale_to_zoom (double scale)
{
  double times = scale * WORLD_SIZE / ESSAIM_TILE_SIZE;
  double whole = floor (log2 (times));

  return whole + times / exp2 (whole) - 1.0;
}
