/* test-geometry.c: projection, distance, point in polygon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-geometry.h"

#include <math.h>

static void
test_projection (void)
{
  EssaimWorldPoint middle = essaim_world_from_degrees (0.0, 0.0);
  EssaimWorldPoint north_west = essaim_world_from_degrees (85.0511287798066, -180.0);
  EssaimWorldPoint south_east = essaim_world_from_degrees (-85.0511287798066, 180.0);
  EssaimWorldPoint clermont = essaim_world_from_degrees (45.78, 3.09);

  g_assert_cmpuint (middle.x, ==, 1u << 31);
  g_assert_cmpuint (middle.y, ==, 1u << 31);
  g_assert_cmpuint (north_west.x, ==, 0);
  g_assert_cmpuint (north_west.y, <=, 1);
  g_assert_cmpuint (south_east.x, ==, G_MAXUINT32);
  g_assert_cmpuint (south_east.y, >=, G_MAXUINT32 - 1);

  /* Tile 8/130/91 of the usual scheme: 256 tiles to a side. */
  g_assert_cmpuint (clermont.x >> 24, ==, 130);
  g_assert_cmpuint (clermont.y >> 24, ==, 91);
}

static void
test_projection_beyond (void)
{
  g_assert_cmpuint (essaim_world_from_degrees (90.0, 0.0).y, <=, 1);
  g_assert_cmpuint (essaim_world_from_degrees (-90.0, 0.0).y, >=, G_MAXUINT32 - 1);
  g_assert_cmpuint (essaim_world_from_degrees (0.0, 1000.0).x, ==, G_MAXUINT32);
  g_assert_cmpuint (essaim_world_from_degrees (0.0, -1000.0).x, ==, 0);
  g_assert_cmpuint (essaim_world_from_degrees (NAN, NAN).x, ==, 1u << 31);
  g_assert_cmpuint (essaim_world_from_degrees (-INFINITY, INFINITY).y, ==, 1u << 31);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 1000; i++)
    {
      double lat = g_rand_double_range (rand, -85.0, 85.0), lon = g_rand_double_range (rand, -180.0, 180.0);
      double lat_back, lon_back;

      essaim_world_to_degrees (essaim_world_from_degrees (lat, lon), &lat_back, &lon_back);
      g_assert_cmpfloat_with_epsilon (lat, lat_back, 1e-7);
      g_assert_cmpfloat_with_epsilon (lon, lon_back, 1e-7);
    }
}

static void
test_distance (void)
{
  g_assert_cmpfloat (essaim_distance_km (45.78, 3.09, 45.78, 3.09), ==, 0.0);
  /* A degree of a meridian of the sphere, and half of the Earth. */
  g_assert_cmpfloat_with_epsilon (essaim_distance_km (10.0, 20.0, 11.0, 20.0), 111.195, 0.001);
  g_assert_cmpfloat_with_epsilon (essaim_distance_km (0.0, 0.0, 0.0, 180.0), G_PI * 6371.0088, 1e-6);
  g_assert_cmpfloat_with_epsilon (essaim_distance_km (90.0, 0.0, -90.0, 77.0), G_PI * 6371.0088, 1e-6);
  /* Across the date line, and a metre. */
  g_assert_cmpfloat_with_epsilon (essaim_distance_km (0.0, 179.5, 0.0, -179.5), 111.195, 0.001);
  g_assert_cmpfloat_with_epsilon (essaim_distance_km (45.0, 3.0, 45.000009, 3.0) * 1000.0, 1.0, 0.01);
  /* Paris to Marseille. */
  g_assert_cmpfloat_with_epsilon (essaim_distance_km (48.8566, 2.3522, 43.2965, 5.3698), 660.5, 1.0);
}

static const guint32 outer_and_hole[] = { 4, 8 };
static const EssaimWorldPoint square[] = {
  { 10, 10 }, { 90, 10 }, { 90, 90 }, { 10, 90 },
  { 40, 40 }, { 60, 40 }, { 60, 60 }, { 40, 60 },
};
static const EssaimShape holed = {
  .low = { 10, 10 }, .high = { 90, 90 }, .n_rings = 2, .ring_ends = outer_and_hole, .points = square,
};

static void
test_hole (void)
{
  g_assert_true (essaim_shape_contains (&holed, (EssaimWorldPoint) { 20, 50 }));
  g_assert_true (essaim_shape_contains (&holed, (EssaimWorldPoint) { 80, 50 }));
  g_assert_false (essaim_shape_contains (&holed, (EssaimWorldPoint) { 50, 50 }));
  g_assert_false (essaim_shape_contains (&holed, (EssaimWorldPoint) { 5, 50 }));
  g_assert_false (essaim_shape_contains (&holed, (EssaimWorldPoint) { 95, 50 }));
  g_assert_false (essaim_shape_contains (&holed, (EssaimWorldPoint) { 50, 9 }));
}

/* The world cut by its longest diagonals: every point is in exactly one of the two parts, also on the cut. */
static void
test_partition (void)
{
  const guint32 end = 3, far = G_MAXUINT32;
  const EssaimWorldPoint lower[] = { { 0, 0 }, { far, far }, { 0, far } };
  const EssaimWorldPoint upper[] = { { 0, 0 }, { far, 0 }, { far, far } };
  const EssaimShape parts[] = {
    { .low = { 0, 0 }, .high = { far, far }, .n_rings = 1, .ring_ends = &end, .points = lower },
    { .low = { 0, 0 }, .high = { far, far }, .n_rings = 1, .ring_ends = &end, .points = upper },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 10000; i++)
    {
      guint32 x = g_rand_int (rand) >> 1, y = i % 3 == 0 ? x : g_rand_int (rand) >> 1;
      EssaimWorldPoint point = { x, y };

      g_assert_cmpint (essaim_shape_contains (&parts[0], point) + essaim_shape_contains (&parts[1], point), ==, 1);
      if (x != y)
        g_assert_cmpint (essaim_shape_contains (&parts[1], point), ==, x > y);
    }
}

static void
test_empty_shape (void)
{
  const EssaimShape empty = { .high = { G_MAXUINT32, G_MAXUINT32 } };

  g_assert_false (essaim_shape_contains (&empty, (EssaimWorldPoint) { 5, 5 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/projection", test_projection);
  g_test_add_func ("/geometry/projection-beyond", test_projection_beyond);
  g_test_add_func ("/geometry/round-trip", test_round_trip);
  g_test_add_func ("/geometry/distance", test_distance);
  g_test_add_func ("/geometry/hole", test_hole);
  g_test_add_func ("/geometry/partition", test_partition);
  g_test_add_func ("/geometry/empty-shape", test_empty_shape);

  return g_test_run ();
}
