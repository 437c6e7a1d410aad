/* essaim-feed-list.h: the feeds that the person subscribed to, with their last refresh
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-item-list.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimFeedItem: properties `id`, `title`, `uri` (nullable), `licence` (nullable), `enabled`, `records` (uint),
 * `last-success` and `last-try` (ISO 8601, nullable when never), `outcome` (uint: EssaimOutcome of the last try),
 * `message` (nullable). */
#define ESSAIM_TYPE_FEED_ITEM (essaim_feed_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedItem, essaim_feed_item, ESSAIM, FEED_ITEM, GObject)

const char    *essaim_feed_item_get_id           (EssaimFeedItem *self);
const char    *essaim_feed_item_get_title        (EssaimFeedItem *self);
const char    *essaim_feed_item_get_uri          (EssaimFeedItem *self);
const char    *essaim_feed_item_get_licence      (EssaimFeedItem *self);
gboolean       essaim_feed_item_is_shipped       (EssaimFeedItem *self);
gboolean       essaim_feed_item_get_enabled      (EssaimFeedItem *self);
guint          essaim_feed_item_get_records      (EssaimFeedItem *self);
const char    *essaim_feed_item_get_last_success (EssaimFeedItem *self);
const char    *essaim_feed_item_get_last_try     (EssaimFeedItem *self);
EssaimOutcome  essaim_feed_item_get_outcome      (EssaimFeedItem *self);
const char    *essaim_feed_item_get_message      (EssaimFeedItem *self);

/** EssaimFeedList: a GListModel of EssaimFeedItem, loaded at once and again when feeds or the library change.
 * To refresh a feed: essaim_session_import_async of its uri with its id. */
#define ESSAIM_TYPE_FEED_LIST (essaim_feed_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedList, essaim_feed_list, ESSAIM, FEED_LIST, EssaimItemList)

EssaimFeedList *essaim_feed_list_new               (EssaimSession       *session);
/* Takes the feed and its records away; entries of shortlists keep their copies. */
void            essaim_feed_list_remove_async      (EssaimFeedList      *self,
                                                    const char          *feed,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean        essaim_feed_list_remove_finish     (EssaimFeedList      *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);

G_END_DECLS
