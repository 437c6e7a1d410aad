/* bench-query.c: how long a question takes over 200,000 projects, and how that grows with a million
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <malloc.h>
#include <math.h>
#include <stdio.h>

#include "bench-records.h"
#include "essaim-results.h"
#include "essaim-territory-summary.h"

#define N_SMALL 200000
#define N_LARGE 1000000
#define N_SOURCES 10
#define N_ROUNDS 25

/** Asked: a query as a person makes it, and how many of a hundred projects match its text (0: no text). */
typedef struct
{
  const char   *name;
  EssaimQuery *(*make) (void);
  guint         percent;
} Asked;

typedef struct
{
  double build_ms;
  double megabytes;
  double median_ms;
  double p95_ms;
  double all_ms;         /* each question once, undisturbed */
  double summary_ms;
} Figures;

static double
now_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* Projects with one site each; those of an index are made beforehand, so that building it is all that is measured. */
typedef struct
{
  GStringChunk       *texts;
  EssaimIndexProject *projects;
  EssaimIndexSite    *sites;
  guint              *sources;
} World;

static void
make_project (World             *world,
              guint              i,
              const BenchRecord *record,
              EssaimGazetteer   *gazetteer)
{
  EssaimIndexSite *site = &world->sites[i];

  world->sources[i] = record->number % N_SOURCES;
  world->projects[i] = (EssaimIndexProject) {
    .number = record->number, .title = g_string_chunk_insert (world->texts, record->title),
    .kind = (EssaimKind) record->kind_value, .themes = record->themes, .audiences = record->audience_bits,
    .status = record->status, .first_seen = "2024-05-01",
    .updated = g_string_chunk_insert_const (world->texts, record->updated),
    .funding_eur = NAN, .sources = &world->sources[i], .n_sources = 1,
  };

  *site = (EssaimIndexSite) {
    .lat = record->lat, .lon = record->lon, .precision = ESSAIM_PRECISION_POINT, .department = ESSAIM_NO_DEPARTMENT,
    .commune = essaim_gazetteer_find_nearest (gazetteer, record->lat, record->lon, NULL),
    .funding_eur = record->number % 3 == 0 ? record->number : NAN,
  };
  if (site->commune != ESSAIM_NO_COMMUNE)
    site->department = essaim_gazetteer_get_commune (gazetteer, site->commune)->department;
  if (record->number % 50 == 0)
    site->lat = site->lon = NAN;
}

static World *
make_world (EssaimReference *reference,
            guint            n)
{
  g_autoptr (BenchRecords) records = bench_records_new (BENCH_SEED);
  World *world = g_new (World, 1);

  world->texts = g_string_chunk_new (1 << 20);
  world->projects = g_new (EssaimIndexProject, n);
  world->sites = g_new (EssaimIndexSite, n);
  world->sources = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    make_project (world, i, bench_records_next (records), essaim_reference_get_gazetteer (reference));

  return world;
}

static void
free_world (World *world)
{
  g_string_chunk_free (world->texts);
  g_free (world->projects);
  g_free (world->sites);
  g_free (world->sources);
  g_free (world);
}

static gsize
count_memory (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static EssaimIndex *
build_index (EssaimReference *reference,
             guint            n,
             Figures         *figures)
{
  World *world = make_world (reference, n);
  gsize before = count_memory ();
  double start = now_ms ();
  EssaimIndexBuilder *builder = essaim_index_builder_new (reference);
  EssaimIndex *index;

  for (guint source = 0; source < N_SOURCES; source++)
    {
      g_autofree char *feed = g_strdup_printf ("feed-%u", source);

      essaim_index_builder_add_source (builder, feed, feed);
    }
  for (guint i = 0; i < n; i++)
    {
      essaim_index_builder_add_project (builder, &world->projects[i]);
      essaim_index_builder_add_site (builder, &world->sites[i]);
    }
  index = essaim_index_builder_end (builder);

  figures->build_ms = now_ms () - start;
  figures->megabytes = (count_memory () - before) / 1e6;
  free_world (world);

  return index;
}

static EssaimQuery *
ask_all (void)
{
  return essaim_query_new ();
}

static EssaimQuery *
ask_text (void)
{
  EssaimQuery *query = essaim_query_new ();

  query->text = g_strdup ("mobilité");

  return query;
}

static EssaimQuery *
ask_text_and_theme (void)
{
  EssaimQuery *query = ask_text ();

  query->themes = 1 << 4 | 1 << 7;

  return query;
}

static EssaimQuery *
ask_view (void)
{
  EssaimQuery *query = ask_text_and_theme ();

  query->west = 2.0;
  query->south = 45.0;
  query->east = 6.0;
  query->north = 49.0;

  return query;
}

static EssaimQuery *
ask_territory (void)
{
  EssaimQuery *query = essaim_query_new ();

  g_ptr_array_add (query->territories, g_strdup ("region:84"));
  query->sort = ESSAIM_SORT_RECENT;

  return query;
}

static EssaimQuery *
ask_nearest (void)
{
  EssaimQuery *query = essaim_query_new ();

  query->near_lat = 45.78;
  query->near_lon = 3.09;
  query->sort = ESSAIM_SORT_DISTANCE;

  return query;
}

static EssaimQuery *
ask_within (void)
{
  EssaimQuery *query = ask_nearest ();

  query->within_km = 150;

  return query;
}

static EssaimQuery *
ask_everything (void)
{
  EssaimQuery *query = ask_view ();

  query->challenges = 3;
  query->kinds = 3;
  query->audiences = 6;
  query->placed = ESSAIM_PLACED_YES;
  query->since = g_strdup ("2020-01-01");
  g_ptr_array_add (query->territories, g_strdup ("departement:69"));
  g_ptr_array_add (query->sources, g_strdup ("feed-1"));
  g_ptr_array_add (query->statuses, g_strdup ("en cours"));

  return query;
}

static const Asked asked[] = {
  { "all projects", ask_all, 0 },
  { "text, 60 % match", ask_text, 60 },
  { "text, 5 % match", ask_text, 5 },
  { "text, theme", ask_text_and_theme, 20 },
  { "text, theme, view", ask_view, 60 },
  { "region, by date", ask_territory, 0 },
  { "all, by distance", ask_nearest, 0 },
  { "within 150 km, by distance", ask_within, 0 },
  { "every filter", ask_everything, 60 },
};

/* As a full-text search gives them: any order. */
static GArray *
make_matches (guint n,
              guint percent)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (BENCH_SEED);
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 number = 1; number <= n; number++)
    if ((guint) g_rand_int_range (rand, 0, 100) < percent)
      g_array_append_val (matches, number);
  for (guint i = matches->len; i > 1; i--)
    {
      guint j = g_rand_int_range (rand, 0, i);
      guint32 number = g_array_index (matches, guint32, j);

      g_array_index (matches, guint32, j) = g_array_index (matches, guint32, i - 1);
      g_array_index (matches, guint32, i - 1) = number;
    }

  return matches;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double time_a = *(const double *) a;
  double time_b = *(const double *) b;

  return time_a < time_b ? -1 : time_a > time_b;
}

static double
get_quantile (GArray *times,
              double  quantile)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, double, (guint) ((times->len - 1) * quantile));
}

static double
ask (EssaimIndex *index,
     const Asked *one,
     GArray      *all_times)
{
  g_autoptr (GArray) matches = make_matches (essaim_index_get_n_projects (index), one->percent);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (EssaimQuery) query = one->make ();
  guint n_found = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double start = now_ms (), spent;
      g_autoptr (EssaimResults) results = essaim_results_new (index, query, (guint32 *) matches->data, matches->len);

      spent = now_ms () - start;
      n_found = essaim_results_get_n (results);
      g_array_append_val (times, spent);
      g_array_append_val (all_times, spent);
    }

  printf ("  %-28s %8u found  %7.2f ms median  %7.2f ms p95\n", one->name, n_found, get_quantile (times, 0.5),
          get_quantile (times, 0.95));

  return get_quantile (times, 0);
}

static double
summarize (EssaimIndex *index)
{
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_index_get_reference (index));
  guint territory = essaim_territories_lookup (territories, "region:84");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double start = now_ms (), spent;
      g_autoptr (EssaimTerritorySummary) summary = essaim_territory_summary_new (index, territory);

      spent = now_ms () - start;
      g_assert_cmpuint (summary->total, >, 0);
      g_array_append_val (times, spent);
    }

  return get_quantile (times, 0.95);
}

static Figures
measure (EssaimReference *reference,
         guint            n)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Figures figures = { 0 };
  g_autoptr (EssaimIndex) index = build_index (reference, n, &figures);

  printf ("%u projects\n", n);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    figures.all_ms += ask (index, &asked[i], times);
  figures.median_ms = get_quantile (times, 0.5);
  figures.p95_ms = get_quantile (times, 0.95);
  figures.summary_ms = summarize (index);

  return figures;
}

static gboolean
print_line (const char *what,
            double      figure,
            const char *unit,
            double      bar)
{
  printf ("%-44s %9.2f %-3s %9.2f %s\n", what, figure, unit, bar, figure <= bar ? "pass" : "short");

  return figure <= bar;
}

static gboolean
print_figures (const Figures *small,
               const Figures *large)
{
  gboolean pass = TRUE;

  printf ("\n%-44s %9s %-3s %9s\n", "what", "figure", "", "bar");
  pass &= print_line ("P4 query, 200,000 projects, median", small->median_ms, "ms", 12);
  pass &= print_line ("P4 query, 200,000 projects, p95", small->p95_ms, "ms", 35);
  pass &= print_line ("P9 summary of a region, 200,000, p95", small->summary_ms, "ms", 20);
  pass &= print_line ("index of 200,000 projects built", small->build_ms, "ms", 300);
  pass &= print_line ("memory of the index, 1,000,000", large->megabytes, "MB", 150);
  pass &= print_line ("P10 growth of all questions", large->all_ms / small->all_ms, "x", 5.5);
  pass &= print_line ("P10 growth of the p95", large->p95_ms / small->p95_ms, "x", 5.5);
  pass &= print_line ("P10 growth of the summary", large->summary_ms / small->summary_ms, "x", 5.5);
  pass &= print_line ("P10 growth of building", large->build_ms / small->build_ms, "x", 5.5);

  return pass;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimReference) reference = essaim_reference_new (NULL, &error);
  Figures small, large;

  if (reference == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  small = measure (reference, N_SMALL);
  large = measure (reference, N_LARGE);

  return print_figures (&small, &large) ? 0 : 1;
}
