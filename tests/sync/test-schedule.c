/* test-schedule.c: when a feed is to be refreshed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-schedule.h"

#define NOW "2026-10-15T12:00:00Z"

static char *
get_next (const EssaimSubscription *feed,
          const char               *last_try,
          EssaimOutcome             outcome,
          guint                     n_failures)
{
  const EssaimRefreshState state = {
    .last_try = (char *) last_try,
    .outcome = outcome,
    .n_failures = n_failures,
  };

  return essaim_schedule_get_next (feed, &state, NOW);
}

#define assert_next(feed, last_try, outcome, n_failures, expected) \
  G_STMT_START { \
    g_autofree char *next_ = get_next ((feed), (last_try), (outcome), (n_failures)); \
    g_assert_cmpstr (next_, ==, (expected)); \
  } G_STMT_END

static const EssaimSubscription weekly = {
  .id = (char *) "lieux",
  .uri = (char *) "https://example.org/lieux.csv",
  .interval_days = 7,
  .enabled = TRUE,
};

static void
test_schedule_interval (void)
{
  EssaimSubscription daily = weekly;
  g_autofree char *never_tried = essaim_schedule_get_next (&weekly, NULL, NOW);

  daily.interval_days = 1;
  g_assert_cmpstr (never_tried, ==, NOW);
  assert_next (&weekly, "2026-10-10T12:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, "2026-10-17T12:00:00Z");
  assert_next (&weekly, "2026-10-10T12:00:00Z", ESSAIM_OUTCOME_UNCHANGED, 0, "2026-10-17T12:00:00Z");
  assert_next (&weekly, "2026-10-01T12:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, NOW);
  assert_next (&daily, "2026-10-14T18:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, "2026-10-15T18:00:00Z");
}

static void
test_schedule_never (void)
{
  EssaimSubscription feed = weekly;

  feed.interval_days = 0;
  assert_next (&feed, "2020-01-01T00:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, NULL);

  feed = weekly;
  feed.enabled = FALSE;
  assert_next (&feed, "2020-01-01T00:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, NULL);

  feed = weekly;
  feed.paused = (char *) "Gone.";
  assert_next (&feed, "2020-01-01T00:00:00Z", ESSAIM_OUTCOME_FAILED, 1, NULL);

  feed = weekly;
  feed.uri = NULL;
  assert_next (&feed, "2020-01-01T00:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, NULL);

  /* A file that could not be read; one that was refused may be mended. */
  feed = weekly;
  feed.uri = (char *) "file:///home/moi/lieux.csv";
  assert_next (&feed, "2020-01-01T00:00:00Z", ESSAIM_OUTCOME_FAILED, 1, NULL);
  assert_next (&feed, "2020-01-01T00:00:00Z", ESSAIM_OUTCOME_REFUSED, 1, NOW);
  assert_next (&feed, "2026-10-10T12:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, "2026-10-17T12:00:00Z");
}

static void
test_schedule_backoff (void)
{
  static const char * const expected[] = {
    "2026-10-15T12:59:00Z", "2026-10-15T15:59:00Z", "2026-10-16T11:59:00Z", "2026-10-17T11:59:00Z",
    "2026-10-19T11:59:00Z", "2026-10-22T11:59:00Z", "2026-10-22T11:59:00Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_next (&weekly, "2026-10-15T11:59:00Z", ESSAIM_OUTCOME_FAILED, i + 1, expected[i]);
      assert_next (&weekly, "2026-10-15T11:59:00Z", ESSAIM_OUTCOME_REFUSED, i + 1, expected[i]);
    }
  assert_next (&weekly, "2026-10-15T11:59:00Z", ESSAIM_OUTCOME_FAILED, G_MAXUINT, "2026-10-22T11:59:00Z");
  assert_next (&weekly, "2026-10-15T11:59:00Z", ESSAIM_OUTCOME_NEEDS_CONFIRMATION, 0, "2026-10-22T11:59:00Z");
}

/* Nobody is troubled by that, and the way may be open again any time. */
static void
test_schedule_unreachable (void)
{
  const EssaimRefreshState state = {
    .last_try = (char *) "2026-10-15T11:30:00Z",
    .outcome = ESSAIM_OUTCOME_FAILED,
    .n_failures = 6,
    .unreachable = TRUE,
  };
  g_autofree char *next = essaim_schedule_get_next (&weekly, &state, NOW);

  g_assert_cmpstr (next, ==, "2026-10-15T12:30:00Z");
}

static void
test_schedule_clock (void)
{
  /* It was ten years ahead when the feed was tried last, whatever became of it. */
  assert_next (&weekly, "2036-10-15T12:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, NOW);
  assert_next (&weekly, "2036-10-15T12:00:00Z", ESSAIM_OUTCOME_FAILED, 30, NOW);
  assert_next (&weekly, "2026-10-15T12:00:30Z", ESSAIM_OUTCOME_IMPORTED, 0, "2026-10-22T12:00:30Z");
  /* It stood before 1970, or in the dark. */
  assert_next (&weekly, "1969-12-31T23:00:00Z", ESSAIM_OUTCOME_IMPORTED, 0, NOW);
  assert_next (&weekly, "yesterday", ESSAIM_OUTCOME_IMPORTED, 0, NOW);
  assert_next (&weekly, NULL, ESSAIM_OUTCOME_IMPORTED, 0, NOW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/interval", test_schedule_interval);
  g_test_add_func ("/schedule/never", test_schedule_never);
  g_test_add_func ("/schedule/backoff", test_schedule_backoff);
  g_test_add_func ("/schedule/unreachable", test_schedule_unreachable);
  g_test_add_func ("/schedule/clock", test_schedule_clock);

  return g_test_run ();
}
