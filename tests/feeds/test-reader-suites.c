/* test-reader-suites.c: the suites and the feeds that others publish, where they are at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "essaim-text.h"
#include "reading.h"

/* The path below shared/, or NULL, and the test is skipped. */
static char *
find_shared (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("ESSAIM_SHARED"), path, NULL);

  if (g_file_test (full, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&full);

  g_test_skip ("the shared files are not here");

  return NULL;
}

/* The fields of each line of a table with tabs, but for its header. */
static GPtrArray *
read_table (const char *path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));

  return rows;
}

static Reading *
read_in (const char *folder,
         const char *suite,
         const char *file)
{
  g_autofree char *path = g_build_filename (folder, suite, file, NULL);

  return reading_new_for_path (path, NULL);
}

/* What must be rejected is, and what must be accepted is never called ill-formed, even when it holds no records. */
static void
test_manifest (void)
{
  g_autofree char *folder = find_shared ("suites");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "MANIFEST.tsv", NULL) : NULL;
  g_autoptr(GPtrArray) rows = folder != NULL ? read_table (path) : g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      gboolean must_fail = g_str_has_prefix (row[3], "MUST_REJECT");
      gboolean must_parse = g_str_has_prefix (row[3], "MUST_ACCEPT");

      if (g_str_equal (row[0], "suite"))
        continue;

      g_autoptr(Reading) reading = read_in (folder, row[0], row[1]);
      g_test_message ("%s/%s: %s", row[0], row[1], reading->error != NULL ? reading->error->message : "read");
      g_assert_true (!must_fail || reading->error != NULL);
      g_assert_true (!must_parse || reading->error == NULL
                     || (strstr (reading->error->message, "well-formed") == NULL
                         && strstr (reading->error->message, "stops") == NULL));
    }
}

/* Files that our reader takes otherwise than the one that counted, and why. */
static gboolean
is_read_otherwise (const char *file)
{
  static const char * const files[] = {
    "csv-csvkit/empty.csv",                              /* refused */
    "csv-frictionless/empty.csv",
    "csv-frictionless/compression/implicit-gz.csv",
    "csv-frictionless/compression/implicit-zip.csv",
    "csv-frictionless/countries.csv",                    /* comments before the header are no rows */
    "csv-frictionless/matrix-with-comment.csv",
    "csv-frictionless/skip-rows-before-headers.csv",
    "csv-frictionless/skip-rows.csv",
    "csv-tabulator/special/skip-rows-before-headers.csv",
    "csv-tabulator/special/skip-rows.csv",
    "csv-frictionless/country-2.csv",                    /* nor is a title */
    "csv-frictionless/issue-1066.csv",                   /* 40 quotes that swallow 68 rows there */
    "csv-frictionless/invalid.csv",                      /* no row fits the header */
    "csv-frictionless/issue-1004-data2.csv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (file, files[i]))
      return TRUE;

  return FALSE;
}

static void
assert_rows (const char *folder,
             char      **row)
{
  guint rows = atoi (row[5]);
  g_autoptr(Reading) reading = read_in (folder, row[0], NULL);

  g_test_message ("%s: %u of %s", row[0], reading->report->read, row[5]);
  g_assert_no_error (reading->error);
  rows -= reading_count_warnings (reading, "no-header", NULL) == 0;
  g_assert_cmpuint (reading->report->read, ==, rows);
}

static void
test_rows (void)
{
  g_autofree char *folder = find_shared ("suites");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "oracle.tsv", NULL) : NULL;
  g_autoptr(GPtrArray) rows = folder != NULL ? read_table (path) : g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (g_str_has_prefix (row[0], "csv-") && *row[5] != '\0' && !is_read_otherwise (row[0]))
        assert_rows (folder, row);
    }
}

static void
test_features (void)
{
  g_autofree char *folder = find_shared ("suites");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "oracle.tsv", NULL) : NULL;
  g_autoptr(GPtrArray) rows = folder != NULL ? read_table (path) : g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      gboolean is_sound = g_str_has_prefix (row[0], "geojson-georust") || g_str_has_prefix (row[0], "geojson-mapbox")
                          || strstr (row[0], "/good/") != NULL || g_str_has_prefix (row[0], "gdal-geojson");

      /* The one has a comma too many, the other is called something that it is not. */
      if (!is_sound || strstr (row[0], "stac_item") != NULL || strstr (row[0], "Topology") != NULL)
        continue;

      g_autoptr(Reading) reading = read_in (folder, row[0], NULL);
      g_test_message ("%s: %u of %s", row[0], reading->report->read, row[2]);
      g_assert_no_error (reading->error);
      g_assert_cmpstr (reading->report->format, ==, "geojson");
      g_assert_cmpuint (reading->records->len, ==, atoi (row[2]));
    }
}

/* A record of csv-spectrum as reading.c writes records, but for its line. */
static char *
describe (JsonObject *object)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *said = json_object_get_string_member (object, name->data);
      g_autofree char *value = essaim_text_clean (said, -1, ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_LONG_MAX);

      if (*value != '\0')
        g_string_append_printf (text, " %s=%s;", (const char *) name->data, value);
    }

  return g_string_free (text, FALSE);
}

static void
assert_spectrum (const char *folder,
                 const char *name)
{
  g_autofree char *table = g_strconcat ("csvs/", name, ".csv", NULL);
  g_autofree char *path = g_strconcat (folder, "/csv-spectrum/json/", name, ".json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(Reading) reading = read_in (folder, "csv-spectrum", table);
  JsonArray *expected;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  expected = json_node_get_array (json_parser_get_root (parser));
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < reading->records->len; i++)
    {
      g_autofree char *record = describe (json_array_get_object_element (expected, i));

      g_assert_cmpstr (strchr (reading_get (reading, i), ':') + 1, ==, record);
    }
}

static void
test_spectrum (void)
{
  static const char * const names[] = {
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  };
  g_autofree char *folder = find_shared ("suites");

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (names); i++)
    assert_spectrum (folder, names[i]);
}

static void
test_feeds (void)
{
  static const struct
  {
    const char *path;
    const char *format;
    const char *encoding;
    const char *delimiter;
    guint       read;
  } feeds[] = {
    { "cis-ffe-projets/BDD_FFE_TEST_V0.csv", "csv", "UTF-8", ",", 303 },
    { "fonds-vert-2023/fonds-vert-2023-export.csv", "csv", "UTF-8", ";", 10782 },
    { "france-services/liste-fs-20221201.csv", "csv", "UTF-8", ",", 2683 },
    { "jaune-associations-2010/plf-2012-jaune-associations-subventionnees-en-2010.csv", "csv", "Windows-1252", ";",
      37679 },
    { "mednum-national/source.json", "json", "UTF-8", NULL, 687 },
    { "mednum-sources/gironde.json", "json", "UTF-8", NULL, 347 },
    { "mednum-sources/maine-et-loire.json", "json", "UTF-8", NULL, 243 },
    { "mednum-sources/ultra-num.json", "json", "UTF-8", NULL, 155 },
    { "siae-2019/2019_07_liste_siae.csv", "csv", "UTF-8", ";", 3932 },
    { "subventions-pdl/donnees_subventions_agregees_PDL_utf8.csv", "csv", "Windows-1252", ";", 18719 },
    { "tiers-lieux-cget-2019/CGET_TiersLieux_2019.csv", "csv", "UTF-8", ",", 1512 },
    { "tiers-lieux-cget-2019/CGET_TiersLieux_2019.geojson", "geojson", "UTF-8", NULL, 1512 },
    { "tiers-lieux-mayotte/TiersLieux.json", "json", "UTF-8", NULL, 14 },
    { "transiscope-niort/transiscope-niort.json", "json", "UTF-8", NULL, 100 },
  };
  g_autofree char *folder = find_shared ("data/feeds");

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (feeds); i++)
    {
      g_autoptr(Reading) reading = read_in (folder, feeds[i].path, NULL);

      g_test_message ("%s", feeds[i].path);
      g_assert_no_error (reading->error);
      g_assert_cmpstr (reading->report->format, ==, feeds[i].format);
      g_assert_cmpstr (reading->report->encoding, ==, feeds[i].encoding);
      g_assert_cmpstr (reading->report->delimiter, ==, feeds[i].delimiter);
      g_assert_cmpuint (reading->records->len, ==, feeds[i].read);
      g_assert_cmpuint (reading->report->refused, ==, 0);
      g_assert_cmpuint (reading->report->warnings->len, ==, 0);
    }
}

/* UTF-8 but for 108 lines, in which R has packed its `<e9>` into single characters. */
static void
test_packed_letters (void)
{
  g_autoptr(Reading) reading
    = reading_new_for_shared ("data/feeds/subventions-pdl/donnees_subventions_agregees_PDL.csv");
  guint line;
  guint n_repaired = 0;

  if (reading == NULL)
    return;

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->report->encoding, ==, "UTF-8");
  g_assert_cmpuint (reading_count_warnings (reading, "bad-encoding", &line), ==, 108);
  g_assert_cmpuint (line, ==, 18808);
  for (guint i = 0; i < reading->records->len; i++)
    {
      g_assert_null (strstr (reading_get (reading, i), "\xEF\xBF\xBD"));
      n_repaired += strstr (reading_get (reading, i), "nomAttribuant=Conseil Départemental de la Vendée;") != NULL;
    }
  g_assert_cmpuint (n_repaired, >=, 100);
}

static void
test_lost_letters (void)
{
  g_autoptr(Reading) reading
    = reading_new_for_shared ("data/feeds/mednum-paca/regionsud-lieux-dinclusion-numerique-2022_v2.csv");
  guint line;

  if (reading == NULL)
    return;

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, 1245);
  g_assert_cmpuint (reading_count_warnings (reading, "accents-lost", &line), ==, 7639);
  g_assert_cmpuint (line, ==, 2);
}

/* Its scraper left empty cells out instead of leaving them empty. */
static void
test_misaligned (void)
{
  g_autoptr(Reading) reading = reading_new_for_shared ("data/feeds/openscraper-apriles/export_openscraper_apriles.csv");

  if (reading == NULL)
    return;

  reading_assert_refused (reading, "20 columns announced, 8 to 13 read. Nothing was changed.");
  g_assert_cmpstr (reading->report->delimiter, ==, "|");
  g_assert_cmpuint (reading->report->refusals->len, ==, 269);
  for (guint i = 0; i < 269; i++)
    {
      const EssaimRefusal *refusal = g_ptr_array_index (reading->report->refusals, i);

      g_assert_cmpuint (refusal->line, >=, 2 + i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-suites/manifest", test_manifest);
  g_test_add_func ("/reader-suites/rows", test_rows);
  g_test_add_func ("/reader-suites/features", test_features);
  g_test_add_func ("/reader-suites/spectrum", test_spectrum);
  g_test_add_func ("/reader-suites/feeds", test_feeds);
  g_test_add_func ("/reader-suites/packed-letters", test_packed_letters);
  g_test_add_func ("/reader-suites/lost-letters", test_lost_letters);
  g_test_add_func ("/reader-suites/misaligned", test_misaligned);

  return g_test_run ();
}
