/* test-projection.c: from world units to pixels, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-projection.h"

#include <math.h>

static EssaimProjection
look_at (double lat,
         double lon,
         double zoom)
{
  EssaimWorldPoint middle = essaim_world_from_degrees (lat, lon);

  return (EssaimProjection) { middle.x, middle.y, essaim_zoom_to_scale (zoom), 800.0, 600.0 };
}

static void
test_there_and_back (void)
{
  EssaimProjection view = look_at (46.6, 2.5, 9.25);
  EssaimWorldPoint middle = { view.x, view.y };
  double x, y;

  essaim_projection_to_view (&view, middle, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 400.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 300.0, 1e-9);

  essaim_projection_to_view (&view, essaim_projection_from_view (&view, 37.0, 555.0), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 37.0, 1e-3);
  g_assert_cmpfloat_with_epsilon (y, 555.0, 1e-3);

  /* Beyond the world there is its edge. */
  g_assert_cmpuint (essaim_projection_from_view (&view, -1e12, 0.0).x, ==, 0);
  g_assert_cmpuint (essaim_projection_from_view (&view, 1e12, 0.0).x, ==, G_MAXUINT32);
}

/* The zoom of libshumate is even between two whole ones; ours is the logarithm. */
static void
test_zoom (void)
{
  EssaimProjection view = look_at (46.6, 2.5, 5.5);

  g_assert_cmpfloat_with_epsilon (essaim_projection_get_zoom (&view), 5.0 + log2 (1.5), 1e-9);
  for (double zoom = 4.0; zoom <= 17.0; zoom += 0.125)
    g_assert_cmpfloat_with_epsilon (essaim_scale_to_zoom (essaim_zoom_to_scale (zoom)), zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (essaim_zoom_to_scale (6.0) / essaim_zoom_to_scale (5.0), 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (essaim_zoom_to_scale (5.5) / essaim_zoom_to_scale (5.0), 1.5, 1e-9);
}

static void
test_fit (void)
{
  EssaimProjection view = look_at (46.6, 2.5, 5.0);
  EssaimWorldBox box = essaim_world_box_from_degrees (-5.0, 41.0, 9.0, 51.0);
  EssaimWorldBox shown;

  view.x = (box.west + box.east) / 2.0;
  view.y = (box.north + box.south) / 2.0;
  view.scale = essaim_projection_fit (&view, &box, 20.0);
  shown = essaim_projection_get_box (&view, 0.0);
  g_assert_true (essaim_world_box_contains (&shown, &box));
  shown = essaim_projection_get_box (&view, -20.001);
  g_assert_false (essaim_world_box_contains (&shown, &box));
  g_assert_cmpfloat (box.north, <, box.south);
}

static void
test_overlap (void)
{
  EssaimShape shape = { .low = { 100, 100 }, .high = { 200, 200 } };
  EssaimWorldBox box = { 150, 150, 300, 300 };

  g_assert_true (essaim_world_box_overlaps (&box, &shape));
  box.west = 201;
  g_assert_false (essaim_world_box_overlaps (&box, &shape));
  box = (EssaimWorldBox) { 120, 120, 130, 130 };
  g_assert_true (essaim_world_box_overlaps (&box, &shape));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/there-and-back", test_there_and_back);
  g_test_add_func ("/projection/zoom", test_zoom);
  g_test_add_func ("/projection/fit", test_fit);
  g_test_add_func ("/projection/overlap", test_overlap);

  return g_test_run ();
}
