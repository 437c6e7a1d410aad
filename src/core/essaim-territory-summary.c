/* essaim-territory-summary.c: what there is in a territory, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-summary.h"

#include <math.h>

#include "essaim-index-private.h"

/* Marks places of which the projects do not belong. */
#define NO_WAY ESSAIM_N_WAYS

/* How the projects of each place belong to the territory. */
static guint8 *
find_ways (EssaimIndex *index,
           guint        territory)
{
  const EssaimSets *sets = &index->territories;
  guint8 *ways = g_new (guint8, sets->n);

  for (guint place = 0; place < sets->n; place++)
    {
      ways[place] = NO_WAY;
      for (guint i = sets->starts[place]; i < sets->starts[place + 1]; i++)
        if (ESSAIM_BELONGS_TERRITORY (sets->values[i]) == territory)
          ways[place] = ESSAIM_BELONGS_WAY (sets->values[i]);
    }

  return ways;
}

static void
add_amount (double *sum,
            double  amount)
{
  if (!isnan (amount))
    *sum = isnan (*sum) ? amount : *sum + amount;
}

static void
add_project (EssaimTerritorySummary *summary,
             EssaimIndex            *index,
             guint                   row,
             guint                   way)
{
  EssaimThemeSet themes = index->themes[index->theme_sets[row]];
  guint sources = index->source_sets[row];

  summary->total++;
  summary->by_way[way]++;
  summary->by_kind[index->kinds[row]]++;
  for (guint theme = 0; theme <= ESSAIM_N_THEMES; theme++)
    summary->by_theme[theme] += themes >> theme & 1;
  for (guint i = index->sources.starts[sources]; i < index->sources.starts[sources + 1]; i++)
    summary->by_source[index->sources.values[i]]++;
  add_amount (&summary->funding_unsited_eur, index->funding_eur[row]);
}

static gboolean
is_own_site (EssaimIndex *index,
             guint        territory,
             guint        site)
{
  EssaimTerritories *territories = essaim_reference_get_territories (index->reference);

  if (index->communes[site] != ESSAIM_NO_COMMUNE)
    return essaim_territories_has_commune (territories, territory, index->communes[site]);

  return index->departments[site] != ESSAIM_NO_DEPARTMENT &&
         essaim_territories_covers_department (territories, territory, index->departments[site]);
}

static void
add_sites (EssaimTerritorySummary *summary,
           EssaimIndex            *index,
           guint                   row)
{
  guint set = index->source_sets[row];
  gboolean is_alone = index->sources.starts[set + 1] - index->sources.starts[set] == 1;
  double *part = is_alone ? &summary->funding_by_source[index->sources.values[index->sources.starts[set]]]
                          : &summary->funding_shared_eur;

  for (guint site = index->first_sites[row]; site < index->first_sites[row + 1]; site++)
    if (!isnan (index->site_funding_eur[site]) && is_own_site (index, summary->territory, site))
      {
        add_amount (&summary->funding_eur, index->site_funding_eur[site]);
        add_amount (part, index->site_funding_eur[site]);
      }
}

/* The first few projects of each kind, as a person would look them up. */
static void
name_first (EssaimTerritorySummary *summary,
            EssaimIndex            *index,
            const guint8           *ways)
{
  guint found[ESSAIM_N_KINDS] = { 0 };
  guint missing = 0;

  for (guint kind = 0; kind < ESSAIM_N_KINDS; kind++)
    missing += MIN (summary->by_kind[kind], ESSAIM_SUMMARY_N_FIRST);

  for (guint i = 0; missing > 0 && i < index->n_rows; i++)
    {
      guint row = index->by_title[i];
      guint kind = index->kinds[row];

      if (ways[index->places[row]] == NO_WAY || found[kind] == ESSAIM_SUMMARY_N_FIRST)
        continue;
      summary->first_rows[kind][found[kind]++] = row;
      missing--;
    }
}

/* To the cent: sums of thousands of amounts gather the errors of each. */
static void
round_amounts (EssaimTerritorySummary *summary)
{
  summary->funding_eur = round (summary->funding_eur * 100) / 100;
  summary->funding_shared_eur = round (summary->funding_shared_eur * 100) / 100;
  summary->funding_unsited_eur = round (summary->funding_unsited_eur * 100) / 100;
  for (guint i = 0; i < summary->n_sources; i++)
    summary->funding_by_source[i] = round (summary->funding_by_source[i] * 100) / 100;
}

static EssaimTerritorySummary *
new_empty (EssaimIndex *index,
           guint        territory)
{
  EssaimTerritorySummary *summary = g_new0 (EssaimTerritorySummary, 1);

  summary->index = g_object_ref (index);
  summary->territory = territory;
  summary->n_sources = index->source_ids->len;
  summary->by_source = g_new0 (guint, summary->n_sources);
  summary->funding_by_source = g_new (double, summary->n_sources);
  for (guint i = 0; i < summary->n_sources; i++)
    summary->funding_by_source[i] = NAN;
  summary->funding_eur = NAN;
  summary->funding_shared_eur = NAN;
  summary->funding_unsited_eur = NAN;

  return summary;
}

/**
 * essaim_territory_summary_new:
 * @index: all projects
 * @territory: index of a territory
 *
 * Counts the projects that belong to a territory, each once, with its strongest way. A project with two themes counts
 * in both.
 *
 * Amounts are in euros: those of the sites that lie in the territory (or of which only the department is known, where
 * the territory covers it); apart from them, those that projects carry without a site.
 *
 * Returns: (transfer full): the counts
 */
EssaimTerritorySummary *
essaim_territory_summary_new (EssaimIndex *index,
                              guint        territory)
{
  EssaimTerritories *territories = essaim_reference_get_territories (index->reference);
  guint32 population = essaim_territories_get (territories, territory)->population;
  EssaimTerritorySummary *summary = new_empty (index, territory);
  g_autofree guint8 *ways = find_ways (index, territory);

  for (guint row = 0; row < index->n_rows; row++)
    {
      guint way = ways[index->places[row]];

      if (way == NO_WAY)
        continue;
      add_project (summary, index, row, way);
      if (way != ESSAIM_WAY_DECLARED)
        add_sites (summary, index, row);
    }

  name_first (summary, index, ways);
  round_amounts (summary);
  summary->per_10000 = population > 0 ? summary->total * 10000.0 / population : NAN;

  return summary;
}

/**
 * essaim_territory_summary_free:
 * @summary: (nullable) (transfer full): a summary
 */
void
essaim_territory_summary_free (EssaimTerritorySummary *summary)
{
  if (summary == NULL)
    return;

  g_object_unref (summary->index);
  g_free (summary->by_source);
  g_free (summary->funding_by_source);
  g_free (summary);
}

/**
 * essaim_territory_summary_get_funding_source:
 * @summary: the counts of a territory
 * @source: (out): the source that alone tells all amounts of its sites; left alone when there is none
 *
 * Returns: whether one source tells them all
 */
gboolean
essaim_territory_summary_get_funding_source (const EssaimTerritorySummary *summary,
                                             guint                        *source)
{
  guint n = isnan (summary->funding_shared_eur) ? 0 : 2;
  guint only = 0;

  for (guint i = 0; i < summary->n_sources; i++)
    if (!isnan (summary->funding_by_source[i]))
      {
        only = i;
        n++;
      }
  if (n == 1)
    *source = only;

  return n == 1;
}

/**
 * essaim_territories_count_results:
 * @results: an answer
 * @territories: (array length=n_territories): indices of territories
 * @n_territories: how many
 * @counts: (out caller-allocates) (array length=n_territories): how many of the results belong to each, in whatever way
 */
void
essaim_territories_count_results (EssaimResults *results,
                                  const guint   *territories,
                                  guint          n_territories,
                                  guint         *counts)
{
  EssaimIndex *index = essaim_results_get_index (results);
  EssaimTerritories *all = essaim_reference_get_territories (index->reference);
  const EssaimSets *sets = &index->territories;
  g_autofree guint *of_place = g_new0 (guint, sets->n);
  g_autofree guint *of_territory = g_new0 (guint, essaim_territories_get_n (all));

  for (guint i = 0; i < essaim_results_get_n (results); i++)
    of_place[index->places[essaim_results_get_row (results, i)]]++;
  for (guint place = 0; place < sets->n; place++)
    for (guint i = sets->starts[place]; i < sets->starts[place + 1]; i++)
      of_territory[ESSAIM_BELONGS_TERRITORY (sets->values[i])] += of_place[place];
  for (guint i = 0; i < n_territories; i++)
    counts[i] = of_territory[territories[i]];
}
