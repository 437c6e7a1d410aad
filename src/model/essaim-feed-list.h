/* essaim-feed-list.h: the feeds that the person subscribed to, and what can be changed about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-item.h"
#include "essaim-item-list.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimFeedList: a GListModel of EssaimFeedItem, loaded at once and again when feeds or the library change.
 *
 * Property: `grace` (uint, milliseconds): how long a feed that was removed can be restored before its records go.
 *
 * Signals:
 *  - `changed` (): the feeds were read again, or one says something new.
 */
#define ESSAIM_TYPE_FEED_LIST (essaim_feed_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedList, essaim_feed_list, ESSAIM, FEED_LIST, EssaimItemList)

EssaimFeedList *essaim_feed_list_new                 (EssaimSession        *session);
gboolean        essaim_feed_list_get_loaded          (EssaimFeedList       *self);
/* (transfer none) (nullable) */
EssaimFeedItem *essaim_feed_list_find                (EssaimFeedList       *self,
                                                      const char           *feed);
/* (element-type EssaimReport): of the last refreshes, the newest first. */
void            essaim_feed_list_load_reports_async  (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
GPtrArray      *essaim_feed_list_load_reports_finish (EssaimFeedList       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/* Takes the feed away; entries of shortlists keep their copies. Its records go once it can no longer be restored, or when
 * the program starts the next time. */
void            essaim_feed_list_remove_async        (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void            essaim_feed_list_restore_async       (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void            essaim_feed_list_set_enabled_async   (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      gboolean              enabled,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
/* days: between two refreshes; 0: only by hand. */
void            essaim_feed_list_set_interval_async  (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      int                   days,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void            essaim_feed_list_set_licence_async   (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      const char           *licence,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
/* Where it is from now on; it is no longer paused either. */
void            essaim_feed_list_set_address_async   (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      const char           *address,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
/* token: NULL forgets it. It goes to the keyring, and nowhere else. */
void            essaim_feed_list_set_token_async     (EssaimFeedList       *self,
                                                      const char           *feed,
                                                      const char           *token,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
/* Of all of the above; what was done is durable, and the list shows it. */
gboolean        essaim_feed_list_edit_finish         (EssaimFeedList       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
