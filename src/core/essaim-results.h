/* essaim-results.h: the answer to a query: rows in order, counts, sites for the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-index.h"

G_BEGIN_DECLS

/** EssaimTerritoryCount: how many projects of an answer lie in a territory. */
typedef struct
{
  guint territory;
  guint count;
} EssaimTerritoryCount;

/**
 * EssaimFacets: how many projects each choice would leave.
 *
 * A filter's own choices are left out of its own counts (ticking a second theme adds to the first), all others apply.
 */
typedef struct
{
  guint   themes[ESSAIM_N_THEMES + 1];   /* the last: unclassified */
  guint   challenges[ESSAIM_N_CHALLENGES];
  guint   kinds[ESSAIM_N_KINDS];
  guint   audiences[ESSAIM_N_AUDIENCES];
  guint  *sources;                       /* by source index of the EssaimIndex */
  guint   n_sources;
  guint  *statuses;                      /* by status index of the EssaimIndex */
  guint   n_statuses;
  guint   placed, unplaced;              /* without the `placed` filter */
  GArray *territories;                   /* (element-type EssaimTerritoryCount): the level below the chosen ones, most
                                          * first, without those that have no project */
  GArray *labels;                        /* (element-type EssaimTerritoryCount): every labelled territory, most first,
                                          * without the territory filter */
  guint  *by_territory;                  /* any territory, without the territory filter */
} EssaimFacets;

#define ESSAIM_TYPE_RESULTS (essaim_results_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResults, essaim_results, ESSAIM, RESULTS, GObject)

/* matches: store numbers that match the query's text, best first; NULL when the query has no text. */
EssaimResults      *essaim_results_new            (EssaimIndex *index, const EssaimQuery *query, const guint32 *matches,
                                                   guint n_matches);
/* How many it would find, without the rest. */
guint               essaim_results_count          (EssaimIndex *index, const EssaimQuery *query, const guint32 *matches,
                                                   guint n_matches);
EssaimIndex        *essaim_results_get_index      (EssaimResults *self);
const EssaimQuery  *essaim_results_get_query      (EssaimResults *self);
guint               essaim_results_get_n          (EssaimResults *self);
guint               essaim_results_get_row        (EssaimResults *self, guint position);
guint               essaim_results_get_n_unplaced (EssaimResults *self);
gboolean            essaim_results_has_row        (EssaimResults *self, guint row);
guint               essaim_results_find_row       (EssaimResults *self, guint row);  /* position or G_MAXUINT */
/* Sites with a point that answer the query. */
const guint32      *essaim_results_get_sites      (EssaimResults *self, guint *n_sites);
const EssaimFacets *essaim_results_get_facets     (EssaimResults *self);

G_END_DECLS
