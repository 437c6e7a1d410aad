/* essaim-feed-list-private.h: what the list of feeds and the verbs on them share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-list.h"
#include "essaim-work.h"

G_BEGIN_DECLS

EssaimSession *essaim_feed_list_get_session   (EssaimFeedList *self);
/* A feed that was removed goes for good after the grace, unless it is restored before. */
void           essaim_feed_list_begin_grace   (EssaimFeedList *self,
                                               const char     *feed);
void           essaim_feed_list_end_grace     (EssaimFeedList *self,
                                               const char     *feed);
/* Looks at the feeds now; callback, when the list shows them. */
void           essaim_feed_list_reload_async  (EssaimFeedList      *self,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

G_END_DECLS
