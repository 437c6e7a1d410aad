/* essaim-add-feed-source.h: where a source is, and whether it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

/** EssaimAddFeedSource: property `can-read` (boolean, read only): something was given that could be read. */
#define ESSAIM_TYPE_ADD_FEED_SOURCE (essaim_add_feed_source_get_type ())
G_DECLARE_FINAL_TYPE (EssaimAddFeedSource, essaim_add_feed_source, ESSAIM, ADD_FEED_SOURCE, AdwBin)

void     essaim_add_feed_source_set_draft (EssaimAddFeedSource *self, EssaimFeedDraft *draft);
void     essaim_add_feed_source_read      (EssaimAddFeedSource *self);
/* source: (nullable): a path, a file: URI or an address that takes the place of what was given */
void     essaim_add_feed_source_read_this (EssaimAddFeedSource *self, const char *source);
gboolean essaim_add_feed_source_can_read  (EssaimAddFeedSource *self);

G_END_DECLS
