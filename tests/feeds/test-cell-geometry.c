/* test-cell-geometry.c: WKT and GeoJSON in one cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cell-geometry.h"

#include <string.h>

static void
test_geometries (void)
{
  static const struct { const char *text; double x, y; } cells[] = {
    { "POINT(4.85 45.75)", 4.85, 45.75 },
    { "Point (4.85 45.75)", 4.85, 45.75 },
    { "POINT Z (4.85 45.75 230)", 4.85, 45.75 },
    { "SRID=2154;POINT(842000 6519000)", 842000, 6519000 },
    { "MULTIPOINT((1 2),(3 4),(5 6))", 3, 4 },
    { "MULTIPOINT(1 2,3 4,5 6)", 3, 4 },
    { "LINESTRING(1 2,3 6)", 2, 4 },
    { "MULTILINESTRING((0 0,1 0),(0 0,0 10))", 0, 5 },
    { "POLYGON((0 0,4 0,4 4,0 4,0 0))", 2, 2 },
    { "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))", 2, 0.5 },
    { "MULTIPOLYGON(((9 9,10 9,10 10,9 10,9 9)),((0 0,4 0,4 4,0 4,0 0)))", 2, 2 },
    { "POLYGON Z((0 0 5,4 0 5,4 4 5,0 4 5,0 0 5))", 2, 2 },
    { "GEOMETRYCOLLECTION(POINT(9 9),POLYGON((0 0,4 0,4 4,0 4,0 0)))", 2, 2 },
    { "POLYGON((0 0,4 0,4 4,0 4", 2, 2 },
    { "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}", 2, 2 },
    { "{'type': 'LineString', 'coordinates': [[1, 2], [3, 6]]}", 2, 4 },
    { "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{}}", 1, 2 },
  };
  static const char * const none[] = {
    "", "POINT", "POINT EMPTY", "POINT()", "POINT(a b)", "POINT(nan 2)", "POLYGON EMPTY", "POLYGON((",
    "GEOMETRYCOLLECTION",
    "{}", "{\"coordinates\":", "{\"coordinates\":[]}", "]{\"coordinates\":[1,2]}", "{\"coordinates\":[1]}",
    "{}}coordinates",
    "Pointe-à-Pitre", "12 rue du Pont", "SRID=4326", "SRID=4326;",
  };
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_test_message ("%s", cells[i].text);
      g_assert_true (essaim_cell_geometry_parse (cells[i].text, &x, &y));
      g_assert_cmpfloat_with_epsilon (x, cells[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (y, cells[i].y, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (essaim_cell_geometry_parse (none[i], &x, &y));
    }
}

static void
test_srid (void)
{
  g_assert_cmpuint (essaim_cell_geometry_srid ("SRID=2154;POINT(1 2)"), ==, 2154);
  g_assert_cmpuint (essaim_cell_geometry_srid ("POINT(1 2)"), ==, 0);
}

/* A megabyte of brackets, and a polygon of a million corners, are nothing to wait for. */
static void
test_large (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '(');
  g_autofree char *deep = g_strconcat ("POLYGON", brackets, NULL);
  g_autofree char *nested = g_strconcat ("{\"coordinates\":", g_strdelimit (brackets, "(", '['), NULL);
  g_autoptr (GString) wide = g_string_new ("POLYGON((0 0");
  gint64 start = g_get_monotonic_time ();
  double x, y;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (wide, ",%u %u", i, i % 2 == 0 ? 0 : 1000000);
  g_assert_false (essaim_cell_geometry_parse (deep, &x, &y));
  g_assert_false (essaim_cell_geometry_parse (nested, &x, &y));
  essaim_cell_geometry_parse (wide->str, &x, &y);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cell-geometry/geometries", test_geometries);
  g_test_add_func ("/cell-geometry/srid", test_srid);
  g_test_add_func ("/cell-geometry/large", test_large);

  return g_test_run ();
}
