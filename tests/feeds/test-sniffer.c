/* test-sniffer.c: what a file is, by its content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sniffer.h"

#include <string.h>

#include "essaim-feed-error.h"

static void
assert_format (const char   *text,
               EssaimFormat  expected)
{
  g_autoptr(GError) error = NULL;
  EssaimFormat format;

  g_assert_true (essaim_sniffer_check_bytes (text, strlen (text), &error));
  g_assert_true (essaim_sniffer_find_format (text, strlen (text), &format, &error));
  g_assert_no_error (error);
  g_assert_cmpint (format, ==, expected);
}

static void
test_formats (void)
{
  assert_format ("a,b\n1,2\n", ESSAIM_FORMAT_CSV);
  assert_format ("\"a\";\"b\"\n", ESSAIM_FORMAT_CSV);
  assert_format ("caf\xE9;x\n", ESSAIM_FORMAT_CSV);
  assert_format (" \n [1]", ESSAIM_FORMAT_JSON);
  assert_format ("{\"a\":1}", ESSAIM_FORMAT_JSON);
}

static void
test_binary (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  char bytes[ESSAIM_SNIFFER_BYTES];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_rand_int_range (rand, 0, 256);
  g_assert_false (essaim_sniffer_check_bytes (bytes, sizeof bytes, &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
  g_clear_error (&error);

  /* UTF-16 is full of zeros, and a stray one does no harm. */
  g_assert_true (essaim_sniffer_check_bytes ("\xFF\xFE" "a\0,\0b\0\n\0", 10, &error));
  g_assert_true (essaim_sniffer_check_bytes ("a\0,\0b\0\n\0" "1\0,\0" "2\0\n\0", 16, &error));
  g_assert_true (essaim_sniffer_check_bytes ("a,b,c\n\0,2,3\n", 12, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sniffer/formats", test_formats);
  g_test_add_func ("/sniffer/binary", test_binary);

  return g_test_run ();
}
