/* index-model.h: random worlds of projects, and random questions about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "index-world.h"

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

/* In order; titles of one line are the same to the reader. */
static const char * const model_titles[][3] = {
  { "", "…", "« »" },
  { "À table", "a table", "A  TABLE !" },
  { "Ateliers", "ateliers", "Ateliers." },
  { "Ateliers du vélo de Clermont", "ateliers du velo de clermont", "Ateliers du Vélo de Clermont" },
  { "Ateliers du vélo de Lyon", "ateliers du velo de lyon", "Ateliers du Vélo de Lyon" },
  { "Épicerie", "epicerie", "« Épicerie »" },
  { "Œuvre", "oeuvre", "OEUVRE" },
  { "Zone 2", "zone-2", "ZONE 2" },
};

static const char * const model_dates[] = { NULL, "2019-02-28", "2023-12-31", "2024-01-01", "2024-02-29" };
static const char * const model_statuses[] = { NULL, "En cours", "EN COURS", "Terminé" };
static const char * const model_feeds[] = { "feed-a", "feed-b", "feed-c" };
static const char * const model_departments[] = { "63", "69", "75", "92", "15", "976", NULL };

/* Territories of each kind, with a label of regions, one of communes, one without a perimeter, and an id of none. */
static const char * const model_territories[] = {
  "clermont-ferrand", "lyon-metropole", "genevois-innovales", "region-bretagne", "commune:63113", "commune:75056",
  "departement:63",
  "departement:75", "departement:15", "region:84", "region:11", "epci:246300701", "epci:200054781", "mayotte",
  "atlantide",
};

static inline guint
model_pick (Model *model,
            guint  n)
{
  return g_rand_int_range (model->rand, 0, n);
}

static inline gboolean
model_toss (Model *model,
            guint  out_of)
{
  return model_pick (model, out_of) == 0;
}

static inline void
model_choose_communes (Model *model)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (model->reference);
  guint n = essaim_gazetteer_get_n_communes (gazetteer);

  model->communes = g_array_new (FALSE, FALSE, sizeof (guint));
  while (model->communes->len < 40)
    {
      guint commune = model_pick (model, n);
      const EssaimCommune *facts = essaim_gazetteer_get_commune (gazetteer, commune);
      const char *code = essaim_gazetteer_get_department (gazetteer, facts->department)->code;

      if (g_strv_contains (model_departments, code) && !isnan (facts->lat))
        g_array_append_val (model->communes, commune);
    }
}

static inline EssaimIndexSite
model_make_site (Model *model)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (model->reference);
  guint commune = g_array_index (model->communes, guint, model_pick (model, model->communes->len));
  const EssaimCommune *facts = essaim_gazetteer_get_commune (gazetteer, commune);
  EssaimIndexSite site = { facts->lat, facts->lon, ESSAIM_PRECISION_COMMUNE, commune, facts->department, NAN };

  if (model_toss (model, 3))
    {
      site.lat += g_rand_double_range (model->rand, -0.1, 0.1);
      site.lon += g_rand_double_range (model->rand, -0.1, 0.1);
    }
  if (model_toss (model, 4))
    site.commune = ESSAIM_NO_COMMUNE;
  if (model_toss (model, 6))
    site.department = ESSAIM_NO_DEPARTMENT;
  if (model_toss (model, 4))
    site.lat = site.lon = NAN;
  if (model_toss (model, 3))
    site.funding_eur = 1 + model_pick (model, 1000);

  return site;
}

static inline void
model_make_project (Model   *model,
                    Project *made,
                    guint    row)
{
  EssaimIndexProject *project = &made->project;

  memset (made, 0, sizeof *made);
  made->title = model_pick (model, G_N_ELEMENTS (model_titles));
  for (guint i = 0; i < 3; i++)
    made->sources[i] = model_pick (model, 3);
  for (guint i = model_pick (model, 5) / 2; i > 0; i--)
    made->declared[i - 1] = model_territories[model_pick (model, G_N_ELEMENTS (model_territories))];
  for (made->n_sites = 0; made->n_sites < MAX_SITES && !model_toss (model, 3); made->n_sites++)
    made->sites[made->n_sites] = model_make_site (model);

  *project = (EssaimIndexProject) {
    .number = WORLD_NUMBER (row), .id = "", .title = model_titles[made->title][model_pick (model, 3)],
    .kind = (EssaimKind) model_pick (model, ESSAIM_N_KINDS),
    .themes = model_toss (model, 4) ? 0 : 1u << model_pick (model, 4) | 1u << model_pick (model, 16),
    .audiences = model_pick (model, 256) & model_pick (model, 256),
    .status = model_statuses[model_pick (model, G_N_ELEMENTS (model_statuses))],
    .first_seen = model_dates[model_pick (model, G_N_ELEMENTS (model_dates))],
    .updated = model_dates[model_pick (model, G_N_ELEMENTS (model_dates))],
    .funding_eur = model_toss (model, 3) ? 5000 : NAN,
    .n_sources = model_pick (model, 4),
  };
}

static inline void
model_make_index (Model *model,
                  guint  n)
{
  World world = world_begin (model->reference);

  model->projects = g_array_new (FALSE, FALSE, sizeof (Project));
  g_array_set_size (model->projects, n);
  for (guint row = 0; row < n; row++)
    {
      Project *made = &g_array_index (model->projects, Project, row);

      model_make_project (model, made, row);
      made->project.sources = made->sources;
      made->project.declared = made->declared;
      essaim_index_builder_add_project (world.builder, &made->project);
      for (guint i = 0; i < made->n_sites; i++)
        essaim_index_builder_add_site (world.builder, &made->sites[i]);
    }
  model->index = essaim_index_builder_end (world.builder);
}

static inline void
model_choose_some (Model              *model,
                   GPtrArray          *choices,
                   const char * const *from,
                   guint               n)
{
  do
    g_ptr_array_add (choices, g_strdup (from[model_pick (model, n)]));
  while (model_toss (model, 3));
}

static inline void
model_choose_ground (Model *model)
{
  EssaimQuery *query = model->query;
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (model->reference);
  guint commune = g_array_index (model->communes, guint, model_pick (model, model->communes->len));
  const EssaimCommune *facts = essaim_gazetteer_get_commune (gazetteer, commune);

  if (model_toss (model, 3))
    {
      query->near_lat = facts->lat + 0.01;
      query->near_lon = facts->lon - 0.013;
      query->within_km = model_toss (model, 3) ? 0 : 5 + model_pick (model, 400);
    }
  if (model_toss (model, 4))
    {
      query->west = facts->lon - 0.3001;
      query->east = model_toss (model, 4) ? query->west - 1 : facts->lon + 2.0001;
      query->south = facts->lat - 0.2001;
      query->north = facts->lat + 1.0001;
    }
}

static inline void
model_make_matches (Model *model)
{
  guint n = model->projects->len;

  model->matches = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n; i++)
    {
      guint32 number = WORLD_NUMBER (model_pick (model, n + 2)) + model_toss (model, 10);

      g_array_append_val (model->matches, number);
    }
}

static inline void
model_make_query (Model *model)
{
  EssaimQuery *query = model->query = essaim_query_new ();

  if (model_toss (model, 3))
    query->themes = 1u << model_pick (model, 4) | 1u << model_pick (model, 17);
  if (model_toss (model, 4))
    query->challenges = 1u << model_pick (model, 5);
  if (model_toss (model, 4))
    query->kinds = 1u << model_pick (model, 5) | 1u << model_pick (model, 5);
  if (model_toss (model, 4))
    query->audiences = 1u << model_pick (model, 8) | 1u << model_pick (model, 8);
  if (model_toss (model, 2))
    model_choose_some (model, query->territories, model_territories, G_N_ELEMENTS (model_territories));
  if (model_toss (model, 4))
    model_choose_some (model, query->sources, model_feeds, G_N_ELEMENTS (model_feeds));
  if (model_toss (model, 6))
    model_choose_some (model, query->statuses, model_statuses + 1, G_N_ELEMENTS (model_statuses) - 1);
  if (model_toss (model, 6))
    query->since = g_strdup (model_dates[1 + model_pick (model, G_N_ELEMENTS (model_dates) - 1)]);
  query->placed = model_toss (model, 4) ? (EssaimPlaced) model_pick (model, 3) : ESSAIM_PLACED_ANY;
  query->sort = (EssaimSort) model_pick (model, 4);
  model_choose_ground (model);
  if (model_toss (model, 3))
    {
      query->text = g_strdup ("mot");
      model_make_matches (model);
    }
}

static inline gboolean
model_has_point (const EssaimIndexSite *site)
{
  return !isnan (site->lat);
}

static inline gboolean
model_is_placed (const Project *project)
{
  for (guint i = 0; i < project->n_sites; i++)
    if (model_has_point (&project->sites[i]))
      return TRUE;

  return FALSE;
}

/* How a site belongs to a territory; ESSAIM_WAY_DECLARED where it does not. */
static inline EssaimWay
model_find_way_of_site (Model                 *model,
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

static inline gboolean
model_belongs (Model         *model,
               const Project *project,
               guint          territory,
               EssaimWay     *strongest)
{
  EssaimWay way = ESSAIM_WAY_DECLARED;
  gboolean is_declared = FALSE;

  for (guint i = 0; i < project->n_sites; i++)
    way = MIN (way, model_find_way_of_site (model, &project->sites[i], territory));
  for (const char * const *id = (const char * const *) project->declared; *id != NULL; id++)
    is_declared |= essaim_territories_lookup (essaim_reference_get_territories (model->reference), *id) == territory;
  *strongest = way;

  return way != ESSAIM_WAY_DECLARED || is_declared;
}
