/* essaim-add-feed-columns.h: what was understood of a source, and what its columns are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_ADD_FEED_COLUMNS (essaim_add_feed_columns_get_type ())
G_DECLARE_FINAL_TYPE (EssaimAddFeedColumns, essaim_add_feed_columns, ESSAIM, ADD_FEED_COLUMNS, AdwBin)

void essaim_add_feed_columns_set_draft  (EssaimAddFeedColumns *self, EssaimFeedDraft *draft);
void essaim_add_feed_columns_set_narrow (EssaimAddFeedColumns *self, gboolean narrow);

G_END_DECLS
