/* essaim-geometry.c: Mercator, distances, point in polygon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-geometry.h"

#include <math.h>

#define WORLD_SIZE 4294967296.0
#define DEGREES    (G_PI / 180.0)

/* The parallel where the world of Web Mercator is as high as wide: atan (sinh (π)). */
#define MERCATOR_LAT_MAX 85.0511287798066

static guint32
world_from_fraction (double fraction)
{
  double units = floor (fraction * WORLD_SIZE + 0.5);

  return (guint32) CLAMP (units, 0.0, WORLD_SIZE - 1.0);
}

/**
 * essaim_world_from_degrees:
 * @lat: latitude in degrees; beyond ±85.0511 it is taken to the edge of the map
 * @lon: longitude in degrees; beyond ±180 it is taken to the edge of the map
 *
 * Projects a place (Web Mercator, EPSG:3857). A place that is not finite goes to the middle of the map.
 *
 * Returns: the place in world units
 */
EssaimWorldPoint
essaim_world_from_degrees (double lat,
                           double lon)
{
  double phi = isfinite (lat) ? CLAMP (lat, -MERCATOR_LAT_MAX, MERCATOR_LAT_MAX) * DEGREES : 0.0;
  EssaimWorldPoint point;

  point.x = world_from_fraction (((isfinite (lon) ? lon : 0.0) + 180.0) / 360.0);
  point.y = world_from_fraction ((1.0 - asinh (tan (phi)) / G_PI) / 2.0);

  return point;
}

/**
 * essaim_world_to_degrees:
 * @point: a place in world units
 * @lat: (out): its latitude in degrees
 * @lon: (out): its longitude in degrees
 *
 * Undoes [func@world_from_degrees] to about a centimetre.
 */
void
essaim_world_to_degrees (EssaimWorldPoint  point,
                         double           *lat,
                         double           *lon)
{
  *lat = atan (sinh (G_PI * (1.0 - 2.0 * point.y / WORLD_SIZE))) / DEGREES;
  *lon = point.x / WORLD_SIZE * 360.0 - 180.0;
}

/**
 * essaim_distance_km:
 * @lat_a: latitude of a place in degrees
 * @lon_a: its longitude
 * @lat_b: latitude of another
 * @lon_b: its longitude
 *
 * The great-circle distance by the haversine formula, which stays exact for near places
 * (R. W. Sinnott, “Virtues of the Haversine”, Sky and Telescope 68, 1984).
 *
 * Returns: kilometres
 */
double
essaim_distance_km (double lat_a,
                    double lon_a,
                    double lat_b,
                    double lon_b)
{
  double sin_lat = sin ((lat_b - lat_a) * DEGREES / 2.0);
  double sin_lon = sin ((lon_b - lon_a) * DEGREES / 2.0);
  double h = sin_lat * sin_lat + cos (lat_a * DEGREES) * cos (lat_b * DEGREES) * sin_lon * sin_lon;

  return 2.0 * ESSAIM_EARTH_RADIUS_KM * asin (sqrt (MIN (h, 1.0)));
}

static inline guint64
span (guint32 a,
      guint32 b)
{
  return a > b ? a - b : b - a;
}

/* Whether the edge from @a to @b crosses the ray from @p to the east. An edge owns its upper end and not its lower one, so
 * that a ray through a corner is counted once. Lengths are at most 32 bits: their products fit 64. */
static gboolean
crosses_ray (EssaimWorldPoint a,
             EssaimWorldPoint b,
             EssaimWorldPoint p)
{
  guint64 along, across;

  if ((a.y <= p.y) == (b.y <= p.y))
    return FALSE;
  if (p.x < MIN (a.x, b.x))
    return TRUE;
  if (p.x >= MAX (a.x, b.x))
    return FALSE;

  across = span (p.x, a.x) * span (b.y, a.y);
  along = span (b.x, a.x) * span (p.y, a.y);

  return b.x >= a.x ? across < along : across > along;
}

/**
 * essaim_shape_contains:
 * @shape: a shape
 * @point: a place in world units
 *
 * Whether a place lies in a shape, by the even-odd rule over all of its rings, exactly. Of two shapes that share a border,
 * exactly one contains a point on it.
 *
 * Returns: %TRUE if it does
 */
gboolean
essaim_shape_contains (const EssaimShape *shape,
                       EssaimWorldPoint   point)
{
  gboolean inside = FALSE;
  guint32 first = 0;

  if (point.x < shape->low.x || point.x > shape->high.x || point.y < shape->low.y || point.y > shape->high.y)
    return FALSE;

  for (guint ring = 0; ring < shape->n_rings; ring++)
    {
      guint32 end = shape->ring_ends[ring];

      for (guint32 i = first, previous = end - 1; i < end; previous = i++)
        if (crosses_ray (shape->points[previous], shape->points[i], point))
          inside = !inside;
      first = end;
    }

  return inside;
}
