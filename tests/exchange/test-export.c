/* test-export.c: projects out to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export-fixture.h"

#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "essaim-project-json.h"
#include "essaim-text.h"

/* How many files are in the folder, hidden ones too. */
static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_format (void)
{
  EssaimExportFormat format = ESSAIM_EXPORT_JSON;
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_export_format_from_path ("/a/b.csv", &format, NULL));
  g_assert_cmpint (format, ==, ESSAIM_EXPORT_CSV);
  g_assert_true (essaim_export_format_from_path ("B.GeoJSON", &format, NULL));
  g_assert_cmpint (format, ==, ESSAIM_EXPORT_GEOJSON);
  g_assert_true (essaim_export_format_from_path ("b.json", &format, NULL));
  g_assert_cmpint (format, ==, ESSAIM_EXPORT_JSON);
  g_assert_false (essaim_export_format_from_path ("/a.csv/b.xls", &format, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "“b.xls”"));
  g_assert_nonnull (strstr (error->message, ".csv"));
  g_assert_nonnull (strstr (error->message, ".geojson"));
  g_assert_nonnull (strstr (error->message, ".json"));
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  user_data)
{
  EssaimExportOptions options = { .with_contact = FALSE };
  EssaimProject *project = add_project (fixture, "cis:1", "Un, \"deux\"\ntrois", "Licence Ouverte 2.0");
  g_autofree char *contents = NULL;

  add_site (project, 45.777, 3.087)->funding_eur = 1500.5;
  add_site (project, NAN, NAN)->precision = ESSAIM_PRECISION_DEPARTMENT;
  essaim_project_set_theme (project, 0, ESSAIM_THEME_HOW_CODE);
  essaim_project_set_theme (project, 4, ESSAIM_THEME_HOW_CODE);
  ((EssaimSource *) project->sources->pdata[0])->updated = g_strdup ("2020-01-02");
  contents = export (fixture, "x.csv", &options);

  g_assert_true (g_str_has_prefix (contents,
                                   "\xEF\xBB\xBFid,kind,title,summary,description,organisation,website,themes,"
                                   "audiences,status,since,"
                                   "opens,deadline,perimeter,siret,rna,territories,lat,lon,precision,address,"
                                   "postcode,commune,insee,"
                                   "sites,funding_eur,source,page,licence,attribution,updated,first_seen,last_seen,"
                                   "gone\r\n"
                                   "cis:1,project,\"Un, \"\"deux\"\"\ntrois\",,,,,ENV|MOB,,,,,,,,,"));
  g_assert_true (g_str_has_suffix (contents,
                                   ",45.777,3.087,commune,,,Clermont-Ferrand,63113,"
                                   "\"Clermont-Ferrand (45.777, 3.087, commune) | Clermont-Ferrand (department)\","
                                   "1500.5,"
                                   "cis,https://x.fr/1,Licence Ouverte 2.0,Le Carrefour (Licence Ouverte 2.0),"
                                   "2020-01-02,,,\r\n"));
  g_assert_nonnull (strstr (contents, "|commune:63113"));
  g_assert_null (strstr (contents, "secret"));
}

/* Who gets the file must see which projects no source has any more. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  user_data)
{
  EssaimProject *project = add_project (fixture, "cis:1", "Un", NULL);
  EssaimExportOptions options = { .with_contact = FALSE };
  g_autofree char *before = export (fixture, "x.geojson", &options);
  g_autofree char *table = NULL;
  g_autofree char *map = NULL;

  g_assert_null (strstr (before, "\"gone\""));
  ((EssaimSource *) project->sources->pdata[0])->gone = TRUE;
  ((EssaimSource *) project->sources->pdata[0])->last_seen = g_strdup ("2026-10-12");
  table = export (fixture, "x.csv", &options);
  map = export (fixture, "x.geojson", &options);
  g_assert_true (g_str_has_suffix (table, ",2026-10-12,true\r\n"));
  g_assert_nonnull (strstr (map, "\"gone\""));
}

static void
test_csv_empty (Fixture       *fixture,
                gconstpointer  user_data)
{
  EssaimExportOptions options = { .with_contact = TRUE };
  g_autofree char *contents = export (fixture, "x.csv", &options);

  g_assert_true (g_str_has_suffix (contents, ",gone\r\n"));
  g_assert_nonnull (strstr (contents, ",rna,email,phone,email_source,phone_source,territories,"));
  g_assert_null (strchr (strchr (contents, '\n') + 1, '\n'));
}

/* The cells of the one row of a file. */
static GPtrArray *
read_row (const char *contents)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = strstr (contents, "\r\n") + 2; *p != '\0'; p++)
    {
      if (*p == '"')
        {
          if (is_quoted && p[1] == '"')
            g_string_append_c (cell, *p++);
          else
            is_quoted = !is_quoted;
        }
      else if (!is_quoted && (*p == ',' || *p == '\r'))
        {
          g_ptr_array_add (cells, essaim_text_unguard_cell (cell->str));
          g_string_truncate (cell, 0);
        }
      else if (is_quoted || *p != '\n')
        g_string_append_c (cell, *p);
    }
  g_string_free (cell, TRUE);

  return cells;
}

static void
test_csv_round_trip (Fixture       *fixture,
                     gconstpointer  user_data)
{
  static const char * const naughty[] = {
    "=HYPERLINK(\"http://evil\",\"x\")", "+1", "-1+1", "-4.5", "@SUM(A1)", "\tx", "'=x", "''", "a\"b", "a,b;c|d",
    " a ", "a\r\nb", "'; DROP TABLE project; --", "田中さん 🏳\uFE0F\u200D🌈", "\"", "\\", "=", "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (naughty); i++)
    {
      EssaimExportOptions options = { .with_contact = FALSE };
      g_autoptr (GPtrArray) cells = NULL;
      g_autofree char *contents = NULL;

      g_ptr_array_set_size (fixture->projects, 0);
      add_project (fixture, "cis:1", naughty[i], NULL);
      contents = export (fixture, "x.csv", &options);
      cells = read_row (contents);

      g_assert_cmpuint (cells->len, ==, 34);
      g_assert_cmpstr (cells->pdata[2], ==, naughty[i]);
      g_assert_null (strstr (contents, ",="));
      g_assert_null (strstr (contents, ",\"="));
      g_assert_null (strstr (contents, ",+"));
      g_assert_null (strstr (contents, ",@"));
    }
}

static void
test_csv_entries (Fixture       *fixture,
                  gconstpointer  user_data)
{
  EssaimExportOptions options = { .with_contact = TRUE };
  g_autofree char *contents = NULL;

  add_project (fixture, "cis:1", "t", "L");
  add_project (fixture, "cis:2", "t", "L");
  contents = export_entries (fixture, "x.csv", &options);

  g_assert_nonnull (strstr (contents, ",funding_eur,entry_status,note,rating,next_step,next_date,source,"));
  g_assert_nonnull (strstr (contents, ",to-contact,'=note,4,Appeler,2026-11-23,cis,"));
  g_assert_nonnull (strstr (contents, ",to-study,,,,,cis,"));
  g_assert_nonnull (strstr (contents, ",secret@x.fr,"));
}

static void
test_geojson_entries (Fixture       *fixture,
                      gconstpointer  user_data)
{
  EssaimExportOptions options = { 0 };
  g_autofree char *contents = NULL;

  add_project (fixture, "cis:1", "t", "L");
  add_project (fixture, "cis:2", "t", "L");
  contents = export_entries (fixture, "x.geojson", &options);

  g_assert_nonnull (strstr (contents, "\"next_step\":\"Appeler\""));
  g_assert_nonnull (strstr (contents, "\"next_date\":\"2026-11-23\""));
  g_assert_nonnull (strstr (contents, "\"entry_status\":\"to-study\""));
  /* What there is not is not said. */
  g_assert_null (strstr (contents, "\"next_step\":\"\""));
}

static void
test_geojson (Fixture       *fixture,
              gconstpointer  user_data)
{
  EssaimExportOptions options = { .title = "Mobilité à “Clermont”" };
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *collection, *feature, *properties;
  JsonArray *features, *coordinates, *licences;
  EssaimProject *project = add_project (fixture, "cis:1", "=t", "Licence Ouverte 2.0");

  add_site (project, 45.777, 3.087)->funding_eur = 10;
  add_site (project, 45.8, 3.1)->funding_eur = 5;
  add_project (fixture, "cis:2", "Sans site", "ODbL");
  contents = export (fixture, "x.geojson", &options);
  node = parse (contents);
  collection = json_node_get_object (node);
  features = json_object_get_array_member (collection, "features");

  g_assert_cmpstr (json_object_get_string_member (collection, "type"), ==, "FeatureCollection");
  g_assert_cmpstr (json_object_get_string_member (collection, "title"), ==, options.title);
  g_assert_cmpuint (json_array_get_length (features), ==, 3);
  licences = json_object_get_array_member (collection, "licences");
  g_assert_cmpuint (json_array_get_length (licences), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (licences, 0), ==, "Licence Ouverte 2.0");
  g_assert_cmpstr (json_array_get_string_element (licences, 1), ==, "ODbL");

  feature = json_array_get_object_element (features, 0);
  properties = json_object_get_object_member (feature, "properties");
  coordinates = json_object_get_array_member (json_object_get_object_member (feature, "geometry"), "coordinates");
  g_assert_cmpfloat (json_array_get_double_element (coordinates, 0), ==, 3.087);
  g_assert_cmpfloat (json_array_get_double_element (coordinates, 1), ==, 45.777);
  g_assert_cmpstr (json_object_get_string_member (properties, "project"), ==, "cis:1");
  g_assert_cmpstr (json_object_get_string_member (properties, "title"), ==, "=t");
  g_assert_cmpfloat (json_object_get_double_member (properties, "funding_eur"), ==, 10);
  g_assert_cmpfloat (json_object_get_double_member (properties, "project_funding_eur"), ==, 15);
  g_assert_cmpstr (json_object_get_string_member (properties, "attribution"), ==, "Le Carrefour (Licence Ouverte 2.0)");

  feature = json_array_get_object_element (features, 2);
  g_assert_true (json_object_get_null_member (feature, "geometry"));
  properties = json_object_get_object_member (feature, "properties");
  g_assert_cmpstr (json_object_get_string_member (properties, "project"), ==, "cis:2");
  g_assert_null (strstr (contents, "secret"));
}

static void
test_json (Fixture       *fixture,
           gconstpointer  user_data)
{
  EssaimExportOptions options = { 0 };
  g_autoptr (EssaimProject) back = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *contents = NULL;
  JsonObject *object;

  add_project (fixture, "cis:1", "t", "Licence Ouverte 2.0");
  add_project (fixture, "cis:2", "u", NULL);
  contents = export_entries (fixture, "x.json", &options);
  node = parse (contents);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 2);

  object = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "source"), ==, "cis");
  g_assert_cmpstr (json_object_get_string_member (object, "licence"), ==, "Licence Ouverte 2.0");
  g_assert_cmpstr (json_object_get_string_member (object, "page"), ==, "https://x.fr/1");
  g_assert_cmpstr (json_object_get_string_member (object, "entry_status"), ==, "to-contact");
  g_assert_cmpint (json_object_get_int_member (object, "rating"), ==, 4);
  g_assert_false (json_object_has_member (object, "contact"));

  back = essaim_project_from_json (json_array_get_element (json_node_get_array (node), 1),
                                   essaim_reference_get_themes (fixture->reference), NULL);
  g_assert_cmpstr (back->title, ==, "u");
}

static void
test_empty_lists (Fixture       *fixture,
                  gconstpointer  user_data)
{
  EssaimExportOptions options = { .title = NULL };
  g_autofree char *json = export (fixture, "x.json", &options);
  g_autofree char *geojson = export (fixture, "x.geojson", &options);
  g_autoptr (JsonNode) list = parse (json), collection = parse (geojson);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, 0);
  g_assert_false (json_object_has_member (json_node_get_object (collection), "title"));
}

/* Whatever stops an export, the file that was there stays as it was, and nothing is left beside it. */
static void
test_whole_or_not_at_all (Fixture       *fixture,
                          gconstpointer  user_data)
{
  EssaimExportOptions options = { .title = NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "x.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, cancelled = NULL;

  for (guint i = 0; i < 5000; i++)
    add_project (fixture, "cis:1", "t", "L");
  g_file_set_contents (path, "before", -1, NULL);

  fixture->fail_at = 4999;
  g_assert_false (write_file (fixture, "x.csv", &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  fixture->fail_at = 0;
  g_cancellable_cancel (cancellable);
  g_assert_false (write_file (fixture, "x.csv", &options, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "before");

  g_assert_true (write_file (fixture, "x.csv", &options, NULL, NULL));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* A limit on the size of files stands in for a full disk: writing fails half-way. */
static void
test_disk_full (Fixture       *fixture,
                gconstpointer  user_data)
{
  EssaimExportOptions options = { .title = NULL };
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  gboolean is_done;

  for (guint i = 0; i < 5000; i++)
    add_project (fixture, "cis:1", "t", "L");

  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 300 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  is_done = write_file (fixture, "x.json", &options, NULL, &error);
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_false (is_done);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "x.json"));
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_refused_paths (Fixture       *fixture,
                    gconstpointer  user_data)
{
  EssaimExportOptions options = { .title = NULL };
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.csv", NULL);
  g_autoptr (GError) missing = NULL, is_folder = NULL;

  g_assert_false (write_file (fixture, "no/such/folder/x.csv", &options, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "x.csv"));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (write_file (fixture, "folder.csv", &options, NULL, &is_folder));
  g_assert_error (is_folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_long_name (Fixture       *fixture,
                gconstpointer  user_data)
{
  EssaimExportOptions options = { .title = NULL };
  g_autofree char *stem = g_strnfill (250, 'x');
  g_autofree char *name = g_strconcat (stem, ".csv", NULL);
  g_autofree char *contents = export (fixture, name, &options);

  g_assert_nonnull (contents);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/format", test_format);
  g_test_add ("/export/csv", Fixture, NULL, set_up, test_csv, tear_down);
  g_test_add ("/export/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/export/csv-empty", Fixture, NULL, set_up, test_csv_empty, tear_down);
  g_test_add ("/export/csv-round-trip", Fixture, NULL, set_up, test_csv_round_trip, tear_down);
  g_test_add ("/export/csv-entries", Fixture, NULL, set_up, test_csv_entries, tear_down);
  g_test_add ("/export/geojson-entries", Fixture, NULL, set_up, test_geojson_entries, tear_down);
  g_test_add ("/export/geojson", Fixture, NULL, set_up, test_geojson, tear_down);
  g_test_add ("/export/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/export/empty-lists", Fixture, NULL, set_up, test_empty_lists, tear_down);
  g_test_add ("/export/whole-or-not-at-all", Fixture, NULL, set_up, test_whole_or_not_at_all, tear_down);
  g_test_add ("/export/disk-full", Fixture, NULL, set_up, test_disk_full, tear_down);
  g_test_add ("/export/refused-paths", Fixture, NULL, set_up, test_refused_paths, tear_down);
  g_test_add ("/export/long-name", Fixture, NULL, set_up, test_long_name, tear_down);

  return g_test_run ();
}
