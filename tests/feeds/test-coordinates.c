/* test-coordinates.c: positions as feeds write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-coordinates.h"

#include <math.h>

static void
assert_degrees (const char *text,
                double      expected)
{
  double degrees = NAN;

  g_assert_true (essaim_coordinate_parse (text, &degrees));
  g_assert_cmpfloat_with_epsilon (degrees, expected, 1e-4);
}

static void
test_degrees (void)
{
  static const char * const none[] = { "", "NaN", "inf", "-inf", "nord", "45.7.8", "45.7 ;", ";", "12 rue",
                                       "N", "45°99'", "N 45 S", NULL };
  double degrees = 7.0;

  assert_degrees ("45.77", 45.77);
  assert_degrees ("-12,7826", -12.7826);
  assert_degrees ("475198,121680863", 475198.1217);
  assert_degrees ("45°46'12\" N", 45.77);
  assert_degrees ("4°30'O", -4.5);
  assert_degrees ("-4°30'", -4.5);
  assert_degrees ("N 45°46,2'", 45.77);
  assert_degrees ("45 46 12 N", 45.77);
  assert_degrees ("45.77°", 45.77);
  assert_degrees ("708 052", 708052.0);
  assert_degrees ("6 519 270,25", 6519270.25);
  assert_degrees ("6\u202F519\u202F270", 6519270.0);

  for (guint i = 0; none[i] != NULL; i++)
    g_assert_false (essaim_coordinate_parse (none[i], &degrees));
  g_assert_false (essaim_coordinate_parse (NULL, &degrees));
  g_assert_cmpfloat (degrees, ==, 7.0);
}

static void
test_pairs (void)
{
  static const char * const pairs[] = {
    "45.75,4.85", "45.75, 4.85", "45,75;4,85", "45,75 , 4,85", "45,75,4,85", "45.75 4.85", "45.75|4.85", "45.75/4.85",
    "[45.75, 4.85]",
    "POINT (4.85 45.75)", "SRID=4326;POINT(4.85 45.75)", "{\"type\": \"Point\", \"coordinates\": [4.85, 45.75]}",
    "{\"lon\": 4.85, \"lat\": 45.75}", "{'lat': 45.75, 'lon': 4.85}", "{\"latitude\":\"45.75\",\"longitude\":\"4.85\"}",
    "{\"lat\":45.75,\"lng\":4.85}", "geo:45.75,4.85", "45.75, 4.85, 230", "45.75,4.85,230", "(45.75, 4.85)",
    "45°45'N 4°51'E", "45°45'00\"N, 4°51'00\"E", "45° 45' N 4° 51' E", "N 45°45' E 4°51'", "4°51'E 45°45'N",
    "{'type': 'Point', 'coordinates': [4.85, 45.75]}", "POLYGON ((4 45, 5.7 45, 5.7 46.5, 4 46.5, 4 45))",
  };
  static const char * const none[] = {
    "", "45.75", "45.75,", "a, b", "{}", "POINT EMPTY", "1,2,3", "1,2,3,4,5,6", "[]",
  };
  double lat, lon;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s", pairs[i]);
      g_assert_true (essaim_coordinates_parse_pair (pairs[i], &lat, &lon));
      g_assert_cmpfloat (lat, ==, 45.75);
      g_assert_cmpfloat (lon, ==, 4.85);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (essaim_coordinates_parse_pair (none[i], &lat, &lon));
    }
}

static void
test_france (void)
{
  static const double inside[][2] = {
    { 48.86, 2.35 }, { 42.0, 9.0 }, { 16.26, -61.53 }, { 14.6, -61.07 }, { 4.94, -52.33 }, { -20.88, 55.45 },
    { -12.78, 45.23 }, { 46.78, -56.18 }, { 17.9, -62.85 }, { 18.07, -63.08 }, { -13.28, -176.17 },
    { -17.53, -149.57 }, { -22.27, 166.45 },
  };
  static const double outside[][2] = {
    { 0, 0 }, { 2.35, 48.86 }, { 40.4, -3.7 }, { 14.69, -17.46 }, { 999, 999 }, { NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    g_assert_true (essaim_coordinates_in_france (inside[i][0], inside[i][1]));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_false (essaim_coordinates_in_france (outside[i][0], outside[i][1]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coordinates/degrees", test_degrees);
  g_test_add_func ("/coordinates/pairs", test_pairs);
  g_test_add_func ("/coordinates/france", test_france);

  return g_test_run ();
}
