/* test-format.c: numbers, amounts and dates as a person reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "essaim-format.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_euros (void)
{
  assert_text (essaim_format_euros (NAN), NULL);
  assert_text (essaim_format_euros (0), "€0");
  assert_text (essaim_format_euros (21667), "€21667");
  assert_text (essaim_format_euros (31000000), "€31.0 M");
}

static void
test_short_euros (void)
{
  assert_text (essaim_format_euros_short (NAN), NULL);
  assert_text (essaim_format_euros_short (9999), "€9999");
  assert_text (essaim_format_euros_short (21667), "€22 k");
  assert_text (essaim_format_euros_short (999499), "€999 k");
  assert_text (essaim_format_euros_short (999500), "€1.0 M");
  assert_text (essaim_format_euros_short (3135824), "€3.1 M");
}

/* A little is not nothing. */
static void
test_rates (void)
{
  assert_text (essaim_format_rate (0), "0.0");
  assert_text (essaim_format_rate (0.02), "< 0.1");
  assert_text (essaim_format_rate (0.06), "0.1");
  assert_text (essaim_format_rate (12.34), "12.3");
}

static void
test_dates (void)
{
  assert_text (essaim_format_date (NULL), NULL);
  assert_text (essaim_format_date (""), NULL);
  assert_text (essaim_format_date ("2019"), "2019");
  assert_text (essaim_format_date ("2019-12"), "December 2019");
  assert_text (essaim_format_date ("2019-13"), "2019-13");
  assert_text (essaim_format_date ("2019-02-25"), "25 February 2019");
  assert_text (essaim_format_date ("2026-11-14T08:30:00Z"), "14 November 2026");
  /* What is no date is shown as it is, never turned into one. */
  assert_text (essaim_format_date ("2019-02-31"), "2019-02-31");
}

static void
test_phones (void)
{
  static const char * const phones[][2] = {
    { "0323740699", "03\u202f23\u202f74\u202f06\u202f99" },
    { "03.23.74.06.99", "03\u202f23\u202f74\u202f06\u202f99" },
    { "+33 323740699", "+33\u202f3\u202f23\u202f74\u202f06\u202f99" },
    { "3646", "3646" },
    { "+33 0323740699", "+33 0323740699" },
    { "03 23 74 06 99 ou 98", "03 23 74 06 99 ou 98" },
    { "+41 22 000 00 00", "+41 22 000 00 00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *phone = essaim_format_phone (phones[i][0]);

      g_assert_cmpstr (phone, ==, phones[i][1]);
    }
  g_assert_null (essaim_format_phone (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/euros", test_euros);
  g_test_add_func ("/format/short-euros", test_short_euros);
  g_test_add_func ("/format/rates", test_rates);
  g_test_add_func ("/format/phones", test_phones);
  g_test_add_func ("/format/dates", test_dates);

  return g_test_run ();
}
