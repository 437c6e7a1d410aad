/* test-map-limits.c: how far the map may be moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-limits.h"

#include <math.h>

static EssaimProjection
look_at (double lat,
         double lon,
         double zoom)
{
  EssaimWorldPoint middle = essaim_world_from_degrees (lat, lon);

  return (EssaimProjection) { middle.x, middle.y, essaim_zoom_to_scale (zoom), 1280.0, 800.0 };
}

/* The degrees at the edges of a view after it was limited. */
static void
assert_shows_only (EssaimProjection view,
                   double           west,
                   double           south,
                   double           east,
                   double           north)
{
  EssaimWorldBox allowed = essaim_world_box_from_degrees (west, south, east, north);
  EssaimWorldBox shown;

  essaim_map_limits_apply (&view);
  shown = essaim_projection_get_box (&view, -0.01);
  g_assert_true (essaim_world_box_contains (&allowed, &shown));
}

static void
test_allowed_stays (void)
{
  const struct { double lat, lon, zoom; } places[] = {
    { 46.6, 2.5, 6.0 }, { 45.78, 3.08, 12.0 }, { -12.8, 45.15, 11.0 }, { -21.1, 55.5, 9.5 }, { 4.0, -53.0, 8.0 },
    { 14.65, -61.0, 10.0 }, { 48.4, -4.5, 17.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      EssaimProjection view = look_at (places[i].lat, places[i].lon, places[i].zoom);
      EssaimProjection limited = view;

      essaim_map_limits_apply (&limited);
      g_assert_cmpfloat (limited.x, ==, view.x);
      g_assert_cmpfloat (limited.y, ==, view.y);
      g_assert_cmpfloat (limited.scale, ==, view.scale);
    }
}

static void
test_too_far (void)
{
  /* To the south, to the east and too wide; then over the ocean, where the nearest window is that of Mayotte. */
  assert_shows_only (look_at (30.0, 2.0, 6.0), -28.0, 39.0, 18.0, 57.0);
  assert_shows_only (look_at (46.0, 40.0, 6.0), -28.0, 39.0, 18.0, 57.0);
  assert_shows_only (look_at (46.0, 2.0, 2.0), -28.0, 39.0, 18.0, 57.0);
  assert_shows_only (look_at (-12.0, 70.0, 9.0), 42.0, -23.5, 59.0, -10.0);
}

static void
test_too_near (void)
{
  EssaimProjection view = look_at (46.6, 2.5, 17.9);

  essaim_map_limits_apply (&view);
  g_assert_cmpfloat_with_epsilon (essaim_scale_to_zoom (view.scale), ESSAIM_MAX_ZOOM, 1e-9);
}

/* Limiting twice is limiting once, wherever the view is. */
static void
test_settles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 2000; i++)
    {
      EssaimProjection once = look_at (g_rand_double_range (rand, -80.0, 80.0),
                                       g_rand_double_range (rand, -180.0, 180.0),
                                       g_rand_double_range (rand, 0.0, 19.0));
      EssaimProjection twice;

      once.width = g_rand_double_range (rand, 200.0, 4000.0);
      once.height = g_rand_double_range (rand, 200.0, 2200.0);
      essaim_map_limits_apply (&once);
      twice = once;
      essaim_map_limits_apply (&twice);
      g_assert_cmpfloat_with_epsilon ((twice.x - once.x) * once.scale, 0.0, 0.01);
      g_assert_cmpfloat_with_epsilon ((twice.y - once.y) * once.scale, 0.0, 0.01);
      g_assert_cmpfloat (twice.scale, ==, once.scale);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-limits/allowed-stays", test_allowed_stays);
  g_test_add_func ("/map-limits/too-far", test_too_far);
  g_test_add_func ("/map-limits/too-near", test_too_near);
  g_test_add_func ("/map-limits/settles", test_settles);

  return g_test_run ();
}
