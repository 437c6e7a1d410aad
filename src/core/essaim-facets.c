/* essaim-facets.c: counts what each choice would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-facets.h"

static void
count_themes (EssaimTally  *tally,
              EssaimFacets *facets)
{
  EssaimThemes *themes = essaim_reference_get_themes (tally->index->reference);
  EssaimThemeSet of_challenge[ESSAIM_N_CHALLENGES];

  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    of_challenge[i] = essaim_themes_get_challenge_set (themes, (EssaimChallenge) i);

  for (guint set = 0; set < tally->index->n_theme_sets; set++)
    {
      EssaimThemeSet members = tally->index->themes[set];

      for (guint theme = 0; theme <= ESSAIM_N_THEMES; theme++)
        if (members & 1u << theme)
          facets->themes[theme] += tally->themes[set] + tally->themes_alone[set];
      for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
        if (members & of_challenge[i])
          facets->challenges[i] += tally->themes[set] + tally->challenges_alone[set];
    }
}

static void
count_kinds_and_audiences (EssaimTally  *tally,
                           EssaimFacets *facets)
{
  for (guint kind = 0; kind < ESSAIM_N_KINDS; kind++)
    facets->kinds[kind] = tally->kinds[kind];

  for (guint set = 0; set < G_N_ELEMENTS (tally->audiences); set++)
    for (guint audience = 0; audience < ESSAIM_N_AUDIENCES; audience++)
      if (set & 1u << audience)
        facets->audiences[audience] += tally->audiences[set];
}

/* Adds the rows of each set to each of its values, shifted to the right. */
static guint *
count_sets (const EssaimSets *sets,
            const guint32    *rows,
            guint             shift,
            guint             n_values)
{
  guint *counts = g_new0 (guint, n_values);

  for (guint set = 0; set < sets->n; set++)
    if (rows[set] > 0)
      for (guint i = sets->starts[set]; i < sets->starts[set + 1]; i++)
        counts[sets->values[i] >> shift] += rows[set];

  return counts;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const EssaimTerritoryCount *count_a = a;
  const EssaimTerritoryCount *count_b = b;

  if (count_a->count != count_b->count)
    return count_a->count > count_b->count ? -1 : 1;

  return count_a->territory < count_b->territory ? -1 : count_a->territory > count_b->territory;
}

static GArray *
pick_counts (GArray      *territories,
             const guint *counts,
             gboolean     with_zeros)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (EssaimTerritoryCount));

  for (guint i = 0; i < territories->len; i++)
    {
      guint territory = g_array_index (territories, guint, i);
      EssaimTerritoryCount count = { territory, counts[territory] };

      if (count.count > 0 || with_zeros)
        g_array_append_val (picked, count);
    }
  g_array_sort (picked, compare_counts);

  return picked;
}

static int
compare_territories (gconstpointer a,
                     gconstpointer b)
{
  guint territory_a = *(const guint *) a;
  guint territory_b = *(const guint *) b;

  return territory_a < territory_b ? -1 : territory_a > territory_b;
}

/* The level below each chosen territory, each territory once; regions when none is chosen. */
static GArray *
list_below (const EssaimFilter *filter)
{
  EssaimTerritories *territories = essaim_reference_get_territories (filter->index->reference);
  GArray *list;
  guint n = 0;

  if (!filter->has_territories)
    return essaim_territories_below (territories, ESSAIM_NO_TERRITORY);

  list = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < filter->territories->len; i++)
    {
      g_autoptr (GArray) below = essaim_territories_below (territories, g_array_index (filter->territories, guint, i));

      g_array_append_vals (list, below->data, below->len);
    }

  g_array_sort (list, compare_territories);
  for (guint i = 0; i < list->len; i++)
    if (n == 0 || g_array_index (list, guint, n - 1) != g_array_index (list, guint, i))
      g_array_index (list, guint, n++) = g_array_index (list, guint, i);
  g_array_set_size (list, n);

  return list;
}

static void
count_territories (EssaimTally        *tally,
                   const EssaimFilter *filter,
                   EssaimFacets       *facets)
{
  EssaimIndex *index = tally->index;
  guint n_territories = essaim_territories_get_n (essaim_reference_get_territories (index->reference));
  g_autoptr (GArray) below = list_below (filter);
  g_autofree guint *inside = count_sets (&index->territories, tally->places, 2, n_territories);
  guint *anywhere = count_sets (&index->territories, tally->places_alone, 2, n_territories);

  for (guint territory = 0; territory < n_territories; territory++)
    anywhere[territory] += inside[territory];

  facets->territories = pick_counts (below, inside, FALSE);
  facets->labels = pick_counts (index->labels, anywhere, TRUE);
  facets->by_territory = anywhere;
}

/**
 * essaim_tally_new:
 * @index: an index, which must outlive the tally
 *
 * Returns: (transfer full): a tally without rows
 */
EssaimTally *
essaim_tally_new (EssaimIndex *index)
{
  EssaimTally *tally = g_new0 (EssaimTally, 1);

  tally->index = index;
  tally->themes = g_new0 (guint32, index->n_theme_sets);
  tally->themes_alone = g_new0 (guint32, index->n_theme_sets);
  tally->challenges_alone = g_new0 (guint32, index->n_theme_sets);
  tally->sources = g_new0 (guint32, index->sources.n);
  tally->places = g_new0 (guint32, index->territories.n);
  tally->places_alone = g_new0 (guint32, index->territories.n);
  tally->statuses = g_new0 (guint32, index->statuses->len);

  return tally;
}

/**
 * essaim_tally_free:
 * @tally: (transfer full): a tally
 */
void
essaim_tally_free (EssaimTally *tally)
{
  g_free (tally->themes);
  g_free (tally->themes_alone);
  g_free (tally->challenges_alone);
  g_free (tally->sources);
  g_free (tally->places);
  g_free (tally->places_alone);
  g_free (tally->statuses);
  g_free (tally);
}

/**
 * essaim_tally_end:
 * @tally: a tally of all rows
 * @filter: the filter that the rows were tested with
 * @facets: zeros, to be filled
 *
 * Turns the rows of each set into the rows of each choice. The tally may only be freed after that.
 */
void
essaim_tally_end (EssaimTally        *tally,
                  const EssaimFilter *filter,
                  EssaimFacets       *facets)
{
  EssaimIndex *index = tally->index;

  count_themes (tally, facets);
  count_kinds_and_audiences (tally, facets);
  facets->n_sources = index->source_ids->len;
  facets->sources = count_sets (&index->sources, tally->sources, 0, facets->n_sources);
  facets->n_statuses = index->statuses->len;
  facets->statuses = g_steal_pointer (&tally->statuses);
  facets->placed = tally->placed[TRUE];
  facets->unplaced = tally->placed[FALSE];
  count_territories (tally, filter, facets);
}

/**
 * essaim_facets_clear:
 * @facets: facets
 *
 * Frees what the facets hold.
 */
void
essaim_facets_clear (EssaimFacets *facets)
{
  g_clear_pointer (&facets->sources, g_free);
  g_clear_pointer (&facets->statuses, g_free);
  g_clear_pointer (&facets->by_territory, g_free);
  g_clear_pointer (&facets->territories, g_array_unref);
  g_clear_pointer (&facets->labels, g_array_unref);
}
