/* essaim-draft-table.h: the beginning of a source, with what each column is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_DRAFT_TABLE (essaim_draft_table_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDraftTable, essaim_draft_table, ESSAIM, DRAFT_TABLE, AdwBin)

void essaim_draft_table_set_draft (EssaimDraftTable *self, EssaimFeedDraft *draft);

G_END_DECLS
