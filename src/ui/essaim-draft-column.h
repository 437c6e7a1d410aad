/* essaim-draft-column.h: a column of a source: its name, what it is, its first values as they are understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_DRAFT_COLUMN (essaim_draft_column_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDraftColumn, essaim_draft_column, ESSAIM, DRAFT_COLUMN, AdwBin)

GtkWidget *essaim_draft_column_new       (EssaimFeedDraft   *draft,
                                          guint              column);
guint      essaim_draft_column_get_index (EssaimDraftColumn *self);
void       essaim_draft_column_update    (EssaimDraftColumn *self);

G_END_DECLS
