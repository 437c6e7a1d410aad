/* test-feed-reader.c: whole files to projects, and what is said of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-error.h"
#include "essaim-feed-reader.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  EssaimReport  *report;
  EssaimMapping *mapping;
  GPtrArray     *projects;   /* (element-type EssaimProject) */
  GPtrArray     *jsons;      /* (element-type utf8) */
  GError        *error;
} Outcome;

static EssaimReference *reference;

static void
outcome_clear (Outcome *outcome)
{
  essaim_report_free (outcome->report);
  g_clear_object (&outcome->mapping);
  g_ptr_array_unref (outcome->projects);
  g_ptr_array_unref (outcome->jsons);
  g_clear_error (&outcome->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static gboolean
keep_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  Outcome *outcome = user_data;
  EssaimSource *source = read->project->sources->pdata[0];

  g_assert_cmpuint (read->project->sites->len, ==, 1);
  g_assert_cmpuint (read->project->sources->len, ==, 1);
  g_assert_cmpstr (read->source_id, ==, source->source_id);
  g_assert_nonnull (read->project->title);
  g_ptr_array_add (outcome->projects, essaim_project_ref (read->project));
  g_ptr_array_add (outcome->jsons, g_strdup (read->fields_json));

  return TRUE;
}

static Outcome
read_path (const char    *path,
           EssaimMapping *mapping)
{
  Outcome outcome = {
    essaim_report_new ("test"), NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref),
    g_ptr_array_new_with_free_func (g_free), NULL,
  };
  EssaimFeedOptions options = { .mapping = mapping };

  essaim_feed_reader_read (path, &options, reference, keep_cb, &outcome, outcome.report, &outcome.mapping, NULL,
                           &outcome.error);
  return outcome;
}

static Outcome
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", name, NULL);
  Outcome outcome = read_path (path, NULL);

  g_assert_no_error (outcome.error);
  return outcome;
}

static EssaimProject *
project (Outcome *outcome,
         guint    i)
{
  g_assert_cmpuint (i, <, outcome->projects->len);
  return outcome->projects->pdata[i];
}

static EssaimSite *
site (Outcome *outcome,
      guint    i)
{
  return project (outcome, i)->sites->pdata[0];
}

static const char *
source_id (Outcome *outcome,
           guint    i)
{
  return ((EssaimSource *) project (outcome, i)->sources->pdata[0])->source_id;
}

static guint
count_warnings (Outcome    *outcome,
                const char *code)
{
  for (guint i = 0; i < outcome->report->warnings->len; i++)
    {
      EssaimWarning *warning = outcome->report->warnings->pdata[i];

      if (g_str_equal (warning->code, code))
        return warning->count;
    }

  return 0;
}

static guint
count_precision (Outcome         *outcome,
                 EssaimPrecision  precision)
{
  guint n = 0;

  for (guint i = 0; i < outcome->projects->len; i++)
    n += site (outcome, i)->precision == precision;

  return n;
}

static void
test_mednum (void)
{
  g_auto (Outcome) outcome = read_fixture ("mednum.csv");
  EssaimProject *first = project (&outcome, 0);
  g_autoptr (JsonNode) json = json_from_string (outcome.jsons->pdata[0], NULL);

  g_assert_cmpuint (outcome.projects->len, ==, 2);
  g_assert_cmpint (first->kind, ==, ESSAIM_KIND_PLACE);
  g_assert_cmpstr (source_id (&outcome, 0), ==, "lieu-1");
  g_assert_cmpstr (first->title, ==, "La Ruche");
  g_assert_cmpstr (first->summary, ==, "Un lieu ouvert.");
  g_assert_cmpstr (first->description, ==, "Un lieu ouvert à tous. Avec des ateliers.");
  g_assert_cmpstr (first->organisation, ==, "Ville");
  g_assert_cmpstr (first->website, ==, "https://ruche.example/");
  g_assert_cmpstr (first->email, ==, "accueil@ruche.example");
  g_assert_cmpstr (first->siret, ==, "21630113500002");
  g_assert_cmpuint (first->audiences, ==, 1u << ESSAIM_AUDIENCE_FAMILLES | 1u << ESSAIM_AUDIENCE_JEUNES);
  g_assert_cmpstr (site (&outcome, 0)->address, ==, "1 place de Jaude, 2e étage");
  g_assert_cmpstr (((EssaimSource *) first->sources->pdata[0])->updated, ==, "2022-10-10");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (json), "nom"), ==, "La Ruche");

  /* Reims by its codes, Aix-en-Provence by its point. */
  g_assert_null (project (&outcome, 1)->siret);
  g_assert_cmpstr (site (&outcome, 1)->insee, ==, "51454");
  g_assert_cmpuint (count_warnings (&outcome, "far-point"), ==, 1);
}

static void
test_census (void)
{
  g_auto (Outcome) outcome = read_fixture ("census.csv");

  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_POINT), ==, 2);
  g_assert_cmpfloat (site (&outcome, 0)->lat, ==, 45.7766);
  g_assert_cmpstr (site (&outcome, 1)->postcode, ==, "01000");
  g_assert_cmpstr (site (&outcome, 1)->insee, ==, "01053");
  g_assert_cmpstr (project (&outcome, 0)->website, ==, "https://www.rucher.example");
  g_assert_cmpstr (project (&outcome, 1)->status, ==, "En projet");
  g_assert_cmpuint (essaim_project_get_theme_set (project (&outcome, 1)), !=, 0);
}

/* The sites of a project share its id and title, also where a row leaves the title out. */
static void
test_sites (void)
{
  g_auto (Outcome) outcome = read_fixture ("sites.csv");

  g_assert_cmpuint (outcome.projects->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (source_id (&outcome, i), ==, "1");
      g_assert_cmpstr (project (&outcome, i)->title, ==, "Le Grand Jardin");
      g_assert_cmpint (project (&outcome, i)->kind, ==, ESSAIM_KIND_PROJECT);
      g_assert_cmpstr (project (&outcome, i)->since, ==, "2016");
    }
  g_assert_cmpstr (site (&outcome, 0)->department, ==, "69");
  g_assert_cmpstr (site (&outcome, 1)->department, ==, "67");
  g_assert_cmpint (site (&outcome, 2)->precision, ==, ESSAIM_PRECISION_NONE);
  g_assert_cmpstr (site (&outcome, 3)->arrondissement, ==, "69389");
  g_assert_null (project (&outcome, 3)->organisation);
}

static void
test_funds (void)
{
  g_auto (Outcome) outcome = read_fixture ("funds.csv");

  g_assert_cmpint (project (&outcome, 0)->kind, ==, ESSAIM_KIND_PROJECT);
  g_assert_cmpstr (source_id (&outcome, 0), ==, "101");
  g_assert_cmpstr (project (&outcome, 0)->title, ==, "Aire de covoiturage");
  g_assert_cmpstr (project (&outcome, 0)->organisation, ==, "COMMUNE");
  g_assert_cmpfloat (site (&outcome, 0)->funding_eur, ==, 21667.0);
  g_assert_cmpstr (site (&outcome, 0)->insee, ==, "01004");
  g_assert_cmpint (site (&outcome, 0)->precision, ==, ESSAIM_PRECISION_COMMUNE);

  g_assert_cmpint (site (&outcome, 1)->precision, ==, ESSAIM_PRECISION_DEPARTMENT);
  g_assert_cmpstr (site (&outcome, 1)->department, ==, "01");
  g_assert_cmpfloat (site (&outcome, 1)->funding_eur, ==, 3000.5);
  g_assert_cmpstr (site (&outcome, 2)->department, ==, "984");
  g_assert_true (isnan (site (&outcome, 3)->funding_eur));
}

static void
test_odd_rows (void)
{
  g_auto (Outcome) outcome = read_fixture ("odd-rows.csv");

  g_assert_cmpuint (outcome.projects->len, ==, 22);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_POINT), ==, 18);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_COMMUNE), ==, 3);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_NONE), ==, 1);
  g_assert_cmpuint (count_warnings (&outcome, "swapped-axes"), ==, 0);
  g_assert_cmpstr (site (&outcome, 21)->insee, ==, "01004");
}

static void
test_swapped (void)
{
  g_auto (Outcome) outcome = read_fixture ("swapped.csv");

  g_assert_cmpuint (count_warnings (&outcome, "swapped-axes"), ==, 1);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_POINT), ==, 20);
  g_assert_cmpfloat (site (&outcome, 0)->lat, ==, 44.8);
  g_assert_cmpfloat (site (&outcome, 0)->lon, ==, -0.57);
}

static void
test_metres (void)
{
  g_auto (Outcome) outcome = read_fixture ("metres.json");

  g_assert_cmpuint (count_warnings (&outcome, "projected-coordinates"), ==, 1);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_COMMUNE), ==, 5);
  g_assert_cmpstr (site (&outcome, 0)->insee, ==, "49099");
}

static void
test_open_data_soft (void)
{
  g_auto (Outcome) outcome = read_fixture ("open-data-soft.json");

  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_POINT), ==, 2);
  g_assert_cmpfloat (site (&outcome, 0)->lat, ==, 48.89);
  g_assert_cmpstr (site (&outcome, 0)->arrondissement, ==, "75118");
  g_assert_cmpstr (project (&outcome, 0)->title, ==, "Le Relais");
}

static void
test_street_parts (void)
{
  g_auto (Outcome) outcome = read_fixture ("street-parts.csv");

  g_assert_cmpstr (site (&outcome, 0)->address, ==, "12 rue des Lilas");
  g_assert_cmpstr (site (&outcome, 1)->address, ==, "3 bis avenue du Maréchal Foch, bâtiment B");
}

static void
test_gogocarto (void)
{
  g_auto (Outcome) outcome = read_fixture ("gogocarto.json");

  g_assert_cmpstr (source_id (&outcome, 0), ==, "a1");
  g_assert_cmpstr (project (&outcome, 0)->summary, ==, "On répare.");
  g_assert_cmpstr (site (&outcome, 0)->address, ==, "5 rue Basse");
  g_assert_cmpint (site (&outcome, 0)->precision, ==, ESSAIM_PRECISION_POINT);
  g_assert_cmpint (site (&outcome, 1)->precision, ==, ESSAIM_PRECISION_COMMUNE);
  g_assert_cmpstr (site (&outcome, 1)->insee, ==, "79191");
}

static void
test_features (void)
{
  g_auto (Outcome) outcome = read_fixture ("features.geojson");

  g_assert_cmpuint (outcome.projects->len, ==, 3);
  g_assert_cmpstr (site (&outcome, 0)->department, ==, "976");
  g_assert_cmpstr (site (&outcome, 1)->insee, ==, "75056");
  g_assert_cmpstr (site (&outcome, 1)->arrondissement, ==, "75111");
  g_assert_cmpint (site (&outcome, 2)->precision, ==, ESSAIM_PRECISION_COMMUNE);
  g_assert_nonnull (strstr (outcome.jsons->pdata[0], "\"@geometry\":[45.2273"));
  g_assert_null (strstr (outcome.jsons->pdata[2], "@geometry"));
}

/* Places in names; a line of totals is kept, its amount is not. */
static void
test_grants (void)
{
  g_auto (Outcome) outcome = read_fixture ("grants.csv");
  double sum = 0.0;

  g_assert_cmpuint (outcome.projects->len, ==, 5);
  g_assert_cmpint (project (&outcome, 0)->kind, ==, ESSAIM_KIND_ORGANISATION);
  g_assert_cmpstr (site (&outcome, 0)->insee, ==, "06084");
  g_assert_cmpstr (site (&outcome, 2)->insee, ==, "75056");
  g_assert_cmpint (site (&outcome, 3)->precision, ==, ESSAIM_PRECISION_NONE);
  g_assert_cmpstr (project (&outcome, 4)->title, ==, "Total des subventions versées en 2010");
  for (guint i = 0; i < 5; i++)
    sum += isnan (site (&outcome, i)->funding_eur) ? 0.0 : site (&outcome, i)->funding_eur;
  g_assert_cmpfloat (sum, ==, 4500.0);
  g_assert_cmpuint (count_warnings (&outcome, "total-row"), ==, 1);
}

static void
test_calls (void)
{
  g_auto (Outcome) outcome = read_fixture ("calls.json");
  EssaimProject *first = project (&outcome, 0);

  g_assert_cmpint (first->kind, ==, ESSAIM_KIND_FUNDING);
  g_assert_cmpstr (first->organisation, ==, "Agence, Région");
  g_assert_cmpstr (first->description, ==, "Soutenir la rénovation.");
  g_assert_cmpstr (first->opens, ==, "2024-01-01");
  g_assert_cmpstr (first->deadline, ==, "2024-06-30");
  g_assert_cmpstr (first->perimeter, ==, "Bretagne");
  g_assert_cmpuint (first->declared->len, ==, 1);
  g_assert_cmpstr (first->declared->pdata[0], ==, "region:53");
  g_assert_cmpuint (project (&outcome, 1)->declared->len, ==, 0);
  g_assert_null (project (&outcome, 1)->deadline);
  g_assert_null (((EssaimSource *) first->sources->pdata[0])->page);
}

static void
test_given_mapping (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "nameless.csv", NULL);
  static const char text[] = "{\"fields\": {\"title\": [\"chose\", \"machin\"], \"postcode\": \"truc\", "
                             "\"email\": [\"courriel\"]}, \"constants\": {\"kind\": \"structure\"}}";
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (EssaimMapping) mapping = essaim_mapping_from_json (node, NULL);
  g_auto (Outcome) outcome = read_path (path, mapping);

  g_assert_no_error (outcome.error);
  g_assert_true (outcome.mapping == mapping);
  g_assert_cmpstr (project (&outcome, 0)->title, ==, "12");
  g_assert_cmpint (project (&outcome, 0)->kind, ==, ESSAIM_KIND_STRUCTURE);
  g_assert_cmpstr (site (&outcome, 0)->insee, ==, "69123");
  g_assert_cmpuint (count_warnings (&outcome, "missing-field"), ==, 1);
}

static void
test_foreign_mapping (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "nameless.csv", NULL);
  g_autoptr (JsonNode) node = json_from_string ("{\"fields\": {\"title\": [\"nom\"]}}", NULL);
  g_autoptr (EssaimMapping) mapping = essaim_mapping_from_json (node, NULL);
  g_auto (Outcome) outcome = read_path (path, mapping);

  g_assert_error (outcome.error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
  g_assert_cmpuint (outcome.projects->len, ==, 0);
}

static void
test_nameless (void)
{
  g_auto (Outcome) outcome = read_fixture ("nameless.csv");

  g_assert_cmpstr (project (&outcome, 1)->title, ==, "La Petite Fabrique");
}

/* A table of one column is told from prose by the name of the column. */
static void
test_prose (void)
{
  static const struct { const char *text; gboolean is_table; } texts[] = {
    { "# Titre\n\nUn texte.\n- a\n- b\n", FALSE }, { "Bonjour\n\nMerci.\n", FALSE },
    { "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/bin/false\n", FALSE },
    { "nom\nLe Rucher\nLa Halte\n", TRUE }, { "Nom complet du fonds\nLe Rucher\nLa Halte\n", TRUE },
    { "{\"bonjour\": \"Merci\"}\n{\"bonjour\": \"Adieu\"}\n", TRUE },
  };
  g_autofree char *folder = g_dir_make_tmp ("feed-reader-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "prose", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i].text, -1, NULL));
      g_auto (Outcome) outcome = read_path (path, NULL);

      g_test_message ("%s", texts[i].text);
      if (texts[i].is_table)
        g_assert_no_error (outcome.error);
      else
        g_assert_error (outcome.error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
      g_assert_cmpuint (outcome.projects->len, ==, texts[i].is_table ? 2 : 0);
    }
  g_remove (path);
  g_rmdir (folder);
}

static gboolean
stop_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_errors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "census.csv", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (EssaimReport) report = essaim_report_new ("test");
  g_autoptr (GError) full = NULL, stopped = NULL;
  g_auto (Outcome) missing = read_path ("/nonexistent.csv", NULL);

  g_assert_error (missing.error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
  g_assert_false (essaim_feed_reader_read (path, NULL, reference, stop_cb, NULL, report, NULL, NULL, &full));
  g_assert_error (full, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  g_cancellable_cancel (cancelled);
  g_assert_false (essaim_feed_reader_read (path, NULL, reference, stop_cb, NULL, report, NULL, cancelled, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static JsonObject *
find_field (JsonObject *document,
            const char *name)
{
  JsonArray *fields = json_object_get_array_member (document, "fields");

  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);

      if (g_str_equal (json_object_get_string_member (field, "name"), name))
        return field;
    }

  return NULL;
}

static void
test_inspect (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "funds.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = essaim_feed_reader_inspect (path, NULL, reference, NULL, &error);
  JsonObject *document, *field;

  g_assert_no_error (error);
  document = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (document, "format"), ==, "csv");
  g_assert_cmpstr (json_object_get_string_member (document, "encoding"), ==, "UTF-8");
  g_assert_cmpstr (json_object_get_string_member (document, "delimiter"), ==, ";");
  g_assert_cmpint (json_object_get_int_member (document, "records"), ==, 4);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (document, "fields")), ==, 12);
  g_assert_true (json_object_has_member (document, "warnings"));
  g_assert_true (json_object_has_member (json_object_get_object_member (document, "mapping"), "fields"));

  field = find_field (document, "nom_du_projet");
  g_assert_cmpstr (json_object_get_string_member (field, "mapped_to"), ==, "title");
  g_assert_cmpint (json_object_get_int_member (field, "filled"), ==, 4);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (field, "samples")), ==, 3);
  g_assert_cmpint (json_object_get_int_member (find_field (document, "code_commune"), "filled"), ==, 2);
  g_assert_false (json_object_has_member (find_field (document, "nom_region"), "mapped_to"));
}

static void
test_inspect_json (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "open-data-soft.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = essaim_feed_reader_inspect (path, NULL, reference, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "array_path"), ==, "results");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "records"), ==, 2);
  g_assert_null (essaim_feed_reader_inspect ("/nonexistent.csv", NULL, reference, NULL, NULL));
}

/* What an import would warn of, inspecting warns of as well. */
static void
test_inspect_no_place (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "families", "choices.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = essaim_feed_reader_inspect (path, NULL, reference, NULL, &error);
  JsonArray *warnings;

  g_assert_no_error (error);
  warnings = json_object_get_array_member (json_node_get_object (node), "warnings");
  g_assert_cmpuint (json_array_get_length (warnings), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (warnings, 0), "code"), ==, "no-place");
}

static char *
find_shared (const char *name)
{
  const char *shared = g_getenv ("ESSAIM_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "data", "feeds", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("The published files are not here");
  return NULL;
}

/* A published file: how many records become projects, and where they are. */
typedef struct
{
  const char *name;
  guint       records, points, communes, departments;
  EssaimKind  kind;
} Published;

static const Published published[] = {
  { "tiers-lieux-cget-2019/CGET_TiersLieux_2019.csv", 1512, 1512, 0, 0, ESSAIM_KIND_PLACE },
  { "tiers-lieux-cget-2019/CGET_TiersLieux_2019.geojson", 1512, 1512, 0, 0, ESSAIM_KIND_PLACE },
  { "fonds-vert-2023/fonds-vert-2023-export.csv", 10782, 0, 9954, 828, ESSAIM_KIND_PROJECT },
  /* These say only who gave the money: a department each time. */
  { "subventions-pdl/donnees_subventions_agregees_PDL_utf8.csv", 18719, 0, 0, 18719, ESSAIM_KIND_ORGANISATION },
  { "tiers-lieux-mayotte/TiersLieux.json", 14, 14, 0, 0, ESSAIM_KIND_PLACE },
  { "mednum-sources/gironde.json", 347, 347, 0, 0, ESSAIM_KIND_PLACE },
};

static void
test_published (gconstpointer data)
{
  const Published *expected = data;
  g_autofree char *path = find_shared (expected->name);

  if (path == NULL)
    return;

  g_auto (Outcome) outcome = read_path (path, NULL);

  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.report->refused, ==, 0);
  g_assert_cmpuint (outcome.projects->len, ==, expected->records);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_POINT), ==, expected->points);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_COMMUNE), ==, expected->communes);
  g_assert_cmpuint (count_precision (&outcome, ESSAIM_PRECISION_DEPARTMENT), ==, expected->departments);
  for (guint i = 0; i < outcome.projects->len; i++)
    {
      g_assert_cmpint (project (&outcome, i)->kind, ==, expected->kind);
      g_assert_nonnull (site (&outcome, i)->department);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; GTestFunc func; } tests[] = {
    { "mednum", test_mednum }, { "census", test_census }, { "sites", test_sites }, { "funds", test_funds },
    { "prose", test_prose }, { "odd-rows", test_odd_rows }, { "swapped", test_swapped }, { "metres", test_metres },
    { "open-data-soft", test_open_data_soft }, { "street-parts", test_street_parts },
    { "gogocarto", test_gogocarto }, { "features", test_features },
    { "grants", test_grants }, { "calls", test_calls }, { "given-mapping", test_given_mapping },
    { "foreign-mapping", test_foreign_mapping }, { "nameless", test_nameless }, { "errors", test_errors },
    { "inspect", test_inspect }, { "inspect-json", test_inspect_json },
    { "inspect-no-place", test_inspect_no_place },
  };
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat ("/feed-reader/", tests[i].name, NULL);

      g_test_add_func (name, tests[i].func);
    }
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autofree char *name = g_strconcat ("/feed-reader/published/", published[i].name, NULL);

      g_test_add_data_func (name, &published[i], test_published);
    }

  result = g_test_run ();
  g_object_unref (reference);

  return result;
}
