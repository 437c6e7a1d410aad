/* test-projection.c: metres of French systems to degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-projection.h"

#include <math.h>

/* Points that others publish: IGN, “Projections Lambert” (the origins of the projections), and cs2cs of PROJ. */
static void
assert_converts (guint  epsg,
                 double east,
                 double north,
                 double lat,
                 double lon)
{
  g_autoptr (EssaimProjections) projections = essaim_projections_new ();
  double found_lat, found_lon;

  g_assert_true (essaim_projections_to_degrees (projections, epsg, east, north, &found_lat, &found_lon));
  g_assert_cmpfloat_with_epsilon (found_lat, lat, 1e-4);
  g_assert_cmpfloat_with_epsilon (found_lon, lon, 1e-4);
}

static void
test_converts (void)
{
  assert_converts (2154, 700000, 6600000, 46.5, 3.0);
  for (guint zone = 42; zone <= 50; zone++)
    assert_converts (3900 + zone, 1700000, 200000 + 1e6 * (zone - 41), zone, 3.0);
  assert_converts (3857, 0, 0, 0, 0);
  assert_converts (3857, 20037508.34 / 180 * 2, 6274861.394, 49.0, 2.0);
  assert_converts (27572, 600000, 2200000, 46.8, 2.3366);
  assert_converts (5490, 500000, 0, 0, -63);
  assert_converts (2972, 500000, 0, 0, -51);
  assert_converts (2975, 500000, 10000000, 0, 57);
  assert_converts (4471, 500000, 10000000, 0, 45);
  assert_converts (4467, 500000, 0, 0, -57);
  assert_converts (ESSAIM_EPSG_DEGREES, 4.85, 45.75, 45.75, 4.85);
}

static void
test_fails (void)
{
  g_autoptr (EssaimProjections) projections = essaim_projections_new ();
  double lat = 7, lon = 8;

  g_assert_false (essaim_projections_to_degrees (projections, 25832, 1, 2, &lat, &lon));
  g_assert_false (essaim_projections_to_degrees (projections, ESSAIM_EPSG_UNKNOWN, 1, 2, &lat, &lon));
  g_assert_false (essaim_projections_to_degrees (projections, 2154, NAN, 2, &lat, &lon));
  g_assert_false (essaim_projections_to_degrees (projections, ESSAIM_EPSG_DEGREES, INFINITY, 2, &lat, &lon));
  g_assert_cmpfloat (lat, ==, 7);
  g_assert_cmpfloat (lon, ==, 8);
}

static void
test_resolves (void)
{
  g_assert_cmpuint (essaim_projection_resolve (2154), ==, 2154);
  g_assert_cmpuint (essaim_projection_resolve (9794), ==, 2154);
  g_assert_cmpuint (essaim_projection_resolve (3946), ==, 3946);
  g_assert_cmpuint (essaim_projection_resolve (9822), ==, 3942);
  g_assert_cmpuint (essaim_projection_resolve (9850), ==, 3950);
  g_assert_cmpuint (essaim_projection_resolve (900913), ==, 3857);
  g_assert_cmpuint (essaim_projection_resolve (32740), ==, 2975);
  g_assert_cmpuint (essaim_projection_resolve (4559), ==, 5490);
  g_assert_cmpuint (essaim_projection_resolve (4171), ==, ESSAIM_EPSG_DEGREES);
  g_assert_cmpuint (essaim_projection_resolve (25832), ==, ESSAIM_EPSG_UNKNOWN);
  g_assert_null (essaim_projection_lookup (ESSAIM_EPSG_DEGREES));
  g_assert_cmpstr (essaim_projection_lookup (3950)->name, ==, "CC50");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projection/converts", test_converts);
  g_test_add_func ("/projection/fails", test_fails);
  g_test_add_func ("/projection/resolves", test_resolves);

  return g_test_run ();
}
