/* essaim-feed-item.c: a feed that the person subscribed to, as it is now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-item-private.h"

#include "essaim-fetcher.h"
#include "essaim-instant.h"
#include "essaim-sync.h"

/* One record without a position among so many is no reason to worry. */
#define FEW_UNPLACED 100
/* A feed is old after so many missed refreshes, and at least so many days; one that is read by hand after a year. */
#define MISSED_REFRESHES 3
#define OLD_DAYS         30
#define OLD_BY_HAND_DAYS 365

struct _EssaimFeedItem
{
  GObject             parent_instance;

  /* Owned */
  EssaimFeedFacts    *facts;
  char               *address;    /* (nullable): of the facts, without secrets; made when it is asked for */

  EssaimFeedActivity  activity;
};

G_DEFINE_FINAL_TYPE (EssaimFeedItem, essaim_feed_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
first_text (const char *a,
            const char *b)
{
  return a != NULL && *a != '\0' ? a : b;
}

static gboolean
is_old (EssaimFeedItem *self)
{
  gint64 then = essaim_instant_parse (essaim_feed_item_get_last_success (self));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int interval = self->facts->feed->interval_days;
  int days = interval > 0 ? MAX (OLD_DAYS, MISSED_REFRESHES * interval) : OLD_BY_HAND_DAYS;

  return then != ESSAIM_NO_INSTANT && (now - then) / (24 * 60 * 60) > days;
}

static gboolean
has_many_unplaced (EssaimFeedItem *self)
{
  const EssaimReport *report = self->facts->report;

  /* The starter facts are of no one place, many of them. */
  return report != NULL && !essaim_feed_item_is_shipped (self) &&
         report->placed[ESSAIM_PRECISION_NONE] > report->sites / FEW_UNPLACED;
}

static void
essaim_feed_item_finalize (GObject *object)
{
  EssaimFeedItem *self = ESSAIM_FEED_ITEM (object);

  g_clear_pointer (&self->facts, essaim_feed_facts_free);
  g_free (self->address);

  G_OBJECT_CLASS (essaim_feed_item_parent_class)->finalize (object);
}

static void
essaim_feed_item_class_init (EssaimFeedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_feed_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
essaim_feed_item_init (EssaimFeedItem *self)
{
}

/**
 * essaim_feed_facts_free: (skip)
 * @facts: (transfer full) (nullable): what is known of a feed
 */
void
essaim_feed_facts_free (EssaimFeedFacts *facts)
{
  if (facts == NULL)
    return;

  essaim_subscription_free (facts->feed);
  essaim_refresh_state_free (facts->state);
  g_clear_pointer (&facts->report, essaim_report_free);
  g_free (facts->publisher);
  g_free (facts->next);
  g_free (facts);
}

/**
 * essaim_feed_item_new: (skip)
 * @facts: (transfer full): what is known of a feed
 *
 * Returns: (transfer full): the feed
 */
EssaimFeedItem *
essaim_feed_item_new (EssaimFeedFacts *facts)
{
  EssaimFeedItem *self = g_object_new (ESSAIM_TYPE_FEED_ITEM, NULL);

  self->facts = facts;

  return self;
}

/**
 * essaim_feed_item_take_facts: (skip)
 * @self: a feed
 * @facts: (transfer full): what is known of it now
 */
void
essaim_feed_item_take_facts (EssaimFeedItem  *self,
                             EssaimFeedFacts *facts)
{
  essaim_feed_facts_free (self->facts);
  self->facts = facts;
  g_clear_pointer (&self->address, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * essaim_feed_item_set_activity: (skip)
 * @self: a feed
 * @activity: what is done with it now
 */
void
essaim_feed_item_set_activity (EssaimFeedItem           *self,
                               const EssaimFeedActivity *activity)
{
  if (self->activity.state == activity->state && self->activity.done == activity->done &&
      self->activity.total == activity->total)
    return;

  self->activity = *activity;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * essaim_feed_item_get_id:
 * @self: a feed
 *
 * Returns: its id
 */
const char *
essaim_feed_item_get_id (EssaimFeedItem *self)
{
  return self->facts->feed->id;
}

/**
 * essaim_feed_item_get_title:
 * @self: a feed
 *
 * Returns: its title, or its id where it has none
 */
const char *
essaim_feed_item_get_title (EssaimFeedItem *self)
{
  return first_text (self->facts->feed->title, self->facts->feed->id);
}

/**
 * essaim_feed_item_get_uri:
 * @self: a feed
 *
 * Returns: (nullable): where it is read from, without what only its owner should know
 */
const char *
essaim_feed_item_get_uri (EssaimFeedItem *self)
{
  if (self->address == NULL && self->facts->feed->uri != NULL)
    self->address = essaim_fetcher_redact (self->facts->feed->uri);

  return self->address;
}

/**
 * essaim_feed_item_get_licence:
 * @self: a feed
 *
 * Returns: (nullable): under what licence it is published
 */
const char *
essaim_feed_item_get_licence (EssaimFeedItem *self)
{
  return first_text (self->facts->feed->licence, NULL);
}

/**
 * essaim_feed_item_get_format:
 * @self: a feed
 *
 * Returns: (nullable): `csv`, `json`, …
 */
const char *
essaim_feed_item_get_format (EssaimFeedItem *self)
{
  const EssaimReport *report = self->facts->report;

  return first_text (self->facts->feed->format, report != NULL ? report->format : NULL);
}

/**
 * essaim_feed_item_get_publisher:
 * @self: a feed
 *
 * Returns: (nullable): who publishes it, where that is known
 */
const char *
essaim_feed_item_get_publisher (EssaimFeedItem *self)
{
  return self->facts->publisher;
}

/**
 * essaim_feed_item_get_origin:
 * @self: a feed
 *
 * Returns: (nullable): its id in the catalogue
 */
const char *
essaim_feed_item_get_origin (EssaimFeedItem *self)
{
  return self->facts->feed->origin;
}

/**
 * essaim_feed_item_get_paused:
 * @self: a feed
 *
 * Returns: (nullable): why it was paused by itself
 */
const char *
essaim_feed_item_get_paused (EssaimFeedItem *self)
{
  return self->facts->feed->paused;
}

/**
 * essaim_feed_item_is_shipped:
 * @self: a feed
 *
 * Returns: whether it came with the program: the person did not choose it
 */
gboolean
essaim_feed_item_is_shipped (EssaimFeedItem *self)
{
  return g_str_equal (self->facts->feed->id, ESSAIM_SYNC_STARTER);
}

/**
 * essaim_feed_item_is_remote:
 * @self: a feed
 *
 * Returns: whether it comes from a server
 */
gboolean
essaim_feed_item_is_remote (EssaimFeedItem *self)
{
  const char *uri = self->facts->feed->uri;

  return uri != NULL && (g_str_has_prefix (uri, "http:") || g_str_has_prefix (uri, "https:"));
}

/**
 * essaim_feed_item_get_enabled:
 * @self: a feed
 *
 * Returns: whether the person wants it refreshed
 */
gboolean
essaim_feed_item_get_enabled (EssaimFeedItem *self)
{
  return self->facts->feed->enabled;
}

/**
 * essaim_feed_item_has_token:
 * @self: a feed
 *
 * Returns: whether a token for its server is in the keyring
 */
gboolean
essaim_feed_item_has_token (EssaimFeedItem *self)
{
  return self->facts->feed->has_token;
}

/**
 * essaim_feed_item_get_interval:
 * @self: a feed
 *
 * Returns: days between two refreshes; 0: only by hand
 */
int
essaim_feed_item_get_interval (EssaimFeedItem *self)
{
  return self->facts->feed->interval_days;
}

/**
 * essaim_feed_item_get_records:
 * @self: a feed
 *
 * Returns: how many records it has now
 */
guint
essaim_feed_item_get_records (EssaimFeedItem *self)
{
  return self->facts->state != NULL ? self->facts->state->records : 0;
}

/**
 * essaim_feed_item_get_unplaced:
 * @self: a feed
 *
 * Returns: how many of its sites had no position when it was last read
 */
guint
essaim_feed_item_get_unplaced (EssaimFeedItem *self)
{
  return self->facts->report != NULL ? self->facts->report->placed[ESSAIM_PRECISION_NONE] : 0;
}

/**
 * essaim_feed_item_get_last_success:
 * @self: a feed
 *
 * Returns: (nullable): when it was last read well, ISO 8601
 */
const char *
essaim_feed_item_get_last_success (EssaimFeedItem *self)
{
  return self->facts->state != NULL ? self->facts->state->last_success : NULL;
}

/**
 * essaim_feed_item_get_last_try:
 * @self: a feed
 *
 * Returns: (nullable): when it was last tried, ISO 8601
 */
const char *
essaim_feed_item_get_last_try (EssaimFeedItem *self)
{
  return self->facts->state != NULL ? self->facts->state->last_try : NULL;
}

/**
 * essaim_feed_item_get_next:
 * @self: a feed
 *
 * Returns: (nullable): when it will be read again, ISO 8601
 */
const char *
essaim_feed_item_get_next (EssaimFeedItem *self)
{
  return self->facts->next;
}

/**
 * essaim_feed_item_get_outcome:
 * @self: a feed
 *
 * Returns: what became of the last try; meaningless without one
 */
EssaimOutcome
essaim_feed_item_get_outcome (EssaimFeedItem *self)
{
  return self->facts->state != NULL ? self->facts->state->outcome : ESSAIM_OUTCOME_UNCHANGED;
}

/**
 * essaim_feed_item_get_message:
 * @self: a feed
 *
 * Returns: (nullable): what was said of the last try
 */
const char *
essaim_feed_item_get_message (EssaimFeedItem *self)
{
  return self->facts->state != NULL ? self->facts->state->message : NULL;
}

/**
 * essaim_feed_item_get_activity:
 * @self: a feed
 *
 * Returns: (transfer none): what is done with it now
 */
const EssaimFeedActivity *
essaim_feed_item_get_activity (EssaimFeedItem *self)
{
  return &self->activity;
}

/**
 * essaim_feed_item_get_state:
 * @self: a feed
 *
 * Returns: the one thing to say of it: what is done with it, else what keeps it from being read, else what is wrong with
 *   what was read
 */
EssaimFeedState
essaim_feed_item_get_state (EssaimFeedItem *self)
{
  const EssaimFeedFacts *facts = self->facts;
  EssaimOutcome outcome = essaim_feed_item_get_outcome (self);

  if (self->activity.state != ESSAIM_FEED_FINE)
    return self->activity.state;
  if (!facts->feed->enabled || facts->feed->paused != NULL)
    return ESSAIM_FEED_PAUSED;
  if (facts->state == NULL)
    return ESSAIM_FEED_NEVER_READ;
  if (outcome == ESSAIM_OUTCOME_NEEDS_CONFIRMATION)
    return ESSAIM_FEED_CONFIRM;
  if (outcome == ESSAIM_OUTCOME_REFUSED || outcome == ESSAIM_OUTCOME_FAILED)
    return facts->state->unreachable ? ESSAIM_FEED_UNREACHABLE : ESSAIM_FEED_FAILING;
  if (essaim_feed_item_get_licence (self) == NULL)
    return ESSAIM_FEED_UNLICENSED;
  if (is_old (self))
    return ESSAIM_FEED_OLD;

  return has_many_unplaced (self) ? ESSAIM_FEED_UNPLACED : ESSAIM_FEED_FINE;
}
