/* essaim-territory-summary.h: what there is in a territory, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-results.h"

G_BEGIN_DECLS

/** How many projects of a kind a summary names. */
#define ESSAIM_SUMMARY_N_FIRST 3

typedef struct
{
  EssaimIndex *index;                /* owned: what was counted */
  guint        territory;
  guint        total;
  guint        by_way[ESSAIM_N_WAYS];
  guint        by_theme[ESSAIM_N_THEMES + 1];
  guint        by_kind[ESSAIM_N_KINDS];
  guint        first_rows[ESSAIM_N_KINDS][ESSAIM_SUMMARY_N_FIRST];  /* by title; as many as by_kind has, at most */
  guint       *by_source;            /* by source index */
  double      *funding_by_source;    /* the part of funding_eur that only this source tells; NAN when none */
  guint        n_sources;
  double       funding_eur;          /* of its own sites; NAN when no site has an amount */
  double       funding_shared_eur;   /* the part of it that several sources tell; NAN when none */
  double       funding_unsited_eur;  /* of projects that belong but carry the amount without a site; NAN when none */
  double       per_10000;            /* projects per 10,000 inhabitants; NAN without a population */
} EssaimTerritorySummary;

EssaimTerritorySummary *essaim_territory_summary_new                (EssaimIndex *index, guint territory);
void                    essaim_territory_summary_free               (EssaimTerritorySummary *summary);
gboolean                essaim_territory_summary_get_funding_source (const EssaimTerritorySummary *summary, guint *source);
/* How many of the results belong to each of some territories. */
void                    essaim_territories_count_results            (EssaimResults *results, const guint *territories,
                                                                     guint n_territories, guint *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTerritorySummary, essaim_territory_summary_free)

G_END_DECLS
