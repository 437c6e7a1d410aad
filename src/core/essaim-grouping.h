/* essaim-grouping.h: which records are one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"

G_BEGIN_DECLS

/** EssaimGroupingDecision: what the person said of two records. */
typedef struct
{
  guint32  a;       /* indices into the records */
  guint32  b;
  gboolean joined;  /* FALSE: kept apart */
} EssaimGroupingDecision;

guint32 *essaim_grouping_make (guint                         n,
                               const char * const           *ids,
                               const EssaimLikeness         *pairs,
                               guint                         n_pairs,
                               const EssaimGroupingDecision *decisions,
                               guint                         n_decisions);

G_END_DECLS
