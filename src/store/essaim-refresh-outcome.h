/* essaim-refresh-outcome.h: what a refresh comes to, before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-report.h"
#include "essaim-staging.h"

G_BEGIN_DECLS

void     essaim_refresh_outcome_count (EssaimReport *report, EssaimStaging *staging);
/* Whether the person must be asked first: then nothing is written. */
gboolean essaim_refresh_outcome_judge (EssaimReport *report, const char *title, guint n_present, gboolean is_doubtful,
                                       gboolean accept_shrink);

G_END_DECLS
