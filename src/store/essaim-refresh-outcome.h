/* essaim-refresh-outcome.h: what a refresh comes to, before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-report.h"
#include "essaim-staging.h"

G_BEGIN_DECLS

/** EssaimRefreshLoss: what may be lost without a word of the person. */
typedef struct
{
  const char *title;          /* of the feed */
  guint       n_present;      /* its records before */
  guint       n_stayed;       /* its projects that are there again … */
  guint       n_renamed;      /* … and have another title now */
  gboolean    is_doubtful;    /* it may be another feed */
} EssaimRefreshLoss;

void     essaim_refresh_outcome_count (EssaimReport *report, EssaimStaging *staging);
/* Whether the person must be asked first: then nothing is written. */
gboolean essaim_refresh_outcome_judge (EssaimReport *report, const EssaimRefreshLoss *loss, gboolean is_accepted);

G_END_DECLS
