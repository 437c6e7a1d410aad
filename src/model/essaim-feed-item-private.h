/* essaim-feed-item-private.h: how models fill a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-item.h"
#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/** EssaimFeedFacts: all that is known of a feed at one moment. */
typedef struct
{
  EssaimSubscription *feed;
  EssaimRefreshState *state;      /* (nullable) when never refreshed */
  EssaimReport       *report;     /* (nullable): of the last time that it was read whole */
  char               *publisher;  /* (nullable) */
  char               *next;       /* (nullable) */
} EssaimFeedFacts;

void            essaim_feed_facts_free         (EssaimFeedFacts          *facts);

EssaimFeedItem *essaim_feed_item_new           (EssaimFeedFacts          *facts);
void            essaim_feed_item_take_facts    (EssaimFeedItem           *self,
                                                EssaimFeedFacts          *facts);
void            essaim_feed_item_set_activity  (EssaimFeedItem           *self,
                                                const EssaimFeedActivity *activity);

G_END_DECLS
