/* test-json-reader.c: JSON documents of any shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "reading.h"

/* Reads a document that is fine, and compares its records and where they are. */
static void
assert_records (const char         *text,
                const char         *array_path,
                const char * const *expected)
{
  g_autoptr(Reading) reading = reading_new (text, -1, NULL);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->array_path, ==, array_path);
  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_cmpstr (reading_get (reading, i), ==, expected[i]);
  g_assert_cmpuint (reading->records->len, ==, g_strv_length ((char **) expected));
}

#define ASSERT_RECORDS(text, path, ...) assert_records (text, path, (const char * const[]) { __VA_ARGS__, NULL })

static void
assert_refused (const char *text,
                const char *part)
{
  g_autoptr(Reading) reading = reading_new (text, -1, NULL);

  reading_assert_refused (reading, part);
}

static void
test_values (void)
{
  ASSERT_RECORDS ("[{\"a\":\"x\",\"b\":-1.50,\"c\":true,\"d\":false,\"e\":null,\"f\":\"\"}]", "",
                  "1: a=x; b=-1.50; c=true; d=false;");
  ASSERT_RECORDS ("[{\"id\":123456789012345678901234567890,\"n\":1e400}]", "",
                  "1: id=123456789012345678901234567890; n=1e400;");
  ASSERT_RECORDS ("[{\"a\":\"\\u00e9\\n\\ud83d\\ude39 \\/\\\"\"}]", "", "1: a=é\n😹 /\";");
  ASSERT_RECORDS ("[{\"a\":\"x\\u0000y\"}]", "", "1: a=xy;");
  ASSERT_RECORDS ("[{\"a\":\"1\",\"a\":\"2\"},{\"a\":[1,2],\"a\":[3]},{\"a\":1,\"a\":null}]", "",
                  "1: a=2;", "2: a=3;", "3:");
  ASSERT_RECORDS ("\xEF\xBB\xBF[{\"a\":\"  x \"}]", "", "1: a=x;");
  ASSERT_RECORDS ("[{\"\":1,\"a\\u0000b\":2}]", "", "1: value=1; ab=2;");
}

static void
test_surrogates (void)
{
  ASSERT_RECORDS ("[{\"a\":\"x\\ud800y\"},{\"a\":\"é\"}]", "", "1: a=x\xEF\xBF\xBDy;", "2: a=é;");
  ASSERT_RECORDS ("[{\"a\":\"\\udc00\\ud800\\ud83d\\ude39\"}]", "", "1: a=\xEF\xBF\xBD\xEF\xBF\xBD😹;");
  ASSERT_RECORDS ("[{\"a\":\"\\\\ud800\"}]", "", "1: a=\\ud800;");
}

static void
test_nesting (void)
{
  ASSERT_RECORDS ("[{\"address\":{\"city\":\"Brest\",\"geo\":{\"lat\":1}},\"tags\":[\"a\",\"b\"]}]", "",
                  "1: address.city=Brest; address.geo.lat=1; tags=a|b;");
  ASSERT_RECORDS ("[{\"categories\":[{\"id\":1,\"name\":\"Vélo\"},{\"id\":2,\"name\":\"Bois\"}]}]", "",
                  "1: categories.id=1|2; categories.name=Vélo|Bois; categories=Vélo|Bois;");
  ASSERT_RECORDS ("[{\"c\":[{\"name\":\"n\",\"title\":\"t\"}]}]", "", "1: c.name=n; c=n; c.title=t;");
  ASSERT_RECORDS ("[{\"a\":1,\"sites\":[{\"b\":2},{\"b\":3}]}]", "", "1: a=1; sites.b=2;", "1: a=1; sites.b=3;");
  ASSERT_RECORDS ("[{\"a\":1,\"sites\":[\"x\",\"y\"]}]", "", "1: a=1; sites=x|y;");
  ASSERT_RECORDS ("[{\"a\":[[1,[2]],3],\"b\":[],\"c\":{}}]", "", "1: a=1|2|3;");
  ASSERT_RECORDS ("[{\"a\":1},{\"b\":2},{\"b\":3,\"a\":4}]", "", "1: a=1;", "2: b=2;", "3: a=4; b=3;");
}

static void
test_places (void)
{
  ASSERT_RECORDS ("{\"total\":2,\"results\":[{\"a\":1},{\"a\":2}]}", "results", "1: a=1;", "2: a=2;");
  ASSERT_RECORDS ("{\"meta\":{\"tags\":[{\"x\":1}]},\"espaces\":[{\"a\":1},{\"a\":2}]}", "espaces",
                  "1: a=1;", "2: a=2;");
  ASSERT_RECORDS ("{\"result\":{\"fields\":[{\"id\":1},{\"id\":2},{\"id\":3}],\"records\":[{\"a\":1}]}}",
                  "result.records", "1: a=1;");
  ASSERT_RECORDS ("{\"data\":[{\"a\":1,\"sub\":[{\"b\":1},{\"b\":2},{\"b\":3}]}]}", "data", "1: a=1; sub.b=1|2|3;");
  ASSERT_RECORDS ("{\"meta\":{\"limit\":3},\"entities\":{\"x1\":{\"name\":\"A\"},"
                  "\"x2\":{\"name\":\"B\",\"id\":\"own\"}}}",
                  "entities", "1: name=A; id=x1;", "2: name=B; id=own;");
  ASSERT_RECORDS ("{\"COP\":{\"n\":\"a\"},\"PAR\":{\"n\":\"b\"},\"COR\":{\"n\":\"c\"}}", "",
                  "1: n=a; id=COP;", "2: n=b; id=PAR;", "3: n=c; id=COR;");
  ASSERT_RECORDS ("{\"a\":1}\n{\"a\":2}\n", "", "1: a=1;", "2: a=2;");
  ASSERT_RECORDS ("[]", "", NULL);
  ASSERT_RECORDS ("{\"total\":0,\"results\":[]}", "results", NULL);
}

static void
test_envelopes (void)
{
  ASSERT_RECORDS ("{\"nhits\":1,\"records\":[{\"recordid\":\"r\",\"fields\":{\"nom\":\"A\",\"point\":[48.5,2.25]},"
                  "\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.25,48.5]}}]}", "records",
                  "1: recordid=r; nom=A; point=48.5|2.25; (48.5000, 2.2500)");
}

static void
test_licence (void)
{
  ASSERT_RECORDS ("{\"licence\":\"ODbL\",\"data\":[{\"a\":1},{\"a\":2,\"licence\":\"LO\"}]}", "data",
                  "1: a=1; licence=ODbL;", "2: a=2; licence=LO;");
  ASSERT_RECORDS ("{\"licence\":\"ODbL\",\"data\":[{\"a\":1,\"license\":\"LO\"},{\"a\":2,\"license\":null}]}", "data",
                  "1: a=1; license=LO;", "2: a=2; licence=ODbL;");
  ASSERT_RECORDS ("{\"meta\":{\"licence\":\"ODbL\"},\"license\":null,\"data\":[{\"a\":1},{\"a\":2}]}", "data",
                  "1: a=1;", "2: a=2;");
}

static void
test_wanted_path (void)
{
  const char *text = "{\"a\":[{\"x\":1},{\"x\":2}],\"b\":{\"c\":[{\"y\":3}]}}";
  EssaimReadOptions options = { .array_path = "b.c" };
  g_autoptr(Reading) reading = reading_new (text, -1, &options);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->array_path, ==, "b.c");
  g_assert_cmpstr (reading_get (reading, 0), ==, "1: y=3;");

  options.array_path = "b.d";
  g_autoptr(Reading) missing = reading_new (text, -1, &options);
  reading_assert_refused (missing, "“b.d”");
}

#define FEATURE(geometry, properties) "{\"type\":\"Feature\",\"geometry\":" geometry ",\"properties\":" properties "}"
#define POINT "{\"type\":\"Point\",\"coordinates\":[-1.5,47.25,12]}"

static void
test_features (void)
{
  g_autoptr(Reading) reading
    = reading_new ("{\"type\":\"FeatureCollection\",\"features\":["
                   FEATURE (POINT, "{\"nom\":\"A\",\"type\":\"lieu\"}") ","
                   FEATURE ("null", "{\"nom\":\"B\"}") "," FEATURE (POINT, "null")
                   ",{\"id\":7,\"properties\":{\"id\":8},\"geometry\":null,\"type\":\"Feature\"}"
                   ",{\"id\":7,\"properties\":{},\"bbox\":[1,2,3,4],\"type\":\"Feature\"}]}", -1, NULL);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->report->format, ==, "geojson");
  g_assert_cmpstr (reading->array_path, ==, "features");
  g_assert_cmpstr (reading_get (reading, 0), ==, "1: nom=A; type=lieu; (47.2500, -1.5000)");
  g_assert_cmpstr (reading_get (reading, 1), ==, "2: nom=B;");
  g_assert_cmpstr (reading_get (reading, 2), ==, "3: (47.2500, -1.5000)");
  g_assert_cmpstr (reading_get (reading, 3), ==, "4: id=8;");
  g_assert_cmpstr (reading_get (reading, 4), ==, "5: id=7;");
}

static void
test_other_geojson (void)
{
  ASSERT_RECORDS (FEATURE (POINT, "{\"n\":1}"), "", "1: n=1; (47.2500, -1.5000)");
  ASSERT_RECORDS (POINT, "", "1: (47.2500, -1.5000)");
  ASSERT_RECORDS (FEATURE (POINT, "{\"n\":1}") "\n" FEATURE (POINT, "{\"n\":2}"), "",
                  "1: n=1; (47.2500, -1.5000)", "2: n=2; (47.2500, -1.5000)");
  ASSERT_RECORDS ("\x1E" FEATURE (POINT, "{\"n\":1}") "\n\x1E" FEATURE (POINT, "{\"n\":2}") "\n", "",
                  "1: n=1; (47.2500, -1.5000)", "2: n=2; (47.2500, -1.5000)");
  ASSERT_RECORDS ("{\"type\":\"umap\",\"layers\":[{\"features\":[" FEATURE (POINT, "{\"n\":1}") "]},{\"features\":["
                  FEATURE ("null", "{\"n\":2}") "]}]}", "layers.features", "1: n=1; (47.2500, -1.5000)", "2: n=2;");
  ASSERT_RECORDS ("[{\"nom\":\"A\",\"geo_shape\":{\"type\":\"Feature\",\"geometry\":" POINT ",\"properties\":{}}}]", "",
                  "1: nom=A; geo_shape.type=Feature; (47.2500, -1.5000)");
  ASSERT_RECORDS ("[" FEATURE ("{\"type\":\"Point\",\"coordinates\":[475198.5,6800000]}", "{}") "]", "",
                  "1: (6800000.0000, 475198.5000)");
}

static void
test_crs (void)
{
#define CRS(name) "{\"type\":\"FeatureCollection\",\"features\":[]," \
                  "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" name "\"}}}"
  g_autoptr(Reading) gps = reading_new (CRS ("urn:ogc:def:crs:OGC:1.3:CRS84"), -1, NULL);
  g_autoptr(Reading) lambert = reading_new (CRS ("urn:ogc:def:crs:EPSG::2154"), -1, NULL);
  g_autoptr(Reading) other = reading_new (CRS ("urn:ogc:def:crs:EPSG::25832"), -1, NULL);

  g_assert_cmpuint (reading_count_warnings (gps, "crs", NULL), ==, 0);
  g_assert_cmpuint (reading_count_warnings (lambert, "crs", NULL), ==, 0);
  g_assert_cmpuint (lambert->report->epsg, ==, 2154);
  g_assert_cmpuint (reading_count_warnings (other, "crs", NULL), ==, 1);
}

static void
test_refused (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr(Reading) mixed = reading_new ("[1,{\"a\":2},[3]]", -1, NULL);

  assert_refused (deep, "nested too deep");
  assert_refused ("{\"a\":1}", "no list of records");
  assert_refused ("{\"error\":\"no such dataset\",\"code\":404}", "with an error instead of data: “no such dataset”");
  assert_refused ("{\"error_code\":\"X\",\"message\":\"too far\",\"errors\":[{\"a\":1}]}", "“too far”");
  assert_refused ("[{\"a\":1},{\"error_code\":\"X\",\"message\":\"too far\"}]", "in the middle of the data with an error: “too far”");
  assert_refused ("{\"slug\":\"x\",\"resources\":[{\"url\":\"y\"}]}", "describes a data set");
  assert_refused ("[1,2]", "of no records");
  assert_refused ("[{\"a\":1}] [", "after the end");
  assert_refused ("[{\"a\":1},", "stops at line 1, column 10");
  assert_refused ("[{\"a\":1},\n {\"é\":\"x", "stops at line 2, column 9");
  assert_refused ("[{\"a\":1},\n {\"é\" 2}]", "line 2, column 7");
  assert_refused ("[{\"a\":01}]", "line 1, column 8");
  assert_refused ("[{\"a\":\x1E 1}]", "line 1, column 7");
  assert_refused ("{\"type\":\"FeatureCollection\",\"features\":{}}", "“features”");

  g_assert_no_error (mixed->error);
  g_assert_cmpuint (mixed->report->refused, ==, 2);
  g_assert_cmpstr (reading_get (mixed, 0), ==, "2: a=2;");
}

/* What no record uses may be nested deep, what a record has is left out from a certain depth on. */
static void
test_depths (void)
{
  g_autofree char *open = g_strnfill (500, '[');
  g_autofree char *close = g_strnfill (500, ']');
  g_autofree char *beside = g_strdup_printf ("{\"tree\":%s1%s,\"data\":[{\"a\":1}]}", open, close);
  g_autofree char *within = g_strdup_printf ("[{\"a\":[1,%s2%s,3],\"b\":[[[4]]]},{\"a\":5}]", open, close);
  g_autoptr(Reading) skipped = reading_new (beside, -1, NULL);
  g_autoptr(Reading) cut = reading_new (within, -1, NULL);

  g_assert_no_error (skipped->error);
  g_assert_cmpstr (reading_get (skipped, 0), ==, "1: a=1;");
  g_assert_cmpuint (reading_count_warnings (skipped, "nested-too-deep", NULL), ==, 0);

  g_assert_no_error (cut->error);
  g_assert_cmpstr (reading_get (cut, 0), ==, "1: a=1|3; b=4;");
  g_assert_cmpstr (reading_get (cut, 1), ==, "2: a=5;");
  g_assert_cmpuint (reading_count_warnings (cut, "nested-too-deep", NULL), ==, 1);
}

static void
test_limits (void)
{
  g_autofree char *filler = g_strnfill (6 * 1024 * 1024, 'x');
  g_autofree char *two = g_strdup_printf ("[{\"a\":\"%s\",\"b\":\"%s\"},{\"a\":1}]", filler, filler);
  g_autofree char *one = g_strdup_printf ("[{\"a\":\"%s%s\"}]", filler, filler);
  g_autoptr(GString) many = g_string_new ("[{\"id\":1");

  g_autoptr(Reading) long_value = reading_new (two, -1, NULL);
  g_assert_no_error (long_value->error);
  g_assert_cmpuint (long_value->records->len, ==, 2);

  assert_refused (one, "10 MB");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (many, ",\"k%u\":%u", i, i);
  g_string_append (many, "}]");
  g_autoptr(Reading) wide = reading_new (many->str, -1, NULL);
  g_assert_no_error (wide->error);
  g_assert_nonnull (strstr (reading_get (wide, 0), " k1998=1998;"));
  g_assert_null (strstr (reading_get (wide, 0), " k1999="));
  g_assert_cmpuint (reading_count_warnings (wide, "too-many-fields", NULL), ==, 1);
}

/* One page of a server's answer is told from all of it; an address is asked for the other pages. */
static void
test_one_page (void)
{
  static const char * const pages[] = {
    "{\"total_count\":9,\"results\":[{\"a\":1},{\"a\":2}]}",
    "{\"success\":true,\"result\":{\"records\":[{\"a\":1},{\"a\":2}],\"total\":9}}",
    "{\"items\":[{\"a\":1},{\"a\":2}],\"total\":9,\"page\":1}",
  };
  static const char all[] = "{\"total_count\":2,\"results\":[{\"a\":1},{\"a\":2}]}";
  static const char sum[] = "{\"total\":90000,\"results\":[{\"a\":1},{\"a\":2}]}";
  static const char uncounted[] = "{\"count\":-1,\"results\":[{\"a\":1},{\"a\":2}]}";
  const EssaimReadOptions options = { .address = "https://example.org/" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (Reading) page = reading_new (pages[i], -1, NULL);
      g_autoptr (Reading) from_address = reading_new (pages[i], -1, &options);

      g_assert_cmpuint (reading_count_warnings (page, "one-page", NULL), ==, 1);
      g_assert_cmpuint (reading_count_warnings (from_address, "one-page", NULL), ==, 0);
    }

  g_autoptr (Reading) whole = reading_new (all, -1, NULL);
  g_autoptr (Reading) amount = reading_new (sum, -1, NULL);
  g_autoptr (Reading) unknown = reading_new (uncounted, -1, NULL);
  g_assert_cmpuint (reading_count_warnings (whole, "one-page", NULL), ==, 0);
  g_assert_cmpuint (reading_count_warnings (amount, "one-page", NULL), ==, 0);
  g_assert_cmpuint (reading_count_warnings (unknown, "one-page", NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-reader/values", test_values);
  g_test_add_func ("/json-reader/surrogates", test_surrogates);
  g_test_add_func ("/json-reader/nesting", test_nesting);
  g_test_add_func ("/json-reader/places", test_places);
  g_test_add_func ("/json-reader/envelopes", test_envelopes);
  g_test_add_func ("/json-reader/licence", test_licence);
  g_test_add_func ("/json-reader/one-page", test_one_page);
  g_test_add_func ("/json-reader/wanted-path", test_wanted_path);
  g_test_add_func ("/json-reader/features", test_features);
  g_test_add_func ("/json-reader/other-geojson", test_other_geojson);
  g_test_add_func ("/json-reader/crs", test_crs);
  g_test_add_func ("/json-reader/refused", test_refused);
  g_test_add_func ("/json-reader/depths", test_depths);
  g_test_add_func ("/json-reader/limits", test_limits);

  return g_test_run ();
}
