/* test-instant.c: ISO 8601 dates as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-instant.h"

static void
test_known_dates (void)
{
  g_assert_cmpint (essaim_instant_parse ("1970-01-01"), ==, 0);
  g_assert_cmpint (essaim_instant_parse ("1969-12-31T23:59:59Z"), ==, -1);
  g_assert_cmpint (essaim_instant_parse ("2018-01-18T09:30:15Z"), ==, 1516267815);
  g_assert_cmpint (essaim_instant_parse ("2018-01-18 09:30"), ==, 1516267800);
  g_assert_cmpint (essaim_instant_parse ("2018-01-18T09:30:15.250Z"), ==, 1516267815);
}

static void
test_zones (void)
{
  gint64 utc = essaim_instant_parse ("2024-05-31T10:00:00Z");

  g_assert_cmpint (essaim_instant_parse ("2024-05-31T10:00:00"), ==, utc);
  g_assert_cmpint (essaim_instant_parse ("2024-05-31T12:00:00+02:00"), ==, utc);
  g_assert_cmpint (essaim_instant_parse ("2024-05-31T12:00:00.5+0200"), ==, utc);
  g_assert_cmpint (essaim_instant_parse ("2024-05-31T06:30:00-03:30"), ==, utc);
}

static void
test_parts (void)
{
  g_assert_cmpint (essaim_instant_parse ("2024"), ==, essaim_instant_parse ("2024-01-01"));
  g_assert_cmpint (essaim_instant_parse ("2024-05"), ==, essaim_instant_parse ("2024-05-01T00:00:00Z"));
}

static void
test_no_dates (void)
{
  const char *texts[] = { "", "hier", "24", "31/12/2024", "2024-13-01", "2024-00-10", "2024-01-32" };

  g_assert_cmpint (essaim_instant_parse (NULL), ==, ESSAIM_NO_INSTANT);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (essaim_instant_parse (texts[i]), ==, ESSAIM_NO_INSTANT);
}

/* Each day from 1896 to 2104 is one day after the one before. */
static void
test_calendar (void)
{
  gint64 before = essaim_instant_parse ("1895-12-31");
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1896);

  for (; g_date_get_year (date) < 2105; g_date_add_days (date, 1))
    {
      char text[11];
      gint64 instant;

      g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
      instant = essaim_instant_parse (text);
      g_assert_cmpint (instant - before, ==, 86400);
      before = instant;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instant/known-dates", test_known_dates);
  g_test_add_func ("/instant/zones", test_zones);
  g_test_add_func ("/instant/parts", test_parts);
  g_test_add_func ("/instant/no-dates", test_no_dates);
  g_test_add_func ("/instant/calendar", test_calendar);

  return g_test_run ();
}
