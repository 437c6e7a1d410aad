/* essaim-area.c: where on the map a query looks, tested in world units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-area.h"

#include <math.h>

#define WORLD_SIZE 4294967296.0
#define DEGREES    (G_PI / 180.0)

static const EssaimWorldBox whole_world = { 0, 0, G_MAXUINT32, G_MAXUINT32 };

static EssaimWorldBox
make_box (double west,
          double south,
          double east,
          double north)
{
  EssaimWorldPoint low = essaim_world_from_degrees (north, west);
  EssaimWorldPoint high = essaim_world_from_degrees (south, east);

  return (EssaimWorldBox) { low.x, low.y, high.x - low.x, high.y - low.y };
}

static inline gboolean
box_contains (const EssaimWorldBox *box,
              EssaimWorldPoint      point)
{
  return point.x - box->west <= box->width && point.y - box->north <= box->height;
}

static double
wrap_lon (double lon)
{
  return lon < -180.0 ? lon + 360.0 : lon > 180.0 ? lon - 360.0 : lon;
}

/* The box that holds all points within @angle (radians). Its sides touch the circle, where
 * sin (dlon) = sin (angle) / cos (lat). */
static EssaimWorldBox
make_round_box (double lat,
                double lon,
                double angle)
{
  double reach = angle / DEGREES + 1e-6;
  double sin_lon = sin (angle) / cos (lat * DEGREES);
  double reach_lon = asin (MIN (sin_lon, 1.0)) / DEGREES + 1e-6;

  if (angle >= G_PI / 2 || lat + reach >= 90 || lat - reach <= -90)
    return whole_world;

  return make_box (wrap_lon (lon - reach_lon), lat - reach, wrap_lon (lon + reach_lon), lat + reach);
}

static void
init_circle (EssaimArea        *area,
             const EssaimQuery *query)
{
  double angle = MIN (query->within_km / ESSAIM_EARTH_RADIUS_KM, G_PI);
  double chord = 2 * sin (angle / 2);

  area->has_circle = TRUE;
  area->centre = essaim_sphere_at (query->near_lat, query->near_lon);
  area->max_chord2 = chord * chord;
  area->round_box = make_round_box (query->near_lat, query->near_lon, angle);
}

/**
 * essaim_area_init:
 * @area: (out caller-allocates): filled
 * @query: a query
 *
 * Makes one test of the query's box and of its circle. Both borders belong to the area.
 */
void
essaim_area_init (EssaimArea        *area,
                  const EssaimQuery *query)
{
  gboolean has_box = essaim_query_has_box (query);
  gboolean has_circle = essaim_query_has_near (query) && query->within_km > 0;

  *area = (EssaimArea) { .is_everywhere = !has_box && !has_circle, .box = whole_world, .round_box = whole_world };

  if (has_box)
    {
      area->is_nowhere = query->south > query->north;
      if (query->east - query->west < 360)
        area->box = make_box (query->west, query->south, query->east, query->north);
    }
  if (has_circle)
    init_circle (area, query);
}

/**
 * essaim_area_contains:
 * @area: an area
 * @point: a point in world units
 *
 * Returns: whether the point lies in the box and in the circle
 */
gboolean
essaim_area_contains (const EssaimArea *area,
                      EssaimWorldPoint  point)
{
  if (area->is_nowhere || !box_contains (&area->box, point) || !box_contains (&area->round_box, point))
    return FALSE;

  return !area->has_circle || essaim_sphere_chord2 (&area->centre, point) <= area->max_chord2;
}

/**
 * essaim_sphere_at:
 * @lat: degrees
 * @lon: degrees
 *
 * Returns: a point to measure from
 */
EssaimSphere
essaim_sphere_at (double lat,
                  double lon)
{
  double y = asinh (tan (CLAMP (lat, -90.0, 90.0) * DEGREES));

  return (EssaimSphere) { lon * DEGREES, y, exp (y), cosh (y) };
}

/**
 * essaim_sphere_chord2:
 * @from: a point to measure from
 * @point: a point in world units
 *
 * Measures straight through the sphere. With y the Mercator ordinate, cos (lat) = 1 / cosh (y) (Snyder, Map Projections –
 * A Working Manual, 1987, p. 44–45), and the haversine of the distance becomes
 * (sinh² (Δy / 2) + sin² (Δlon / 2)) / (cosh (y) cosh (y₀)): one exponential and one sine, and exact nearby.
 *
 * Returns: the square of the distance, in radii of the sphere
 */
double
essaim_sphere_chord2 (const EssaimSphere *from,
                      EssaimWorldPoint    point)
{
  double y = G_PI * (1.0 - 2.0 * point.y / WORLD_SIZE);
  double lon = G_PI * (2.0 * point.x / WORLD_SIZE - 1.0);
  double exp_half = exp ((y - from->y) / 2);
  double exp_y = exp_half * exp_half * from->exp_y;
  double sinh_half = (exp_half - 1 / exp_half) / 2;
  double sin_half = sin ((lon - from->lon) / 2);
  double cosh_y = (exp_y + 1 / exp_y) / 2;

  return 4 * (sinh_half * sinh_half + sin_half * sin_half) / (cosh_y * from->cosh_y);
}
