/* test-results-model.c: answers against those found the long way, in random worlds
 *
 * The model knows no columns, bits or shared sets: it looks at each project, site and filter by itself, once for each
 * facet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "essaim-territory-summary.h"
#include "index-world.h"

#define N_WORLDS 12
#define N_QUERIES 150
#define MAX_SITES 3

typedef struct
{
  EssaimIndexProject project;
  guint              title;       /* in titles */
  guint              sources[3];
  const char        *declared[3];
  EssaimIndexSite    sites[MAX_SITES];
  guint              n_sites;
} Project;

typedef struct
{
  EssaimReference *reference;
  GRand           *rand;
  GArray          *communes;      /* (element-type guint): a few, so that projects meet */
  GArray          *projects;      /* (element-type Project) */
  EssaimIndex     *index;
  EssaimQuery     *query;
  GArray          *matches;       /* (nullable) (element-type guint32) */
} Model;

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
} Filter;

/* In order; titles of one line are the same to the reader. */
static const char * const titles[][3] = {
  { "", "…", "« »" },
  { "À table", "a table", "A  TABLE !" },
  { "Ateliers", "ateliers", "Ateliers." },
  { "Ateliers du vélo de Clermont", "ateliers du velo de clermont", "Ateliers du Vélo de Clermont" },
  { "Ateliers du vélo de Lyon", "ateliers du velo de lyon", "Ateliers du Vélo de Lyon" },
  { "Épicerie", "epicerie", "« Épicerie »" },
  { "Œuvre", "oeuvre", "OEUVRE" },
  { "Zone 2", "zone-2", "ZONE 2" },
};

static const char * const dates[] = { NULL, "2019-02-28", "2023-12-31", "2024-01-01", "2024-02-29" };
static const char * const statuses[] = { NULL, "En cours", "EN COURS", "Terminé" };
static const char * const feeds[] = { "feed-a", "feed-b", "feed-c" };
static const char * const departments[] = { "63", "69", "75", "92", "15", "976", NULL };

/* Territories of each kind, with a label of regions, one of communes, one without a perimeter, and an id of none. */
static const char * const territories[] = {
  "clermont-ferrand", "lyon-metropole", "genevois-innovales", "region-bretagne", "commune:63113", "commune:75056",
  "departement:63",
  "departement:75", "departement:15", "region:84", "region:11", "epci:246300701", "epci:200054781", "mayotte",
  "atlantide",
};

static guint
pick (Model *model,
      guint  n)
{
  return g_rand_int_range (model->rand, 0, n);
}

static gboolean
toss (Model *model,
      guint  out_of)
{
  return pick (model, out_of) == 0;
}

static void
choose_communes (Model *model)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (model->reference);
  guint n = essaim_gazetteer_get_n_communes (gazetteer);

  model->communes = g_array_new (FALSE, FALSE, sizeof (guint));
  while (model->communes->len < 40)
    {
      guint commune = pick (model, n);
      const EssaimCommune *facts = essaim_gazetteer_get_commune (gazetteer, commune);
      const char *code = essaim_gazetteer_get_department (gazetteer, facts->department)->code;

      if (g_strv_contains (departments, code) && !isnan (facts->lat))
        g_array_append_val (model->communes, commune);
    }
}

static EssaimIndexSite
make_site (Model *model)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (model->reference);
  guint commune = g_array_index (model->communes, guint, pick (model, model->communes->len));
  const EssaimCommune *facts = essaim_gazetteer_get_commune (gazetteer, commune);
  EssaimIndexSite site = { facts->lat, facts->lon, ESSAIM_PRECISION_COMMUNE, commune, facts->department, NAN };

  if (toss (model, 3))
    {
      site.lat += g_rand_double_range (model->rand, -0.1, 0.1);
      site.lon += g_rand_double_range (model->rand, -0.1, 0.1);
    }
  if (toss (model, 4))
    site.commune = ESSAIM_NO_COMMUNE;
  if (toss (model, 6))
    site.department = ESSAIM_NO_DEPARTMENT;
  if (toss (model, 4))
    site.lat = site.lon = NAN;
  if (toss (model, 3))
    site.funding_eur = 1 + pick (model, 1000);

  return site;
}

static void
make_project (Model   *model,
              Project *made,
              guint    row)
{
  EssaimIndexProject *project = &made->project;

  memset (made, 0, sizeof *made);
  made->title = pick (model, G_N_ELEMENTS (titles));
  for (guint i = 0; i < 3; i++)
    made->sources[i] = pick (model, 3);
  for (guint i = pick (model, 5) / 2; i > 0; i--)
    made->declared[i - 1] = territories[pick (model, G_N_ELEMENTS (territories))];
  for (made->n_sites = 0; made->n_sites < MAX_SITES && !toss (model, 3); made->n_sites++)
    made->sites[made->n_sites] = make_site (model);

  *project = (EssaimIndexProject) {
    .number = WORLD_NUMBER (row), .id = "", .title = titles[made->title][pick (model, 3)],
    .kind = (EssaimKind) pick (model, ESSAIM_N_KINDS),
    .themes = toss (model, 4) ? 0 : 1u << pick (model, 4) | 1u << pick (model, 16),
    .audiences = pick (model, 256) & pick (model, 256),
    .status = statuses[pick (model, G_N_ELEMENTS (statuses))], .first_seen = dates[pick (model, G_N_ELEMENTS (dates))],
    .updated = dates[pick (model, G_N_ELEMENTS (dates))], .funding_eur = toss (model, 3) ? 5000 : NAN,
    .n_sources = pick (model, 4),
  };
}

static void
make_index (Model *model,
            guint  n)
{
  World world = world_begin (model->reference);

  model->projects = g_array_new (FALSE, FALSE, sizeof (Project));
  g_array_set_size (model->projects, n);
  for (guint row = 0; row < n; row++)
    {
      Project *made = &g_array_index (model->projects, Project, row);

      make_project (model, made, row);
      made->project.sources = made->sources;
      made->project.declared = made->declared;
      essaim_index_builder_add_project (world.builder, &made->project);
      for (guint i = 0; i < made->n_sites; i++)
        essaim_index_builder_add_site (world.builder, &made->sites[i]);
    }
  model->index = essaim_index_builder_end (world.builder);
}

static void
choose_some (Model              *model,
             GPtrArray          *choices,
             const char * const *from,
             guint               n)
{
  do
    g_ptr_array_add (choices, g_strdup (from[pick (model, n)]));
  while (toss (model, 3));
}

static void
choose_ground (Model *model)
{
  EssaimQuery *query = model->query;
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (model->reference);
  guint commune = g_array_index (model->communes, guint, pick (model, model->communes->len));
  const EssaimCommune *facts = essaim_gazetteer_get_commune (gazetteer, commune);

  if (toss (model, 3))
    {
      query->near_lat = facts->lat + 0.01;
      query->near_lon = facts->lon - 0.013;
      query->within_km = toss (model, 3) ? 0 : 5 + pick (model, 400);
    }
  if (toss (model, 4))
    {
      query->west = facts->lon - 0.3001;
      query->east = toss (model, 4) ? query->west - 1 : facts->lon + 2.0001;
      query->south = facts->lat - 0.2001;
      query->north = facts->lat + 1.0001;
    }
}

static void
make_matches (Model *model)
{
  guint n = model->projects->len;

  model->matches = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n; i++)
    {
      guint32 number = WORLD_NUMBER (pick (model, n + 2)) + toss (model, 10);

      g_array_append_val (model->matches, number);
    }
}

static void
make_query (Model *model)
{
  EssaimQuery *query = model->query = essaim_query_new ();

  if (toss (model, 3))
    query->themes = 1u << pick (model, 4) | 1u << pick (model, 17);
  if (toss (model, 4))
    query->challenges = 1u << pick (model, 5);
  if (toss (model, 4))
    query->kinds = 1u << pick (model, 5) | 1u << pick (model, 5);
  if (toss (model, 4))
    query->audiences = 1u << pick (model, 8) | 1u << pick (model, 8);
  if (toss (model, 2))
    choose_some (model, query->territories, territories, G_N_ELEMENTS (territories));
  if (toss (model, 4))
    choose_some (model, query->sources, feeds, G_N_ELEMENTS (feeds));
  if (toss (model, 6))
    choose_some (model, query->statuses, statuses + 1, G_N_ELEMENTS (statuses) - 1);
  if (toss (model, 6))
    query->since = g_strdup (dates[1 + pick (model, G_N_ELEMENTS (dates) - 1)]);
  query->placed = toss (model, 4) ? (EssaimPlaced) pick (model, 3) : ESSAIM_PLACED_ANY;
  query->sort = (EssaimSort) pick (model, 4);
  choose_ground (model);
  if (toss (model, 3))
    {
      query->text = g_strdup ("mot");
      make_matches (model);
    }
}

static gboolean
has_point (const EssaimIndexSite *site)
{
  return !isnan (site->lat);
}

static gboolean
is_placed (const Project *project)
{
  for (guint i = 0; i < project->n_sites; i++)
    if (has_point (&project->sites[i]))
      return TRUE;

  return FALSE;
}

/* How a site belongs to a territory; ESSAIM_WAY_DECLARED where it does not. */
static EssaimWay
find_way_of_site (Model                 *model,
                  const EssaimIndexSite *site,
                  guint                  territory)
{
  EssaimTerritories *all = essaim_reference_get_territories (model->reference);

  if (essaim_territories_has_commune (all, territory, site->commune))
    return ESSAIM_WAY_SITE;
  if (site->commune == ESSAIM_NO_COMMUNE && essaim_territories_covers_department (all, territory, site->department))
    return ESSAIM_WAY_AREA;

  return ESSAIM_WAY_DECLARED;
}

static gboolean
belongs (Model         *model,
         const Project *project,
         guint          territory,
         EssaimWay     *strongest)
{
  EssaimWay way = ESSAIM_WAY_DECLARED;
  gboolean is_declared = FALSE;

  for (guint i = 0; i < project->n_sites; i++)
    way = MIN (way, find_way_of_site (model, &project->sites[i], territory));
  for (const char * const *id = (const char * const *) project->declared; *id != NULL; id++)
    is_declared |= essaim_territories_lookup (essaim_reference_get_territories (model->reference), *id) == territory;
  *strongest = way;

  return way != ESSAIM_WAY_DECLARED || is_declared;
}

static gboolean
is_in_area (const EssaimQuery     *query,
            const EssaimIndexSite *site)
{
  if (!has_point (site))
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

static gboolean
passes_themes (Model         *model,
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

static gboolean
passes_sources (Model         *model,
                const Project *project)
{
  if (model->query->sources->len == 0)
    return TRUE;

  for (guint i = 0; i < project->project.n_sources; i++)
    if (g_ptr_array_find_with_equal_func (model->query->sources, feeds[project->sources[i]], g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

static gboolean
passes_territories (Model         *model,
                    const Project *project)
{
  EssaimTerritories *all = essaim_reference_get_territories (model->reference);
  GPtrArray *chosen = model->query->territories;

  for (guint i = 0; i < chosen->len; i++)
    {
      guint territory = essaim_territories_lookup (all, chosen->pdata[i]);
      EssaimWay way;

      if (territory != ESSAIM_NO_TERRITORY && belongs (model, project, territory, &way))
        return TRUE;
    }

  return chosen->len == 0;
}

static gboolean
passes_rest (Model         *model,
             const Project *project)
{
  const EssaimQuery *query = model->query;
  gboolean in_area = isnan (query->west) && (isnan (query->near_lat) || query->within_km == 0);
  gboolean matches = model->matches == NULL;
  gboolean has_status = query->statuses->len == 0;

  for (guint i = 0; i < project->n_sites; i++)
    in_area |= is_in_area (query, &project->sites[i]);
  for (guint i = 0; model->matches != NULL && i < model->matches->len; i++)
    matches |= g_array_index (model->matches, guint32, i) == project->project.number;
  for (guint i = 0; project->project.status != NULL && i < query->statuses->len; i++)
    has_status |= g_ascii_strcasecmp (query->statuses->pdata[i], project->project.status) == 0;

  return in_area && matches && has_status &&
         (query->since == NULL || g_strcmp0 (project->project.first_seen, query->since) >= 0);
}

static gboolean
passes (Model         *model,
        const Project *project,
        Filter         left_out)
{
  const EssaimQuery *query = model->query;

  return passes_themes (model, project, left_out) &&
         (left_out == FILTER_KIND || query->kinds == 0 || (query->kinds >> project->project.kind & 1)) &&
         (left_out == FILTER_AUDIENCE || query->audiences == 0 || (query->audiences & project->project.audiences)) &&
         (left_out == FILTER_SOURCE || passes_sources (model, project)) &&
         (left_out == FILTER_TERRITORY || passes_territories (model, project)) &&
         (left_out == FILTER_PLACED || query->placed == ESSAIM_PLACED_ANY ||
          is_placed (project) == (query->placed == ESSAIM_PLACED_YES)) &&
         passes_rest (model, project);
}

static double
find_distance (Model         *model,
               const Project *project)
{
  const EssaimQuery *query = model->query;
  double nearest = INFINITY;

  for (guint i = 0; i < project->n_sites; i++)
    {
      const EssaimIndexSite *site = &project->sites[i];

      if (has_point (site))
        {
          double km = essaim_distance_km (query->near_lat, query->near_lon, site->lat, site->lon);

          nearest = MIN (nearest, km);
        }
    }

  return nearest;
}

static guint
find_match (Model         *model,
            const Project *project)
{
  guint i = 0;

  while (g_array_index (model->matches, guint32, i) != project->project.number)
    i++;

  return i;
}

static const char *
get_date (const Project *project)
{
  return project->project.updated != NULL ? project->project.updated : project->project.first_seen;
}

/* Negative where the query's order puts @a before @b, 0 where only titles and rows decide. */
static int
compare_as_asked (Model         *model,
                  const Project *a,
                  const Project *b)
{
  EssaimSort sort = model->query->sort;
  double near_a, near_b;

  if (sort == ESSAIM_SORT_RELEVANCE && model->matches != NULL)
    return (int) find_match (model, a) - (int) find_match (model, b);
  if (sort == ESSAIM_SORT_RECENT)
    return g_strcmp0 (get_date (b), get_date (a));
  if (sort != ESSAIM_SORT_DISTANCE || isnan (model->query->near_lat))
    return 0;

  near_a = find_distance (model, a);
  near_b = find_distance (model, b);

  return near_a < near_b ? -1 : near_a > near_b;
}

static int
compare_rows (gconstpointer first,
              gconstpointer second,
              gpointer      user_data)
{
  Model *model = user_data;
  guint row_a = *(const guint *) first, row_b = *(const guint *) second;
  const Project *a = &g_array_index (model->projects, Project, row_a);
  const Project *b = &g_array_index (model->projects, Project, row_b);
  int order = compare_as_asked (model, a, b);

  if (order == 0)
    order = (int) a->title - (int) b->title;

  return order != 0 ? order : (int) row_a - (int) row_b;
}

static void
check_rows (Model         *model,
            EssaimResults *results)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_unplaced = 0;

  for (guint row = 0; row < model->projects->len; row++)
    {
      const Project *project = &g_array_index (model->projects, Project, row);

      g_assert_cmpint (essaim_results_has_row (results, row), ==, passes (model, project, FILTER_NONE));
      if (!passes (model, project, FILTER_NONE))
        continue;
      g_array_append_val (expected, row);
      n_unplaced += !is_placed (project);
    }
  g_array_sort_with_data (expected, compare_rows, model);

  g_assert_cmpuint (essaim_results_get_n (results), ==, expected->len);
  g_assert_cmpuint (essaim_results_get_n_unplaced (results), ==, n_unplaced);
  for (guint i = 0; i < expected->len; i++)
    {
      g_assert_cmpuint (essaim_results_get_row (results, i), ==, g_array_index (expected, guint, i));
      g_assert_cmpuint (essaim_results_find_row (results, g_array_index (expected, guint, i)), ==, i);
    }
}

static gboolean
is_on_chosen_ground (Model                 *model,
                     const EssaimIndexSite *site)
{
  EssaimTerritories *all = essaim_reference_get_territories (model->reference);
  GPtrArray *chosen = model->query->territories;

  for (guint i = 0; i < chosen->len; i++)
    {
      guint territory = essaim_territories_lookup (all, chosen->pdata[i]);

      if (territory != ESSAIM_NO_TERRITORY && find_way_of_site (model, site, territory) != ESSAIM_WAY_DECLARED)
        return TRUE;
    }

  return chosen->len == 0;
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
        if (passes (model, project, FILTER_NONE) && is_in_area (model->query, &project->sites[i]) &&
            is_on_chosen_ground (model, &project->sites[i]))
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
            by_theme[theme] += passes (model, project, FILTER_THEME);
            challenges |= 1u << essaim_themes_get_challenge (themes, theme);
          }
      if (project->project.themes == 0)
        by_theme[ESSAIM_THEME_UNCLASSIFIED] += passes (model, project, FILTER_THEME);
      for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
        by_challenge[i] += (challenges >> i & 1) && passes (model, project, FILTER_CHALLENGE);
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

      by_kind[project->project.kind] += passes (model, project, FILTER_KIND);
      for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
        by_audience[i] += (project->project.audiences >> i & 1) && passes (model, project, FILTER_AUDIENCE);
      for (guint i = 0; i < 3; i++)
        by_source[i] += has_source (project, i) && passes (model, project, FILTER_SOURCE);
      by_placed[is_placed (project)] += passes (model, project, FILTER_PLACED);
    }

  g_assert_cmpmem (facets->kinds, sizeof facets->kinds, by_kind, sizeof by_kind);
  g_assert_cmpmem (facets->audiences, sizeof facets->audiences, by_audience, sizeof by_audience);
  g_assert_cmpuint (facets->n_sources, ==, 3);
  g_assert_cmpmem (facets->sources, 3 * sizeof *facets->sources, by_source, sizeof by_source);
  g_assert_cmpuint (facets->placed, ==, by_placed[TRUE]);
  g_assert_cmpuint (facets->unplaced, ==, by_placed[FALSE]);
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

      count += belongs (model, project, territory, &way) && passes (model, project, left_out);
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
}

static void
check_query (Model *model)
{
  g_autoptr (EssaimResults) results = NULL;
  const guint32 *matches;

  make_query (model);
  matches = model->matches != NULL ? (const guint32 *) model->matches->data : NULL;
  results = essaim_results_new (model->index, model->query, matches, model->matches != NULL ? model->matches->len : 0);

  check_rows (model, results);
  check_sites (model, results);
  check_theme_facets (model, essaim_results_get_facets (results));
  check_other_facets (model, essaim_results_get_facets (results));
  check_territory_facets (model, essaim_results_get_facets (results));

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

      if (!belongs (model, project, territory, &way))
        continue;
      by_way[way]++;
      for (guint i = 0; i < project->n_sites; i++)
        {
          is_sited |= !isnan (project->sites[i].funding_eur);
          if (find_way_of_site (model, &project->sites[i], territory) != ESSAIM_WAY_DECLARED)
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

      g_assert_true (belongs (model, project, g_array_index (found, guint, i), &way));
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
  choose_communes (model);
  make_index (model, seed < 3 ? seed : 20 * seed);
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
  for (guint i = 0; i < N_QUERIES; i++)
    check_query (model);

  for (guint row = 0; row < model->projects->len; row++)
    check_belonging (model, row);
  for (guint i = 0; i < G_N_ELEMENTS (territories); i++)
    {
      guint territory = essaim_territories_lookup (essaim_reference_get_territories (model->reference), territories[i]);

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
