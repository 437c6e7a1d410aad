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
  g_test_add_func ("/territory-summary/rate", test_rate);
  g_test_add_func ("/territory-summary/nothing", test_nothing);

  status = g_test_run ();
  g_assert_finalize_object (reference);

  return status;
}
