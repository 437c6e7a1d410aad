/* test-gazetteer.c: communes by code, name, postcode and place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer.h"
#include "essaim-geometry.h"
#include "essaim-text.h"
#include "geo-fixture.h"

#include <math.h>
#include <string.h>

static EssaimGazetteer *gazetteer;

static const char *
insee_of (guint commune)
{
  return commune != ESSAIM_NO_COMMUNE ? essaim_gazetteer_get_commune (gazetteer, commune)->insee : "none";
}

static const char *
code_of (guint department)
{
  return department != ESSAIM_NO_DEPARTMENT ? essaim_gazetteer_get_department (gazetteer, department)->code : "none";
}

#define assert_code(code, expected) \
  g_assert_cmpstr (insee_of (essaim_gazetteer_resolve_code (gazetteer, code, NULL, NULL)), ==, expected)
#define assert_name(name, postcode, department, expected) \
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_name (gazetteer, name, postcode, \
                                                            essaim_gazetteer_resolve_department (gazetteer, department))), \
                   ==, expected)
#define assert_department(text, expected) \
  g_assert_cmpstr (code_of (essaim_gazetteer_resolve_department (gazetteer, text)), ==, expected)

static void
test_facts (void)
{
  guint i = essaim_gazetteer_resolve_code (gazetteer, "63113", NULL, NULL);
  const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, i);
  const EssaimDepartment *department = essaim_gazetteer_get_department (gazetteer, commune->department);

  g_assert_cmpuint (essaim_gazetteer_get_n_communes (gazetteer), ==, 34969);
  g_assert_cmpstr (commune->name, ==, "Clermont-Ferrand");
  g_assert_cmpstr (commune->postcodes, ==, "63000 63100");
  g_assert_cmpstr (commune->epci, ==, "246300701");
  g_assert_cmpstr (commune->ept, ==, "");
  g_assert_cmpuint (commune->population, >, 140000);
  g_assert_cmpfloat_with_epsilon (commune->lat, 45.78, 0.02);
  g_assert_cmpfloat_with_epsilon (commune->lon, 3.09, 0.02);
  g_assert_cmpstr (department->name, ==, "Puy-de-Dôme");
  g_assert_cmpstr (department->region, ==, "84");
  g_assert_cmpstr (department->region_name, ==, "Auvergne-Rhône-Alpes");
}

static void
test_units (void)
{
  guint n_regions, n_epcis, n_epts, n_in_regions = 0;

  essaim_gazetteer_get_regions (gazetteer, &n_regions);
  essaim_gazetteer_get_epcis (gazetteer, &n_epcis);
  essaim_gazetteer_get_epts (gazetteer, &n_epts);
  g_assert_cmpuint (n_regions, ==, 18);
  g_assert_cmpuint (n_epcis, ==, 1255);
  g_assert_cmpuint (n_epts, ==, 11);

  for (guint i = 0; i < essaim_gazetteer_get_n_departments (gazetteer); i++)
    n_in_regions += essaim_gazetteer_get_department (gazetteer, i)->region_index != ESSAIM_NO_UNIT;
  g_assert_cmpuint (n_in_regions, ==, 101);
}

static void
test_codes (void)
{
  assert_code ("63113", "63113");
  assert_code ("1004", "01004");
  assert_code (" 01004 ", "01004");
  assert_code ("1004.0", "01004");
  assert_code ("2a004", "2A004");
  assert_code ("2 B 033", "2B033");
  assert_code ("97608", "97608");
  assert_code ("0", "none");
  assert_code ("00000", "none");
  assert_code ("", "none");
  assert_code ("   ", "none");
  assert_code (NULL, "none");
  assert_code ("63", "none");
  assert_code ("631130", "none");
  assert_code ("2C004", "none");
  assert_code ("6311E", "none");
  assert_code ("Clermont-Ferrand, 63113", "none");
  assert_code ("-1004", "none");
}

static void
test_finer_codes (void)
{
  const char *finer = "x";
  EssaimCodeKind kind = ESSAIM_CODE_FORMER;

  g_assert_cmpstr (insee_of (essaim_gazetteer_resolve_code (gazetteer, "75110", &kind, &finer)), ==, "75056");
  g_assert_cmpint (kind, ==, ESSAIM_CODE_ARRONDISSEMENT);
  g_assert_cmpstr (finer, ==, "75110");
  assert_code ("69381", "69123");
  assert_code ("69389", "69123");
  assert_code ("13201", "13055");
  assert_code ("13216", "13055");

  g_assert_cmpstr (insee_of (essaim_gazetteer_resolve_code (gazetteer, "63113", &kind, &finer)), ==, "63113");
  g_assert_cmpint (kind, ==, ESSAIM_CODE_PRESENT);
  g_assert_null (finer);

  /* Bellegarde-sur-Valserine keeps its code as Valserhône; Lancrans went into it. */
  g_assert_cmpstr (insee_of (essaim_gazetteer_resolve_code (gazetteer, "1205", &kind, &finer)), ==, "01033");
  g_assert_cmpint (kind, ==, ESSAIM_CODE_FORMER);
  g_assert_cmpstr (finer, ==, "01205");

  finer = "x";
  essaim_gazetteer_resolve_code (gazetteer, "99999", &kind, &finer);
  g_assert_null (finer);
}

static void
test_departments (void)
{
  assert_department ("1", "01");
  assert_department ("01", "01");
  assert_department ("063", "63");
  assert_department ("2A", "2A");
  assert_department ("2b", "2B");
  assert_department ("976", "976");
  assert_department ("988", "988");
  assert_department ("Ain", "01");
  assert_department ("ain", "01");
  assert_department ("CÔTES D’ARMOR", "22");
  assert_department ("La Réunion", "974");
  assert_department ("974 - REUNION", "974");
  assert_department ("63 - Puy-de-Dôme", "63");
  assert_department ("Puy-de-Dôme (63)", "63");
  assert_department ("Corse-du-Sud (2A)", "2A");
  assert_department ("63 - Ain", "none");
  assert_department ("0", "none");
  assert_department ("", "none");
  assert_department (NULL, "none");
  assert_department ("20", "none");
  assert_department ("96", "none");
  assert_department ("Auvergne", "none");
}

static void
test_names (void)
{
  assert_name ("Clermont-Ferrand", NULL, NULL, "63113");
  assert_name ("CLERMONT FERRAND", "63000", NULL, "63113");
  assert_name ("CLERMONT FERRAND CEDEX 1", "63038", NULL, "63113");
  assert_name ("Clermont Ferrand Gare", "63000", NULL, "63113");
  assert_name ("St-Étienne", "42000", NULL, "42218");
  assert_name ("ST ETIENNE", NULL, "42", "42218");
  assert_name ("Le Mans", NULL, NULL, "72181");
  assert_name ("Mans", "72000", NULL, "72181");
  assert_name ("MANS (LE)", "72100", NULL, "72181");
  assert_name ("Paris 10e Arrondissement", "75010", NULL, "75056");
  assert_name ("PARIS 10", NULL, NULL, "75056");
  assert_name ("Marseille 1er", NULL, NULL, "13055");
  assert_name ("Chalon s/ Saône", "71100", NULL, "71076");
  assert_name ("Œting", NULL, NULL, "57521");
  assert_name ("OETING", NULL, NULL, "57521");
  assert_name ("L’Haÿ-les-Roses", "94240", NULL, "94038");
  assert_name ("L HAY LES ROSES", NULL, "94", "94038");
  assert_name ("Bellegarde-sur-Valserine", "01200", NULL, "01033");
  assert_name ("", "63000", NULL, "none");
  assert_name (NULL, "63000", NULL, "none");
  assert_name ("Nullepart", "63000", NULL, "none");
}

static void
test_ambiguous_names (void)
{
  /* Never a guess: Saint-Denis is in Seine-Saint-Denis, in Réunion and in Aude. */
  assert_name ("Saint-Denis", NULL, NULL, "none");
  assert_name ("Saint-Denis", "93200", NULL, "93066");
  assert_name ("Saint-Denis", "97400", NULL, "97411");
  assert_name ("Saint-Denis", NULL, "974", "97411");
  assert_name ("Saint-Denis", "97490", NULL, "97411");
  assert_name ("Saint-Denis", "59000", NULL, "none");
  assert_name ("Lyon", "75001", NULL, "none");
  assert_name ("La Rochelle", NULL, NULL, "none");
  assert_name ("La Rochelle", "17000", NULL, "17300");

  /* The article tells these apart. */
  assert_name ("Vergné", NULL, "17", "17464");
  assert_name ("La Vergne", NULL, "17", "17465");

  /* A postcode that says another department than the department does. */
  assert_name ("Saint-Denis", "93205", "974", "none");
  assert_name ("Saint-Denis", "93205", "93", "93066");
  assert_name ("Saint-Denis", "97490", "93", "97411");
}

static void
test_postcodes (void)
{
  guint n = 99;

  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "59100", &n)), ==, "59512");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, " 59 100", &n)), ==, "59512");
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "F-59100 CEDEX 2", &n)), ==, "59512");
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "BP 10 59100", &n)), ==, "59512");
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "591001", &n)), ==, "none");
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "1400", &n)), ==, "none");
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "99999", &n)), ==, "none");
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, NULL, &n)), ==, "none");
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (insee_of (essaim_gazetteer_find_by_postcode (gazetteer, "00000", &n)), ==, "none");
  g_assert_cmpuint (n, ==, 0);
}

static void
test_place_of_postcode (void)
{
  guint department = 0;
  double lat = 0.0, lon = 0.0;

  g_assert_true (essaim_gazetteer_locate_postcode (gazetteer, "01400", &lat, &lon, &department));
  g_assert_cmpfloat (essaim_distance_km (lat, lon, 46.15, 4.92), <, 15.0);
  g_assert_cmpstr (code_of (department), ==, "01");

  g_assert_false (essaim_gazetteer_locate_postcode (gazetteer, "00100", &lat, &lon, NULL));
  g_assert_false (essaim_gazetteer_locate_postcode (gazetteer, "", &lat, &lon, NULL));
}

/* Every commune is found by its own code, by its own name and postcode, and the keys of the compiler are those of C. */
static void
test_every_commune (void)
{
  guint n_unfound = 0;

  for (guint i = 0; i < essaim_gazetteer_get_n_communes (gazetteer); i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, i);
      g_autofree char *key = essaim_text_fold_name (commune->name);
      g_auto (GStrv) postcodes = g_strsplit (commune->postcodes, " ", -1);

      g_assert_cmpstr (commune->key, ==, key);
      g_assert_cmpuint (essaim_gazetteer_resolve_code (gazetteer, commune->insee, NULL, NULL), ==, i);
      for (guint j = 0; postcodes[j] != NULL; j++)
        if (essaim_gazetteer_find_by_name (gazetteer, commune->name, postcodes[j], ESSAIM_NO_DEPARTMENT) != i)
          {
            g_test_message ("%s %s", postcodes[j], commune->name);
            n_unfound++;
          }
    }
  g_assert_cmpuint (n_unfound, ==, 0);
}

static void
test_every_unit (void)
{
  guint n[3];
  const EssaimUnit *units[3] = {
    essaim_gazetteer_get_regions (gazetteer, &n[0]),
    essaim_gazetteer_get_epcis (gazetteer, &n[1]),
    essaim_gazetteer_get_epts (gazetteer, &n[2]),
  };

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < n[i]; j++)
      {
        g_autofree char *key = essaim_text_fold_name (units[i][j].name);

        g_assert_cmpstr (units[i][j].key, ==, key);
      }

  for (guint i = 0; i < essaim_gazetteer_get_n_departments (gazetteer); i++)
    {
      const EssaimDepartment *department = essaim_gazetteer_get_department (gazetteer, i);

      g_assert_cmpuint (essaim_gazetteer_resolve_department (gazetteer, department->code), ==, i);
      g_assert_cmpuint (essaim_gazetteer_resolve_department (gazetteer, department->name), ==, i);
    }
}

static guint
find_nearest_slowly (double lat,
                     double lon)
{
  guint best = ESSAIM_NO_COMMUNE;
  double best_km = G_MAXDOUBLE;

  for (guint i = 0; i < essaim_gazetteer_get_n_communes (gazetteer); i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, i);
      double km = essaim_distance_km (lat, lon, commune->lat, commune->lon);

      if (km < best_km)
        {
          best = i;
          best_km = km;
        }
    }

  return best;
}

static void
assert_nearest (double lat,
                double lon)
{
  guint expected = find_nearest_slowly (lat, lon);
  double km = -1.0;
  guint found = essaim_gazetteer_find_nearest (gazetteer, lat, lon, &km);
  const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, expected);

  g_assert_cmpstr (insee_of (found), ==, commune->insee);
  g_assert_cmpfloat_with_epsilon (km, essaim_distance_km (lat, lon, commune->lat, commune->lon), 1e-9);
}

static void
test_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (75056);

  for (guint i = 0; i < 150; i++)
    assert_nearest (g_rand_double_range (rand, 41.0, 51.5), g_rand_double_range (rand, -5.5, 9.8));
  for (guint i = 0; i < 50; i++)
    assert_nearest (g_rand_double_range (rand, -90.0, 90.0), g_rand_double_range (rand, -180.0, 180.0));
  assert_nearest (90.0, 0.0);
  assert_nearest (-90.0, 12.0);
  assert_nearest (-17.0, 180.0);
  assert_nearest (-17.0, -180.0);
  assert_nearest (45.0, 363.0);
}

static void
test_nearest_overseas (void)
{
  const struct { double lat, lon; const char *insee; } places[] = {
    { 15.996, -61.733, "97105" },   /* Basse-Terre, Guadeloupe */
    { 14.604, -61.067, "97209" },   /* Fort-de-France, Martinique */
    { 4.938, -52.330, "97302" },    /* Cayenne, Guyane */
    { -20.882, 55.450, "97411" },   /* Saint-Denis, Réunion */
    { -12.780, 45.228, "97611" },   /* Mamoudzou, Mayotte */
    { 46.779, -56.177, "97502" },   /* Saint-Pierre */
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpstr (insee_of (essaim_gazetteer_find_nearest (gazetteer, places[i].lat, places[i].lon, NULL)), ==,
                     places[i].insee);
}

static void
test_nearest_nowhere (void)
{
  g_assert_cmpuint (essaim_gazetteer_find_nearest (gazetteer, NAN, 3.0, NULL), ==, ESSAIM_NO_COMMUNE);
  g_assert_cmpuint (essaim_gazetteer_find_nearest (gazetteer, 45.0, INFINITY, NULL), ==, ESSAIM_NO_COMMUNE);
  g_assert_cmpuint (essaim_gazetteer_find_nearest (gazetteer, 6530000.0, 700000.0, NULL), ==, ESSAIM_NO_COMMUNE);
}

static void
assert_completes (const char *typed,
                  const char *first)
{
  g_autoptr (GArray) found = essaim_gazetteer_complete (gazetteer, typed, 10);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (insee_of (g_array_index (found, guint, 0)), ==, first);
}

static void
test_completion (void)
{
  g_autoptr (GArray) nothing = essaim_gazetteer_complete (gazetteer, "", 10);
  g_autoptr (GArray) unknown = essaim_gazetteer_complete (gazetteer, "zzzz", 10);
  g_autoptr (GArray) three = essaim_gazetteer_complete (gazetteer, "saint", 3);
  g_autoptr (GArray) paris = essaim_gazetteer_complete (gazetteer, "7500", 10);

  assert_completes ("cler", "63113");
  assert_completes ("CLERMONT-F", "63113");
  assert_completes ("ferrand", "63113");
  assert_completes ("st et", "42218");
  assert_completes ("mans", "72181");
  assert_completes ("le ma", "72181");
  assert_completes ("nantes", "44109");
  assert_completes ("59100", "59512");
  assert_completes ("5910", "59512");
  assert_completes ("97600", "97611");

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpuint (paris->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = geo_fixture_get_path ("geo/communes.bin");
  gazetteer = essaim_gazetteer_new (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/gazetteer/facts", test_facts);
  g_test_add_func ("/gazetteer/units", test_units);
  g_test_add_func ("/gazetteer/codes", test_codes);
  g_test_add_func ("/gazetteer/finer-codes", test_finer_codes);
  g_test_add_func ("/gazetteer/departments", test_departments);
  g_test_add_func ("/gazetteer/names", test_names);
  g_test_add_func ("/gazetteer/ambiguous-names", test_ambiguous_names);
  g_test_add_func ("/gazetteer/postcodes", test_postcodes);
  g_test_add_func ("/gazetteer/place-of-postcode", test_place_of_postcode);
  g_test_add_func ("/gazetteer/every-commune", test_every_commune);
  g_test_add_func ("/gazetteer/every-unit", test_every_unit);
  g_test_add_func ("/gazetteer/nearest", test_nearest);
  g_test_add_func ("/gazetteer/nearest-overseas", test_nearest_overseas);
  g_test_add_func ("/gazetteer/nearest-nowhere", test_nearest_nowhere);
  g_test_add_func ("/gazetteer/completion", test_completion);

  status = g_test_run ();
  g_assert_finalize_object (gazetteer);

  return status;
}
