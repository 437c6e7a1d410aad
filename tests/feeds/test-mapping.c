/* test-mapping.c: mappings as documents, and guessed from names and values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-error.h"
#include "essaim-mapping.h"

#include <stdarg.h>
#include <string.h>

static EssaimReference *reference;

/* A table to guess from; columns are a name and its values. */
typedef struct
{
  EssaimFields *fields;
  GArray       *samples;   /* (element-type EssaimFieldSample) */
} Table;

static void
table_clear (Table *table)
{
  for (guint i = 0; i < table->samples->len; i++)
    g_ptr_array_unref (g_array_index (table->samples, EssaimFieldSample, i).values);
  g_array_unref (table->samples);
  essaim_fields_free (table->fields);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
table_init (Table *table)
{
  table->fields = essaim_fields_new ();
  table->samples = g_array_new (FALSE, FALSE, sizeof (EssaimFieldSample));
}

/* Values end with NULL; an empty one is a hole. All columns are equally long. */
static void
add_column (Table      *table,
            const char *name,
            ...)
{
  EssaimFieldSample sample = { g_ptr_array_new (), 0, 0 };
  const char *value;
  va_list args;

  va_start (args, name);
  while ((value = va_arg (args, const char *)) != NULL)
    {
      sample.rows++;
      if (*value == '\0')
        continue;
      sample.filled++;
      if (!g_ptr_array_find_with_equal_func (sample.values, value, g_str_equal, NULL))
        g_ptr_array_add (sample.values, (char *) value);
    }
  va_end (args);

  essaim_fields_intern (table->fields, name);
  g_array_append_val (table->samples, sample);
}

static EssaimMapping *
guess (Table *table)
{
  return essaim_mapping_guess (table->fields, (EssaimFieldSample *) (gpointer) table->samples->data, NULL, reference);
}

static void
assert_fields (EssaimMapping *mapping,
               const char    *target,
               const char    *expected)
{
  EssaimTarget found;
  g_autofree char *joined = NULL;

  g_assert_true (essaim_target_from_code (target, &found));
  if (essaim_mapping_get_fields (mapping, found) != NULL)
    joined = g_strjoinv (" + ", (GStrv) essaim_mapping_get_fields (mapping, found));
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_targets (void)
{
  EssaimTarget target = ESSAIM_TARGET_ID;

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      g_assert_true (essaim_target_from_code (essaim_target_to_code (i), &target));
      g_assert_cmpint (target, ==, i);
    }
  g_assert_false (essaim_target_from_code ("colour", &target));
  g_assert_false (essaim_target_from_code (NULL, &target));
}

/* Some records without an id do not take theirs from the others; where most have none, it is no id. */
static void
test_sparse_ids (void)
{
  g_auto (Table) some = { 0 }, few = { 0 }, vague = { 0 };
  g_autoptr (EssaimMapping) of_some = NULL, of_few = NULL, of_vague = NULL;

  table_init (&some);
  add_column (&some, "nom", "Fab", "Lab", "Zab", NULL);
  add_column (&some, "id", "7", "k8", "", NULL);
  of_some = guess (&some);
  assert_fields (of_some, "id", "id");

  table_init (&few);
  add_column (&few, "nom", "Fab", "Lab", "Zab", NULL);
  add_column (&few, "id", "7", "", "", NULL);
  of_few = guess (&few);
  assert_fields (of_few, "id", NULL);

  table_init (&vague);
  add_column (&vague, "nom", "Fab", "Lab", "Zab", NULL);
  add_column (&vague, "reference", "7", "k8", "", NULL);
  of_vague = guess (&vague);
  assert_fields (of_vague, "id", NULL);
}

/* Of two descriptions the short one is the summary, unless there is one. */
static void
test_two_descriptions (void)
{
  g_auto (Table) two = { 0 }, three = { 0 };
  g_autoptr (EssaimMapping) of_two = NULL, of_three = NULL;

  table_init (&two);
  add_column (&two, "nom", "Fab", "Lab", NULL);
  add_column (&two, "description", "On répare.", "On imprime.", NULL);
  add_column (&two, "descriptionMore", "", "Des affiches en bois.", NULL);
  of_two = guess (&two);
  assert_fields (of_two, "summary", "description");
  assert_fields (of_two, "description", "descriptionMore + description");

  table_init (&three);
  add_column (&three, "nom", "Fab", "Lab", NULL);
  add_column (&three, "résumé", "On bricole.", "On dessine.", NULL);
  add_column (&three, "description", "On répare.", "On imprime.", NULL);
  add_column (&three, "description longue", "", "Des affiches en bois.", NULL);
  of_three = guess (&three);
  assert_fields (of_three, "summary", "résumé");
  assert_fields (of_three, "description", "description longue + description");
}

static void
test_round_trip (void)
{
  static const char text[] = "{\"fields\":{\"title\":[\"nom\"],\"address\":[\"n\",\"rue\"]},"
                             "\"constants\":{\"kind\":\"place\"}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);
  g_autoptr (EssaimMapping) mapping = essaim_mapping_from_json (node, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  assert_fields (mapping, "address", "n + rue");
  g_assert_cmpstr (essaim_mapping_get_constant (mapping, ESSAIM_TARGET_KIND), ==, "place");
  again = essaim_mapping_to_json (mapping);
  written = json_to_string (again, FALSE);
  g_assert_cmpstr (written, ==, text);
}

/* All that a document may say. */
static void
test_whole_document (void)
{
  static const char text[] = "{\"fields\":{\"title\":[\"nom\"]},\"constants\":{},"
                             "\"values\":{\"themes\":[{\"columns\":[\"a\",\"b\"],\"terms\":[\"vélo\"],"
                             "\"except\":[\"vélo d’appartement\"],\"gives\":\"MOB\"},"
                             "{\"columns\":[\"a\"],\"terms\":[\"jardin\"],\"gives\":\"ALI\"}],"
                             "\"status\":[{\"columns\":[\"c\"],\"terms\":[\"1\"],\"gives\":\"ouvert\"}]},"
                             "\"separators\":{\"themes\":\"/\"},\"dates\":\"month-first\",\"decimal\":\".\","
                             "\"array_path\":\"data.items\",\"crs\":\"EPSG:2154\",\"axes\":\"swapped\","
                             "\"guessed\":true}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);
  g_autoptr (EssaimMapping) mapping = essaim_mapping_from_json (node, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (essaim_mapping_get_rules (mapping)->len, ==, 3);
  g_assert_cmpstr (essaim_mapping_get_option (mapping, ESSAIM_MAPPING_CRS), ==, "EPSG:2154");
  g_assert_cmpstr (essaim_mapping_get_separator (mapping, ESSAIM_TARGET_THEMES), ==, "/");
  g_assert_null (essaim_mapping_get_separator (mapping, ESSAIM_TARGET_AUDIENCES));
  again = essaim_mapping_to_json (mapping);
  written = json_to_string (again, FALSE);
  g_assert_cmpstr (written, ==, text);
}

static void
test_wrong_documents (void)
{
  static const char * const documents[] = {
    "[]", "{\"fields\": []}", "{\"fields\": {\"colour\": [\"x\"]}}", "{\"fields\": {\"title\": 3}}",
    "{\"fields\": {\"title\": [3]}}", "{\"constants\": {\"kind\": \"castle\"}}", "{\"constants\": {\"kind\": null}}",
    "{\"constants\": {\"title\": [\"x\"]}}", "{\"terms\": {}}", "{\"values\": []}",
    "{\"values\": {\"title\": []}}", "{\"values\": {\"themes\": {}}}", "{\"values\": {\"themes\": [1]}}",
    "{\"values\": {\"themes\": [{\"columns\": [\"a\"], \"terms\": [\"b\"]}]}}",
    "{\"values\": {\"themes\": [{\"columns\": [1], \"terms\": [\"b\"], \"gives\": \"MOB\"}]}}",
    "{\"values\": {\"themes\": [{\"columns\": [\"a\"], \"terms\": [\"b\"], \"gives\": \"MOB\", \"sauf\": []}]}}",
    "{\"values\": {\"kind\": [{\"columns\": [\"a\"], \"terms\": [\"b\"], \"gives\": \"castle\"}]}}",
    "{\"separators\": {\"themes\": \"\"}}", "{\"dates\": \"backwards\"}", "{\"decimal\": \";\"}", "{\"crs\": \"2154\"}",
    "{\"crs\": \"EPSG:\"}", "{\"axes\": true}", "{\"array_path\": 3}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (documents[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (essaim_mapping_from_json (node, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
  g_assert_null (essaim_mapping_from_json (NULL, NULL));
}

/* A sentence names the member that is not known. */
static void
test_unknown_member (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"fields\": {}, \"colonnes\": {}}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_mapping_from_json (node, &error));
  g_assert_nonnull (strstr (error->message, "“colonnes”"));
}

/* Names that say nothing: the values tell. */
static void
test_silent_names (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "c1", "P-01", "P-02", "P-03", "P-04", NULL);
  add_column (&table, "c2", "Ressourcerie du Bocage", "Épicerie des Quatre Vents", "La Fabrique commune", "Vélo-école", NULL);
  add_column (&table, "c3", "contact@bocage.example", "bonjour@quatre-vents.example", "", "velo@ecole.example", NULL);
  add_column (&table, "c4", "https://bocage.example", "https://quatre-vents.example/qui", "https://fabrique.example", "", NULL);
  add_column (&table, "c5", "https://liste.example/1", "https://liste.example/2", "https://liste.example/3",
              "https://liste.example/4", NULL);
  add_column (&table, "c6", "04 73 00 00 01", "+33 4 73 00 00 02", "0473000003", "", NULL);
  add_column (&table, "c7", "63113", "63124", "15014", "03190", NULL);
  add_column (&table, "c8", "63000", "63800", "15000", "03000", NULL);
  add_column (&table, "c9", "45.7772", "45.7402", "44.9261", "46.5667", NULL);
  add_column (&table, "c10", "3.0870", "3.1966", "2.4444", "3.3333", NULL);
  add_column (&table, "c11", "12 rue des Lilas", "3 place de la Mairie", "5 bis avenue Foch", "1 chemin du Lac", NULL);
  add_column (&table, "c12", "Clermont-Ferrand", "Cournon-d’Auvergne", "Aurillac", "Moulins", NULL);
  add_column (&table, "c13", "12/03/2019", "01/09/2020", "15/01/2021", "30/06/2022", NULL);
  add_column (&table, "c14", "12 500 €", "3 000 €", "1 250,50 €", "", NULL);
  add_column (&table, "c15", "en cours", "terminé", "en cours", "terminé", NULL);
  add_column (&table, "c16", "35600000000048", "73282932000074", "", "55208131766522", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "id", "c1");
  assert_fields (mapping, "title", "c2");
  assert_fields (mapping, "email", "c3");
  assert_fields (mapping, "website", "c4");
  assert_fields (mapping, "page", "c5");
  assert_fields (mapping, "phone", "c6");
  assert_fields (mapping, "insee", "c7");
  assert_fields (mapping, "postcode", "c8");
  assert_fields (mapping, "lat", "c9");
  assert_fields (mapping, "lon", "c10");
  assert_fields (mapping, "address", "c11");
  assert_fields (mapping, "commune", "c12");
  assert_fields (mapping, "since", "c13");
  assert_fields (mapping, "funding", "c14");
  assert_fields (mapping, "status", "c15");
  assert_fields (mapping, "siret", "c16");
}

/* What is of other things, or proves nothing, stays unmapped. */
static void
test_silent_doubt (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "nom", "Fab", "Lab", "Zab", NULL);
  add_column (&table, "c1", "63113", "63124", "99999", NULL);
  add_column (&table, "c2", "12", "45", "3", NULL);
  add_column (&table, "c3", "45.5", "46.5", "47.5", NULL);
  add_column (&table, "c4", "12345678901234", "11111111111111", "98765432109876", NULL);
  add_column (&table, "logo", "https://a.example/1", "https://b.example/2", "https://c.example/3", NULL);
  add_column (&table, "c5", "01/02/2020", "", "", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "title", "nom");
  assert_fields (mapping, "insee", NULL);
  assert_fields (mapping, "postcode", NULL);
  assert_fields (mapping, "lat", NULL);
  assert_fields (mapping, "siret", NULL);
  assert_fields (mapping, "website", NULL);
  assert_fields (mapping, "funding", NULL);
  assert_fields (mapping, "since", NULL);
}

static void
test_values_confirm (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "nom", "Le Rucher", "La Halte", "Le Quai", NULL);
  add_column (&table, "commune", "63113", "01004", "75111", NULL);
  add_column (&table, "internet", "Oui", "Non", "Oui", NULL);
  add_column (&table, "statut", "Public", "Privé", "Association", NULL);
  add_column (&table, "siret", "00000000000000", "00000000000000", "00000000000000", NULL);
  add_column (&table, "latitude", "oui", "non", "oui", NULL);
  add_column (&table, "longitude", "3.08", "5.2", "2.3", NULL);
  add_column (&table, "categorie", "1", "2", "3", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "title", "nom");
  assert_fields (mapping, "insee", "commune");
  assert_fields (mapping, "commune", NULL);
  assert_fields (mapping, "website", NULL);
  assert_fields (mapping, "status", NULL);
  assert_fields (mapping, "siret", NULL);
  assert_fields (mapping, "lat", NULL);
  assert_fields (mapping, "lon", NULL);
  assert_fields (mapping, "themes", NULL);
}

static void
test_ids (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "id", "7", "7", "7", "7", NULL);
  add_column (&table, "GUID", "", "", "x", "", NULL);
  add_column (&table, "ID interne sourceur", "a", "a", "b", "", NULL);
  add_column (&table, "ID CIS", "1", "1", "2", "3", NULL);
  add_column (&table, "nom", "Un", "Un", "Deux", "Trois", NULL);
  mapping = guess (&table);
  assert_fields (mapping, "id", "ID CIS");
}

/* A column that says what it holds is believed, even where the sums of its numbers are wrong. */
static void
test_wrong_sums (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "nom", "Le Rucher", "La Halte", NULL);
  add_column (&table, "siret", "82345678900017", "41234567000000", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "siret", "siret");
}

/* Without an id of its own, a feed is known by official numbers, a SIRET before a SIREN. */
static void
test_official_ids (void)
{
  g_auto (Table) establishments, companies;
  g_autoptr (EssaimMapping) by_siret = NULL, by_siren = NULL;

  table_init (&establishments);
  add_column (&establishments, "SIREN", "130025265", "216301135", NULL);
  add_column (&establishments, "SIRET", "13002526500013", "21630113500002", NULL);
  add_column (&establishments, "RAISON_SOCIALE", "Un", "Deux", NULL);
  by_siret = guess (&establishments);
  assert_fields (by_siret, "id", "SIRET");
  assert_fields (by_siret, "siret", "SIRET");

  table_init (&companies);
  add_column (&companies, "SIREN", "130025265", "216301135", NULL);
  add_column (&companies, "ASSOCIATION", "Un", "Deux", NULL);
  by_siren = guess (&companies);
  assert_fields (by_siren, "id", "SIREN");
  assert_fields (by_siren, "siret", NULL);
}

static void
test_positions (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "Latitude", ";", "", "", NULL);
  add_column (&table, "Longitude", "", "", "", NULL);
  add_column (&table, "Nom", "Un", "Deux", "Trois", NULL);
  add_column (&table, "latitude", "45.7", "46.2", "47", NULL);
  add_column (&table, "longitude", "3.08", "5.2", "2", NULL);
  add_column (&table, "siege.latitude", "45.7", "46.2", "47", NULL);
  add_column (&table, "siege.longitude", "3.08", "5.2", "2", NULL);
  add_column (&table, "pointgeo", "45.7, 3.08", "46.2, 5.2", "47, 2", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "lat", "latitude");
  assert_fields (mapping, "lon", "longitude");
  assert_fields (mapping, "point", "pointgeo");
}

static void
test_titles (void)
{
  g_auto (Table) unnamed, places;
  g_autoptr (EssaimMapping) most_varied = NULL, not_the_commune = NULL;

  table_init (&unnamed);
  add_column (&unnamed, "c1", "1", "2", "3", NULL);
  add_column (&unnamed, "c2", "oui", "non", "oui", NULL);
  add_column (&unnamed, "c3", "Le Rucher", "La Halte", "Le Quai", NULL);
  add_column (&unnamed, "c4", "Bois", "Bois", "Pierre", NULL);
  add_column (&unnamed, "c5", "https://a.fr", "https://b.fr", "https://c.fr", NULL);
  most_varied = guess (&unnamed);
  assert_fields (most_varied, "title", "c3");

  table_init (&places);
  add_column (&places, "lieu", "Cholet", "Clermont-Ferrand", "Mamoudzou", NULL);
  add_column (&places, "structure", "Le Rucher", "La Halte", "Le Quai", NULL);
  not_the_commune = guess (&places);
  assert_fields (not_the_commune, "title", "structure");
}

static void
test_pieces (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "COMP_ADRESSE", "", "Bât. B", NULL);
  add_column (&table, "ADRESSE", "rue Haute", "place Basse", NULL);
  add_column (&table, "N°", "2", "4", NULL);
  add_column (&table, "Adresse mail", "a@b.fr", "c@d.fr", NULL);
  add_column (&table, "Tag 1", "vélo", "énergie", NULL);
  add_column (&table, "Tag 2", "", "eau", NULL);
  add_column (&table, "nom", "Un", "Deux", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "address", "N° + ADRESSE + COMP_ADRESSE");
  assert_fields (mapping, "email", "Adresse mail");
  assert_fields (mapping, "themes", "Tag 1 + Tag 2");
}

/* A column that is empty so far is mapped by its whole name, behind those with values. */
static void
test_empty_columns (void)
{
  g_auto (Table) table;
  g_autoptr (EssaimMapping) mapping = NULL;

  table_init (&table);
  add_column (&table, "objet", "", "", NULL);
  add_column (&table, "nom", "", "", NULL);
  add_column (&table, "beneficiaire", "Un", "Deux", NULL);
  add_column (&table, "commentaire libre du public", "", "", NULL);
  mapping = guess (&table);

  assert_fields (mapping, "title", "beneficiaire");
  assert_fields (mapping, "summary", "objet");
  assert_fields (mapping, "audiences", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/mapping/targets", test_targets);
  g_test_add_func ("/mapping/two-descriptions", test_two_descriptions);
  g_test_add_func ("/mapping/sparse-ids", test_sparse_ids);
  g_test_add_func ("/mapping/round-trip", test_round_trip);
  g_test_add_func ("/mapping/wrong-documents", test_wrong_documents);
  g_test_add_func ("/mapping/whole-document", test_whole_document);
  g_test_add_func ("/mapping/unknown-member", test_unknown_member);
  g_test_add_func ("/mapping/silent-names", test_silent_names);
  g_test_add_func ("/mapping/silent-doubt", test_silent_doubt);
  g_test_add_func ("/mapping/values-confirm", test_values_confirm);
  g_test_add_func ("/mapping/wrong-sums", test_wrong_sums);
  g_test_add_func ("/mapping/ids", test_ids);
  g_test_add_func ("/mapping/official-ids", test_official_ids);
  g_test_add_func ("/mapping/positions", test_positions);
  g_test_add_func ("/mapping/titles", test_titles);
  g_test_add_func ("/mapping/pieces", test_pieces);
  g_test_add_func ("/mapping/empty-columns", test_empty_columns);

  result = g_test_run ();
  g_object_unref (reference);

  return result;
}
