/* essaim-filter.c: a query made ready for one index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter.h"

#include <string.h>

#include "essaim-instant.h"
#include "essaim-text.h"

static void
decide_themes (EssaimFilter      *filter,
               const EssaimQuery *query)
{
  EssaimIndex *index = filter->index;
  EssaimThemes *themes = essaim_reference_get_themes (index->reference);
  EssaimThemeSet of_challenges = 0;

  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    if (query->challenges & 1u << i)
      of_challenges |= essaim_themes_get_challenge_set (themes, (EssaimChallenge) i);

  filter->themes = g_new0 (guint8, index->n_theme_sets);
  for (guint set = 0; set < index->n_theme_sets; set++)
    {
      if (query->themes != 0 && (index->themes[set] & query->themes) == 0)
        filter->themes[set] |= ESSAIM_FAILS_THEME;
      if (query->challenges != 0 && (index->themes[set] & of_challenges) == 0)
        filter->themes[set] |= ESSAIM_FAILS_CHALLENGE;
    }
}

static void
decide_kinds_and_audiences (EssaimFilter      *filter,
                            const EssaimQuery *query)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (filter->kinds); kind++)
    if (query->kinds != 0 && (kind >= ESSAIM_N_KINDS || (query->kinds & 1u << kind) == 0))
      filter->kinds[kind] = ESSAIM_FAILS_KIND;

  for (guint audiences = 0; audiences < G_N_ELEMENTS (filter->audiences); audiences++)
    if (query->audiences != 0 && (query->audiences & audiences) == 0)
      filter->audiences[audiences] = ESSAIM_FAILS_AUDIENCE;
}

/* For each set: @fails where none of its values, shifted to the right, is marked. Without marks, nothing fails. */
static guint8 *
decide_sets (const EssaimSets *sets,
             const guint8     *marks,
             guint             shift,
             EssaimFails       fails)
{
  guint8 *decided = g_new0 (guint8, sets->n);

  for (guint set = 0; marks != NULL && set < sets->n; set++)
    {
      guint8 found = 0;

      for (guint i = sets->starts[set]; i < sets->starts[set + 1]; i++)
        found |= marks[sets->values[i] >> shift];
      decided[set] = found ? ESSAIM_FAILS_NONE : fails;
    }

  return decided;
}

static void
decide_sources (EssaimFilter      *filter,
                const EssaimQuery *query)
{
  GPtrArray *ids = filter->index->source_ids;
  g_autofree guint8 *marks = query->sources->len > 0 ? g_new0 (guint8, ids->len + 1) : NULL;

  for (guint source = 0; source < ids->len; source++)
    if (g_ptr_array_find_with_equal_func (query->sources, ids->pdata[source], g_str_equal, NULL))
      marks[source] = 1;

  filter->sources = decide_sets (&filter->index->sources, marks, 0, ESSAIM_FAILS_SOURCE);
}

static void
decide_statuses (EssaimFilter      *filter,
                 const EssaimQuery *query)
{
  GPtrArray *statuses = filter->index->statuses;

  if (query->statuses->len == 0)
    return;

  filter->statuses = g_new (guint8, statuses->len);
  memset (filter->statuses, ESSAIM_FAILS_STATUS, statuses->len);
  for (guint i = 0; i < query->statuses->len; i++)
    {
      g_autofree char *folded = essaim_text_fold (query->statuses->pdata[i]);

      for (guint status = 0; status < statuses->len; status++)
        if (g_str_equal (statuses->pdata[status], folded))
          filter->statuses[status] = ESSAIM_FAILS_NONE;
    }
}

static void
find_territories (EssaimFilter      *filter,
                  const EssaimQuery *query)
{
  EssaimTerritories *territories = essaim_reference_get_territories (filter->index->reference);

  filter->has_territories = query->territories->len > 0;
  filter->territories = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < query->territories->len; i++)
    {
      guint territory = essaim_territories_lookup (territories, query->territories->pdata[i]);

      if (territory != ESSAIM_NO_TERRITORY)
        g_array_append_val (filter->territories, territory);
    }
}

static void
mark_ground (EssaimFilter *filter,
             guint         territory)
{
  EssaimTerritories *territories = essaim_reference_get_territories (filter->index->reference);
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (filter->index->reference);
  const EssaimTerritory *chosen = essaim_territories_get (territories, territory);
  guint n_departments = essaim_gazetteer_get_n_departments (gazetteer);

  for (guint i = 0; i < chosen->n_communes; i++)
    filter->communes[chosen->communes[i]] = 1;
  for (guint department = 0; department < n_departments; department++)
    filter->departments[department] |= essaim_territories_covers_department (territories, territory, department);
}

static void
decide_territories (EssaimFilter      *filter,
                    const EssaimQuery *query)
{
  EssaimTerritories *territories = essaim_reference_get_territories (filter->index->reference);
  g_autofree guint8 *marks = NULL;

  find_territories (filter, query);
  if (filter->has_territories)
    {
      marks = g_new0 (guint8, essaim_territories_get_n (territories) + 1);
      filter->communes = g_new0 (guint8, ESSAIM_NO_COMMUNE + 1);
      filter->departments = g_new0 (guint8, ESSAIM_NO_DEPARTMENT + 1);
    }

  for (guint i = 0; i < filter->territories->len; i++)
    {
      guint territory = g_array_index (filter->territories, guint, i);

      marks[territory] = 1;
      mark_ground (filter, territory);
    }

  filter->places = decide_sets (&filter->index->territories, marks, 2, ESSAIM_FAILS_TERRITORY);
}

static gboolean
is_on_ground (const EssaimFilter *filter,
              guint               site)
{
  EssaimIndex *index = filter->index;

  if (index->communes[site] != ESSAIM_NO_COMMUNE)
    return filter->communes[index->communes[site]];

  return filter->departments[index->departments[site]];
}

/**
 * essaim_filter_new:
 * @index: an index, which must outlive the filter
 * @query: a query; its text is not looked at
 *
 * Decides each filter of the query for all values of the index. Ids that are not known match nothing.
 *
 * Returns: (transfer full): the filter
 */
EssaimFilter *
essaim_filter_new (EssaimIndex       *index,
                   const EssaimQuery *query)
{
  EssaimFilter *filter = g_new0 (EssaimFilter, 1);

  filter->index = index;
  decide_themes (filter, query);
  decide_kinds_and_audiences (filter, query);
  decide_sources (filter, query);
  decide_statuses (filter, query);
  decide_territories (filter, query);

  if (query->placed == ESSAIM_PLACED_YES)
    filter->placed[FALSE] = ESSAIM_FAILS_PLACED;
  else if (query->placed == ESSAIM_PLACED_NO)
    filter->placed[TRUE] = ESSAIM_FAILS_PLACED;

  filter->has_since = query->since != NULL && *query->since != '\0';
  filter->since = essaim_instant_parse (query->since);
  if (filter->since == ESSAIM_NO_INSTANT)
    filter->since = G_MAXINT64;
  essaim_area_init (&filter->area, query);

  return filter;
}

/**
 * essaim_filter_free:
 * @filter: (transfer full): a filter
 */
void
essaim_filter_free (EssaimFilter *filter)
{
  g_free (filter->themes);
  g_free (filter->sources);
  g_free (filter->places);
  g_free (filter->statuses);
  g_free (filter->communes);
  g_free (filter->departments);
  g_array_unref (filter->territories);
  g_free (filter);
}

/**
 * essaim_filter_has_site:
 * @filter: a filter
 * @site: a site of a project that passes the filter
 *
 * Returns: whether the site has a point, and itself lies where the query looks: on the ground of a chosen territory, in
 *   the box, in the circle
 */
gboolean
essaim_filter_has_site (const EssaimFilter *filter,
                        guint               site)
{
  EssaimIndex *index = filter->index;

  if ((index->site_flags[site] & ESSAIM_SITE_POINT) == 0)
    return FALSE;
  if (filter->has_territories && !is_on_ground (filter, site))
    return FALSE;

  return filter->area.is_everywhere || essaim_area_contains (&filter->area, index->points[site]);
}

/**
 * essaim_filter_is_near:
 * @filter: a filter
 * @row: a project
 *
 * Returns: whether a site of the project lies in the box and in the circle
 */
gboolean
essaim_filter_is_near (const EssaimFilter *filter,
                       guint               row)
{
  EssaimIndex *index = filter->index;

  for (guint site = index->first_sites[row]; site < index->first_sites[row + 1]; site++)
    if ((index->site_flags[site] & ESSAIM_SITE_POINT) != 0 && essaim_area_contains (&filter->area, index->points[site]))
      return TRUE;

  return FALSE;
}
