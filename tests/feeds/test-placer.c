/* test-placer.c: what records say of a place, to sites with their precision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-placer.h"

#include <math.h>

typedef struct
{
  EssaimReport  *report;
  EssaimPlacer  *placer;
  EssaimProject *project;
} Fixture;

static EssaimReference *reference;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->report = essaim_report_new ("test");
  fixture->placer = essaim_placer_new (reference, fixture->report);
  fixture->project = essaim_project_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  essaim_project_unref (fixture->project);
  essaim_placer_free (fixture->placer);
  essaim_report_free (fixture->report);
}

static EssaimSite *
place (Fixture     *fixture,
       EssaimPlace  said)
{
  EssaimSite *site = essaim_project_add_site (fixture->project);

  essaim_placer_place (fixture->placer, &said, site);
  return site;
}

#define PLACE(...) \
  place (fixture, (EssaimPlace) { .lat = NAN, .lon = NAN, .system = ESSAIM_SYSTEM_AS_NAMED, __VA_ARGS__ })
#define PLACE_AT(lat_, lon_, ...) \
  place (fixture, (EssaimPlace) { .lat = lat_, .lon = lon_, .has_coordinates = TRUE, \
                                  .system = ESSAIM_SYSTEM_AS_NAMED, __VA_ARGS__ })

#define PLACE_IN(epsg_, y_, x_, ...) \
  place (fixture, (EssaimPlace) { .lat = y_, .lon = x_, .has_coordinates = TRUE, \
                                  .system = { epsg_, FALSE }, __VA_ARGS__ })

static guint
count_warnings (Fixture    *fixture,
                const char *code)
{
  for (guint i = 0; i < fixture->report->warnings->len; i++)
    {
      EssaimWarning *warning = fixture->report->warnings->pdata[i];

      if (g_str_equal (warning->code, code))
        return warning->count;
    }

  return 0;
}

static void
assert_site (EssaimSite      *site,
             EssaimPrecision  precision,
             const char      *insee,
             const char      *department)
{
  g_assert_cmpint (site->precision, ==, precision);
  g_assert_cmpstr (site->insee, ==, insee);
  g_assert_cmpstr (site->department, ==, department);
  g_assert_cmpint (essaim_site_has_point (site), ==, precision <= ESSAIM_PRECISION_POSTCODE);
}

static void
test_points (Fixture       *fixture,
             gconstpointer  data)
{
  EssaimSite *site = PLACE_AT (45.7772, 3.0870);

  assert_site (site, ESSAIM_PRECISION_POINT, "63113", "63");
  g_assert_cmpstr (site->commune, ==, "Clermont-Ferrand");
  g_assert_cmpfloat (site->lat, ==, 45.7772);
  assert_site (PLACE_AT (-12.7828, 45.2330, .insee = "0", .postcode = "0"), ESSAIM_PRECISION_POINT, "97611", "976");
  assert_site (PLACE_AT (4.9385, -52.3330), ESSAIM_PRECISION_POINT, "97302", "973");
  assert_site (PLACE_AT (-20.8823, 55.4504), ESSAIM_PRECISION_POINT, "97411", "974");
  g_assert_cmpuint (fixture->report->warnings->len, ==, 0);
}

static void
test_no_points (Fixture       *fixture,
                gconstpointer  data)
{
  static const double bad[][2] = {
    { NAN, NAN }, { INFINITY, 2.0 }, { 999.0, 12.0 }, { 91.0, 2.0 }, { 45.0, 181.0 }, { 0.0, 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      assert_site (PLACE_AT (bad[i][0], bad[i][1]), ESSAIM_PRECISION_NONE, NULL, NULL);
      assert_site (PLACE_AT (bad[i][0], bad[i][1], .insee = "63113"), ESSAIM_PRECISION_COMMUNE, "63113", "63");
    }
  g_assert_cmpuint (count_warnings (fixture, "bad-coordinates"), ==, 2 * G_N_ELEMENTS (bad));
}

static void
test_outside (Fixture       *fixture,
              gconstpointer  data)
{
  assert_site (PLACE_AT (35.77, 10.82), ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (PLACE_AT (35.77, 10.82, .insee = "75056"), ESSAIM_PRECISION_COMMUNE, "75056", "75");
  g_assert_cmpuint (count_warnings (fixture, "outside-france"), ==, 2);

  /* Neighbours within the box: Monaco is not Beausoleil, Geneva not Gaillard. */
  assert_site (PLACE_AT (43.7325, 7.4189), ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (PLACE_AT (43.7325, 7.4189, .insee = "99138", .postcode = "98000", .commune = "Monaco"),
               ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (PLACE_AT (46.2044, 6.1432), ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (PLACE_AT (50.85, 4.35, .insee = "59350"), ESSAIM_PRECISION_COMMUNE, "59350", "59");
  g_assert_cmpuint (count_warnings (fixture, "outside-france"), ==, 6);

  /* A country is not the commune that has its name, or that of its town. */
  assert_site (PLACE (.insee = "99131", .commune = "Cholet"), ESSAIM_PRECISION_NONE, NULL, NULL);

  /* The harbour of Marseille, an island: outside of outlines, and at home. */
  assert_site (PLACE_AT (43.2803, 5.3100), ESSAIM_PRECISION_POINT, "13055", "13");
  assert_site (PLACE_AT (46.7800, -56.1800), ESSAIM_PRECISION_POINT, "97502", "975");
  g_assert_cmpuint (count_warnings (fixture, "outside-france"), ==, 6);
}

static void
test_name_with_department (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char * const names[] = { "Saint-Denis (93)", "Saint-Denis (Seine-Saint-Denis)", "Saint-Denis - 93", NULL };

  assert_site (PLACE (.commune = "Saint-Denis"), ESSAIM_PRECISION_NONE, NULL, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    assert_site (PLACE (.commune = names[i]), ESSAIM_PRECISION_COMMUNE, "93066", "93");
  assert_site (PLACE (.commune = "Saint-Denis (63)"), ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (PLACE (.insee = "'01004"), ESSAIM_PRECISION_COMMUNE, "01004", "01");
}

static void
assert_at (EssaimSite *site,
           double      lat,
           double      lon)
{
  g_assert_cmpint (site->precision, ==, ESSAIM_PRECISION_POINT);
  g_assert_cmpfloat_with_epsilon (site->lat, lat, 1e-3);
  g_assert_cmpfloat_with_epsilon (site->lon, lon, 1e-3);
}

/* Rows that are not written as their feed is: only their own commune tells. */
static void
test_odd_rows (Fixture       *fixture,
               gconstpointer  data)
{
  assert_at (PLACE_AT (3.0870, 45.7772, .insee = "63113"), 45.7772, 3.0870);
  assert_at (PLACE_AT (6519892, 707000, .insee = "63113"), 45.7787, 3.0900);
  assert_at (PLACE_IN (2154, 6519892, 707000, .insee = "63113"), 45.7787, 3.0900);
  assert_at (PLACE_IN (2154, 707000, 6519892, .insee = "63113"), 45.7787, 3.0900);
  assert_at (PLACE_IN (2154, 45.7772, 3.0870, .insee = "63113"), 45.7772, 3.0870);
  assert_at (PLACE_IN (2154, 7691300, 338900, .insee = "97411"), -20.8711, 55.4520);
  g_assert_cmpuint (count_warnings (fixture, "odd-axes"), ==, 5);

  /* Not in its commune either way, and one that names none. */
  assert_site (PLACE_AT (3.0870, 45.7772, .insee = "75056"), ESSAIM_PRECISION_COMMUNE, "75056", "75");
  assert_site (PLACE_AT (3.0870, 45.7772), ESSAIM_PRECISION_NONE, NULL, NULL);
  g_assert_cmpuint (count_warnings (fixture, "odd-axes"), ==, 5);
  g_assert_cmpuint (count_warnings (fixture, "outside-france"), ==, 2);
}

#define GEOCODED(type_, score_, insee_, ...) \
  PLACE_AT (-20.8823, 55.4504, .geocoded_type = type_, .geocoded_score = score_, .geocoded_insee = insee_, __VA_ARGS__)

/* What a geocoder found is as precise as what it found, and only where it is sure of it. */
static void
test_geocoded (Fixture       *fixture,
               gconstpointer  data)
{
  assert_site (GEOCODED ("housenumber", "0.9", "97411", .postcode = "97400"), ESSAIM_PRECISION_STREET, "97411", "974");
  assert_site (GEOCODED ("street", "0.41", "97411"), ESSAIM_PRECISION_STREET, "97411", "974");
  assert_site (GEOCODED ("locality", "0.8", "97411"), ESSAIM_PRECISION_STREET, "97411", "974");
  assert_site (GEOCODED ("municipality", "0.9", "97411"), ESSAIM_PRECISION_COMMUNE, "97411", "974");
  g_assert_cmpuint (fixture->report->warnings->len, ==, 0);

  assert_site (GEOCODED ("housenumber", "0.39", "97411", .insee = "97411"), ESSAIM_PRECISION_COMMUNE, "97411", "974");
  assert_site (GEOCODED ("housenumber", "0.39", "97411"), ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (GEOCODED ("housenumber", "0.9", "97411", .insee = "97416"), ESSAIM_PRECISION_COMMUNE, "97416", "974");
  assert_site (GEOCODED ("housenumber", "0.9", "97411", .postcode = "97410"), ESSAIM_PRECISION_COMMUNE, "97416", "974");
  assert_site (GEOCODED ("housenumber", "nan", "97411", .insee = "97411"), ESSAIM_PRECISION_COMMUNE, "97411", "974");
  assert_site (GEOCODED ("housenumber", NULL, NULL, .insee = "97411"), ESSAIM_PRECISION_COMMUNE, "97411", "974");
  g_assert_cmpuint (count_warnings (fixture, "weak-geocoding"), ==, 6);
}

/* Paris, Lyon and Marseille have communes within. */
static void
test_arrondissements (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct { const char *commune, *postcode, *insee, *finer; } names[] = {
    { "PARIS 12", NULL, "75056", "75112" }, { "Paris 12e", "75012", "75056", "75112" },
    { "Paris 1er Arrondissement", NULL, "75056", "75101" }, { "Marseille 3e Arrondissement", NULL, "13055", "13203" },
    { "Lyon 7e", NULL, "69123", "69387" }, { "LYON 07", "69007", "69123", "69387" },
    { "Paris 12e arr.", NULL, "75056", "75112" }, { "Paris CEDEX 12", "75571", "75056", NULL },
    { "Paris", NULL, "75056", NULL }, { "Paris 21", NULL, "75056", NULL },
    { "Marseille Cedex 20", "13331", "13055", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      EssaimSite *site = PLACE (.commune = names[i].commune, .postcode = names[i].postcode);

      g_test_message ("%s", names[i].commune);
      assert_site (site, ESSAIM_PRECISION_COMMUNE, names[i].insee, site->department);
      g_assert_cmpstr (site->arrondissement, ==, names[i].finer);
    }
}

/* Names as tables have them. */
static void
test_spellings (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *commune, *postcode, *department, *insee; } names[] = {
    { "STE CLOTILDE", "97490", NULL, "97411" }, { "St-Étienne Cedex 2", "42007", NULL, "42218" },
    { "CHALON S/SAONE", "71100", NULL, "71076" }, { "ROCHELLE (LA)", NULL, "17", "17300" },
    { "Clermont Fd", "63000", NULL, "63113" }, { "l'hay les roses", "94240", NULL, "94038" },
    { "AJACCIO", NULL, "2a", "2A004" }, { "Bastia", "20200", NULL, "2B033" }, { "Le Tampon", NULL, "974", "97422" },
    { "Bordeaux", NULL, NULL, "33063" }, { "LE MANS CEDEX 9", "72019", NULL, "72181" },
    { "Cholet", NULL, "49 - Maine-et-Loire", "49099" }, { "Riom", NULL, "063", "63300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      EssaimSite *site;

      g_test_message ("%s", names[i].commune);
      site = PLACE (.commune = names[i].commune, .postcode = names[i].postcode, .department = names[i].department);
      assert_site (site, ESSAIM_PRECISION_COMMUNE, names[i].insee, site->department);
    }
}

static void
test_codes (Fixture       *fixture,
            gconstpointer  data)
{
  EssaimSite *site;

  assert_site (PLACE (.insee = "1004"), ESSAIM_PRECISION_COMMUNE, "01004", "01");
  assert_site (PLACE (.insee = "1004.0"), ESSAIM_PRECISION_COMMUNE, "01004", "01");
  assert_site (PLACE (.insee = "2A004"), ESSAIM_PRECISION_COMMUNE, "2A004", "2A");

  site = PLACE (.insee = "75111");
  assert_site (site, ESSAIM_PRECISION_COMMUNE, "75056", "75");
  g_assert_cmpstr (site->arrondissement, ==, "75111");
  g_assert_cmpuint (fixture->report->warnings->len, ==, 1);
  g_assert_cmpuint (count_warnings (fixture, "padded-code"), >, 0);
  g_assert_cmpstr (((EssaimWarning *) fixture->report->warnings->pdata[0])->example, ==, "1004 → 01004");

  assert_site (PLACE (.insee = "01091", .line = 7), ESSAIM_PRECISION_COMMUNE, "01033", "01");
  g_assert_cmpuint (count_warnings (fixture, "former-commune"), ==, 1);

  assert_site (PLACE (.insee = "99999", .department = "63"), ESSAIM_PRECISION_DEPARTMENT, NULL, "63");
  g_assert_cmpuint (count_warnings (fixture, "unknown-commune"), ==, 1);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  EssaimSite *site;

  assert_site (PLACE (.postcode = "63000", .commune = "CLERMONT FERRAND"), ESSAIM_PRECISION_COMMUNE, "63113", "63");
  assert_site (PLACE (.postcode = "1000", .commune = "Bourg-en-Bresse"), ESSAIM_PRECISION_COMMUNE, "01053", "01");
  assert_site (PLACE (.commune = "ST DENIS", .department = "974"), ESSAIM_PRECISION_COMMUNE, "97411", "974");
  assert_site (PLACE (.commune = "ST DENIS", .department = "59L", .department_name = "Seine-Saint-Denis"),
               ESSAIM_PRECISION_COMMUNE, "93066", "93");
  assert_site (PLACE (.commune = "Saint-Denis"), ESSAIM_PRECISION_NONE, NULL, NULL);

  site = PLACE (.postcode = "75011", .commune = "Paris");
  assert_site (site, ESSAIM_PRECISION_COMMUNE, "75056", "75");
  g_assert_cmpstr (site->arrondissement, ==, "75111");
  g_assert_cmpstr (PLACE (.postcode = "69003")->arrondissement, ==, "69383");
  g_assert_cmpstr (PLACE (.postcode = "13016")->arrondissement, ==, "13216");

  site = PLACE (.address = "8 rue de la Boétie - 33000 Bordeaux");
  assert_site (site, ESSAIM_PRECISION_COMMUNE, "33063", "33");
  g_assert_cmpstr (site->postcode, ==, "33000");
}

static void
test_coarse (Fixture       *fixture,
             gconstpointer  data)
{
  EssaimSite *site = PLACE (.postcode = "01500", .commune = "Nulle Part");

  g_assert_cmpint (site->precision, ==, ESSAIM_PRECISION_POSTCODE);
  g_assert_cmpstr (site->department, ==, "01");
  g_assert_cmpfloat_with_epsilon (site->lat, 45.95, 0.2);

  assert_site (PLACE (.department = "1"), ESSAIM_PRECISION_DEPARTMENT, NULL, "01");
  assert_site (PLACE (.department = "984"), ESSAIM_PRECISION_DEPARTMENT, NULL, "984");
  assert_site (PLACE (.department = "NULL", .department_name = "Puy-de-Dôme"), ESSAIM_PRECISION_DEPARTMENT, NULL, "63");
  assert_site (PLACE (.postcode = "97399"), ESSAIM_PRECISION_DEPARTMENT, NULL, "973");
  assert_site (PLACE (.commune = "Atlantide"), ESSAIM_PRECISION_NONE, NULL, NULL);
  assert_site (PLACE (.address = "12 rue Haute"), ESSAIM_PRECISION_NONE, NULL, NULL);
}

/* Words and point that contradict each other. */
static void
test_contradictions (Fixture       *fixture,
                     gconstpointer  data)
{
  EssaimSite *site;

  assert_site (PLACE_AT (43.5261, 5.4142, .insee = "51454"), ESSAIM_PRECISION_COMMUNE, "51454", "51");
  assert_site (PLACE_AT (43.5261, 5.4142, .postcode = "51100", .commune = "Reims"),
               ESSAIM_PRECISION_COMMUNE, "51454", "51");
  g_assert_cmpuint (count_warnings (fixture, "far-point"), ==, 2);

  assert_site (PLACE_AT (43.6272, 7.0412, .insee = "14327", .department = "06"), ESSAIM_PRECISION_POINT, "06152", "06");
  g_assert_cmpuint (count_warnings (fixture, "odd-commune"), ==, 1);

  /* The postcode of the seat alone gives way. */
  site = PLACE_AT (47.2186, -1.5541, .postcode = "75011", .department = "75");
  assert_site (site, ESSAIM_PRECISION_POINT, "44109", "44");
  g_assert_cmpstr (site->postcode, ==, NULL);

  /* A code near the point stays, even if another commune is nearer. */
  assert_site (PLACE_AT (45.7794, 3.1400, .insee = "63113"), ESSAIM_PRECISION_POINT, "63113", "63");
  g_assert_cmpuint (count_warnings (fixture, "far-point"), ==, 2);
}

/* The same words give the same place, whether they were seen before or not. */
static void
test_memory (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      assert_site (PLACE (.commune = "Cholet", .postcode = "49300"), ESSAIM_PRECISION_COMMUNE, "49099", "49");
      assert_site (PLACE (.commune = "Cholet", .department = "63"), ESSAIM_PRECISION_DEPARTMENT, NULL, "63");
    }
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

  g_test_add ("/placer/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/placer/no-points", Fixture, NULL, set_up, test_no_points, tear_down);
  g_test_add ("/placer/outside", Fixture, NULL, set_up, test_outside, tear_down);
  g_test_add ("/placer/name-with-department", Fixture, NULL, set_up, test_name_with_department, tear_down);
  g_test_add ("/placer/odd-rows", Fixture, NULL, set_up, test_odd_rows, tear_down);
  g_test_add ("/placer/geocoded", Fixture, NULL, set_up, test_geocoded, tear_down);
  g_test_add ("/placer/arrondissements", Fixture, NULL, set_up, test_arrondissements, tear_down);
  g_test_add ("/placer/spellings", Fixture, NULL, set_up, test_spellings, tear_down);
  g_test_add ("/placer/codes", Fixture, NULL, set_up, test_codes, tear_down);
  g_test_add ("/placer/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/placer/coarse", Fixture, NULL, set_up, test_coarse, tear_down);
  g_test_add ("/placer/contradictions", Fixture, NULL, set_up, test_contradictions, tear_down);
  g_test_add ("/placer/memory", Fixture, NULL, set_up, test_memory, tear_down);

  result = g_test_run ();
  g_object_unref (reference);

  return result;
}
