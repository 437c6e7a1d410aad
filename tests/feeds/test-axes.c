/* test-axes.c: what the two numbers of a feed's positions are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-axes.h"

#include <math.h>

#include "essaim-reference.h"

static EssaimReference *reference;

static void
assert_decides (guint    right,
                guint    swapped,
                guint    metres,
                guint    abroad,
                guint    epsg,
                gboolean is_swapped)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  g_autoptr (EssaimAxes) axes = essaim_axes_new (gazetteer);
  g_autoptr (EssaimProjections) projections = essaim_projections_new ();
  EssaimSystem system;

  for (guint i = 0; i < right; i++)
    essaim_axes_observe (axes, 45.7, 4.8);
  for (guint i = 0; i < swapped; i++)
    essaim_axes_observe (axes, 4.8, 45.7);
  for (guint i = 0; i < metres; i++)
    essaim_axes_observe (axes, 6692191.9, 475198.1);
  for (guint i = 0; i < abroad; i++)
    essaim_axes_observe (axes, 14.7, -17.4);
  essaim_axes_observe (axes, 0.0, 0.0);
  essaim_axes_observe (axes, NAN, NAN);
  essaim_axes_observe (axes, 999.0, 999.0);

  system = essaim_axes_decide (axes, projections, 0);
  g_assert_cmpuint (system.epsg, ==, epsg);
  g_assert_cmpint (system.is_swapped, ==, is_swapped);
}

static void
test_degrees (void)
{
  assert_decides (0, 0, 0, 0, ESSAIM_EPSG_DEGREES, FALSE);
  assert_decides (10, 0, 0, 0, ESSAIM_EPSG_DEGREES, FALSE);
  assert_decides (0, 1, 0, 0, ESSAIM_EPSG_DEGREES, TRUE);
  assert_decides (1, 9, 0, 0, ESSAIM_EPSG_DEGREES, TRUE);
  assert_decides (9, 1, 0, 0, ESSAIM_EPSG_DEGREES, FALSE);
  assert_decides (2, 8, 0, 0, ESSAIM_EPSG_DEGREES, FALSE);
  assert_decides (0, 9, 0, 4, ESSAIM_EPSG_DEGREES, TRUE);
  assert_decides (0, 2, 0, 9, ESSAIM_EPSG_DEGREES, FALSE);
}

static void
test_metres (void)
{
  assert_decides (0, 0, 5, 0, 2154, FALSE);
  assert_decides (5, 0, 1, 0, ESSAIM_EPSG_DEGREES, FALSE);
  assert_decides (1, 1, 9, 0, 2154, FALSE);
}

/* The words of the records tell systems apart that both lead to France; a hint does where words cannot. */
static EssaimSystem
decide_point (double y,
              double x,
              double lat,
              double lon,
              guint  hint)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  g_autoptr (EssaimAxes) axes = essaim_axes_new (gazetteer);
  g_autoptr (EssaimProjections) projections = essaim_projections_new ();

  essaim_axes_observe (axes, y, x);
  g_assert_true (essaim_axes_need_words (axes));
  essaim_axes_set_words (axes, 0, lat, lon);

  return essaim_axes_decide (axes, projections, hint);
}

static void
test_words (void)
{
  /* Les Abymes in UTM 20N is in the Aude in Lambert II étendu. */
  g_assert_cmpuint (decide_point (1799000, 657800, 16.27, -61.50, 0).epsg, ==, 5490);
  g_assert_cmpuint (decide_point (1799000, 657800, 43.19, 3.05, 0).epsg, ==, 27572);
  g_assert_true (decide_point (657800, 1799000, 16.27, -61.50, 0).is_swapped);
  g_assert_cmpuint (decide_point (1799000, 657800, 16.27, -61.50, 2970).epsg, ==, 2970);
  g_assert_cmpuint (decide_point (1799000, 657800, 16.27, -61.50, 2154).epsg, ==, 5490);

  /* Nowhere near Lyon in any system. */
  g_assert_cmpuint (decide_point (20000, 30000, 45.76, 4.84, 0).epsg, ==, ESSAIM_EPSG_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/axes/degrees", test_degrees);
  g_test_add_func ("/axes/metres", test_metres);
  g_test_add_func ("/axes/words", test_words);

  result = g_test_run ();
  g_object_unref (reference);

  return result;
}
