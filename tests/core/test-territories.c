/* test-territories.c: labels, administrative units and their communes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-geo-file.h"
#include "essaim-territories.h"
#include "geo-fixture.h"

#include <math.h>
#include <string.h>

static EssaimGazetteer *gazetteer;
static EssaimTerritories *territories;

static const EssaimTerritory *
get (const char *id)
{
  guint i = essaim_territories_lookup (territories, id);

  g_assert_cmpuint (i, !=, ESSAIM_NO_TERRITORY);

  return essaim_territories_get (territories, i);
}

/* Ids of an array of indices, separated by blanks. */
static char *
join_ids (GArray *indices)
{
  g_autoptr (GString) ids = g_string_new ("");

  for (guint i = 0; i < indices->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            essaim_territories_get (territories, g_array_index (indices, guint, i))->id);

  return g_strdup (ids->str);
}

static void
test_counts (void)
{
  guint counts[ESSAIM_N_TERRITORY_KINDS] = { 0 };

  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    counts[essaim_territories_get (territories, i)->kind]++;

  g_assert_cmpuint (counts[ESSAIM_TERRITORY_LABEL], ==, 27);
  g_assert_cmpuint (counts[ESSAIM_TERRITORY_REGION], ==, 18);
  g_assert_cmpuint (counts[ESSAIM_TERRITORY_DEPARTEMENT], ==, 101);
  g_assert_cmpuint (counts[ESSAIM_TERRITORY_EPCI], ==, 1255);
  g_assert_cmpuint (counts[ESSAIM_TERRITORY_EPT], ==, 11);
  g_assert_cmpuint (counts[ESSAIM_TERRITORY_COMMUNE], ==, 34969);
}

/* Communes, wave and unit of the 27 labels, counted by hand from territory_communes.csv and territories.json. */
static const struct
{
  const char          *id;
  guint                n_communes;
  int                  wave;
  EssaimTerritoryKind  unit_kind;
} labels[] = {
  { "aix-marseille-provence", 92, 1, ESSAIM_TERRITORY_EPCI },
  { "clermont-ferrand", 21, 1, ESSAIM_TERRITORY_EPCI },
  { "est-ensemble", 9, 1, ESSAIM_TERRITORY_EPT },
  { "figeac", 92, 1, ESSAIM_TERRITORY_EPCI },
  { "le-mans-sarthe", 352, 1, ESSAIM_TERRITORY_DEPARTEMENT },
  { "lyon-metropole", 58, 1, ESSAIM_TERRITORY_EPCI },
  { "mayotte", 17, 1, ESSAIM_TERRITORY_DEPARTEMENT },
  { "montreuillois", 95, 1, ESSAIM_TERRITORY_EPCI },
  { "nantes-metropole", 24, 1, ESSAIM_TERRITORY_EPCI },
  { "pays-de-grasse", 23, 1, ESSAIM_TERRITORY_EPCI },
  { "region-bretagne", 1202, 1, ESSAIM_TERRITORY_REGION },
  { "region-normandie", 2644, 1, ESSAIM_TERRITORY_REGION },
  { "region-nouvelle-aquitaine", 4293, 1, ESSAIM_TERRITORY_REGION },
  { "roissy-pays-de-france", 42, 1, ESSAIM_TERRITORY_EPCI },
  { "roubaix", 1, 1, ESSAIM_TERRITORY_COMMUNE },
  { "strasbourg-eurometropole", 33, 1, ESSAIM_TERRITORY_EPCI },
  { "territoire-ledonien-cluster-jura", 199, 1, ESSAIM_TERRITORY_EPCI },
  { "territoire-olympique-2024", 40, 1, ESSAIM_TERRITORY_COMMUNE },
  { "valence-romans", 54, 1, ESSAIM_TERRITORY_EPCI },
  { "vallee-de-la-marne", 12, 1, ESSAIM_TERRITORY_EPCI },
  { "toulouse-metropole", 37, 2, ESSAIM_TERRITORY_EPCI },
  { "grand-narbonne", 37, 2, ESSAIM_TERRITORY_EPCI },
  { "occitanie-est", 1502, 2, ESSAIM_TERRITORY_DEPARTEMENT },
  { "grenoble-alpes-metropole", 49, 2, ESSAIM_TERRITORY_EPCI },
  { "grand-chambery", 38, 2, ESSAIM_TERRITORY_EPCI },
  { "genevois-innovales", 0, 2, ESSAIM_TERRITORY_LABEL },
  { "grand-poitiers", 40, 2, ESSAIM_TERRITORY_EPCI },
};

static void
test_labels (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (labels), ==, 27);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const EssaimTerritory *label = get (labels[i].id);

      g_assert_cmpint (label->kind, ==, ESSAIM_TERRITORY_LABEL);
      g_assert_cmpint (label->unit_kind, ==, labels[i].unit_kind);
      g_assert_cmpuint (label->n_communes, ==, labels[i].n_communes);
      g_assert_null (label->code);
      g_assert_nonnull (label->facts);
      g_assert_cmpint (label->facts->wave, ==, labels[i].wave);
      g_assert_nonnull (label->facts->label_date);
      g_assert_nonnull (label->facts->sources[0]);
      g_assert_true (label->is_estimate == g_str_equal (labels[i].id, "territoire-olympique-2024"));
    }
}

static void
test_clermont_ferrand (void)
{
  const EssaimTerritory *label = get ("clermont-ferrand");
  const EssaimTerritory *epci = get ("epci:246300701");

  g_assert_cmpstr (label->name, ==, "Clermont-Ferrand");
  g_assert_cmpuint (label->n_communes, ==, 21);
  g_assert_cmpuint (label->population, >, 290000);
  g_assert_cmpuint (label->population, <, 305000);
  g_assert_cmpuint (label->population, ==, epci->population);
  g_assert_cmpmem (label->communes, label->n_communes * sizeof (guint16),
                   epci->communes, epci->n_communes * sizeof (guint16));
  g_assert_cmpfloat (label->west, <, 3.09);
  g_assert_cmpfloat (label->east, >, 3.09);
  g_assert_cmpfloat (label->south, <, 45.78);
  g_assert_cmpfloat (label->north, >, 45.78);
  g_assert_cmpfloat (label->north - label->south, <, 0.5);

  g_assert_cmpstr (label->facts->carrier, ==, "Collectif Cisca");
  g_assert_cmpstr (label->facts->challenges[2], ==, "Le numérique accessible à tous");
  g_assert_null (label->facts->challenges[3]);
  g_assert_cmpstr (label->facts->confidence, ==, "high");
  g_assert_cmpstr (label->facts->units[0], ==, "epci:246300701");
  g_assert_null (label->facts->units[1]);
  g_assert_null (label->facts->note);
  g_assert_cmpuint (label->facts->n_figures, ==, 4);
  g_assert_cmpstr (label->facts->figures[0].value, ==, "1 295");
  g_assert_cmpint (label->facts->figures[0].year, ==, 2019);
}

/* What a label is made of can be looked up; only a label without a perimeter has no units. */
static void
test_units (void)
{
  for (guint i = 0; essaim_territories_get (territories, i)->kind == ESSAIM_TERRITORY_LABEL; i++)
    {
      const EssaimTerritory *label = essaim_territories_get (territories, i);
      const char * const *units = label->facts->units;

      g_assert_cmpint (*units == NULL, ==, label->n_communes == 0);
      for (; *units != NULL; units++)
        g_assert_cmpuint (get (*units)->n_communes, >, 0);
    }
}

static void
test_mayotte (void)
{
  const EssaimTerritory *label = get ("mayotte");

  g_assert_cmpuint (label->n_communes, ==, 17);
  g_assert_cmpuint (label->population, ==, get ("departement:976")->population);
  g_assert_cmpuint (label->population, ==, get ("region:06")->population);
}

static void
test_unknown_perimeter (void)
{
  const EssaimTerritory *label = get ("genevois-innovales");

  g_assert_cmpuint (label->n_communes, ==, 0);
  g_assert_cmpuint (label->population, ==, 0);
  g_assert_true (isnan (label->west));
  g_assert_false (label->is_estimate);
  g_assert_cmpstr (label->facts->confidence, ==, "none");
}

static void
test_lookup (void)
{
  g_assert_cmpstr (get ("commune:63113")->name, ==, "Clermont-Ferrand");
  g_assert_cmpstr (get ("commune:63113")->id, ==, "commune:63113");
  g_assert_cmpstr (get ("commune:75110")->id, ==, "commune:75056");
  g_assert_cmpstr (get ("ept:200057875")->name, ==, "Est Ensemble");
  g_assert_cmpstr (get ("departement:2A")->name, ==, "Corse-du-Sud");
  g_assert_cmpstr (get ("region:84")->code, ==, "84");
  g_assert_cmpuint (essaim_territories_lookup (territories, "commune:99999"), ==, ESSAIM_NO_TERRITORY);
  g_assert_cmpuint (essaim_territories_lookup (territories, "commune:"), ==, ESSAIM_NO_TERRITORY);
  g_assert_cmpuint (essaim_territories_lookup (territories, "atlantis"), ==, ESSAIM_NO_TERRITORY);
  g_assert_cmpuint (essaim_territories_lookup (territories, ""), ==, ESSAIM_NO_TERRITORY);
  g_assert_cmpuint (essaim_territories_lookup (territories, NULL), ==, ESSAIM_NO_TERRITORY);
}

/* Each territory is found by its id, lists its communes once and in order, and has the sum of their inhabitants. */
static void
test_every_territory (void)
{
  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, i);
      guint64 population = 0;

      g_assert_cmpuint (essaim_territories_lookup (territories, territory->id), ==, i);
      for (guint j = 0; j < territory->n_communes; j++)
        {
          guint commune = territory->communes[j];

          g_assert_true (j == 0 || territory->communes[j - 1] < commune);
          g_assert_true (essaim_territories_has_commune (territories, i, commune));
          population += essaim_gazetteer_get_commune (gazetteer, commune)->population;
        }
      g_assert_cmpuint (population, ==, territory->population);
    }
}

static void
test_of_commune (void)
{
  guint clermont = essaim_gazetteer_resolve_code (gazetteer, "63113", NULL, NULL);
  guint montreuil = essaim_gazetteer_resolve_code (gazetteer, "93048", NULL, NULL);
  guint noumea = essaim_gazetteer_resolve_code (gazetteer, "98818", NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *of_clermont = NULL;
  g_autofree char *of_montreuil = NULL;
  g_autofree char *of_noumea = NULL;

  essaim_territories_of_commune (territories, clermont, found);
  of_clermont = join_ids (found);
  g_assert_cmpstr (of_clermont, ==, "clermont-ferrand region:84 departement:63 epci:246300701 commune:63113");

  g_array_set_size (found, 0);
  essaim_territories_of_commune (territories, montreuil, found);
  of_montreuil = join_ids (found);
  g_assert_cmpstr (of_montreuil, ==, "est-ensemble territoire-olympique-2024 region:11 departement:93 epci:200054781 "
                                     "ept:200057875 commune:93048");

  g_array_set_size (found, 0);
  essaim_territories_of_commune (territories, noumea, found);
  of_noumea = join_ids (found);
  g_assert_cmpstr (of_noumea, ==, "commune:98818");
}

static void
test_has_commune (void)
{
  guint label = essaim_territories_lookup (territories, "clermont-ferrand");
  guint clermont = essaim_gazetteer_resolve_code (gazetteer, "63113", NULL, NULL);
  guint paris = essaim_gazetteer_resolve_code (gazetteer, "75056", NULL, NULL);

  g_assert_true (essaim_territories_has_commune (territories, label, clermont));
  g_assert_false (essaim_territories_has_commune (territories, label, paris));
  g_assert_false (essaim_territories_has_commune (territories, label, ESSAIM_NO_COMMUNE));
  g_assert_true (essaim_territories_has_commune (territories, essaim_territories_lookup (territories, "commune:75056"),
                                                 paris));
  g_assert_false (essaim_territories_has_commune (territories, essaim_territories_lookup (territories, "commune:75056"),
                                                  clermont));
  g_assert_false (essaim_territories_has_commune (territories, ESSAIM_NO_TERRITORY, paris));
}

static gboolean
covers (const char *territory,
        const char *department)
{
  return essaim_territories_covers_department (territories, essaim_territories_lookup (territories, territory),
                                               essaim_gazetteer_resolve_department (gazetteer, department));
}

static void
test_covers_department (void)
{
  g_assert_true (covers ("departement:63", "63"));
  g_assert_true (covers ("region:84", "63"));
  g_assert_true (covers ("mayotte", "976"));
  g_assert_true (covers ("le-mans-sarthe", "72"));
  g_assert_true (covers ("occitanie-est", "48"));
  g_assert_true (covers ("commune:75056", "75"));
  g_assert_true (covers ("territoire-olympique-2024", "75"));
  g_assert_false (covers ("occitanie-est", "31"));
  g_assert_false (covers ("clermont-ferrand", "63"));
  g_assert_false (covers ("departement:63", "03"));
  g_assert_false (covers ("commune:63113", "63"));
  g_assert_false (covers ("genevois-innovales", "74"));
  g_assert_false (covers ("departement:63", "unknown"));
}

/* The ids below a territory: how many, the first and the last. */
static void
assert_below (const char *id,
              guint       n,
              const char *first,
              const char *last)
{
  g_autoptr (GArray) below = essaim_territories_below (territories, essaim_territories_lookup (territories, id));

  g_assert_cmpuint (below->len, ==, n);
  if (n == 0)
    return;
  g_assert_cmpstr (essaim_territories_get (territories, g_array_index (below, guint, 0))->id, ==, first);
  g_assert_cmpstr (essaim_territories_get (territories, g_array_index (below, guint, n - 1))->id, ==, last);
}

static void
test_below (void)
{
  assert_below ("no territory", 18, "region:01", "region:94");
  assert_below ("region:84", 12, "departement:01", "departement:74");
  assert_below ("region:94", 2, "departement:2A", "departement:2B");
  assert_below ("departement:976", 5, "epci:200050532", "epci:200060473");
  assert_below ("epci:246300701", 21, "commune:63014", "commune:63345");
  assert_below ("ept:200057875", 9, "commune:93006", "commune:93063");
  assert_below ("commune:63113", 0, NULL, NULL);
  assert_below ("clermont-ferrand", 21, "commune:63014", "commune:63345");
  assert_below ("region-bretagne", 4, "departement:22", "departement:56");
  assert_below ("mayotte", 5, "epci:200050532", "epci:200060473");
  assert_below ("roubaix", 1, "commune:59512", "commune:59512");
  assert_below ("territoire-olympique-2024", 40, "commune:75056", "commune:93079");
  assert_below ("genevois-innovales", 0, NULL, NULL);
}

static void
assert_finds (const char *typed,
              guint       limit,
              const char *expected)
{
  g_autoptr (GArray) found = essaim_territories_search (territories, typed, limit);
  g_autofree char *ids = join_ids (found);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_search (void)
{
  assert_finds ("clermont-f", 3, "clermont-ferrand commune:63113");
  assert_finds ("CLERMONT", 2, "clermont-ferrand commune:60157");
  assert_finds ("Clermont Auv", 5, "epci:246300701");
  assert_finds ("bretagne", 2, "region-bretagne region:53");
  assert_finds ("puy de d", 2, "departement:63");
  assert_finds ("roubaix", 2, "roubaix commune:59512");
  assert_finds ("59100", 5, "commune:59512 commune:59100");
  assert_finds ("63", 2, "departement:63 commune:63113");
  assert_finds ("lyon", 3, "lyon-metropole commune:69123 epci:200046977");
  assert_finds ("mans", 3, "le-mans-sarthe commune:72181 epci:247200132");
  /* What is only inside a word comes after all words. */
  assert_finds ("nterre", 3, "epci:200070936 epci:200069722 commune:92050");
  assert_finds ("", 5, "");
  assert_finds ("  ", 5, "");
  assert_finds ("zzzz", 5, "");
}

static void
test_kinds (void)
{
  for (guint i = 0; i < ESSAIM_N_TERRITORY_KINDS; i++)
    {
      EssaimTerritoryKind kind = ESSAIM_N_TERRITORY_KINDS;

      g_assert_true (essaim_territory_kind_from_code (essaim_territory_kind_to_code (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (essaim_territory_kind_get_label (i), !=, "");
    }
}

static void
test_unknown_kind (void)
{
  EssaimTerritoryKind kind = ESSAIM_TERRITORY_EPT;

  g_assert_false (essaim_territory_kind_from_code ("canton", &kind));
  g_assert_false (essaim_territory_kind_from_code (NULL, &kind));
  g_assert_cmpint (kind, ==, ESSAIM_TERRITORY_EPT);
}

static void
assert_refused (const char *labels_text,
                const char *perimeters_text)
{
  g_autofree char *labels_path = geo_fixture_write (labels_text, strlen (labels_text));
  g_autofree char *perimeters_path = geo_fixture_write (perimeters_text, strlen (perimeters_text));
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_territories_new (gazetteer, labels_path, perimeters_path, &error));
  g_assert_true (error != NULL && error->domain == ESSAIM_REFERENCE_ERROR);
  g_remove (labels_path);
  g_remove (perimeters_path);
}

static void
test_damage (void)
{
  const char *one = "[{\"id\": \"here\", \"name\": \"Here\"}]";

  assert_refused ("", "territory,insee\n");
  assert_refused ("{}", "territory,insee\n");
  assert_refused ("[1, 2]", "territory,insee\n");
  assert_refused ("[{\"id\": 3, \"name\": [], \"units\": [null], \"sources\": \"x\"}]", "territory,insee\n");
  assert_refused (one, "territory,insee\nthere,63113\n");
  assert_refused (one, "territory,insee\nhere,99999\n");
  assert_refused (one, "territory,insee\nhere\n");
}

/* Former communes of a perimeter count once, as the commune that they are today. */
static void
test_former_communes (void)
{
  const char *labels_text = "[{\"id\": \"here\", \"name\": \"Here\", \"sources\": [null, \"a\", 3]}]";
  const char *perimeters_text = "territory,insee\nhere,63113\nhere,01205\nhere,01033";
  g_autofree char *labels_path = geo_fixture_write (labels_text, strlen (labels_text));
  g_autofree char *perimeters_path = geo_fixture_write (perimeters_text, strlen (perimeters_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimTerritories) own = essaim_territories_new (gazetteer, labels_path, perimeters_path, &error);
  const EssaimTerritory *here;

  g_assert_no_error (error);
  here = essaim_territories_get (own, essaim_territories_lookup (own, "here"));
  g_assert_cmpuint (here->n_communes, ==, 2);
  g_assert_cmpstr (here->facts->sources[0], ==, "a");
  g_assert_null (here->facts->sources[1]);
  g_remove (labels_path);
  g_remove (perimeters_path);
}

static void
load (void)
{
  g_autofree char *communes_path = geo_fixture_get_path ("geo/communes.bin");
  g_autofree char *labels_path = geo_fixture_get_path ("starter/territories.json");
  g_autofree char *perimeters_path = geo_fixture_get_path ("geo/territory_communes.csv");
  g_autoptr (GError) error = NULL;

  gazetteer = essaim_gazetteer_new (communes_path, &error);
  g_assert_no_error (error);
  territories = essaim_territories_new (gazetteer, labels_path, perimeters_path, &error);
  g_assert_no_error (error);
}

/* Where most people live; nowhere without a perimeter. */
static void
test_centre (void)
{
  double lat = 0, lon = 0;
  guint unknown = essaim_territories_lookup (territories, "genevois-innovales");
  guint auvergne = essaim_territories_lookup (territories, "departement:63");

  g_assert_false (essaim_territories_get_centre (territories, unknown, &lat, &lon));
  g_assert_cmpfloat (lat, ==, 0);
  g_assert_true (essaim_territories_get_centre (territories, auvergne, &lat, &lon));
  g_assert_cmpfloat_with_epsilon (lat, 45.78, 0.03);
  g_assert_cmpfloat_with_epsilon (lon, 3.11, 0.03);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load ();
  g_test_add_func ("/territories/counts", test_counts);
  g_test_add_func ("/territories/labels", test_labels);
  g_test_add_func ("/territories/clermont-ferrand", test_clermont_ferrand);
  g_test_add_func ("/territories/units", test_units);
  g_test_add_func ("/territories/mayotte", test_mayotte);
  g_test_add_func ("/territories/unknown-perimeter", test_unknown_perimeter);
  g_test_add_func ("/territories/lookup", test_lookup);
  g_test_add_func ("/territories/every-territory", test_every_territory);
  g_test_add_func ("/territories/of-commune", test_of_commune);
  g_test_add_func ("/territories/has-commune", test_has_commune);
  g_test_add_func ("/territories/covers-department", test_covers_department);
  g_test_add_func ("/territories/below", test_below);
  g_test_add_func ("/territories/centre", test_centre);
  g_test_add_func ("/territories/search", test_search);
  g_test_add_func ("/territories/kinds", test_kinds);
  g_test_add_func ("/territories/unknown-kind", test_unknown_kind);
  g_test_add_func ("/territories/damage", test_damage);
  g_test_add_func ("/territories/former-communes", test_former_communes);

  status = g_test_run ();
  g_assert_finalize_object (territories);
  g_assert_finalize_object (gazetteer);

  return status;
}
