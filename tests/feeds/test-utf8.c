/* test-utf8.c: what is UTF-8 and what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-utf8.h"

#include <string.h>

static void
test_span (void)
{
  static const struct
  {
    const char *bytes;
    gsize       span;
  } cases[] = {
    { "", 0 },
    { "abc", 3 },
    { "é€😹", 9 },
    { "a\xC0\x80", 1 },              /* overlong */
    { "a\xE0\x80\x80", 1 },
    { "a\xF0\x80\x80\x80", 1 },
    { "a\xED\xA0\x80", 1 },          /* half of a pair */
    { "a\xF4\x90\x80\x80", 1 },      /* beyond Unicode */
    { "a\xF5\x80\x80\x80", 1 },
    { "a\x80", 1 },
    { "a\xC3", 1 },
    { "a\xC3z", 1 },
    { "a\xE2\x82", 1 },
    { "12345678901\xE9t\xE9", 11 },
    { "\xEF\xBF\xBF\xF4\x8F\xBF\xBF", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (essaim_utf8_span (cases[i].bytes, strlen (cases[i].bytes)), ==, cases[i].span);
  g_assert_cmpuint (essaim_utf8_span ("a\0b", 3), ==, 3);
}

/* Against GLib, on bytes of every kind. */
static void
test_against_glib (void)
{
  static const guchar bytes[] = "a\x7F\x80\xBF\xC1\xC2\xC3\xE0\xE2\xED\xEF\xF0\xF3\xF4\xF5\xFC\xA0\x90\x8F";
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 200000; i++)
    {
      char text[24];
      const char *end;
      guint n = g_rand_int_range (rand, 0, sizeof text);

      for (guint j = 0; j < n; j++)
        text[j] = g_rand_boolean (rand) ? 'a' : bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      g_utf8_validate_len (text, n, &end);
      g_assert_cmpuint (essaim_utf8_span (text, n), ==, end - text);
    }
}

static void
test_cut (void)
{
  g_assert_true (essaim_utf8_is_cut ("\xC3", 1));
  g_assert_true (essaim_utf8_is_cut ("\xE2\x82", 2));
  g_assert_true (essaim_utf8_is_cut ("\xF0\x9F\x98", 3));
  g_assert_false (essaim_utf8_is_cut ("\xC3z", 2));
  g_assert_false (essaim_utf8_is_cut ("\xE0\x80", 2));
  g_assert_false (essaim_utf8_is_cut ("\x80", 1));
  g_assert_false (essaim_utf8_is_cut ("a", 1));
}

static void
test_packed_by_r (void)
{
  g_assert_cmpint ((guchar) essaim_utf8_read_r ("\xFC\xBE\x8E\x96\x94\xBC", 6), ==, 0xE9);
  g_assert_cmpint ((guchar) essaim_utf8_read_r ("\xFC\xBE\x8C\x86\x88\xBC", 6), ==, 0xB0);
  g_assert_cmpint (essaim_utf8_read_r ("\xFC\xBE\x8E\x96\x94", 5), ==, 0);
  g_assert_cmpint (essaim_utf8_read_r ("\xFC\xBE\x8E\x96\x94\xBD", 6), ==, 0);
  g_assert_cmpint (essaim_utf8_read_r ("\xFC\xBE\x8E\x96\x94z", 6), ==, 0);
  g_assert_cmpint (essaim_utf8_read_r ("abcdef", 6), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/span", test_span);
  g_test_add_func ("/utf8/against-glib", test_against_glib);
  g_test_add_func ("/utf8/cut", test_cut);
  g_test_add_func ("/utf8/packed-by-r", test_packed_by_r);

  return g_test_run ();
}
