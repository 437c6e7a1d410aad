/* essaim-schedule.c: when a feed is to be refreshed
 *
 * Pure: all that counts is what the person wants, what became of the last tries, and the time. Clocks jump: a try that is said to be
 * in the future was made before the clock was set, and counts for nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-schedule.h"

#include "essaim-instant.h"

#define HOUR 3600
#define DAY 86400

/* Seconds by which the clocks of two programs may differ. */
#define CLOCK_SLACK 60

/* How long to wait after so many failures in a row; twice as long after each that follows. */
static const gint64 backoff[] = { HOUR, 4 * HOUR, DAY };

static gint64
get_backoff (guint n_failures)
{
  guint n = n_failures > 0 ? n_failures - 1 : 0;

  if (n < G_N_ELEMENTS (backoff))
    return backoff[n];

  /* A month at most comes of it, however many they are. */
  return backoff[G_N_ELEMENTS (backoff) - 1] << MIN (n - G_N_ELEMENTS (backoff) + 1, 5);
}

/* Files go and come by the person's hand: one that could not be read is not asked for again and again. */
static gboolean
is_lost_file (const EssaimSubscription *feed,
              const EssaimRefreshState *state)
{
  const char *scheme = g_uri_peek_scheme (feed->uri);

  return g_strcmp0 (scheme, "file") == 0 && state != NULL && state->outcome == ESSAIM_OUTCOME_FAILED;
}

/* Seconds from the last try to the next one. */
static gint64
get_pause (const EssaimSubscription *feed,
           const EssaimRefreshState *state)
{
  gint64 interval = (gint64) feed->interval_days * DAY;
  gboolean has_failed = state->outcome == ESSAIM_OUTCOME_FAILED || state->outcome == ESSAIM_OUTCOME_REFUSED;

  if (!has_failed)
    return interval;

  return MIN (state->unreachable ? HOUR : get_backoff (state->n_failures), interval);
}

/**
 * essaim_schedule_get_next:
 * @feed: as the person has it
 * @state: (nullable): what became of its refreshes; %NULL when there was none
 * @now: the present time, ISO 8601 in UTC
 *
 * A feed is refreshed once in its interval. After a failure it is tried again sooner, but later each time: after an hour, four hours, a
 * day, two …, never later than after its interval. One whose server could not be reached is tried every hour: nobody is troubled
 * by that. One that waits for the person to accept a loss waits a whole interval.
 *
 * Returns: (transfer full) (nullable): when it is to be refreshed next, not before @now; %NULL: never by itself
 */
char *
essaim_schedule_get_next (const EssaimSubscription *feed,
                          const EssaimRefreshState *state,
                          const char               *now)
{
  gint64 present = essaim_instant_parse (now);
  gint64 last = state != NULL ? essaim_instant_parse (state->last_try) : ESSAIM_NO_INSTANT;
  gint64 next = present;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (feed != NULL, NULL);
  g_return_val_if_fail (present != ESSAIM_NO_INSTANT, NULL);

  if (!feed->enabled || feed->paused != NULL || feed->interval_days <= 0 || feed->uri == NULL ||
      is_lost_file (feed, state))
    return NULL;

  if (last != ESSAIM_NO_INSTANT && last <= present + CLOCK_SLACK)
    next = MAX (present, last + get_pause (feed, state));
  time = g_date_time_new_from_unix_utc (next);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
