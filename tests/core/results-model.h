/* results-model.h: what passes a query, and in which order, found the long way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "index-model.h"

typedef enum
{
  FILTER_NONE,
  FILTER_THEME,
  FILTER_CHALLENGE,
  FILTER_KIND,
  FILTER_AUDIENCE,
  FILTER_SOURCE,
  FILTER_TERRITORY,
  FILTER_PLACED,
  FILTER_STATUS,
} Filter;

static inline gboolean
model_is_in_area (const EssaimQuery     *query,
                  const EssaimIndexSite *site)
{
  if (!model_has_point (site))
    return FALSE;

  if (!isnan (query->west))
    {
      gboolean in_lon = query->west <= query->east ? site->lon >= query->west && site->lon <= query->east
                                                   : site->lon >= query->west || site->lon <= query->east;

      if (!in_lon || site->lat < query->south || site->lat > query->north)
        return FALSE;
    }

  return isnan (query->near_lat) || query->within_km == 0 ||
         essaim_distance_km (query->near_lat, query->near_lon, site->lat, site->lon) <= query->within_km;
}

static inline gboolean
model_passes_themes (Model         *model,
                     const Project *project,
                     Filter         left_out)
{
  const EssaimQuery *query = model->query;
  EssaimThemes *themes = essaim_reference_get_themes (model->reference);
  EssaimThemeSet own = project->project.themes != 0 ? project->project.themes : 1u << ESSAIM_THEME_UNCLASSIFIED;
  gboolean has_challenge = FALSE;

  if (left_out != FILTER_THEME && query->themes != 0 && (own & query->themes) == 0)
    return FALSE;
  if (left_out == FILTER_CHALLENGE || query->challenges == 0)
    return TRUE;

  for (guint theme = 0; theme < ESSAIM_N_THEMES; theme++)
    has_challenge |= (own >> theme & 1) && (query->challenges >> essaim_themes_get_challenge (themes, theme) & 1);

  return has_challenge;
}

static inline gboolean
model_passes_sources (Model         *model,
                      const Project *project)
{
  if (model->query->sources->len == 0)
    return TRUE;

  for (guint i = 0; i < project->project.n_sources; i++)
    if (g_ptr_array_find_with_equal_func (model->query->sources, model_feeds[project->sources[i]], g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

static inline gboolean
model_passes_territories (Model         *model,
                          const Project *project)
{
  EssaimTerritories *all = essaim_reference_get_territories (model->reference);
  GPtrArray *chosen = model->query->territories;

  for (guint i = 0; i < chosen->len; i++)
    {
      guint territory = essaim_territories_lookup (all, chosen->pdata[i]);
      EssaimWay way;

      if (territory != ESSAIM_NO_TERRITORY && model_belongs (model, project, territory, &way))
        return TRUE;
    }

  return chosen->len == 0;
}

static inline gboolean
model_passes_statuses (Model         *model,
                       const Project *project)
{
  GPtrArray *chosen = model->query->statuses;

  for (guint i = 0; project->project.status != NULL && i < chosen->len; i++)
    if (g_ascii_strcasecmp (chosen->pdata[i], project->project.status) == 0)
      return TRUE;

  return chosen->len == 0;
}

static inline gboolean
model_passes_rest (Model         *model,
                   const Project *project)
{
  const EssaimQuery *query = model->query;
  gboolean in_area = isnan (query->west) && (isnan (query->near_lat) || query->within_km == 0);
  gboolean matches = model->matches == NULL;

  for (guint i = 0; i < project->n_sites; i++)
    in_area |= model_is_in_area (query, &project->sites[i]);
  for (guint i = 0; model->matches != NULL && i < model->matches->len; i++)
    matches |= g_array_index (model->matches, guint32, i) == project->project.number;

  return in_area && matches &&
         (query->since == NULL || g_strcmp0 (project->project.first_seen, query->since) >= 0);
}

static inline gboolean
model_passes (Model         *model,
              const Project *project,
              Filter         left_out)
{
  const EssaimQuery *query = model->query;

  return model_passes_themes (model, project, left_out) &&
         (left_out == FILTER_KIND || query->kinds == 0 || (query->kinds >> project->project.kind & 1)) &&
         (left_out == FILTER_AUDIENCE || query->audiences == 0 || (query->audiences & project->project.audiences)) &&
         (left_out == FILTER_SOURCE || model_passes_sources (model, project)) &&
         (left_out == FILTER_TERRITORY || model_passes_territories (model, project)) &&
         (left_out == FILTER_STATUS || model_passes_statuses (model, project)) &&
         (left_out == FILTER_PLACED || query->placed == ESSAIM_PLACED_ANY ||
          model_is_placed (project) == (query->placed == ESSAIM_PLACED_YES)) &&
         model_passes_rest (model, project);
}

static inline double
model_find_distance (Model         *model,
                     const Project *project)
{
  const EssaimQuery *query = model->query;
  double nearest = INFINITY;

  for (guint i = 0; i < project->n_sites; i++)
    {
      const EssaimIndexSite *site = &project->sites[i];

      if (model_has_point (site))
        {
          double km = essaim_distance_km (query->near_lat, query->near_lon, site->lat, site->lon);

          nearest = MIN (nearest, km);
        }
    }

  return nearest;
}

static inline guint
model_find_match (Model         *model,
                  const Project *project)
{
  guint i = 0;

  while (g_array_index (model->matches, guint32, i) != project->project.number)
    i++;

  return i;
}

static inline const char *
model_get_date (const Project *project)
{
  return project->project.updated != NULL ? project->project.updated : project->project.first_seen;
}

/* Negative where the query's order puts @a before @b, 0 where only titles and rows decide. */
static inline int
model_compare_as_asked (Model         *model,
                        const Project *a,
                        const Project *b)
{
  EssaimSort sort = model->query->sort;
  double near_a, near_b;

  if (sort == ESSAIM_SORT_RELEVANCE && model->matches != NULL)
    return (int) model_find_match (model, a) - (int) model_find_match (model, b);
  if (sort == ESSAIM_SORT_RECENT)
    return g_strcmp0 (model_get_date (b), model_get_date (a));
  if (sort != ESSAIM_SORT_DISTANCE || isnan (model->query->near_lat))
    return 0;

  near_a = model_find_distance (model, a);
  near_b = model_find_distance (model, b);

  return near_a < near_b ? -1 : near_a > near_b;
}

static inline int
model_compare_rows (gconstpointer first,
                    gconstpointer second,
                    gpointer      user_data)
{
  Model *model = user_data;
  guint row_a = *(const guint *) first, row_b = *(const guint *) second;
  const Project *a = &g_array_index (model->projects, Project, row_a);
  const Project *b = &g_array_index (model->projects, Project, row_b);
  int order = model_compare_as_asked (model, a, b);

  if (order == 0)
    order = (int) a->title - (int) b->title;

  return order != 0 ? order : (int) row_a - (int) row_b;
}

static inline gboolean
model_is_on_chosen_ground (Model                 *model,
                           const EssaimIndexSite *site)
{
  EssaimTerritories *all = essaim_reference_get_territories (model->reference);
  GPtrArray *chosen = model->query->territories;

  for (guint i = 0; i < chosen->len; i++)
    {
      guint territory = essaim_territories_lookup (all, chosen->pdata[i]);

      if (territory != ESSAIM_NO_TERRITORY && model_find_way_of_site (model, site, territory) != ESSAIM_WAY_DECLARED)
        return TRUE;
    }

  return chosen->len == 0;
}
