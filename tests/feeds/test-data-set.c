/* test-data-set.c: which file of a data set is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-data-set.h"

#include <string.h>

#define ADDRESS "https://www.data.gouv.fr/datasets/lieux?resource_id=cccccccc-3"

/* The files of data sets, and the titles in the order in which they are to be tried. */
static const struct
{
  const char *files;
  const char *titles;
} sets[] = {
  { "{\"title\":\"a\",\"format\":\"csv\",\"url\":\"https://a.fr/1\"},"
    "{\"title\":\"b\",\"format\":\"GeoJSON\",\"url\":\"https://a.fr/2\"},"
    "{\"title\":\"c\",\"format\":\"json\",\"url\":\"https://a.fr/3\"},"
    "{\"title\":\"d\",\"format\":\"xlsx\",\"url\":\"https://a.fr/4\"}", "b c a" },
  { "{\"title\":\"a\",\"format\":\"zip\",\"url\":\"https://a.fr/x.geojson.zip\"},"
    "{\"title\":\"b\",\"format\":\"csv\",\"url\":\"https://a.fr/x.csv\"},"
    "{\"title\":\"c\",\"format\":\"csv.gz\",\"url\":\"https://a.fr/x.csv.gz\"},"
    "{\"title\":\"d\",\"format\":\"zip\",\"url\":\"https://a.fr/x.zip\"},"
    "{\"title\":\"e\",\"format\":\"csv\",\"url\":\"https://a.fr/y.csv.gz\",\"last_modified\":\"2026\"}", "b a e c d" },
  { "{\"title\":\"a\",\"format\":\"csv\",\"url\":\"https://a.fr/1\",\"type\":\"main\","
    "\"last_modified\":\"2024-01-01\"},"
    "{\"title\":\"b\",\"format\":\"csv\",\"url\":\"https://a.fr/2\",\"type\":\"main\","
    "\"last_modified\":\"2026-01-01\"},"
    "{\"title\":\"c\",\"format\":\"geojson\",\"url\":\"https://a.fr/3\",\"type\":\"update\"}", "b a c" },
  { "{\"title\":\"a\",\"format\":\"geojson\",\"url\":\"https://a.fr/1\",\"filesize\":2000},"
    "{\"title\":\"b\",\"format\":\"csv\",\"url\":\"https://a.fr/2\",\"filesize\":1000}", "b" },
  { "{\"title\":\"a\",\"format\":\"csv\",\"url\":\"https://a.fr/1\"},"
    "{\"title\":\"b\",\"id\":\"cccccccc-3\",\"format\":\"txt\",\"url\":\"https://a.fr/2\"}", "b a" },
  { "{\"title\":\"a\",\"format\":null,\"url\":\"https://a.fr/x.csv?y\"},{\"title\":\"b\",\"format\":7,\"url\":null},"
    "3,null,{},[]", "a" },
  { "{\"title\":\"a\",\"format\":\"shp\",\"url\":\"https://a.fr/x.zip\"},"
    "{\"title\":\"b\",\"format\":\"json\",\"url\":\"https://a.fr/schema.json\"},"
    "{\"title\":\"c\",\"format\":\"csv\",\"url\":\"https://a.fr/x.csv\"}", "c b" },
};

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"title\":\"T\",\"resources\":[%s]}", sets[i].files);
      g_autoptr (EssaimDataSet) found = essaim_data_set_new (text, strlen (text), ADDRESS, 1000);
      g_autoptr (GString) titles = g_string_new (NULL);

      g_assert_nonnull (found);
      for (guint j = 0; j < found->files->len; j++)
        g_string_append_printf (titles, "%s%s", j > 0 ? " " : "",
                                ((EssaimDataFile *) g_ptr_array_index (found->files, j))->title);
      g_assert_cmpstr (titles->str, ==, sets[i].titles);
    }
}

static void
assert_described (const char *text,
                  const char *title,
                  const char *licence)
{
  g_autoptr (EssaimDataSet) found = essaim_data_set_new (text, strlen (text), ADDRESS, 1000);

  g_assert_nonnull (found);
  g_assert_cmpstr (found->title, ==, title);
  g_assert_cmpstr (found->licence, ==, licence);
  g_assert_cmpuint (found->n_files, ==, 1);
  g_assert_cmpstr (((EssaimDataFile *) g_ptr_array_index (found->files, 0))->uri, ==, "https://a.fr/r/1");
}

static void
test_descriptions (void)
{
  assert_described ("{\"title\":\"Lieux\",\"license\":\"odc-odbl\",\"organization\":{\"name\":\"Ville\"},\"resources\":"
                    "[{\"format\":\"csv\",\"url\":\"https://b.fr/2026/x.csv\",\"latest\":\"https://a.fr/r/1\"}]}",
                    "Lieux (Ville)", "ODbL 1.0");
  assert_described ("{\"success\":true,\"result\":{\"title\":\"Lieux\",\"license_id\":\"x\","
                    "\"license_title\":\"Libre\","
                    "\"organization\":{\"name\":\"ville\",\"title\":\"La Ville\"},\"resources\":"
                    "[{\"name\":\"x\",\"format\":\"CSV\",\"url\":\"https://a.fr/r/1\"}]}}",
                    "Lieux (La Ville)", "Libre");
  assert_described ("{\"title\":\"Lieux\",\"license\":\"notspecified\",\"organization\":null,\"resources\":"
                    "[{\"format\":\"csv\",\"url\":\"https://a.fr/r/1\"}]}", "Lieux", NULL);
}

static void
test_search (void)
{
  static const char * const answers[] = {
    "{\"data\":[%s],\"page\":1,\"page_size\":20,\"total\":1}", "{\"success\":true,\"result\":{\"results\":[%s]}}",
  };
  const char *set = "{\"title\":\"A\",\"resources\":[{\"format\":\"csv\",\"url\":\"https://a.fr/r/1\"}]}";
  g_autofree char *both = g_strjoin (",", set, set, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *one = g_strdup_printf (answers[i], set);
      g_autofree char *two = g_strdup_printf (answers[i], both);
      g_autoptr (EssaimDataSet) only = essaim_data_set_new (one, strlen (one), ADDRESS, 1000);
      g_autoptr (EssaimDataSet) first = essaim_data_set_new (two, strlen (two), ADDRESS, 1000);

      g_assert_cmpuint (only->n_sets, ==, 1);
      g_assert_cmpuint (only->files->len, ==, 1);
      g_assert_cmpuint (first->n_sets, ==, 2);
    }
}

static void
test_none (void)
{
  static const char * const texts[] = { "", "<html>", "[]", "{}", "{\"title\":\"a\"}", "{\"title\":1,\"resources\":[]}",
                                        "{\"title\":\"a\",\"resources\":{}}", "{\"data\":[]}" };
  g_autofree char *deep = g_strnfill (1000000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (essaim_data_set_new (texts[i], strlen (texts[i]), ADDRESS, 1000));
  g_assert_null (essaim_data_set_new (deep, 1000000, ADDRESS, 1000));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-set/order", test_order);
  g_test_add_func ("/data-set/descriptions", test_descriptions);
  g_test_add_func ("/data-set/search", test_search);
  g_test_add_func ("/data-set/none", test_none);

  return g_test_run ();
}
