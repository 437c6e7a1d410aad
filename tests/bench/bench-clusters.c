/* bench-clusters.c: how long it takes to gather points into the cells of a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "bench-records.h"
#include "essaim-clusters.h"

#define N_RUNS    21
#define RADIUS_PX 22.0
#define TILE_SIZE 256

static EssaimWorldPoint *
make_points (guint n)
{
  g_autoptr (BenchRecords) records = bench_records_new (BENCH_SEED);
  EssaimWorldPoint *points = g_new (EssaimWorldPoint, n);

  for (guint i = 0; i < n; i++)
    {
      const BenchRecord *record = bench_records_next (records);

      points[i] = essaim_world_from_degrees (record->lat, record->lon);
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
  g_autofree EssaimWorldPoint *points = make_points (n);
  g_autofree guint32 *sites = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    sites[i] = i;

  g_print ("   points  zoom  clusters  whole ms   view ms\n");
  for (guint zoom = 2; zoom <= 16; zoom += 2)
    measure (points, sites, n, zoom);

  return 0;
}
