/* test-results.c: the answer to a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "index-world.h"

#define THEME(i) (1u << (i))
#define NONE (1u << ESSAIM_THEME_UNCLASSIFIED)

static EssaimReference *reference;

typedef struct
{
  EssaimIndex *index;
  EssaimQuery *query;
} Fixture;

/* In the order of titles: Abri (Clermont-Ferrand), Épicerie (Puy-de-Dôme, no more known), Ferme (Paris and Lyon),
 * jardin (nowhere, declares Clermont-Ferrand), Vélo (Issoire, in the Puy-de-Dôme). */
enum { VELO, ABRI, JARDIN, EPICERIE, FERME, N_ROWS };

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *declared[] = { "clermont-ferrand", NULL };
  const guint sources[] = { 0, 1, 2 };
  World world = world_begin (reference);

  world_add (&world, (EssaimIndexProject) {
    .title = "Vélo", .themes = THEME (4), .kind = ESSAIM_KIND_PROJECT, .audiences = 2, .status = "En cours",
    .first_seen = "2024-01-01", .updated = "2020-01-01", .sources = &sources[0], .n_sources = 1 });
  world_add_site (&world, "63178", NAN);
  world_add (&world, (EssaimIndexProject) {
    .title = "« Abri »", .themes = THEME (5) | THEME (8), .kind = ESSAIM_KIND_PLACE, .audiences = 6,
    .status = "Terminé",
    .first_seen = "2024-06-01", .sources = &sources[1], .n_sources = 1 });
  world_add_site (&world, "63113", NAN);
  world_add (&world, (EssaimIndexProject) {
    .title = "jardin", .themes = THEME (3), .kind = ESSAIM_KIND_PROJECT, .status = "EN COURS",
    .first_seen = "2024-12-31",
    .sources = &sources[0], .n_sources = 2, .declared = declared });
  world_add (&world, (EssaimIndexProject) {
    .title = "Épicerie", .kind = ESSAIM_KIND_STRUCTURE, .audiences = 1, .updated = "2023-01-01",
    .sources = &sources[2], .n_sources = 1 });
  world_add_department (&world, "63", NAN);
  world_add (&world, (EssaimIndexProject) {
    .title = "Ferme", .themes = THEME (3) | THEME (4), .kind = ESSAIM_KIND_PROJECT, .audiences = 2,
    .status = "en cours",
    .first_seen = "2024-06-01T10:00:00Z", .updated = "2024-07-01", .sources = &sources[1], .n_sources = 2 });
  world_add_site (&world, "75056", NAN);
  world_add_site (&world, "69123", NAN);

  fixture->index = essaim_index_builder_end (world.builder);
  fixture->query = essaim_query_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  essaim_query_free (fixture->query);
  g_assert_finalize_object (fixture->index);
}

static EssaimResults *
ask (Fixture *fixture)
{
  return essaim_results_new (fixture->index, fixture->query, NULL, 0);
}

/* @expected: the rows in order, then N_ROWS. */
static void
assert_rows (EssaimResults *results,
             const guint   *expected)
{
  guint n = 0;

  for (; expected[n] != N_ROWS; n++)
    {
      g_assert_cmpuint (n, <, essaim_results_get_n (results));
      g_assert_cmpuint (essaim_results_get_row (results, n), ==, expected[n]);
      g_assert_true (essaim_results_has_row (results, expected[n]));
      g_assert_cmpuint (essaim_results_find_row (results, expected[n]), ==, n);
    }
  g_assert_cmpuint (essaim_results_get_n (results), ==, n);
}

#define ASSERT_ANSWER(fixture, ...) \
  G_STMT_START \
    { \
      g_autoptr (EssaimResults) answer = ask (fixture); \
      const guint rows[] = { __VA_ARGS__, N_ROWS }; \
      assert_rows (answer, rows); \
    } \
  G_STMT_END

#define ASSERT_NO_ANSWER(fixture) ASSERT_ANSWER (fixture, N_ROWS)

static guint
count_territory (GArray     *counts,
                 const char *id)
{
  guint territory = world_lookup (reference, id);

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, EssaimTerritoryCount, i).territory == territory)
      return g_array_index (counts, EssaimTerritoryCount, i).count;

  return 0;
}

static void
choose (GPtrArray  *choices,
        const char *id)
{
  g_ptr_array_add (choices, g_strdup (id));
}

static void
test_all (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (EssaimResults) results = ask (fixture);

  ASSERT_ANSWER (fixture, ABRI, EPICERIE, FERME, JARDIN, VELO);
  g_assert_true (essaim_results_get_index (results) == fixture->index);
  g_assert_true (essaim_query_equal (essaim_results_get_query (results), fixture->query));
  g_assert_cmpuint (essaim_results_get_n_unplaced (results), ==, 2);
  g_assert_false (essaim_results_has_row (results, N_ROWS));
  g_assert_cmpuint (essaim_results_find_row (results, N_ROWS), ==, G_MAXUINT);
}

static void
test_themes (Fixture       *fixture,
             gconstpointer  user_data)
{
  fixture->query->themes = THEME (3);
  ASSERT_ANSWER (fixture, FERME, JARDIN);

  fixture->query->themes = THEME (3) | THEME (5);
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN);

  fixture->query->themes = NONE;
  ASSERT_ANSWER (fixture, EPICERIE);

  fixture->query->themes = NONE | THEME (4);
  ASSERT_ANSWER (fixture, EPICERIE, FERME, VELO);

  fixture->query->themes = THEME (0);
  ASSERT_NO_ANSWER (fixture);
}

/* ALI and MOB are of the ecological challenge, HAB of the territorial one, SOL of the inclusive one. */
static void
test_challenges (Fixture       *fixture,
                 gconstpointer  user_data)
{
  fixture->query->challenges = 1 << ESSAIM_CHALLENGE_ECOLOGIQUE;
  ASSERT_ANSWER (fixture, FERME, JARDIN, VELO);

  fixture->query->challenges = 1 << ESSAIM_CHALLENGE_TERRITORIALE | 1 << ESSAIM_CHALLENGE_ECOLOGIQUE;
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN, VELO);

  fixture->query->challenges = 1 << ESSAIM_CHALLENGE_EDUCATIVE;
  ASSERT_NO_ANSWER (fixture);

  fixture->query->challenges = 1 << ESSAIM_CHALLENGE_ECOLOGIQUE;
  fixture->query->themes = THEME (3) | THEME (5);
  ASSERT_ANSWER (fixture, FERME, JARDIN);
}

static void
test_kinds_and_audiences (Fixture       *fixture,
                          gconstpointer  user_data)
{
  fixture->query->kinds = 1 << ESSAIM_KIND_PLACE | 1 << ESSAIM_KIND_STRUCTURE;
  ASSERT_ANSWER (fixture, ABRI, EPICERIE);

  fixture->query->audiences = 1 << ESSAIM_AUDIENCE_SENIORS;
  ASSERT_ANSWER (fixture, ABRI);

  fixture->query->kinds = 0;
  fixture->query->audiences = 1 << ESSAIM_AUDIENCE_JEUNES;
  ASSERT_ANSWER (fixture, ABRI, FERME, VELO);
}

static void
test_sources (Fixture       *fixture,
              gconstpointer  user_data)
{
  choose (fixture->query->sources, "feed-c");
  ASSERT_ANSWER (fixture, EPICERIE, FERME);

  choose (fixture->query->sources, "feed-a");
  ASSERT_ANSWER (fixture, EPICERIE, FERME, JARDIN, VELO);

  g_ptr_array_set_size (fixture->query->sources, 0);
  choose (fixture->query->sources, "feed-x");
  ASSERT_NO_ANSWER (fixture);

  choose (fixture->query->sources, "feed-b");
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN);
}

static void
test_statuses (Fixture       *fixture,
               gconstpointer  user_data)
{
  choose (fixture->query->statuses, "En Cours");
  ASSERT_ANSWER (fixture, FERME, JARDIN, VELO);

  choose (fixture->query->statuses, "termine");
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN, VELO);

  g_ptr_array_set_size (fixture->query->statuses, 0);
  choose (fixture->query->statuses, "perdu");
  ASSERT_NO_ANSWER (fixture);
}

static void
test_territories (Fixture       *fixture,
                  gconstpointer  user_data)
{
  GPtrArray *territories = fixture->query->territories;

  choose (territories, "clermont-ferrand");
  ASSERT_ANSWER (fixture, ABRI, JARDIN);

  choose (territories, "commune:69123");
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN);

  g_ptr_array_set_size (territories, 0);
  choose (territories, "departement:63");
  ASSERT_ANSWER (fixture, ABRI, EPICERIE, VELO);

  g_ptr_array_set_size (territories, 0);
  choose (territories, "region:84");
  ASSERT_ANSWER (fixture, ABRI, EPICERIE, FERME, VELO);

  g_ptr_array_set_size (territories, 0);
  choose (territories, "atlantide");
  ASSERT_NO_ANSWER (fixture);
  choose (territories, "commune:63178");
  ASSERT_ANSWER (fixture, VELO);
}

static void
test_box_and_circle (Fixture       *fixture,
                     gconstpointer  user_data)
{
  EssaimQuery *query = fixture->query;

  query->west = 2;
  query->south = 48;
  query->east = 3;
  query->north = 49;
  ASSERT_ANSWER (fixture, FERME);

  query->west = query->south = query->east = query->north = NAN;
  query->near_lat = 45.78;
  query->near_lon = 3.08;
  query->within_km = 20;
  ASSERT_ANSWER (fixture, ABRI);

  query->within_km = 50;
  ASSERT_ANSWER (fixture, ABRI, VELO);

  query->within_km = 0;
  ASSERT_ANSWER (fixture, ABRI, EPICERIE, FERME, JARDIN, VELO);
}

/* The box holds Paris, the circle Lyon: no single site lies in both. */
static void
test_same_site (Fixture       *fixture,
                gconstpointer  user_data)
{
  EssaimQuery *query = fixture->query;

  query->west = 2;
  query->south = 48;
  query->east = 3;
  query->north = 49;
  query->near_lat = 45.75;
  query->near_lon = 4.85;
  query->within_km = 20;
  ASSERT_NO_ANSWER (fixture);
}

static void
test_placed (Fixture       *fixture,
             gconstpointer  user_data)
{
  fixture->query->placed = ESSAIM_PLACED_YES;
  ASSERT_ANSWER (fixture, ABRI, FERME, VELO);

  fixture->query->placed = ESSAIM_PLACED_NO;
  ASSERT_ANSWER (fixture, EPICERIE, JARDIN);
}

static void
test_since (Fixture       *fixture,
            gconstpointer  user_data)
{
  fixture->query->since = g_strdup ("2024-06-01");
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN);

  g_free (fixture->query->since);
  fixture->query->since = g_strdup ("2024-06-01T10:00:01Z");
  ASSERT_ANSWER (fixture, JARDIN);

  g_free (fixture->query->since);
  fixture->query->since = g_strdup ("1900-01-01");
  ASSERT_ANSWER (fixture, ABRI, FERME, JARDIN, VELO);

  g_free (fixture->query->since);
  fixture->query->since = g_strdup ("naguère");
  ASSERT_NO_ANSWER (fixture);
}

static void
test_matches (Fixture       *fixture,
              gconstpointer  user_data)
{
  const guint32 matches[] = {
    WORLD_NUMBER (FERME), 1, WORLD_NUMBER (ABRI), WORLD_NUMBER (FERME), G_MAXUINT32, WORLD_NUMBER (VELO),
  };
  const guint by_relevance[] = { FERME, ABRI, VELO, N_ROWS };
  const guint by_title[] = { ABRI, FERME, VELO, N_ROWS };
  g_autoptr (EssaimResults) relevant = NULL;
  g_autoptr (EssaimResults) titled = NULL;
  g_autoptr (EssaimResults) none = NULL;

  fixture->query->text = g_strdup ("a");
  relevant = essaim_results_new (fixture->index, fixture->query, matches, G_N_ELEMENTS (matches));
  assert_rows (relevant, by_relevance);
  g_assert_cmpuint (essaim_results_get_facets (relevant)->themes[5], ==, 1);
  g_assert_cmpuint (essaim_results_get_facets (relevant)->themes[ESSAIM_THEME_UNCLASSIFIED], ==, 0);

  fixture->query->sort = ESSAIM_SORT_TITLE;
  titled = essaim_results_new (fixture->index, fixture->query, matches, G_N_ELEMENTS (matches));
  assert_rows (titled, by_title);

  none = essaim_results_new (fixture->index, fixture->query, NULL, 0);
  g_assert_cmpuint (essaim_results_get_n (none), ==, 0);
}

/* Changed, else first seen: Ferme 2024-07, then 2024-12 first: Jardin was seen last and never changed. */
static void
test_recent (Fixture       *fixture,
             gconstpointer  user_data)
{
  fixture->query->sort = ESSAIM_SORT_RECENT;
  ASSERT_ANSWER (fixture, JARDIN, FERME, ABRI, EPICERIE, VELO);
}

static void
test_distance (Fixture       *fixture,
               gconstpointer  user_data)
{
  fixture->query->sort = ESSAIM_SORT_DISTANCE;
  ASSERT_ANSWER (fixture, ABRI, EPICERIE, FERME, JARDIN, VELO);

  fixture->query->near_lat = 45.54;
  fixture->query->near_lon = 3.25;
  ASSERT_ANSWER (fixture, VELO, ABRI, FERME, EPICERIE, JARDIN);

  fixture->query->near_lat = 45.75;
  fixture->query->near_lon = 4.85;
  ASSERT_ANSWER (fixture, FERME, VELO, ABRI, EPICERIE, JARDIN);
}

static void
test_sites_lie_where_asked (Fixture       *fixture,
                            gconstpointer  user_data)
{
  g_autoptr (EssaimResults) all = ask (fixture);
  g_autoptr (EssaimResults) in_paris = NULL;
  g_autoptr (EssaimResults) in_clermont = NULL;
  const guint32 *sites;
  guint n_sites, first, end;

  sites = essaim_results_get_sites (all, &n_sites);
  g_assert_cmpuint (n_sites, ==, 4);
  for (guint i = 1; i < n_sites; i++)
    g_assert_cmpuint (sites[i - 1], <, sites[i]);

  choose (fixture->query->territories, "commune:75056");
  in_paris = ask (fixture);
  sites = essaim_results_get_sites (in_paris, &n_sites);
  essaim_index_get_row_sites (fixture->index, FERME, &first, &end);
  g_assert_cmpuint (n_sites, ==, 1);
  g_assert_cmpuint (sites[0], ==, first);

  g_ptr_array_set_size (fixture->query->territories, 0);
  choose (fixture->query->territories, "clermont-ferrand");
  in_clermont = ask (fixture);
  essaim_results_get_sites (in_clermont, &n_sites);
  g_assert_cmpuint (n_sites, ==, 1);
  g_assert_cmpuint (essaim_results_get_n_unplaced (in_clermont), ==, 1);
}

static void
test_facets_leave_own_filter_out (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  g_autoptr (EssaimResults) results = NULL;
  const EssaimFacets *facets;

  fixture->query->themes = THEME (3);
  fixture->query->kinds = 1 << ESSAIM_KIND_PROJECT;
  choose (fixture->query->sources, "feed-a");
  results = ask (fixture);
  facets = essaim_results_get_facets (results);

  ASSERT_ANSWER (fixture, JARDIN);
  g_assert_cmpuint (facets->themes[3], ==, 1);
  g_assert_cmpuint (facets->themes[4], ==, 1);
  g_assert_cmpuint (facets->themes[5], ==, 0);
  g_assert_cmpuint (facets->challenges[ESSAIM_CHALLENGE_ECOLOGIQUE], ==, 1);
  g_assert_cmpuint (facets->kinds[ESSAIM_KIND_PROJECT], ==, 1);
  g_assert_cmpuint (facets->n_sources, ==, 3);
  g_assert_cmpuint (facets->sources[0], ==, 1);
  g_assert_cmpuint (facets->sources[1], ==, 2);
  g_assert_cmpuint (facets->sources[2], ==, 1);
  g_assert_cmpuint (facets->unplaced, ==, 1);
  g_assert_cmpuint (facets->placed, ==, 0);
}

static void
test_facet_of_placed (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (EssaimResults) results = NULL;

  fixture->query->placed = ESSAIM_PLACED_YES;
  fixture->query->kinds = 1 << ESSAIM_KIND_PROJECT;
  results = ask (fixture);
  g_assert_cmpuint (essaim_results_get_facets (results)->placed, ==, 2);
  g_assert_cmpuint (essaim_results_get_facets (results)->unplaced, ==, 1);
}

static void
test_facet_of_territories (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr (EssaimResults) all = ask (fixture);
  g_autoptr (EssaimResults) inside = NULL;
  const EssaimFacets *facets = essaim_results_get_facets (all);

  g_assert_cmpuint (count_territory (facets->territories, "region:84"), ==, 4);
  g_assert_cmpuint (count_territory (facets->territories, "region:11"), ==, 1);
  g_assert_cmpuint (facets->territories->len, ==, 2);
  g_assert_cmpuint (g_array_index (facets->territories, EssaimTerritoryCount, 0).count, ==, 4);
  g_assert_cmpuint (count_territory (facets->labels, "clermont-ferrand"), ==, 2);
  g_assert_cmpuint (count_territory (facets->labels, "lyon-metropole"), ==, 1);
  g_assert_cmpuint (count_territory (facets->labels, "mayotte"), ==, 0);
  g_assert_cmpuint (facets->labels->len, ==, 27);

  choose (fixture->query->territories, "region:84");
  inside = ask (fixture);
  facets = essaim_results_get_facets (inside);
  g_assert_cmpuint (count_territory (facets->territories, "departement:63"), ==, 3);
  g_assert_cmpuint (count_territory (facets->territories, "departement:69"), ==, 1);
  g_assert_cmpuint (facets->territories->len, ==, 2);
  g_assert_cmpuint (count_territory (facets->labels, "clermont-ferrand"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = world_load_reference ();

#define ADD(path, function) g_test_add ("/results/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("all", test_all);
  ADD ("themes", test_themes);
  ADD ("challenges", test_challenges);
  ADD ("kinds-and-audiences", test_kinds_and_audiences);
  ADD ("sources", test_sources);
  ADD ("statuses", test_statuses);
  ADD ("territories", test_territories);
  ADD ("box-and-circle", test_box_and_circle);
  ADD ("same-site", test_same_site);
  ADD ("placed", test_placed);
  ADD ("since", test_since);
  ADD ("matches", test_matches);
  ADD ("recent", test_recent);
  ADD ("distance", test_distance);
  ADD ("sites-lie-where-asked", test_sites_lie_where_asked);
  ADD ("facets-leave-own-filter-out", test_facets_leave_own_filter_out);
  ADD ("facet-of-placed", test_facet_of_placed);
  ADD ("facet-of-territories", test_facet_of_territories);

  status = g_test_run ();
  g_assert_finalize_object (reference);

  return status;
}
