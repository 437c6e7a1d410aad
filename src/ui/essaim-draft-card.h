/* essaim-draft-card.h: some records of a source, one at a time, as they will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_DRAFT_CARD (essaim_draft_card_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDraftCard, essaim_draft_card, ESSAIM, DRAFT_CARD, AdwBin)

void essaim_draft_card_set_draft (EssaimDraftCard *self, EssaimFeedDraft *draft);

G_END_DECLS
