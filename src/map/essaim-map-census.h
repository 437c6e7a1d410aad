/* essaim-map-census.h: what a view of the map holds, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-projection.h"
#include "essaim-results.h"

G_BEGIN_DECLS

/** EssaimMapCensus: a value. */
typedef struct
{
  guint    n_projects;    /* with a site in view, each once */
  guint    n_sites;       /* in view */
  guint    n_unplaced;    /* of all results, projects without a position */
  gboolean has_inexact;   /* whether a site in view is known to its commune only */
} EssaimMapCensus;

void essaim_map_census_take (EssaimMapCensus        *census,
                             EssaimResults          *results,
                             const EssaimProjection *projection);

G_END_DECLS
