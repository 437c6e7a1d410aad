/* essaim-feed-item.h: a feed that the person subscribed to, as it is now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimFeedState: the one thing to say of a feed, the most urgent one. */
typedef enum
{
  ESSAIM_FEED_FINE,
  ESSAIM_FEED_WAITING,      /* its turn comes */
  ESSAIM_FEED_FETCHING,     /* on its way from the server */
  ESSAIM_FEED_READING,
  ESSAIM_FEED_PAUSED,       /* by the person, or by itself: get_paused says */
  ESSAIM_FEED_NEVER_READ,
  ESSAIM_FEED_CONFIRM,      /* it has lost many records, and waits for the person's word */
  ESSAIM_FEED_FAILING,
  ESSAIM_FEED_UNREACHABLE,  /* no server was found when it was last tried: no network, perhaps */
  ESSAIM_FEED_UNLICENSED,
  ESSAIM_FEED_OLD,
  ESSAIM_FEED_UNPLACED,     /* more than a few records have no position */
} EssaimFeedState;

/** EssaimFeedActivity: what is done with it now. */
typedef struct
{
  EssaimFeedState state;        /* WAITING, FETCHING, READING; FINE: nothing */
  guint64         done, total;  /* bytes or records; total is 0 while not known */
} EssaimFeedActivity;

/** EssaimFeedItem: signal `changed` (): anything that it says. It stays the same object as long as the person has the
 * feed. */
#define ESSAIM_TYPE_FEED_ITEM (essaim_feed_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedItem, essaim_feed_item, ESSAIM, FEED_ITEM, GObject)

const char               *essaim_feed_item_get_id           (EssaimFeedItem *self);
const char               *essaim_feed_item_get_title        (EssaimFeedItem *self);
const char               *essaim_feed_item_get_uri          (EssaimFeedItem *self);   /* (nullable), as the next five */
const char               *essaim_feed_item_get_licence      (EssaimFeedItem *self);
const char               *essaim_feed_item_get_format       (EssaimFeedItem *self);
const char               *essaim_feed_item_get_publisher    (EssaimFeedItem *self);
const char               *essaim_feed_item_get_origin       (EssaimFeedItem *self);   /* id in the catalogue */
const char               *essaim_feed_item_get_paused       (EssaimFeedItem *self);   /* why it was paused by itself */
gboolean                  essaim_feed_item_is_shipped       (EssaimFeedItem *self);
gboolean                  essaim_feed_item_is_remote        (EssaimFeedItem *self);
gboolean                  essaim_feed_item_get_enabled      (EssaimFeedItem *self);
gboolean                  essaim_feed_item_has_token        (EssaimFeedItem *self);
int                       essaim_feed_item_get_interval     (EssaimFeedItem *self);   /* days; 0: by hand */
guint                     essaim_feed_item_get_records      (EssaimFeedItem *self);
guint                     essaim_feed_item_get_unplaced     (EssaimFeedItem *self);   /* sites, when it was last read */
/* ISO 8601, NULL when never */
const char               *essaim_feed_item_get_last_success (EssaimFeedItem *self);
const char               *essaim_feed_item_get_last_try     (EssaimFeedItem *self);
const char               *essaim_feed_item_get_next         (EssaimFeedItem *self);
EssaimOutcome             essaim_feed_item_get_outcome      (EssaimFeedItem *self);   /* meaningless without a try */
const char               *essaim_feed_item_get_message      (EssaimFeedItem *self);   /* (nullable): of the last try */
EssaimFeedState           essaim_feed_item_get_state        (EssaimFeedItem *self);
const EssaimFeedActivity *essaim_feed_item_get_activity     (EssaimFeedItem *self);

G_END_DECLS
