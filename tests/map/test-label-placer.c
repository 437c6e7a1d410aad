/* test-label-placer.c: a free place for each name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-label-placer.h"

#define REACH 25.0

static const EssaimRect view = { 0.0, 0.0, 800.0, 600.0 };

static gboolean
overlap (EssaimRect a,
         EssaimRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
test_free (void)
{
  g_autoptr (EssaimLabelPlacer) placer = essaim_label_placer_new (view);
  EssaimRect rect;

  g_assert_true (essaim_label_placer_place (placer, 100.0, 50.0, 40.0, 10.0, REACH, NULL, &rect));
  g_assert_cmpfloat (rect.x, ==, 80.0);
  g_assert_cmpfloat (rect.y, ==, 45.0);
}

static void
test_beside (void)
{
  g_autoptr (EssaimLabelPlacer) placer = essaim_label_placer_new (view);
  EssaimRect cell = { 80.0, 30.0, 40.0, 40.0 };
  EssaimRect rect;

  essaim_label_placer_occupy (placer, cell);
  g_assert_true (essaim_label_placer_place (placer, 100.0, 50.0, 40.0, 10.0, REACH, NULL, &rect));
  g_assert_false (overlap (rect, cell));
  g_assert_cmpfloat (rect.y + rect.height, ==, 26.0);
}

static void
test_no_place (void)
{
  g_autoptr (EssaimLabelPlacer) placer = essaim_label_placer_new (view);
  EssaimRect rect;

  essaim_label_placer_occupy (placer, (EssaimRect) { 0.0, 0.0, 400.0, 400.0 });
  g_assert_false (essaim_label_placer_place (placer, 200.0, 200.0, 40.0, 10.0, REACH, NULL, &rect));
  g_assert_true (essaim_label_placer_place (placer, 200.0, 200.0, 40.0, 10.0, 250.0, NULL, &rect));
}

static void
test_within (void)
{
  g_autoptr (EssaimLabelPlacer) placer = essaim_label_placer_new (view);
  EssaimRect rect;

  g_assert_true (essaim_label_placer_place (placer, 795.0, 300.0, 60.0, 12.0, REACH, &view, &rect));
  g_assert_cmpfloat (rect.x + rect.width, <=, 800.0);
  g_assert_true (essaim_label_placer_place (placer, 795.0, 100.0, 60.0, 12.0, REACH, NULL, &rect));
  g_assert_cmpfloat (rect.x + rect.width, >, 800.0);
}

/* Many names among many cells, also outside the area: none covers anything. */
static void
test_never_covers (void)
{
  g_autoptr (EssaimLabelPlacer) placer = essaim_label_placer_new (view);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (EssaimRect));
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_placed = 0;

  for (guint i = 0; i < 200; i++)
    {
      EssaimRect cell = { g_rand_double_range (rand, -100.0, 880.0), g_rand_double_range (rand, -100.0, 680.0), 38.0,
                          44.0 };

      essaim_label_placer_occupy (placer, cell);
      g_array_append_val (taken, cell);
    }
  for (guint i = 0; i < 300; i++)
    {
      EssaimRect rect;

      if (!essaim_label_placer_place (placer, g_rand_double_range (rand, -100.0, 900.0),
                                      g_rand_double_range (rand, -100.0, 700.0), g_rand_double_range (rand, 20.0,
                                                                                                      140.0),
                                      14.0, REACH, NULL, &rect))
        continue;
      for (guint j = 0; j < taken->len; j++)
        g_assert_false (overlap (rect, g_array_index (taken, EssaimRect, j)));
      g_array_append_val (taken, rect);
      n_placed++;
    }
  g_assert_cmpuint (n_placed, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placer/free", test_free);
  g_test_add_func ("/label-placer/beside", test_beside);
  g_test_add_func ("/label-placer/no-place", test_no_place);
  g_test_add_func ("/label-placer/within", test_within);
  g_test_add_func ("/label-placer/never-covers", test_never_covers);

  return g_test_run ();
}
