/* bench-match.c: the time of the processor that it takes to find the duplicates among generated records
 *
 *     bench-match N
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <time.h>

#include "bench-records.h"
#include "essaim-grouping.h"
#include "essaim-matcher.h"

/* The clock takes its time too: so often each record is read between two looks at it. */
#define N_TIMES 10

/** Match: what the records leave behind. */
typedef struct
{
  EssaimTraits *traits;
  char        **ids;
  guint         n;
} Match;

/* Only reading traits is timed: the records are made meanwhile. Those with a point only get a code for the square of
 * about 10 km that they lie in, as the placer would give them a commune. */
static clock_t
read_records (Match *match)
{
  g_autoptr (BenchRecords) records = bench_records_new (BENCH_SEED);
  clock_t total = 0;

  for (guint i = 0; i < match->n; i++)
    {
      const BenchRecord *record = bench_records_next (records);
      gboolean has_point_only = record->insee[0] == '\0';
      g_autofree char *square = g_strdup_printf ("%03d%02d", (int) (record->lat * 10), (int) (record->lon * 10) & 63);
      EssaimTraitsFacts facts = {
        .id = match->ids[i] = g_strdup_printf ("bench:%u", record->number), .feed = "bench", .title = record->title,
        .organisation = record->organisation, .address = has_point_only ? NULL : record->address,
        .commune = record->town, .insee = has_point_only ? square : record->insee,
        .lat = record->lat, .lon = record->lon, .kind = record->kind_value,
      };
      clock_t start = clock ();

      for (guint j = 0; j < N_TIMES; j++)
        essaim_traits_read (&match->traits[i], &facts);
      total += clock () - start;
    }

  return total / N_TIMES;
}

static double
get_seconds (clock_t ticks)
{
  return (double) ticks / CLOCKS_PER_SEC;
}

static gboolean
measure (Match   *match,
         GError **error)
{
  g_autoptr (EssaimMatcher) matcher = essaim_matcher_new (NULL, error);
  g_autoptr (GArray) pairs = NULL;
  g_autofree guint32 *groups = NULL;
  clock_t reading = read_records (match), start = clock (), matched;

  for (guint i = 0; matcher != NULL && i < match->n; i++)
    if (!essaim_matcher_add (matcher, i, &match->traits[i], error))
      return FALSE;

  if (matcher == NULL || (pairs = essaim_matcher_find_pairs (matcher, NULL, error)) == NULL)
    return FALSE;

  matched = clock ();
  groups = essaim_grouping_make (match->n, (const char * const *) match->ids, (const EssaimLikeness *) pairs->data,
                                 pairs->len, NULL, 0);

  printf ("%u records: traits %.3f s, %u pairs in %.3f s, groups in %.3f s\n", match->n, get_seconds (reading),
          pairs->len, get_seconds (matched - start), get_seconds (clock () - matched));

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  Match match;
  guint64 n;

  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 10000000, &n, NULL))
    {
      fprintf (stderr, "Usage: %s N\n", argv[0]);
      return 2;
    }

  match = (Match) { g_new (EssaimTraits, n), g_new0 (char *, n + 1), n };
  if (!measure (&match, &error))
    fprintf (stderr, "%s\n", error->message);

  g_free (match.traits);
  g_strfreev (match.ids);

  return error == NULL ? 0 : 1;
}
