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
  for (guint site = index->first_sites[row]; site < index->first_sites[row + 1]; site++)
    if (!isnan (index->site_funding_eur[site]) && is_own_site (index, summary->territory, site))
      add_amount (&summary->funding_eur, index->site_funding_eur[site]);
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
  EssaimTerritorySummary *summary = g_new0 (EssaimTerritorySummary, 1);
  g_autofree guint8 *ways = find_ways (index, territory);

  summary->territory = territory;
  summary->n_sources = index->source_ids->len;
  summary->by_source = g_new0 (guint, summary->n_sources);
  summary->funding_eur = NAN;
  summary->funding_unsited_eur = NAN;

  for (guint row = 0; row < index->n_rows; row++)
    {
      guint way = ways[index->places[row]];

      if (way == NO_WAY)
        continue;
      add_project (summary, index, row, way);
      if (way != ESSAIM_WAY_DECLARED)
        add_sites (summary, index, row);
    }

  /* To the cent: sums of thousands of amounts gather the errors of each. */
  summary->funding_eur = round (summary->funding_eur * 100) / 100;
  summary->funding_unsited_eur = round (summary->funding_unsited_eur * 100) / 100;
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

  g_free (summary->by_source);
  g_free (summary);
}
