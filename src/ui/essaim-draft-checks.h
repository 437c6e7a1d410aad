/* essaim-draft-checks.h: what to look at before a source is added: repairs, refusals, what has no place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_DRAFT_CHECKS (essaim_draft_checks_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDraftChecks, essaim_draft_checks, ESSAIM, DRAFT_CHECKS, AdwBin)

void  essaim_draft_checks_set_draft      (EssaimDraftChecks  *self, EssaimFeedDraft *draft);
guint essaim_draft_count_placed          (const EssaimReport *report);
char *essaim_draft_describe_placed       (const EssaimReport *report);

G_END_DECLS
