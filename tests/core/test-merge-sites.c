/* test-merge-sites.c: the places and the money of several records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-fixture.h"

static EssaimSite *
get_site (EssaimProject *project,
          guint          n)
{
  g_assert_cmpuint (project->sites->len, >, n);

  return project->sites->pdata[n];
}

/* A house, once measured, once computed, once known to its commune only. */
static void
test_one_place (Fixture       *fixture,
                gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  EssaimProject *c = add_part (fixture, "c", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  add_site (a, ESSAIM_PRECISION_COMMUNE, 45.78, 3.08, "12, rue de la Paix")->postcode = g_strdup ("63000");
  add_site (b, ESSAIM_PRECISION_STREET, 45.7702, 3.0702, "12 r. de la Paix, BP 30");
  add_site (c, ESSAIM_PRECISION_POINT, 45.77, 3.07, NULL);
  merged = merge (fixture, NULL);

  g_assert_cmpuint (merged->sites->len, ==, 1);
  g_assert_cmpint (get_site (merged, 0)->precision, ==, ESSAIM_PRECISION_POINT);
  g_assert_cmpfloat (get_site (merged, 0)->lat, ==, 45.77);
  g_assert_cmpstr (get_site (merged, 0)->postcode, ==, "63000");
  g_assert_nonnull (get_site (merged, 0)->address);
  assert_origin (fixture, ESSAIM_FIELD_POSITION, "c:2+b:1+a:0");
}

/* Places of different addresses are two; those of one record always are; their order is that of the records. */
static void
test_several_places (Fixture       *fixture,
                     gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  add_site (a, ESSAIM_PRECISION_COMMUNE, 45.78, 3.08, "3 place Basse");
  add_site (a, ESSAIM_PRECISION_POINT, 45.77, 3.07, "12 rue Haute");
  add_site (a, ESSAIM_PRECISION_POINT, 45.7701, 3.0701, "12 rue Haute, salle B");
  add_site (b, ESSAIM_PRECISION_POINT, 45.79, 3.09, "40 avenue du Port");
  add_site (b, ESSAIM_PRECISION_STREET, 45.7701, 3.07, "12 rue Haute");
  merged = merge (fixture, NULL);

  g_assert_cmpuint (merged->sites->len, ==, 4);
  g_assert_cmpstr (get_site (merged, 0)->address, ==, "3 place Basse");
  g_assert_cmpstr (get_site (merged, 1)->address, ==, "12 rue Haute");
  g_assert_cmpstr (get_site (merged, 2)->address, ==, "12 rue Haute, salle B");
  g_assert_cmpstr (get_site (merged, 3)->address, ==, "40 avenue du Port");
}

static double
merge_funding (Fixture *fixture)
{
  g_autoptr (EssaimProject) merged = merge (fixture, NULL);

  return essaim_project_get_funding (merged);
}

static void
test_funding (Fixture       *fixture,
              gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  EssaimSite *here = add_site (a, ESSAIM_PRECISION_POINT, 45.77, 3.07, NULL);
  EssaimSite *there = add_site (b, ESSAIM_PRECISION_POINT, 45.77, 3.07, NULL);

  g_assert_true (isnan (merge_funding (fixture)));
  there->funding_eur = 50000;
  g_assert_cmpfloat (merge_funding (fixture), ==, 50000);
  assert_origin (fixture, ESSAIM_FIELD_FUNDING, "b:1");

  /* The same money; then two feeds that differ about it; then at two places, equal or not. */
  here->funding_eur = 50000.4;
  g_assert_cmpfloat (merge_funding (fixture), ==, 50000.4);
  here->funding_eur = 42000;
  g_assert_cmpfloat (merge_funding (fixture), ==, 42000);
  there->lat = 47;
  g_assert_cmpfloat (merge_funding (fixture), ==, 92000);
  assert_origin (fixture, ESSAIM_FIELD_FUNDING, "a:0+b:1");
  there->funding_eur = 42000;
  g_assert_cmpfloat (merge_funding (fixture), ==, 42000);

  /* A record that gives an amount twice means it twice. */
  add_site (a, ESSAIM_PRECISION_POINT, 48, 3.07, NULL)->funding_eur = 42000;
  g_assert_cmpfloat (merge_funding (fixture), ==, 84000);
}

/* Two rows of one feed about one place are two payments. Amounts of the project itself count where no site has one. */
static void
test_payments (Fixture       *fixture,
               gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "a", NULL);

  a->funding_eur = 100;
  b->funding_eur = 100;
  g_assert_cmpfloat (merge_funding (fixture), ==, 100);
  b->funding_eur = 250;
  g_assert_cmpfloat (merge_funding (fixture), ==, 350);

  add_site (a, ESSAIM_PRECISION_POINT, 45.77, 3.07, NULL)->funding_eur = 10;
  add_site (b, ESSAIM_PRECISION_POINT, 45.77, 3.07, NULL)->funding_eur = 20;
  g_assert_cmpfloat (merge_funding (fixture), ==, 30);
}

/* Records that each name one place, too far apart to be one: the person says which it is, and its money stays. */
static void
test_position (Fixture       *fixture,
               gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  add_site (a, ESSAIM_PRECISION_POINT, 45.77, 3.07, "1 rue A")->funding_eur = 100;
  add_site (b, ESSAIM_PRECISION_POINT, 45.79, 3.09, "2 rue B");
  correct (fixture, "b:1", ESSAIM_FIELD_POSITION, "45.7801,3.0801", "2024-05-01");
  merged = merge (fixture, NULL);

  g_assert_cmpuint (merged->sites->len, ==, 1);
  g_assert_cmpfloat (get_site (merged, 0)->lat, ==, 45.7801);
  g_assert_cmpfloat (get_site (merged, 0)->lon, ==, 3.0801);
  g_assert_cmpfloat (essaim_project_get_funding (merged), ==, 100);
  assert_origin (fixture, ESSAIM_FIELD_POSITION, "me");
}

/* Of a record with several places the first is moved, and no other. */
static void
test_position_of_several (Fixture       *fixture,
                          gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  add_site (a, ESSAIM_PRECISION_POINT, 45.70, 3.07, "1 rue A");
  add_site (b, ESSAIM_PRECISION_POINT, 45.75, 3.09, "2 rue B");
  add_site (b, ESSAIM_PRECISION_POINT, 45.80, 3.09, "3 rue C");
  correct (fixture, "b:1", ESSAIM_FIELD_POSITION, "45.76,3.1", "2024-05-01");
  merged = merge (fixture, NULL);

  g_assert_cmpuint (merged->sites->len, ==, 3);
  g_assert_cmpfloat (get_site (merged, 0)->lat, ==, 45.76);
  g_assert_cmpfloat (get_site (merged, 1)->lat, ==, 45.70);
  g_assert_cmpfloat (get_site (merged, 2)->lat, ==, 45.80);
}

/* A record without a place gets one, and so does a project without any. */
static void
test_position_of_none (Fixture       *fixture,
                       gconstpointer  user_data)
{
  g_autoptr (EssaimProject) merged = NULL;

  add_part (fixture, "a", NULL);
  correct (fixture, "a:0", ESSAIM_FIELD_POSITION, "insee:63113", "2024-05-01");
  merged = merge (fixture, NULL);

  g_assert_cmpuint (merged->sites->len, ==, 1);
  g_assert_cmpint (get_site (merged, 0)->precision, ==, ESSAIM_PRECISION_COMMUNE);
  g_assert_cmpstr (get_site (merged, 0)->commune, ==, "Clermont-Ferrand");
  g_assert_cmpstr (get_site (merged, 0)->department, ==, "63");
}

#define add(path, function) g_test_add ("/merge-sites/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("one-place", test_one_place);
  add ("several-places", test_several_places);
  add ("funding", test_funding);
  add ("payments", test_payments);
  add ("position", test_position);
  add ("position-of-several", test_position_of_several);
  add ("position-of-none", test_position_of_none);

  return g_test_run ();
}
