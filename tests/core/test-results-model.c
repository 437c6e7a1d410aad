/* test-results-model.c: answers against those found the long way, in random worlds
 *
 * The model knows no columns, bits or shared sets: it looks at each project, site and filter by itself, once for each
 * facet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-summary.h"
#include "results-model.h"

#define N_WORLDS 12
#define N_QUERIES 150

static void
check_rows (Model         *model,
            EssaimResults *results)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_unplaced = 0;

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);

      g_assert_cmpint (essaim_results_has_row (results, row), ==, model_passes (model, project, FILTER_NONE));
      if (!model_passes (model, project, FILTER_NONE))
        continue;
      g_array_append_val (expected, row);
      n_unplaced += !model_is_placed (project);
    }
  g_array_sort_with_data (expected, model_compare_rows, model);

  g_assert_cmpuint (essaim_results_get_n (results), ==, expected->len);
  g_assert_cmpuint (essaim_results_get_n_unplaced (results), ==, n_unplaced);
  for (guint i = 0; i < expected->len; i++)
    {
      g_assert_cmpuint (essaim_results_get_row (results, i), ==, g_array_index (expected, guint, i));
      g_assert_cmpuint (essaim_results_find_row (results, g_array_index (expected, guint, i)), ==, i);
    }
}

static void
check_sites (Model         *model,
             EssaimResults *results)
{
  guint n_sites, site = 0, n_expected = 0;
  const guint32 *sites = essaim_results_get_sites (results, &n_sites);

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);

      for (guint i = 0; i < project->n_sites; i++, site++)
        if (model_passes (model, project, FILTER_NONE) && model_is_in_area (model->query, &project->sites[i]) &&
            model_is_on_chosen_ground (model, &project->sites[i]))
          {
            g_assert_cmpuint (n_expected, <, n_sites);
            g_assert_cmpuint (sites[n_expected++], ==, site);
          }
    }
  g_assert_cmpuint (n_sites, ==, n_expected);
}

static void
check_theme_facets (Model              *model,
                    const EssaimFacets *facets)
{
  EssaimThemes *themes = essaim_reference_get_themes (model->reference);
  guint by_theme[ESSAIM_N_THEMES + 1] = { 0 };
  guint by_challenge[ESSAIM_N_CHALLENGES] = { 0 };

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);
      guint challenges = 0;

      for (guint theme = 0; theme < ESSAIM_N_THEMES; theme++)
        if (project->project.themes >> theme & 1)
          {
            by_theme[theme] += model_passes (model, project, FILTER_THEME);
            challenges |= 1u << essaim_themes_get_challenge (themes, theme);
          }
      if (project->project.themes == 0)
        by_theme[ESSAIM_THEME_UNCLASSIFIED] += model_passes (model, project, FILTER_THEME);
      for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
        by_challenge[i] += (challenges >> i & 1) && model_passes (model, project, FILTER_CHALLENGE);
    }

  g_assert_cmpmem (facets->themes, sizeof facets->themes, by_theme, sizeof by_theme);
  g_assert_cmpmem (facets->challenges, sizeof facets->challenges, by_challenge, sizeof by_challenge);
}

static gboolean
has_source (const Project *project,
            guint          source)
{
  for (guint i = 0; i < project->project.n_sources; i++)
    if (project->sources[i] == source)
      return TRUE;

  return FALSE;
}

static void
check_other_facets (Model              *model,
                    const EssaimFacets *facets)
{
  guint by_kind[ESSAIM_N_KINDS] = { 0 };
  guint by_audience[ESSAIM_N_AUDIENCES] = { 0 };
  guint by_source[3] = { 0 };
  guint by_placed[2] = { 0 };

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);

      by_kind[project->project.kind] += model_passes (model, project, FILTER_KIND);
      for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
        by_audience[i] += (project->project.audiences >> i & 1) && model_passes (model, project, FILTER_AUDIENCE);
      for (guint i = 0; i < 3; i++)
        by_source[i] += has_source (project, i) && model_passes (model, project, FILTER_SOURCE);
      by_placed[model_is_placed (project)] += model_passes (model, project, FILTER_PLACED);
    }

  g_assert_cmpmem (facets->kinds, sizeof facets->kinds, by_kind, sizeof by_kind);
  g_assert_cmpmem (facets->audiences, sizeof facets->audiences, by_audience, sizeof by_audience);
  g_assert_cmpuint (facets->n_sources, ==, 3);
  g_assert_cmpmem (facets->sources, 3 * sizeof *facets->sources, by_source, sizeof by_source);
  g_assert_cmpuint (facets->placed, ==, by_placed[TRUE]);
  g_assert_cmpuint (facets->unplaced, ==, by_placed[FALSE]);
}

/* Statuses of one spelling or another, and how often the answer has them. */
static void
check_status_facets (Model              *model,
                     const EssaimFacets *facets)
{
  guint n = 0;

  g_assert_cmpuint (facets->n_statuses, ==, essaim_index_get_n_statuses (model->index));
  for (guint status = 0; status < facets->n_statuses; status++)
    {
      const char *label = essaim_index_get_status (model->index, status);
      guint expected = 0;

      for (guint row = 0; row < model->projects->len; row++)
        {
          const Project *project = &g_array_index (model->projects, Project, row);
          const char *own = project->project.status != NULL ? project->project.status : "";

          expected += g_ascii_strcasecmp (own, label) == 0 && model_passes (model, project, FILTER_STATUS);
        }
      g_assert_cmpuint (facets->statuses[status], ==, expected);
      n += expected;
    }

  for (guint row = 0; row < model->projects->len; row++)
    n -= model_passes (model, &g_array_index (model->projects, Project, row), FILTER_STATUS);
  g_assert_cmpuint (n, ==, 0);
}

static guint
count_belonging (Model  *model,
                 guint   territory,
                 Filter  left_out)
{
  guint count = 0;

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);
      EssaimWay way;

      count += model_belongs (model, project, territory, &way) && model_passes (model, project, left_out);
    }

  return count;
}

/* The counts are right, come most first, and leave out nothing but zeros. */
static void
check_counts (Model      *model,
              GArray     *counts,
              GHashTable *expected,
              Filter      left_out,
              gboolean    with_zeros)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const EssaimTerritoryCount *count = &g_array_index (counts, EssaimTerritoryCount, i);

      g_assert_true (g_hash_table_contains (expected, GUINT_TO_POINTER (count->territory)));
      g_assert_cmpuint (count->count, ==, count_belonging (model, count->territory, left_out));
      g_assert_true (i == 0 || count[-1].count > count->count ||
                     (count[-1].count == count->count && count[-1].territory < count->territory));
    }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += with_zeros || count_belonging (model, GPOINTER_TO_UINT (key), left_out) > 0;
  g_assert_cmpuint (counts->len, ==, n);
}

static void
add_below (Model      *model,
           GHashTable *below,
           guint       territory)
{
  g_autoptr (GArray) list = essaim_territories_below (essaim_reference_get_territories (model->reference), territory);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (below, GUINT_TO_POINTER (g_array_index (list, guint, i)));
}

static void
check_territory_facets (Model              *model,
                        const EssaimFacets *facets)
{
  EssaimTerritories *all = essaim_reference_get_territories (model->reference);
  g_autoptr (GHashTable) below = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);
  GPtrArray *chosen = model->query->territories;

  for (guint i = 0; i < chosen->len; i++)
    if (essaim_territories_lookup (all, chosen->pdata[i]) != ESSAIM_NO_TERRITORY)
      add_below (model, below, essaim_territories_lookup (all, chosen->pdata[i]));
  if (chosen->len == 0)
    add_below (model, below, ESSAIM_NO_TERRITORY);
  check_counts (model, facets->territories, below, FILTER_NONE, FALSE);

  for (guint territory = 0; essaim_territories_get (all, territory)->kind == ESSAIM_TERRITORY_LABEL; territory++)
    g_hash_table_add (labels, GUINT_TO_POINTER (territory));
  check_counts (model, facets->labels, labels, FILTER_TERRITORY, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (model_territories); i++)
    {
      guint territory = essaim_territories_lookup (all, model_territories[i]);

      if (territory != ESSAIM_NO_TERRITORY)
        g_assert_cmpuint (facets->by_territory[territory], ==, count_belonging (model, territory, FILTER_TERRITORY));
    }
}

static void
check_query (Model *model)
{
  g_autoptr (EssaimResults) results = NULL;
  const guint32 *matches;

  model_make_query (model);
  matches = model->matches != NULL ? (const guint32 *) model->matches->data : NULL;
  results = essaim_results_new (model->index, model->query, matches, model->matches != NULL ? model->matches->len : 0);

  check_rows (model, results);
  check_sites (model, results);
  check_theme_facets (model, essaim_results_get_facets (results));
  check_other_facets (model, essaim_results_get_facets (results));
  check_territory_facets (model, essaim_results_get_facets (results));
  check_status_facets (model, essaim_results_get_facets (results));
  g_assert_cmpuint (essaim_results_count (model->index, model->query, matches,
                                          model->matches != NULL ? model->matches->len : 0),
                    ==, essaim_results_get_n (results));

  g_clear_pointer (&model->query, essaim_query_free);
  g_clear_pointer (&model->matches, g_array_unref);
}

static void
add_to (double *sum,
        double  amount)
{
  if (!isnan (amount))
    *sum += amount;
}

static void
check_summary (Model *model,
               guint  territory)
{
  g_autoptr (EssaimTerritorySummary) summary = essaim_territory_summary_new (model->index, territory);
  guint by_way[ESSAIM_N_WAYS] = { 0 };
  double of_sites = 0, unsited = 0;

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);
      gboolean is_sited = FALSE;
      EssaimWay way;

      if (!model_belongs (model, project, territory, &way))
        continue;
      by_way[way]++;
      for (guint i = 0; i < project->n_sites; i++)
        {
          is_sited |= !isnan (project->sites[i].funding_eur);
          if (model_find_way_of_site (model, &project->sites[i], territory) != ESSAIM_WAY_DECLARED)
            add_to (&of_sites, project->sites[i].funding_eur);
        }
      if (!is_sited)
        add_to (&unsited, project->project.funding_eur);
    }

  g_assert_cmpmem (summary->by_way, sizeof summary->by_way, by_way, sizeof by_way);
  g_assert_cmpuint (summary->total, ==, by_way[0] + by_way[1] + by_way[2]);
  g_assert_cmpfloat (isnan (summary->funding_eur) ? 0 : summary->funding_eur, ==, of_sites);
  g_assert_cmpfloat (isnan (summary->funding_unsited_eur) ? 0 : summary->funding_unsited_eur, ==, unsited);
}

static void
check_belonging (Model *model,
                 guint  row)
{
  const Project *project = &g_array_index (model->projects, Project, row);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (EssaimWay));

  essaim_index_get_territories (model->index, row, found, ways);
  for (guint i = 0; i < found->len; i++)
    {
      EssaimWay way;

      g_assert_true (model_belongs (model, project, g_array_index (found, guint, i), &way));
      g_assert_cmpint (g_array_index (ways, EssaimWay, i), ==, way);
    }
}

static void
set_up (Model         *model,
        gconstpointer  user_data)
{
  guint seed = GPOINTER_TO_UINT (user_data);

  model->reference = world_load_reference ();
  model->rand = g_rand_new_with_seed (seed);
  model_choose_communes (model);
  model_make_index (model, seed < 3 ? seed : 20 * seed);
}

static void
tear_down (Model         *model,
           gconstpointer  user_data)
{
  g_assert_finalize_object (model->index);
  g_array_unref (model->projects);
  g_array_unref (model->communes);
  g_rand_free (model->rand);
  g_assert_finalize_object (model->reference);
}

static void
test_world (Model         *model,
            gconstpointer  user_data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (model->reference);

  for (guint i = 0; i < N_QUERIES; i++)
    check_query (model);

  for (guint row = 0; row < model->projects->len; row++)
    check_belonging (model, row);
  for (guint i = 0; i < G_N_ELEMENTS (model_territories); i++)
    {
      guint territory = essaim_territories_lookup (territories, model_territories[i]);

      if (territory != ESSAIM_NO_TERRITORY)
        check_summary (model, territory);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 0; seed < N_WORLDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/results-model/world-%u", seed);

      g_test_add (path, Model, GUINT_TO_POINTER (seed), set_up, test_world, tear_down);
    }

  return g_test_run ();
}
