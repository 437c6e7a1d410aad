/* test-area.c: where on the map a query looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-area.h"

#include <math.h>

static gboolean
contains (const EssaimQuery *query,
          double             lat,
          double             lon)
{
  EssaimArea area;

  essaim_area_init (&area, query);

  return essaim_area_contains (&area, essaim_world_from_degrees (lat, lon));
}

static void
set_box (EssaimQuery *query,
         double       west,
         double       south,
         double       east,
         double       north)
{
  query->west = west;
  query->south = south;
  query->east = east;
  query->north = north;
}

static void
test_everywhere (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  EssaimArea area;

  essaim_area_init (&area, query);
  g_assert_true (area.is_everywhere);
  g_assert_true (contains (query, 0, 180));

  query->near_lat = query->near_lon = 0;
  essaim_area_init (&area, query);
  g_assert_true (area.is_everywhere);
}

static void
test_box (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  set_box (query, 2, 45, 4, 46);
  g_assert_true (contains (query, 45.5, 3));
  g_assert_true (contains (query, 45, 2));
  g_assert_true (contains (query, 46, 4));
  g_assert_false (contains (query, 44.99, 3));
  g_assert_false (contains (query, 46.01, 3));
  g_assert_false (contains (query, 45.5, 1.99));
  g_assert_false (contains (query, 45.5, 4.01));

  set_box (query, 2, 46, 4, 45);
  g_assert_false (contains (query, 45.5, 3));
}

/* Wallis lies west of the 180th meridian, Fidji on both sides. */
static void
test_box_across_180 (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  set_box (query, 177, -20, -175, -12);
  g_assert_true (contains (query, -13.3, -176.2));
  g_assert_true (contains (query, -17.8, 178.4));
  g_assert_true (contains (query, -17.8, 180));
  g_assert_false (contains (query, -17.8, 176));
  g_assert_false (contains (query, -17.8, 0));

  set_box (query, -180, -90, 180, 90);
  g_assert_true (contains (query, -17.8, 178.4));
  g_assert_true (contains (query, 89, 0));
}

static void
assert_circle (GRand  *rand,
               double  lat,
               double  lon,
               double  km)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  guint n_inside = 0;

  query->near_lat = lat;
  query->near_lon = lon;
  query->within_km = km;

  for (guint i = 0; i < 4000; i++)
    {
      double reach = MIN (km / 60, 60);
      double other_lat = lat + g_rand_double_range (rand, -reach, reach);
      double other_lon = lon + g_rand_double_range (rand, -2 * reach, 2 * reach);
      double distance;

      other_lat = CLAMP (other_lat, -85, 85);
      other_lon += other_lon < -180 ? 360 : other_lon > 180 ? -360 : 0;
      distance = essaim_distance_km (lat, lon, other_lat, other_lon);
      if (fabs (distance - km) < 0.001)
        continue;

      g_assert_cmpint (contains (query, other_lat, other_lon), ==, distance < km);
      n_inside += distance < km;
    }

  g_assert_cmpuint (n_inside, >, 400);
}

static void
test_circles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  assert_circle (rand, 45.78, 3.09, 5);
  assert_circle (rand, 45.78, 3.09, 150);
  assert_circle (rand, 45.78, 3.09, 5000);
  assert_circle (rand, -21.1, 55.5, 1200);
  assert_circle (rand, -14.3, -178.1, 400);
  assert_circle (rand, 84, 10, 900);
  assert_circle (rand, 0, 179.9, 12000);
}

static void
test_box_and_circle (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  set_box (query, 2, 45, 4, 46);
  query->near_lat = 45.5;
  query->near_lon = 2;
  query->within_km = 20;
  g_assert_true (contains (query, 45.5, 2.1));
  g_assert_false (contains (query, 45.5, 1.9));
  g_assert_false (contains (query, 45.5, 3.9));
}

static void
test_chord (void)
{
  EssaimSphere from = essaim_sphere_at (48.8566, 2.3522);
  double chord2 = essaim_sphere_chord2 (&from, essaim_world_from_degrees (45.7640, 4.8357));
  double km = 2 * ESSAIM_EARTH_RADIUS_KM * asin (sqrt (chord2) / 2);

  g_assert_cmpfloat_with_epsilon (km, essaim_distance_km (48.8566, 2.3522, 45.7640, 4.8357), 1e-4);
  g_assert_cmpfloat_with_epsilon (essaim_sphere_chord2 (&from, essaim_world_from_degrees (48.8566, 2.3522)), 0, 1e-16);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/area/everywhere", test_everywhere);
  g_test_add_func ("/area/box", test_box);
  g_test_add_func ("/area/box-across-180", test_box_across_180);
  g_test_add_func ("/area/circles", test_circles);
  g_test_add_func ("/area/box-and-circle", test_box_and_circle);
  g_test_add_func ("/area/chord", test_chord);

  return g_test_run ();
}
