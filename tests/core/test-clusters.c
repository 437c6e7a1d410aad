/* test-clusters.c: points gathered into honeycomb cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-clusters.h"

#include <math.h>
#include <string.h>

#define RADIUS_PX 22.0
#define TILE_SIZE 256
#define N_POINTS  5000

/* Points all over the world or in a square of @degrees round Clermont-Ferrand; some repeat. */
static EssaimWorldPoint *
make_points (guint  n,
             double degrees)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (63113);
  EssaimWorldPoint *points = g_new (EssaimWorldPoint, n);

  for (guint i = 0; i < n; i++)
    if (i % 10 == 9)
      points[i] = points[i - 1];
    else if (degrees > 0.0)
      points[i] = essaim_world_from_degrees (45.78 + g_rand_double_range (rand, -degrees, degrees),
                                             3.09 + g_rand_double_range (rand, -degrees, degrees));
    else
      points[i] = (EssaimWorldPoint) { g_rand_int (rand), g_rand_int (rand) };

  return points;
}

static guint32 *
make_sites (guint n,
            guint step)
{
  guint32 *sites = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    sites[i] = i * step;

  return sites;
}

static void
assert_equal_clusters (const EssaimClusters *a,
                       const EssaimClusters *b)
{
  g_assert_cmpuint (essaim_clusters_get_n (a), ==, essaim_clusters_get_n (b));
  for (guint i = 0; i < essaim_clusters_get_n (a); i++)
    g_assert_cmpmem (essaim_clusters_get (a, i), sizeof (EssaimCluster),
                     essaim_clusters_get (b, i), sizeof (EssaimCluster));
}

/* Each site is in one cluster, which is that of its point; clusters are sorted. */
static void
assert_sound (const EssaimClusters   *clusters,
              const EssaimWorldPoint *points,
              guint                   n_sites)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < essaim_clusters_get_n (clusters); i++)
    {
      const EssaimCluster *cluster = essaim_clusters_get (clusters, i);
      g_autoptr (GArray) sites = essaim_clusters_get_sites (clusters, cluster);

      g_assert_cmpuint (sites->len, ==, cluster->count);
      g_assert_cmpuint (cluster->count, >, 0);
      g_assert_cmpuint (cluster->site, ==, g_array_index (sites, guint32, 0));
      for (guint j = 0; j < sites->len; j++)
        {
          guint32 site = g_array_index (sites, guint32, j);

          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (site)));
          g_assert_true (essaim_clusters_find (clusters, points[site]) == cluster);
        }
      if (i > 0)
        g_assert_true (cluster[-1].r < cluster->r || (cluster[-1].r == cluster->r && cluster[-1].q < cluster->q));
      n += cluster->count;
    }
  g_assert_cmpuint (n, ==, n_sites);
}

static void
test_sound (void)
{
  g_autofree EssaimWorldPoint *world = make_points (N_POINTS, 0.0);
  g_autofree EssaimWorldPoint *near = make_points (N_POINTS, 0.5);
  g_autofree guint32 *sites = make_sites (N_POINTS / 3, 3);

  for (guint zoom = 0; zoom <= 22; zoom++)
    {
      g_autoptr (EssaimClusters) of_world = essaim_clusters_new (world, sites, N_POINTS / 3, zoom, RADIUS_PX, TILE_SIZE);
      g_autoptr (EssaimClusters) of_near = essaim_clusters_new (near, sites, N_POINTS / 3, zoom, 19.5, 512);

      assert_sound (of_world, world, N_POINTS / 3);
      assert_sound (of_near, near, N_POINTS / 3);
    }
}

/* The centre of a point's cell is nearer to it than those of the six cells around. */
static void
test_nearest_centre (void)
{
  g_autofree EssaimWorldPoint *points = make_points (N_POINTS, 3.0);
  const double radius = RADIUS_PX * 4294967296.0 / (TILE_SIZE << 6);
  const int around[6][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, -1 }, { -1, 1 } };

  for (guint32 site = 0; site < N_POINTS; site++)
    {
      g_autoptr (EssaimClusters) clusters = essaim_clusters_new (points, &site, 1, 6, RADIUS_PX, TILE_SIZE);
      const EssaimCluster *cluster = essaim_clusters_get (clusters, 0);
      double own = hypot (points[site].x - radius * sqrt (3.0) * (cluster->q + cluster->r / 2.0),
                          points[site].y - radius * 1.5 * cluster->r);

      g_assert_cmpfloat (own, <=, radius + 1.0);
      for (guint i = 0; i < 6; i++)
        {
          int q = cluster->q + around[i][0], r = cluster->r + around[i][1];

          g_assert_cmpfloat (own, <=, hypot (points[site].x - radius * sqrt (3.0) * (q + r / 2.0),
                                             points[site].y - radius * 1.5 * r) + 1.0);
        }
    }
}

static void
test_centres (void)
{
  const EssaimWorldPoint points[] = { { 1000, 1000 }, { 2000, 2000 }, { 1u << 31, 1u << 31 } };
  const guint32 sites[] = { 0, 1, 2 };
  g_autoptr (EssaimClusters) clusters = essaim_clusters_new (points, sites, 3, 4, RADIUS_PX, TILE_SIZE);
  const EssaimCluster *pair = essaim_clusters_get (clusters, 0);
  const EssaimCluster *single = essaim_clusters_get (clusters, 1);

  g_assert_cmpuint (essaim_clusters_get_n (clusters), ==, 2);
  g_assert_cmpuint (pair->count, ==, 2);
  g_assert_cmpuint (pair->site, ==, 0);
  g_assert_cmpuint (pair->centre.x, ==, 0);
  g_assert_cmpuint (single->count, ==, 1);
  g_assert_cmpuint (single->site, ==, 2);
  g_assert_cmpuint (single->centre.x, ==, 1u << 31);
  g_assert_cmpuint (single->centre.y, ==, 1u << 31);
}

static void
test_none (void)
{
  g_autoptr (EssaimClusters) clusters = essaim_clusters_new (NULL, NULL, 0, 6, RADIUS_PX, TILE_SIZE);

  g_assert_cmpuint (essaim_clusters_get_n (clusters), ==, 0);
  g_assert_null (essaim_clusters_find (clusters, (EssaimWorldPoint) { 5, 5 }));
}

static void
test_find_empty_cell (void)
{
  g_autofree EssaimWorldPoint *points = make_points (100, 0.5);
  g_autofree guint32 *sites = make_sites (100, 1);
  g_autoptr (EssaimClusters) clusters = essaim_clusters_new (points, sites, 100, 8, RADIUS_PX, TILE_SIZE);

  g_assert_null (essaim_clusters_find (clusters, essaim_world_from_degrees (-45.0, 100.0)));
}

/* The order of the sites changes neither cells nor counts. */
static void
test_order (void)
{
  g_autofree EssaimWorldPoint *points = make_points (N_POINTS, 2.0);
  g_autofree guint32 *sites = make_sites (N_POINTS, 1);
  g_autoptr (EssaimClusters) before = essaim_clusters_new (points, sites, N_POINTS, 9, RADIUS_PX, TILE_SIZE);
  g_autoptr (EssaimClusters) after = NULL;

  for (guint i = 0; i < N_POINTS / 2; i++)
    {
      guint32 site = sites[i];

      sites[i] = sites[N_POINTS - 1 - i];
      sites[N_POINTS - 1 - i] = site;
    }
  after = essaim_clusters_new (points, sites, N_POINTS, 9, RADIUS_PX, TILE_SIZE);

  g_assert_cmpuint (essaim_clusters_get_n (before), ==, essaim_clusters_get_n (after));
  for (guint i = 0; i < essaim_clusters_get_n (before); i++)
    {
      g_assert_cmpint (essaim_clusters_get (before, i)->q, ==, essaim_clusters_get (after, i)->q);
      g_assert_cmpint (essaim_clusters_get (before, i)->r, ==, essaim_clusters_get (after, i)->r);
      g_assert_cmpuint (essaim_clusters_get (before, i)->count, ==, essaim_clusters_get (after, i)->count);
    }
}

/* In a part of the world, each cell that holds a point of the part is whole. */
static void
assert_part (const EssaimWorldPoint *points,
             guint                   n,
             guint                   zoom,
             EssaimWorldPoint        low,
             EssaimWorldPoint        high)
{
  g_autofree guint32 *sites = make_sites (n, 1);
  g_autoptr (EssaimClusters) whole = essaim_clusters_new (points, sites, n, zoom, RADIUS_PX, TILE_SIZE);
  g_autoptr (EssaimClusters) part = essaim_clusters_new_in (points, sites, n, zoom, RADIUS_PX, TILE_SIZE, low, high);
  guint n_inside = 0;

  for (guint i = 0; i < essaim_clusters_get_n (part); i++)
    {
      const EssaimCluster *cluster = essaim_clusters_get (part, i);
      const EssaimCluster *expected = essaim_clusters_find (whole, points[cluster->site]);

      g_assert_cmpmem (cluster, sizeof *cluster, expected, sizeof *expected);
    }

  for (guint i = 0; i < n; i++)
    if (points[i].x - low.x <= high.x - low.x && points[i].y >= low.y && points[i].y <= high.y)
      {
        g_assert_nonnull (essaim_clusters_find (part, points[i]));
        n_inside++;
      }
  g_assert_cmpuint (n_inside, >, 0);
  g_assert_cmpuint (essaim_clusters_get_n (part), <, essaim_clusters_get_n (whole));
}

static void
test_part (void)
{
  g_autofree EssaimWorldPoint *points = make_points (N_POINTS, 0.5);

  assert_part (points, N_POINTS, 11, essaim_world_from_degrees (45.9, 2.9), essaim_world_from_degrees (45.6, 3.2));
  assert_part (points, N_POINTS, 14, essaim_world_from_degrees (45.8, 3.0), essaim_world_from_degrees (45.75, 3.2));
}

static void
test_part_across_date_line (void)
{
  g_autofree EssaimWorldPoint *points = make_points (N_POINTS, 0.0);

  assert_part (points, N_POINTS, 5, essaim_world_from_degrees (40.0, 150.0), essaim_world_from_degrees (-40.0, -150.0));
}

static void
test_part_is_whole (void)
{
  g_autofree EssaimWorldPoint *points = make_points (N_POINTS, 0.0);
  g_autofree guint32 *sites = make_sites (N_POINTS, 1);
  const EssaimWorldPoint low = { 0, 0 }, high = { G_MAXUINT32, G_MAXUINT32 };

  for (guint zoom = 0; zoom <= 12; zoom += 3)
    {
      g_autoptr (EssaimClusters) whole = essaim_clusters_new (points, sites, N_POINTS, zoom, RADIUS_PX, TILE_SIZE);
      g_autoptr (EssaimClusters) part = essaim_clusters_new_in (points, sites, N_POINTS, zoom, RADIUS_PX, TILE_SIZE,
                                                                low, high);

      assert_equal_clusters (whole, part);
    }
}

/* Corners of the world: north-west, south-east, and the places of 90° and 180°. */
static void
test_corners (void)
{
  const EssaimWorldPoint points[] = {
    { 0, 0 }, { G_MAXUINT32, G_MAXUINT32 }, { 0, G_MAXUINT32 }, { G_MAXUINT32, 0 },
    essaim_world_from_degrees (90.0, 180.0), essaim_world_from_degrees (-90.0, -180.0),
  };
  const guint32 sites[] = { 0, 1, 2, 3, 4, 5 };

  for (guint zoom = 0; zoom <= 24; zoom += 4)
    {
      g_autoptr (EssaimClusters) clusters = essaim_clusters_new (points, sites, 6, zoom, RADIUS_PX, TILE_SIZE);

      assert_sound (clusters, points, 6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clusters/sound", test_sound);
  g_test_add_func ("/clusters/nearest-centre", test_nearest_centre);
  g_test_add_func ("/clusters/centres", test_centres);
  g_test_add_func ("/clusters/none", test_none);
  g_test_add_func ("/clusters/find-empty-cell", test_find_empty_cell);
  g_test_add_func ("/clusters/order", test_order);
  g_test_add_func ("/clusters/part", test_part);
  g_test_add_func ("/clusters/part-across-date-line", test_part_across_date_line);
  g_test_add_func ("/clusters/part-is-whole", test_part_is_whole);
  g_test_add_func ("/clusters/corners", test_corners);

  return g_test_run ();
}
