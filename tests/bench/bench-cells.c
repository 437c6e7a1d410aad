/* bench-cells.c: how long a map takes to have its cells: after a load, at a new zoom, while it is moved
 *
 * Writes as JSON: the milliseconds of a load, of the slowest new zoom and of the mean step of a pan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-records.h"
#include "essaim-cells.h"

#define N_ROUNDS  9
#define N_STEPS   400
#define STEP_PX   8.0
#define LOAD_ZOOM 5
#define MAX_ZOOM  16
#define RADIUS_PX 22.0

typedef struct
{
  double lat, lon;
} Place;

static int
compare_times (const void *a,
               const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_median (double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);

  return times[N_ROUNDS / 2];
}

static double
get_ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static Place *
make_places (guint n)
{
  g_autoptr (BenchRecords) records = bench_records_new (BENCH_SEED);
  Place *places = g_new (Place, n);

  for (guint i = 0; i < n; i++)
    {
      const BenchRecord *record = bench_records_next (records);

      places[i] = (Place) { record->lat, record->lon };
    }

  return places;
}

static EssaimResults *
make_results (EssaimReference *reference,
              const Place     *places,
              guint            n)
{
  EssaimIndexBuilder *builder = essaim_index_builder_new (reference);
  guint source = essaim_index_builder_add_source (builder, "bench", "bench");
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (EssaimIndex) index = NULL;

  for (guint i = 0; i < n; i++)
    {
      const EssaimIndexProject project = {
        .number = i + 1, .title = "", .funding_eur = NAN, .sources = &source, .n_sources = 1,
      };
      const EssaimIndexSite site = {
        .lat = places[i].lat, .lon = places[i].lon, .precision = ESSAIM_PRECISION_POINT, .commune = ESSAIM_NO_COMMUNE,
        .department = ESSAIM_NO_DEPARTMENT, .funding_eur = NAN,
      };

      essaim_index_builder_add_project (builder, &project);
      essaim_index_builder_add_site (builder, &site);
    }
  index = essaim_index_builder_end (builder);

  return essaim_results_new (index, query, NULL, 0);
}

/* What the points of a new index cost until the first cells are there. */
static double
measure_load (const Place *places,
              guint        n)
{
  g_autofree EssaimWorldPoint *points = g_new (EssaimWorldPoint, n);
  g_autofree guint32 *sites = g_new (guint32, n);
  double times[N_ROUNDS];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (EssaimClusters) clusters = NULL;

      for (guint i = 0; i < n; i++)
        {
          points[i] = essaim_world_from_degrees (places[i].lat, places[i].lon);
          sites[i] = i;
        }
      clusters = essaim_clusters_new (points, sites, n, LOAD_ZOOM, RADIUS_PX, ESSAIM_TILE_SIZE);
      times[round] = get_ms_since (start);
    }

  return get_median (times);
}

static double
measure_zoom (EssaimResults          *results,
              const EssaimProjection *projection)
{
  double times[N_ROUNDS];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      EssaimCells *cells = essaim_cells_new (results);
      gint64 start = g_get_monotonic_time ();

      essaim_cells_update (cells, projection);
      times[round] = get_ms_since (start);
      essaim_cells_free (cells);
    }

  return get_median (times);
}

/* The mean step, those that make new cells included. */
static double
measure_pan (EssaimResults    *results,
             EssaimProjection  projection)
{
  EssaimCells *cells = essaim_cells_new (results);
  gint64 start;
  double spent;

  essaim_cells_update (cells, &projection);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_STEPS; i++)
    {
      projection.x += STEP_PX / projection.scale;
      essaim_cells_update (cells, &projection);
    }
  spent = get_ms_since (start);
  essaim_cells_free (cells);

  return spent / N_STEPS;
}

static void
measure (EssaimReference *reference,
         guint            n,
         double           width,
         double           height,
         double           lon,
         double           lat)
{
  g_autofree Place *places = make_places (n);
  g_autoptr (EssaimResults) results = make_results (reference, places, n);
  EssaimWorldPoint middle = essaim_world_from_degrees (lat, lon);
  double zoomed = 0, panned = 0;
  guint n_zooms = 0;

  for (double zoom = 4; zoom <= MAX_ZOOM; zoom += 0.5, n_zooms++)
    {
      const EssaimProjection projection = { middle.x, middle.y, essaim_zoom_to_scale (zoom), width, height };

      zoomed = MAX (zoomed, measure_zoom (results, &projection));
      panned += measure_pan (results, projection);
    }

  printf ("{\"load\": %.3f, \"zoom\": %.3f, \"pan\": %.5f}\n", measure_load (places, n), zoomed, panned / n_zooms);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimReference) reference = NULL;

  if (argc != 6)
    {
      fprintf (stderr, "Usage: %s N WIDTH HEIGHT LON LAT\n", argv[0]);
      return 2;
    }
  reference = essaim_reference_new (NULL, &error);
  if (reference == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  measure (reference, (guint) g_ascii_strtoull (argv[1], NULL, 10), g_ascii_strtod (argv[2], NULL),
           g_ascii_strtod (argv[3], NULL), g_ascii_strtod (argv[4], NULL), g_ascii_strtod (argv[5], NULL));

  return 0;
}
