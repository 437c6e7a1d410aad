/* test-index.c: all projects as columns in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "index-world.h"

static EssaimReference *reference;

static void
test_empty (void)
{
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = essaim_index_builder_end (world.builder);
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (EssaimResults) results = essaim_results_new (index, query, NULL, 0);
  guint n_sites;

  g_assert_cmpuint (essaim_index_get_n_projects (index), ==, 0);
  g_assert_cmpuint (essaim_index_get_n_sites (index), ==, 0);
  g_assert_cmpuint (essaim_index_get_n_sources (index), ==, 3);
  g_assert_false (essaim_index_find_number (index, 0, NULL));
  g_assert_cmpuint (essaim_results_get_n (results), ==, 0);
  essaim_results_get_sites (results, &n_sites);
  g_assert_cmpuint (n_sites, ==, 0);
}

static void
test_columns (void)
{
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = NULL;
  guint first, end, row = G_MAXUINT;

  world_add (&world, (EssaimIndexProject) { .title = "A", .kind = ESSAIM_KIND_PLACE, .themes = 1 << 15 | 1 });
  world_add_department (&world, "63", NAN);
  world_add_site (&world, "63113", NAN);
  world_add (&world, (EssaimIndexProject) { .title = "B", .kind = ESSAIM_KIND_FUNDING });
  world_add (&world, (EssaimIndexProject) { .title = "C" });
  world_add_site (&world, "75056", NAN);
  index = essaim_index_builder_end (world.builder);

  g_assert_true (essaim_index_get_reference (index) == reference);
  g_assert_cmpuint (essaim_index_get_n_projects (index), ==, 3);
  g_assert_cmpuint (essaim_index_get_n_sites (index), ==, 3);
  g_assert_cmpstr (essaim_index_get_source_id (index, 1), ==, "feed-b");
  g_assert_cmpstr (essaim_index_get_source_title (index, 1), ==, "Feed B");

  g_assert_cmpuint (essaim_index_get_number (index, 2), ==, WORLD_NUMBER (2));
  g_assert_true (essaim_index_find_number (index, WORLD_NUMBER (1), &row));
  g_assert_cmpuint (row, ==, 1);
  g_assert_false (essaim_index_find_number (index, WORLD_NUMBER (1) + 1, &row));
  g_assert_false (essaim_index_find_number (index, G_MAXUINT32, &row));
  g_assert_cmpuint (row, ==, 1);

  g_assert_cmpuint (essaim_index_get_themes (index, 0), ==, 1 << 15 | 1);
  g_assert_cmpuint (essaim_index_get_themes (index, 1), ==, 0);
  g_assert_cmpint (essaim_index_get_kind (index, 0), ==, ESSAIM_KIND_PLACE);
  g_assert_cmpint (essaim_index_get_kind (index, 1), ==, ESSAIM_KIND_FUNDING);

  essaim_index_get_row_sites (index, 0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  essaim_index_get_row_sites (index, 1, &first, &end);
  g_assert_cmpuint (first, ==, end);
  g_assert_cmpuint (essaim_index_get_site_row (index, 2), ==, 2);
}

#define DAY (24 * 3600)
#define NOW G_GINT64_CONSTANT (1800000000)   /* 2027-01-15T08:00:00Z */

/* A project is news of its feed when it came with it; it is new when it came later, for a week. */
static void
test_new (void)
{
  static const guint feeds[] = { 0, 1 };
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = NULL;

  world_add (&world, (EssaimIndexProject) { .title = "First", .sources = feeds, .n_sources = 1, .first_seen = "2026-11-01T08:00:00Z" });
  world_add (&world, (EssaimIndexProject) { .title = "Later", .sources = feeds, .n_sources = 1, .first_seen = "2027-01-14T08:00:00Z" });
  world_add (&world, (EssaimIndexProject) { .title = "Other feed", .sources = feeds + 1, .n_sources = 1, .first_seen = "2027-01-14T08:00:00Z" });
  world_add (&world, (EssaimIndexProject) { .title = "Both", .sources = feeds, .n_sources = 2, .first_seen = "2027-01-14T08:00:00Z" });
  world_add (&world, (EssaimIndexProject) { .title = "Unknown", .sources = feeds, .n_sources = 1 });
  index = essaim_index_builder_end (world.builder);

  g_assert_false (essaim_index_is_new (index, 0, NOW));
  g_assert_true (essaim_index_is_new (index, 1, NOW));
  g_assert_false (essaim_index_is_new (index, 2, NOW));
  g_assert_false (essaim_index_is_new (index, 3, NOW));
  g_assert_false (essaim_index_is_new (index, 4, NOW));
  g_assert_true (essaim_index_is_new (index, 1, NOW + 6 * DAY - 1));
  g_assert_false (essaim_index_is_new (index, 1, NOW + 6 * DAY));

  g_assert_cmpuint (essaim_index_get_row_n_sources (index, 0), ==, 1);
  g_assert_cmpuint (essaim_index_get_row_n_sources (index, 3), ==, 2);
}

/* From Clermont-Ferrand, to within a few kilometres. */
static void
test_distances (void)
{
  World world = world_begin (reference);
  EssaimTerritories *territories = essaim_reference_get_territories (reference);
  g_autoptr (EssaimIndex) index = NULL;
  double lat, lon;

  world_add (&world, (EssaimIndexProject) { .title = "Gerzat" });
  world_add_site (&world, "63164", NAN);
  world_add (&world, (EssaimIndexProject) { .title = "Far and near" });
  world_add_site (&world, "97611", NAN);
  world_add_site (&world, "59350", NAN);
  world_add_department (&world, "63", NAN);
  world_add (&world, (EssaimIndexProject) { .title = "Nowhere" });
  world_add_department (&world, "63", NAN);
  index = essaim_index_builder_end (world.builder);

  g_assert_true (essaim_territories_get_centre (territories, world_lookup (reference, "departement:63"), &lat, &lon));
  g_assert_cmpfloat_with_epsilon (essaim_index_get_distance_km (index, 0, lat, lon), 7, 1.5);
  /* The nearest of them, Lille. */
  g_assert_cmpfloat_with_epsilon (essaim_index_get_distance_km (index, 1, lat, lon), 540, 10);
  g_assert_true (isnan (essaim_index_get_distance_km (index, 2, lat, lon)));
  g_assert_true (isnan (essaim_index_get_distance_km (index, 0, NAN, NAN)));

  g_assert_cmpuint (essaim_index_get_row_n_regions (index, 0), ==, 1);
  g_assert_cmpuint (essaim_index_get_row_n_regions (index, 1), ==, 3);
  g_assert_cmpstr (essaim_index_get_row_department (index, 2)->name, ==, "Puy-de-Dôme");
  g_assert_true (essaim_index_belongs (index, 0, world_lookup (reference, "clermont-ferrand")));
  g_assert_false (essaim_index_belongs (index, 1, world_lookup (reference, "clermont-ferrand")));
  g_assert_false (essaim_index_belongs (index, 0, ESSAIM_NO_TERRITORY));
}

static void
test_sites (void)
{
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = NULL;
  const EssaimCommune *paris;
  EssaimWorldPoint point;
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);

  world_add (&world, (EssaimIndexProject) { .title = "A" });
  world_add_department (&world, "63", NAN);
  world_add_site (&world, "75056", NAN);
  index = essaim_index_builder_end (world.builder);

  g_assert_false (essaim_index_site_has_point (index, 0));
  g_assert_cmpint (essaim_index_get_site_precision (index, 0), ==, ESSAIM_PRECISION_DEPARTMENT);
  g_assert_cmpuint (essaim_index_get_site_points (index)[0].x, ==, 0);

  paris = essaim_gazetteer_get_commune (gazetteer, essaim_gazetteer_resolve_code (gazetteer, "75056", NULL, NULL));
  g_assert_true (essaim_index_site_has_point (index, 1));
  g_assert_cmpint (essaim_index_get_site_precision (index, 1), ==, ESSAIM_PRECISION_COMMUNE);
  point = essaim_world_from_degrees (paris->lat, paris->lon);
  g_assert_cmpuint (essaim_index_get_site_points (index)[1].x, ==, point.x);
  g_assert_cmpuint (essaim_index_get_site_points (index)[1].y, ==, point.y);
}

static EssaimWay
find_way (EssaimIndex *index,
          guint        row,
          const char  *id)
{
  g_autoptr (GArray) territories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (EssaimWay));
  guint territory = world_lookup (reference, id);

  essaim_index_get_territories (index, row, territories, ways);
  g_assert_cmpuint (territories->len, ==, ways->len);
  for (guint i = 0; i < territories->len; i++)
    if (g_array_index (territories, guint, i) == territory)
      return g_array_index (ways, EssaimWay, i);

  return ESSAIM_N_WAYS;
}

/* The same places come back for later projects from what was found for earlier ones. */
static void
test_territories (void)
{
  const char *declared[] = { "figeac", "departement:63", NULL };
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = NULL;

  for (guint i = 0; i < 2; i++)
    {
      world_add (&world, (EssaimIndexProject) { .title = "A" });
      world_add_site (&world, "63113", NAN);
      world_add_site (&world, "63113", NAN);
      world_add (&world, (EssaimIndexProject) { .title = "B", .declared = declared });
      world_add_department (&world, "63", NAN);
      world_add (&world, (EssaimIndexProject) { .title = "C" });
    }
  index = essaim_index_builder_end (world.builder);

  for (guint row = 0; row < 6; row += 3)
    {
      g_assert_cmpint (find_way (index, row, "clermont-ferrand"), ==, ESSAIM_WAY_SITE);
      g_assert_cmpint (find_way (index, row, "departement:63"), ==, ESSAIM_WAY_SITE);
      g_assert_cmpint (find_way (index, row, "figeac"), ==, ESSAIM_N_WAYS);
      g_assert_cmpint (find_way (index, row + 1, "departement:63"), ==, ESSAIM_WAY_AREA);
      g_assert_cmpint (find_way (index, row + 1, "figeac"), ==, ESSAIM_WAY_DECLARED);
      g_assert_cmpint (find_way (index, row + 1, "clermont-ferrand"), ==, ESSAIM_N_WAYS);
      g_assert_cmpint (find_way (index, row + 2, "departement:63"), ==, ESSAIM_N_WAYS);
    }
}

/* Numbers far apart, in no order, as after many refreshes. */
static void
test_sparse_numbers (void)
{
  const guint32 numbers[] = { 5, 4000000000u, 0, 4095, 4096, 77777777 };
  EssaimIndexBuilder *builder = essaim_index_builder_new (reference);
  g_autoptr (EssaimIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      EssaimIndexProject project = { .number = numbers[i], .title = "A", .funding_eur = NAN };

      essaim_index_builder_add_project (builder, &project);
    }
  index = essaim_index_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint row = G_MAXUINT;

      g_assert_true (essaim_index_find_number (index, numbers[i], &row));
      g_assert_cmpuint (row, ==, i);
      g_assert_false (essaim_index_find_number (index, numbers[i] + 2, &row));
    }
}

/* Columns grow past their first size. */
static void
test_many (void)
{
  World world = world_begin (reference);
  g_autoptr (EssaimIndex) index = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      world_add (&world, (EssaimIndexProject) { .title = "A", .themes = i % 16 });
      for (guint site = 0; site < i % 3; site++)
        world_add_site (&world, "63113", NAN);
    }
  index = essaim_index_builder_end (world.builder);

  g_assert_cmpuint (essaim_index_get_n_projects (index), ==, 5000);
  for (guint row = 0; row < 5000; row++)
    {
      guint first, end;

      essaim_index_get_row_sites (index, row, &first, &end);
      g_assert_cmpuint (end - first, ==, row % 3);
      g_assert_cmpuint (essaim_index_get_themes (index, row), ==, row % 16);
      for (guint site = first; site < end; site++)
        g_assert_cmpuint (essaim_index_get_site_row (index, site), ==, row);
    }
}

static void
test_given_up (void)
{
  World world = world_begin (reference);

  world_add (&world, (EssaimIndexProject) { .title = "A", .status = "en cours" });
  world_add_site (&world, "63113", NAN);
  essaim_index_builder_free (world.builder);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = world_load_reference ();

  g_test_add_func ("/index/empty", test_empty);
  g_test_add_func ("/index/columns", test_columns);
  g_test_add_func ("/index/sites", test_sites);
  g_test_add_func ("/index/new", test_new);
  g_test_add_func ("/index/distances", test_distances);
  g_test_add_func ("/index/territories", test_territories);
  g_test_add_func ("/index/sparse-numbers", test_sparse_numbers);
  g_test_add_func ("/index/many", test_many);
  g_test_add_func ("/index/given-up", test_given_up);

  status = g_test_run ();
  g_assert_finalize_object (reference);

  return status;
}
