/* essaim-add-feed-preview.h: a source on the map and in numbers, and under which licence it is added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

/** EssaimAddFeedPreview: property `can-add` (boolean, read only): the person has confirmed the licence. */
#define ESSAIM_TYPE_ADD_FEED_PREVIEW (essaim_add_feed_preview_get_type ())
G_DECLARE_FINAL_TYPE (EssaimAddFeedPreview, essaim_add_feed_preview, ESSAIM, ADD_FEED_PREVIEW, AdwBin)

void     essaim_add_feed_preview_set_draft         (EssaimAddFeedPreview *self, EssaimFeedDraft *draft);
void     essaim_add_feed_preview_set_narrow        (EssaimAddFeedPreview *self, gboolean narrow);
gboolean essaim_add_feed_preview_can_add           (EssaimAddFeedPreview *self);
/* (transfer full) (nullable): none is stated */
char    *essaim_add_feed_preview_dup_licence       (EssaimAddFeedPreview *self);
int      essaim_add_feed_preview_get_interval_days (EssaimAddFeedPreview *self);

G_END_DECLS
