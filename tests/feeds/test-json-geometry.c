/* test-json-geometry.c: one point for a geometry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-geometry.h"

#include <string.h>

/* A tiny reader, for geometries without blanks. */
static void
feed (EssaimJsonGeometry *geometry,
      const char         *text)
{
  for (const char *p = text + 1; *p != '\0' && p[1] != '\0';)
    {
      if (*p == '[' || *p == '{')
        essaim_json_geometry_add_start (geometry, *p++ == '[');
      else if (*p == ']' || *p == '}')
        essaim_json_geometry_add_end (geometry, *p++ == ']');
      else if (*p == ',' || *p == ':')
        p++;
      else
        {
          gboolean is_string = *p == '"';
          const char *start = p + is_string;
          gsize length = strcspn (start, is_string ? "\"" : ",]}");
          EssaimJsonScalar scalar = { is_string ? ESSAIM_JSON_STRING : ESSAIM_JSON_NUMBER, start, length, TRUE };

          p = start + length + is_string;
          if (*p == ':')
            essaim_json_geometry_add_key (geometry, start, length);
          else
            essaim_json_geometry_add_scalar (geometry, &scalar);
        }
    }
}

static void
assert_point (const char *text,
              double      x,
              double      y)
{
  g_autoptr(EssaimJsonGeometry) geometry = essaim_json_geometry_new ();
  double found_x, found_y;

  /* Nothing of one geometry is left in the next. */
  feed (geometry, "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[7,7],[8,7],[8,8],[7,7]]]]}");
  essaim_json_geometry_reset (geometry);
  feed (geometry, text);
  g_assert_true (essaim_json_geometry_get_point (geometry, &found_x, &found_y));
  g_assert_cmpfloat_with_epsilon (found_x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (found_y, y, 1e-9);
}

static void
test_points (void)
{
  assert_point ("{\"type\":\"Point\",\"coordinates\":[2.5,48.25]}", 2.5, 48.25);
  assert_point ("{\"coordinates\":[2.5,48.25,35],\"type\":\"Point\"}", 2.5, 48.25);
  assert_point ("{\"type\":\"Point\",\"coordinates\":[\"2.5\",\"48.25\"]}", 2.5, 48.25);
  assert_point ("{\"type\":\"Point\",\"bbox\":[9,9,9,9],\"coordinates\":[2.5,48.25]}", 2.5, 48.25);
  assert_point ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4],[5,6]]}", 3, 4);
  assert_point ("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6]]}", 3, 4);
  assert_point ("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2]],[[3,4],[5,6],[7,8]]]}", 5, 6);
  assert_point ("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,6]]}", 2, 4);
  assert_point ("{\"type\":\"LineString\",\"coordinates\":[[0,0],[0,0],[0,1],[0,10]]}", 0, 5);
  assert_point ("{\"coordinates\":[[1,2],[1,2]],\"type\":\"LineString\"}", 1, 2);
  assert_point ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[9,2],[4,2],[3,3]]}", 4, 2);
  assert_point ("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[2.5,48.25]}]}",
                2.5, 48.25);
  /* An area says more than the point beside it, and a type within is not that of the geometry. */
  assert_point ("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"coordinates\":"
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]]]},{\"coordinates\":[9,9],\"type\":\"Point\"}]}", 2, 2);
  assert_point ("{\"type\":\"LineString\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}},"
                "\"coordinates\":[[1,2],[3,6]]}", 2, 4);
}

static void
test_areas (void)
{
  /* A square with a hole in its midst: the point is in the ring around. */
  assert_point ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],"
                "[[1,1],[3,1],[3,3],[1,3],[1,1]]]}", 2, 0.5);

  /* A square with a hole; the larger of two squares; a ring that is turned the other way. */
  assert_point ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}",
                2, 2);
  assert_point ("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[9,9],[10,9],[10,10],[9,10],[9,9]]],"
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]]]]}", 2, 2);
  assert_point ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,4],[4,4],[4,0],[0,0]]]}", 2, 2);

  /* The centroid of a U is outside of it: the point moves into one of its arms. */
  assert_point ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[8,10],[8,1],[1,1],[1,10],"
                "[0,10],[0,0]]]}",
                9, 153.5 / 37);

  /* Without an area. */
  assert_point ("{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4],[1,2]]]}", 1, 2);
}

static void
test_nothing (void)
{
  static const char * const texts[] = {
    "{}", "{\"type\":\"Point\"}", "{\"type\":\"Point\",\"coordinates\":[]}", "{\"type\":\"Point\",\"coordinates\":[1]}",
    "{\"type\":\"Point\",\"coordinates\":[\"a\",\"b\"]}", "{\"type\":\"Point\",\"coordinates\":[1e999,2]}",
    "{\"type\":\"Point\",\"coordinates\":{\"0\":1,\"1\":2}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(EssaimJsonGeometry) geometry = essaim_json_geometry_new ();
      double x, y;

      feed (geometry, texts[i]);
      g_assert_false (essaim_json_geometry_get_point (geometry, &x, &y));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-geometry/points", test_points);
  g_test_add_func ("/json-geometry/areas", test_areas);
  g_test_add_func ("/json-geometry/nothing", test_nothing);

  return g_test_run ();
}
