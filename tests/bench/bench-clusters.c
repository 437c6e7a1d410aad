/* bench-clusters.c: how long it takes to gather points into the cells of a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-clusters.h"

#include <stdlib.h>

#define N_TOWNS    60
#define N_RUNS     21
#define RADIUS_PX  22.0
#define TILE_SIZE  256

/* Four fifths of the points lie round towns, one fifth anywhere in France. */
static EssaimWorldPoint *
make_points (GRand *rand,
             guint  n)
{
  EssaimWorldPoint *points = g_new (EssaimWorldPoint, n);
  double towns[N_TOWNS][2];

  for (guint i = 0; i < N_TOWNS; i++)
    {
      towns[i][0] = g_rand_double_range (rand, 42.5, 50.5);
      towns[i][1] = g_rand_double_range (rand, -4.0, 7.5);
    }

  for (guint i = 0; i < n; i++)
    {
      const double *town = towns[g_rand_int_range (rand, 0, N_TOWNS)];
      double spread = g_rand_double (rand) * g_rand_double (rand) * 0.4;

      if (g_rand_double (rand) < 0.8)
        points[i] = essaim_world_from_degrees (town[0] + g_rand_double_range (rand, -spread, spread),
                                               town[1] + g_rand_double_range (rand, -spread, spread));
      else
        points[i] = essaim_world_from_degrees (g_rand_double_range (rand, 42.5, 50.5),
                                               g_rand_double_range (rand, -4.0, 7.5));
    }

  return points;
}

static int
compare_times (const void *a,
               const void *b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static void
measure (const EssaimWorldPoint *points,
         const guint32          *sites,
         guint                   n,
         guint                   zoom)
{
  EssaimWorldPoint middle = essaim_world_from_degrees (45.78, 3.09);
  guint32 half = (guint32) (640.0 / TILE_SIZE * 4294967296.0 / (1u << zoom));
  EssaimWorldPoint low = { middle.x - MIN (half, middle.x), middle.y - MIN (half, middle.y) };
  EssaimWorldPoint high = { middle.x + MIN (half, middle.x), middle.y + MIN (half, middle.y) };
  gint64 whole[N_RUNS], part[N_RUNS];
  guint n_clusters = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (EssaimClusters) all = NULL;
      g_autoptr (EssaimClusters) seen = NULL;
      gint64 start = g_get_monotonic_time ();

      all = essaim_clusters_new (points, sites, n, zoom, RADIUS_PX, TILE_SIZE);
      whole[i] = g_get_monotonic_time () - start;

      start = g_get_monotonic_time ();
      seen = essaim_clusters_new_in (points, sites, n, zoom, RADIUS_PX, TILE_SIZE, low, high);
      part[i] = g_get_monotonic_time () - start;
      n_clusters = essaim_clusters_get_n (all);
    }

  qsort (whole, N_RUNS, sizeof *whole, compare_times);
  qsort (part, N_RUNS, sizeof *part, compare_times);
  g_print ("%9u %5u %9u %9.2f %9.2f\n", n, zoom, n_clusters, whole[N_RUNS / 2] / 1000.0, part[N_RUNS / 2] / 1000.0);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 200000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree EssaimWorldPoint *points = make_points (rand, n);
  g_autofree guint32 *sites = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    sites[i] = i;

  g_print ("   points  zoom  clusters  whole ms   view ms\n");
  for (guint zoom = 2; zoom <= 16; zoom += 2)
    measure (points, sites, n, zoom);

  return 0;
}
