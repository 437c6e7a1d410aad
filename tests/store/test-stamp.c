/* test-stamp.c: hybrid logical stamps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-stamp.h"

static void
assert_next (const char *last,
             gint64      now,
             const char *expected)
{
  g_autofree char *next = essaim_stamp_next (last, "ab", now);

  g_assert_cmpstr (next, ==, expected);
  g_assert_true (next == NULL || essaim_stamp_is_valid (next));
  g_assert_true (next == NULL || g_strcmp0 (last, next) < 0);
}

static void
test_next (void)
{
  assert_next ("", 0x1234, "0000000012340000-ab");
  assert_next ("0000000012340000-ab", 0x1235, "0000000012350000-ab");
  /* The same millisecond, and a clock that went back. */
  assert_next ("0000000012340000-ab", 0x1234, "0000000012340001-ab");
  assert_next ("00000000123400ff-zz", 0x10, "0000000012340100-ab");
  assert_next ("000000001234ffff-ab", 0x10, "0000000012350000-ab");
  /* No room: none rather than one that is out of order. */
  assert_next ("fffffffffffffffe-ab", 0x10, "ffffffffffffffff-ab");
  assert_next ("ffffffffffffffff-ab", 0x10, NULL);
  assert_next ("", G_GINT64_CONSTANT (0x1000000000000), NULL);
}

static void
test_valid (void)
{
  static const char * const wrong[] = {
    "x", "-ab", "12-ab", "000000001234000-ab", "00000000123400000-ab", "0000000012340000", "000000001234000G-ab",
  };

  g_assert_true (essaim_stamp_is_valid (""));
  g_assert_true (essaim_stamp_is_valid ("0000000012340000-ab"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (essaim_stamp_is_valid (wrong[i]));

  g_assert_cmpint (essaim_stamp_get_time (""), ==, 0);
  g_assert_cmpint (essaim_stamp_get_time ("0000000012340007-ab"), ==, 0x1234);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stamp/next", test_next);
  g_test_add_func ("/stamp/valid", test_valid);

  return g_test_run ();
}
