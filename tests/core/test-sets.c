/* test-sets.c: sets of numbers that many rows share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sets.h"

static void
assert_set (const EssaimSets *sets,
            guint             set,
            const guint32    *expected,
            guint             n)
{
  g_assert_cmpuint (sets->starts[set + 1] - sets->starts[set], ==, n);
  g_assert_cmpmem (sets->values + sets->starts[set], n * sizeof *expected, expected, n * sizeof *expected);
}

static void
test_same_is_one (void)
{
  const guint32 one[] = { 7 }, two[] = { 7, 9 }, other[] = { 9, 7 };
  EssaimSetPool *pool = essaim_set_pool_new ();
  guint empty = essaim_set_pool_intern (pool, NULL, 0);
  guint first = essaim_set_pool_intern (pool, one, 1);
  guint second = essaim_set_pool_intern (pool, two, 2);
  guint third = essaim_set_pool_intern (pool, other, 2);
  EssaimSets sets;

  g_assert_cmpuint (essaim_set_pool_intern (pool, two, 2), ==, second);
  g_assert_cmpuint (essaim_set_pool_intern (pool, one, 1), ==, first);
  g_assert_cmpuint (essaim_set_pool_intern (pool, NULL, 0), ==, empty);
  sets = essaim_set_pool_end (pool);

  g_assert_cmpuint (sets.n, ==, 4);
  assert_set (&sets, empty, NULL, 0);
  assert_set (&sets, first, one, 1);
  assert_set (&sets, second, two, 2);
  assert_set (&sets, third, other, 2);
  essaim_sets_clear (&sets);
}

static void
test_no_sets (void)
{
  EssaimSets sets = essaim_set_pool_end (essaim_set_pool_new ());

  g_assert_cmpuint (sets.n, ==, 0);
  g_assert_cmpuint (sets.starts[0], ==, 0);
  essaim_sets_clear (&sets);
  g_assert_null (sets.starts);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sets/same-is-one", test_same_is_one);
  g_test_add_func ("/sets/no-sets", test_no_sets);

  return g_test_run ();
}
