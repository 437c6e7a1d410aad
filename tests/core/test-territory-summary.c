/* test-territory-summary.c: what there is in a territory, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-summary.h"
#include "index-world.h"

static EssaimReference *reference;

static EssaimTerritorySummary *
summarize (EssaimIndex *index,
           const char  *id)
{
  return essaim_territory_summary_new (index, world_lookup (reference, id));
}

/* Three ways to belong to the Puy-de-Dôme; one project has a site elsewhere too. */
static EssaimIndex *
make_index (void)
{
  const char *declared[] = { "departement:63", NULL };
  const guint sources[] = { 2, 0, 2 };
  World world = world_begin (reference);

  world_add (&world, (EssaimIndexProject) {
    .title = "A", .themes = 3, .sources = sources, .n_sources = 3, .funding_eur = 99 });
  world_add_site (&world, "63113", 1000);
  world_add_site (&world, "63300", 500);
  world_add_site (&world, "75056", 70000);
  world_add (&world, (EssaimIndexProject) {
    .title = "B", .kind = ESSAIM_KIND_PLACE, .sources = sources, .n_sources = 1 });
  world_add_department (&world, "63", 20);
  world_add (&world, (EssaimIndexProject) { .title = "C", .themes = 2, .declared = declared, .funding_eur = 7 });
  world_add_site (&world, "75056", NAN);
  world_add (&world, (EssaimIndexProject) { .title = "D", .themes = 4, .funding_eur = 3 });
  world_add_site (&world, "75056", NAN);

  return essaim_index_builder_end (world.builder);
}

static void
test_counts (void)
{
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimTerritorySummary) summary = summarize (index, "departement:63");

  g_assert_cmpuint (summary->total, ==, 3);
  g_assert_cmpuint (summary->by_way[ESSAIM_WAY_SITE], ==, 1);
  g_assert_cmpuint (summary->by_way[ESSAIM_WAY_AREA], ==, 1);
  g_assert_cmpuint (summary->by_way[ESSAIM_WAY_DECLARED], ==, 1);
  g_assert_cmpuint (summary->by_theme[0], ==, 1);
  g_assert_cmpuint (summary->by_theme[1], ==, 2);
  g_assert_cmpuint (summary->by_theme[2], ==, 0);
  g_assert_cmpuint (summary->by_theme[ESSAIM_THEME_UNCLASSIFIED], ==, 1);
  g_assert_cmpuint (summary->by_kind[ESSAIM_KIND_PROJECT], ==, 2);
  g_assert_cmpuint (summary->by_kind[ESSAIM_KIND_PLACE], ==, 1);
  g_assert_cmpuint (summary->n_sources, ==, 3);
  g_assert_cmpuint (summary->by_source[0], ==, 1);
  g_assert_cmpuint (summary->by_source[1], ==, 0);
  g_assert_cmpuint (summary->by_source[2], ==, 2);
}

/* Its own sites and the amount known by area; the project's 99 was said again by its sites; Paris keeps its 70,000. */
static void
test_money (void)
{
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimTerritorySummary) department = summarize (index, "departement:63");
  g_autoptr (EssaimTerritorySummary) commune = summarize (index, "commune:63113");
  g_autoptr (EssaimTerritorySummary) paris = summarize (index, "commune:75056");

  g_assert_cmpfloat (department->funding_eur, ==, 1520);
  g_assert_cmpfloat (department->funding_unsited_eur, ==, 7);
  g_assert_cmpfloat (commune->funding_eur, ==, 1000);
  g_assert_true (isnan (commune->funding_unsited_eur));
  g_assert_cmpfloat (paris->funding_eur, ==, 70000);
  g_assert_cmpfloat (paris->funding_unsited_eur, ==, 10);
}

/* What the sources of A tell together is shared; of the 20 of B feed C is the only source. */
static void
test_money_by_source (void)
{
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimTerritorySummary) department = summarize (index, "departement:63");
  g_autoptr (EssaimTerritorySummary) commune = summarize (index, "commune:63113");
  World world = world_begin (reference);
  const guint source = 1;
  g_autoptr (EssaimIndex) alone = NULL;
  g_autoptr (EssaimTerritorySummary) paris = NULL;
  guint found = 9;

  g_assert_cmpfloat (department->funding_shared_eur, ==, 1500);
  g_assert_cmpfloat (department->funding_by_source[2], ==, 20);
  g_assert_true (isnan (department->funding_by_source[0]));
  g_assert_false (essaim_territory_summary_get_funding_source (department, &found));
  g_assert_false (essaim_territory_summary_get_funding_source (commune, &found));
  g_assert_cmpuint (found, ==, 9);

  world_add (&world, (EssaimIndexProject) { .title = "A", .sources = &source, .n_sources = 1 });
  world_add_site (&world, "75056", 4);
  world_add_site (&world, "75056", 5);
  alone = essaim_index_builder_end (world.builder);
  paris = summarize (alone, "commune:75056");
  g_assert_true (essaim_territory_summary_get_funding_source (paris, &found));
  g_assert_cmpuint (found, ==, 1);
  g_assert_cmpfloat (paris->funding_by_source[1], ==, 9);
  g_assert_true (isnan (paris->funding_shared_eur));
}

/* By title, of each kind, three at most, and only those of the territory. */
static void
test_first_rows (void)
{
  static const char * const titles[] = { "Zèbre", "abeille", "Élan", "chat", "Dinde" };
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = NULL;
  g_autoptr (EssaimTerritorySummary) summary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      world_add (&world, (EssaimIndexProject) { .title = titles[i], .kind = ESSAIM_KIND_STRUCTURE });
      world_add_site (&world, i == 3 ? "75056" : "63113", NAN);
    }
  index = essaim_index_builder_end (world.builder);
  summary = summarize (index, "commune:63113");

  g_assert_cmpuint (summary->by_kind[ESSAIM_KIND_STRUCTURE], ==, 4);
  g_assert_cmpuint (summary->first_rows[ESSAIM_KIND_STRUCTURE][0], ==, 1);
  g_assert_cmpuint (summary->first_rows[ESSAIM_KIND_STRUCTURE][1], ==, 4);
  g_assert_cmpuint (summary->first_rows[ESSAIM_KIND_STRUCTURE][2], ==, 2);
}

/* The counts of an answer are those that the query would have with the territory chosen too. */
static void
test_count_results (void)
{
  static const char * const ids[] = { "departement:63", "commune:63113", "clermont-ferrand", "genevois-innovales" };
  static const guint expected[] = { 2, 1, 1, 0 };
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (EssaimResults) results = NULL;
  guint territories[G_N_ELEMENTS (ids)], counts[G_N_ELEMENTS (ids)];

  query->kinds = 1 << ESSAIM_KIND_PROJECT;
  results = essaim_results_new (index, query, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    territories[i] = world_lookup (reference, ids[i]);
  essaim_territories_count_results (results, territories, G_N_ELEMENTS (ids), counts);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (counts[i], ==, expected[i]);
}

static void
test_rate (void)
{
  EssaimTerritories *territories = essaim_reference_get_territories (reference);
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimTerritorySummary) summary = summarize (index, "departement:63");
  g_autoptr (EssaimTerritorySummary) unknown = summarize (index, "genevois-innovales");
  const EssaimTerritory *territory = essaim_territories_get (territories, summary->territory);

  g_assert_cmpuint (territory->population, >, 600000);
  g_assert_cmpfloat_with_epsilon (summary->per_10000, 30000.0 / territory->population, 1e-12);
  g_assert_cmpuint (unknown->total, ==, 0);
  g_assert_true (isnan (unknown->per_10000));
}

static void
test_nothing (void)
{
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimTerritorySummary) summary = summarize (index, "departement:976");

  g_assert_cmpuint (summary->total, ==, 0);
  g_assert_true (isnan (summary->funding_eur));
  g_assert_true (isnan (summary->funding_unsited_eur));
  g_assert_cmpfloat (summary->per_10000, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = world_load_reference ();

  g_test_add_func ("/territory-summary/counts", test_counts);
  g_test_add_func ("/territory-summary/money", test_money);
  g_test_add_func ("/territory-summary/money-by-source", test_money_by_source);
  g_test_add_func ("/territory-summary/first-rows", test_first_rows);
  g_test_add_func ("/territory-summary/count-results", test_count_results);
  g_test_add_func ("/territory-summary/rate", test_rate);
  g_test_add_func ("/territory-summary/nothing", test_nothing);

  status = g_test_run ();
  g_assert_finalize_object (reference);

  return status;
}
