/* test-json-locator.c: where the records of a JSON document are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-locator.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"

static gboolean
locate (const char       *text,
        EssaimJsonPlace  *place,
        GError          **error)
{
  g_autofree char *path = NULL;
  g_autoptr(EssaimDecoder) decoder = NULL;
  int fd = g_file_open_tmp ("locator-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  decoder = essaim_decoder_open (path, NULL, NULL);
  g_unlink (path);

  return essaim_json_locate (decoder, place, NULL, error);
}

static void
assert_place (const char *text,
              const char *path,
              gboolean    is_root,
              gboolean    is_geojson)
{
  g_autoptr(GError) error = NULL;
  g_auto(EssaimJsonPlace) place = { 0 };

  g_assert_true (locate (text, &place, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (place.path, ==, path);
  g_assert_cmpint (place.is_root, ==, is_root);
  g_assert_cmpint (place.is_geojson, ==, is_geojson);
}

static void
test_places (void)
{
  assert_place ("[{\"a\":1}]", "", TRUE, FALSE);
  assert_place ("[]", "", TRUE, FALSE);
  assert_place ("{\"a\":1}\n{\"a\":2}", "", TRUE, FALSE);
  assert_place ("{\"features\":[{\"a\":1}],\"type\":\"FeatureCollection\"}", "features", FALSE, TRUE);
  assert_place ("{\"type\":\"Feature\",\"geometry\":null}", "", TRUE, TRUE);
  assert_place ("{\"coordinates\":[1,2],\"type\":\"Point\"}", "", TRUE, TRUE);
  assert_place ("{\"layers\":[{\"features\":[{\"a\":1}]},{\"features\":[]},{}]}", "layers.features", FALSE, TRUE);
  assert_place ("{\"a\":{\"b\":{\"list\":[{\"c\":1}]}},\"type\":\"Point\"}", "a.b.list", FALSE, FALSE);
  assert_place ("{\"few\":[{\"a\":1}],\"many\":[{\"a\":1},{\"a\":2}]}", "many", FALSE, FALSE);
  assert_place ("{\"fields\":[{\"a\":1},{\"a\":2}],\"values\":[{\"a\":1}]}", "values", FALSE, FALSE);
  assert_place ("{\"fields\":[{\"a\":1},{\"a\":2}]}", "fields", FALSE, FALSE);
  assert_place ("{\"data\":[{\"sub\":[{\"a\":1},{\"a\":2}]}]}", "data", FALSE, FALSE);
  assert_place ("{\"meta\":{\"n\":1},\"entities\":{\"x\":{\"n\":1}}}", "entities", FALSE, FALSE);
  assert_place ("{\"x\":{\"n\":1},\"y\":{\"n\":1},\"z\":{\"n\":1}}", "", FALSE, FALSE);
  assert_place ("{\"tags\":[],\"results\":[]}", "results", FALSE, FALSE);
}

static void
test_none (void)
{
  static const char * const texts[] = {
    "{}", "{\"a\":1}", "{\"a\":[1,2,3]}", "{\"a\":{\"b\":1},\"c\":{\"d\":1}}", "\"a\"",
    "{\"type\":\"Point\"}", "{\"tags\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(EssaimJsonPlace) place = { 0 };

      g_assert_false (locate (texts[i], &place, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
}

/* Objects by the thousand, each with a list of its own: what holds them must not be forgotten for these. */
static void
test_many_candidates (void)
{
  g_autoptr(GString) text = g_string_new ("{\"lieux\":{");

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s\"k%u\":{\"nom\":\"x\",\"liens\":[{\"a\":1},{\"a\":2}]}", i > 0 ? "," : "", i);
  g_string_append (text, "}}");
  assert_place (text->str, "lieux", FALSE, FALSE);
}

/* A name as long as a book leads nowhere, and what is below it takes no longer for it. */
static void
test_endless_name (void)
{
  g_autofree char *name = g_strnfill (1024 * 1024, 'x');
  g_autoptr(GString) text = g_string_new ("{\"");
  gint64 start;

  g_string_append_printf (text, "%s\":{", name);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s\"k%u\":[{\"features\":[]}]", i > 0 ? "," : "", i);
  g_string_append (text, "},\"lieux\":[{\"a\":1}]}");

  start = g_get_monotonic_time ();
  assert_place (text->str, "lieux", FALSE, FALSE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* Of paths that differ in their last character only, each is counted for itself. */
static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (900, 'x');
  g_autofree char *path = g_strdup_printf ("%s.b", name);
  g_autofree char *text
    = g_strdup_printf ("{\"%s\":{\"a\":[{\"x\":1}],\"b\":[{\"x\":1},{\"x\":2}],\"c\":[{\"x\":1}]}}", name);

  assert_place (text, path, FALSE, FALSE);
}

/* What is plain is settled without reading on: the rest is not even JSON. */
static void
test_early (void)
{
  assert_place ("{\"type\":\"FeatureCollection\",\"features\":[ oops", "features", FALSE, TRUE);
  assert_place ("[ oops", "", TRUE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-locator/places", test_places);
  g_test_add_func ("/json-locator/none", test_none);
  g_test_add_func ("/json-locator/many-candidates", test_many_candidates);
  g_test_add_func ("/json-locator/endless-name", test_endless_name);
  g_test_add_func ("/json-locator/long-names", test_long_names);
  g_test_add_func ("/json-locator/early", test_early);

  return g_test_run ();
}
