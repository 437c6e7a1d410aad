/* essaim-territory-summary.h: what there is in a territory, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-index.h"

G_BEGIN_DECLS

typedef struct
{
  guint   territory;
  guint   total;
  guint   by_way[ESSAIM_N_WAYS];
  guint   by_theme[ESSAIM_N_THEMES + 1];
  guint   by_kind[ESSAIM_N_KINDS];
  guint  *by_source;                /* by source index */
  guint   n_sources;
  double  funding_eur;              /* of its own sites; NAN when no site has an amount */
  double  funding_unsited_eur;      /* of projects that belong but carry the amount without a site; NAN when none */
  double  per_10000;                /* projects per 10,000 inhabitants; NAN without a population */
} EssaimTerritorySummary;

EssaimTerritorySummary *essaim_territory_summary_new  (EssaimIndex *index, guint territory);
void                    essaim_territory_summary_free (EssaimTerritorySummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTerritorySummary, essaim_territory_summary_free)

G_END_DECLS
