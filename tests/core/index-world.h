/* index-world.h: small worlds of projects for tests of the index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "essaim-geometry.h"
#include "essaim-results.h"

/** World: an index while it is made; numbers rise from 1001 by 3, so that they are no rows. */
typedef struct
{
  EssaimReference    *reference;
  EssaimIndexBuilder *builder;
  guint               n_projects;
} World;

#define WORLD_NUMBER(row) (1001 + 3 * (row))

static inline EssaimReference *
world_load_reference (void)
{
  g_autoptr (GError) error = NULL;
  EssaimReference *reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);

  g_assert_no_error (error);

  return reference;
}

static inline World
world_begin (EssaimReference *reference)
{
  World world = { reference, essaim_index_builder_new (reference), 0 };

  essaim_index_builder_add_source (world.builder, "feed-a", "Feed A");
  essaim_index_builder_add_source (world.builder, "feed-b", "Feed B");
  essaim_index_builder_add_source (world.builder, "feed-c", "Feed C");

  return world;
}

/* An amount of 0 stands for none. */
static inline guint
world_add (World              *world,
           EssaimIndexProject  project)
{
  project.number = WORLD_NUMBER (world->n_projects);
  project.id = "feed-a:1";
  if (project.funding_eur == 0)
    project.funding_eur = NAN;
  essaim_index_builder_add_project (world->builder, &project);

  return world->n_projects++;
}

/* A site in the middle of a commune. */
static inline void
world_add_site (World      *world,
                const char *insee,
                double      funding_eur)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (world->reference);
  guint commune = essaim_gazetteer_resolve_code (gazetteer, insee, NULL, NULL);
  const EssaimCommune *facts;
  EssaimIndexSite site;

  g_assert_cmpuint (commune, !=, ESSAIM_NO_COMMUNE);

  facts = essaim_gazetteer_get_commune (gazetteer, commune);
  site = (EssaimIndexSite) {
    facts->lat, facts->lon, ESSAIM_PRECISION_COMMUNE, commune, facts->department, funding_eur,
  };
  essaim_index_builder_add_site (world->builder, &site);
}

/* A site of which only the department is known. */
static inline void
world_add_department (World      *world,
                      const char *code,
                      double      funding_eur)
{
  guint department = essaim_gazetteer_resolve_department (essaim_reference_get_gazetteer (world->reference), code);
  EssaimIndexSite site = { NAN, NAN, ESSAIM_PRECISION_DEPARTMENT, ESSAIM_NO_COMMUNE, department, funding_eur };

  g_assert_cmpuint (department, !=, ESSAIM_NO_DEPARTMENT);

  essaim_index_builder_add_site (world->builder, &site);
}

static inline guint
world_lookup (EssaimReference *reference,
              const char      *id)
{
  guint territory = essaim_territories_lookup (essaim_reference_get_territories (reference), id);

  g_assert_cmpuint (territory, !=, ESSAIM_NO_TERRITORY);

  return territory;
}
