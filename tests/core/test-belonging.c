/* test-belonging.c: the territories that a project belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-belonging.h"
#include "index-world.h"

typedef struct
{
  EssaimReference *reference;
  EssaimBelonging *belonging;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->reference = world_load_reference ();
  fixture->belonging = essaim_belonging_new (fixture->reference);
  essaim_belonging_begin (fixture->belonging);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  essaim_belonging_free (fixture->belonging);
  g_assert_finalize_object (fixture->reference);
}

static void
add_commune (Fixture    *fixture,
             const char *insee)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (fixture->reference);

  essaim_belonging_add_commune (fixture->belonging, essaim_gazetteer_resolve_code (gazetteer, insee, NULL, NULL));
}

static void
add_department (Fixture    *fixture,
                const char *code)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (fixture->reference);

  essaim_belonging_add_department (fixture->belonging, essaim_gazetteer_resolve_department (gazetteer, code));
}

/* @expected: ids, each followed by its way; in any order. */
static void
assert_members (Fixture            *fixture,
                const char * const *expected)
{
  GArray *members = essaim_belonging_end (fixture->belonging);
  guint n = 0;

  for (; expected[n] != NULL; n += 2)
    {
      guint territory = world_lookup (fixture->reference, expected[n]);
      const char *way = "none";

      for (guint i = 0; i < members->len; i++)
        if (ESSAIM_BELONGS_TERRITORY (g_array_index (members, guint32, i)) == territory)
          way = essaim_way_to_code (ESSAIM_BELONGS_WAY (g_array_index (members, guint32, i)));
      g_assert_cmpstr (way, ==, expected[n + 1]);
    }
  g_assert_cmpuint (members->len, ==, n / 2);

  for (guint i = 1; i < members->len; i++)
    g_assert_cmpuint (g_array_index (members, guint32, i - 1), <, g_array_index (members, guint32, i));
}

static void
test_by_site (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *expected[] = {
    "commune:63113", "site", "epci:246300701", "site", "departement:63", "site", "region:84", "site",
    "clermont-ferrand", "site", NULL,
  };

  add_commune (fixture, "63113");
  assert_members (fixture, expected);
}

/* Neither the communes of the department nor an EPCI in it: the site may lie elsewhere. */
static void
test_by_area (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *expected[] = { "departement:35", "area", "region:53", "area", "region-bretagne", "area", NULL };

  add_department (fixture, "35");
  assert_members (fixture, expected);
}

static void
test_declared (Fixture       *fixture,
               gconstpointer  user_data)
{
  const char *expected[] = { "mayotte", "declared", "genevois-innovales", "declared", NULL };

  essaim_belonging_add_declared (fixture->belonging, "mayotte");
  essaim_belonging_add_declared (fixture->belonging, "genevois-innovales");
  essaim_belonging_add_declared (fixture->belonging, "atlantide");
  assert_members (fixture, expected);
}

static void
test_strongest_way (Fixture       *fixture,
                    gconstpointer  user_data)
{
  const char *expected[] = {
    "commune:63113", "site", "epci:246300701", "site", "departement:63", "site", "region:84", "site",
    "clermont-ferrand", "site",
    "departement:15", "area", "figeac", "declared", NULL,
  };

  essaim_belonging_add_declared (fixture->belonging, "region:84");
  essaim_belonging_add_declared (fixture->belonging, "departement:15");
  essaim_belonging_add_declared (fixture->belonging, "figeac");
  add_department (fixture, "15");
  add_department (fixture, "63");
  add_commune (fixture, "63113");
  add_commune (fixture, "63113");
  assert_members (fixture, expected);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *expected[] = { NULL };

  add_commune (fixture, "63113");
  essaim_belonging_end (fixture->belonging);

  essaim_belonging_begin (fixture->belonging);
  essaim_belonging_add_department (fixture->belonging, ESSAIM_NO_DEPARTMENT);
  assert_members (fixture, expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/belonging/by-site", Fixture, NULL, set_up, test_by_site, tear_down);
  g_test_add ("/belonging/by-area", Fixture, NULL, set_up, test_by_area, tear_down);
  g_test_add ("/belonging/declared", Fixture, NULL, set_up, test_declared, tear_down);
  g_test_add ("/belonging/strongest-way", Fixture, NULL, set_up, test_strongest_way, tear_down);
  g_test_add ("/belonging/nothing", Fixture, NULL, set_up, test_nothing, tear_down);

  return g_test_run ();
}
