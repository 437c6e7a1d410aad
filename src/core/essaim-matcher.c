/* essaim-matcher.c: which of many records look like one
 *
 * Records that have a key in common are compared: a number, a telephone, a word of their titles in one commune … A key
 * of very many records says little; these are put in an order that brings the like together, and each is compared with
 * the few before it. So the time grows as the number of records does, whatever a feed holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher.h"

#include <stdlib.h>
#include <string.h>

#include "essaim-matcher-private.h"

/* More names than this at one address, or of one web site, are what somebody offers there, not other names of it. */
#define NAMES_OF_PLACE_MAX 6

/* Of a key of more records than this not all pairs are compared, */
#define BUCKET_MAX 40
/* but each record with so many before it, until one is like it. A word of so many titles is left: what else they have
 * in common has a key of its own. */
#define WINDOW 8

/* A number of a register that more names than this share is that of whoever filled in the table. */
#define NAMES_OF_NUMBER_MAX 3

/* How many entries are worked off before it is asked whether to give up. */
#define CHECK_EVERY 65536

/** Matcher: what one search for pairs needs. */
typedef struct
{
  const EssaimTraits *traits;
  GArray             *pairs;   /* (element-type EssaimLikeness): the same pair may come several times */
} Matcher;

/* Returns whether the two look like one. Where @by_name, two names never do. */
static gboolean
match (Matcher  *matcher,
       guint32   i,
       guint32   j,
       gboolean  by_name)
{
  EssaimLikeness likeness = { .a = MIN (i, j), .b = MAX (i, j) };

  /* Two keys of one record may by chance be one. */
  if (i == j)
    return FALSE;

  essaim_traits_compare (&matcher->traits[likeness.a], &matcher->traits[likeness.b], &likeness);
  if (likeness.verdict == ESSAIM_VERDICT_NONE ||
      (by_name && (likeness.reasons & 1u << ESSAIM_LIKENESS_OTHER_NAME)))
    return FALSE;

  g_array_append_val (matcher->pairs, likeness);

  return TRUE;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const EssaimTraits *traits = user_data;

  return essaim_match_compare_content (&traits[*(const guint64 *) a & G_MAXUINT32],
                                       &traits[*(const guint64 *) b & G_MAXUINT32]);
}

static void
match_many (Matcher *matcher,
            guint64 *entries,
            gsize    n)
{
  g_qsort_with_data (entries, n, sizeof *entries, compare_records, (gpointer) matcher->traits);

  for (gsize i = 1; i < n; i++)
    for (gsize j = i; j > 0 && i - j < WINDOW; j--)
      if (match (matcher, (guint32) entries[i], (guint32) entries[j - 1], TRUE))
        break;
}

static void
match_few (Matcher       *matcher,
           const guint64 *entries,
           gsize          n)
{
  for (gsize i = 1; i < n; i++)
    for (gsize j = 0; j < i; j++)
      match (matcher, (guint32) entries[i], (guint32) entries[j], n > NAMES_OF_PLACE_MAX);
}

static gboolean
match_entries (Matcher       *matcher,
               guint64       *entries,
               gsize          n,
               GCancellable  *cancellable,
               GError       **error)
{
  gsize next_check = CHECK_EVERY;

  for (gsize start = 0, end; start < n; start = end)
    {
      for (end = start + 1; end < n && entries[end] >> 32 == entries[start] >> 32; end++)
        ;

      if (end - start <= BUCKET_MAX)
        match_few (matcher, entries + start, end - start);
      else if ((entries[start] >> 32 & ESSAIM_MATCH_WORD) == 0)
        match_many (matcher, entries + start, end - start);

      if (end >= next_check)
        {
          next_check = end + CHECK_EVERY;
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        }
    }

  return TRUE;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const EssaimLikeness *left = a, *right = b;

  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;

  return left->b < right->b ? -1 : left->b > right->b;
}

/* Sorts the pairs and keeps each once. */
static void
tidy_pairs (GArray *pairs)
{
  EssaimLikeness *all = (EssaimLikeness *) pairs->data;
  guint n = 0;

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    if (n == 0 || compare_pairs (&all[n - 1], &all[i]) != 0)
      all[n++] = all[i];

  g_array_set_size (pairs, n);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const EssaimTraits *traits = user_data;
  const EssaimTraits *left = &traits[*(const guint32 *) a], *right = &traits[*(const guint32 *) b];

  if (left->siret != right->siret)
    return left->siret < right->siret ? -1 : 1;

  return left->title < right->title ? -1 : left->title > right->title;
}

/* The records with a SIRET, sorted by it and by their titles. */
static GArray *
list_numbers (const EssaimTraits *traits,
              guint               n)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    if (traits[i].siret != 0)
      g_array_append_val (records, i);
  g_array_sort_with_data (records, compare_numbers, (gpointer) traits);

  return records;
}

/* A copy of @traits in which a SIRET that repeats over many names is unknown, or NULL where there is none. */
static EssaimTraits *
mend_numbers (const EssaimTraits *traits,
              guint               n)
{
  g_autoptr (GArray) array = list_numbers (traits, n);
  const guint32 *records = (const guint32 *) array->data;
  EssaimTraits *mended = NULL;

  for (guint start = 0, end; start < array->len; start = end)
    {
      guint n_names = 1;

      for (end = start + 1; end < array->len && traits[records[end]].siret == traits[records[start]].siret; end++)
        n_names += traits[records[end]].title != traits[records[end - 1]].title;

      if (n_names <= NAMES_OF_NUMBER_MAX)
        continue;
      if (mended == NULL)
        mended = g_memdup2 (traits, n * sizeof *traits);
      for (guint i = start; i < end; i++)
        mended[records[i]].siret = 0;
    }

  return mended;
}

/**
 * essaim_matcher_find_pairs:
 * @traits: (array length=n): the traits of all records
 * @n: how many there are
 * @cancellable: (nullable): to give up
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Finds the pairs of records that are sure or perhaps one. The result does not depend on the order of the records. Sure
 * pairs never contradict each other: where A is B, B is C, but A cannot be C, the weaker pair is only perhaps one. Of a
 * record there are at most five pairs that are perhaps one, the strongest.
 *
 * Returns: (transfer full) (nullable) (element-type EssaimLikeness): the pairs, a < b, sorted by a, then by b
 */
GArray *
essaim_matcher_find_pairs (const EssaimTraits  *traits,
                           guint                n,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (EssaimLikeness));
  g_autofree EssaimTraits *mended = mend_numbers (traits, n);
  g_autofree guint64 *entries = NULL;
  Matcher matcher = { mended != NULL ? mended : traits, pairs };
  gsize n_entries;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  entries = essaim_match_keys_collect (matcher.traits, n, &n_entries);
  if (!match_entries (&matcher, entries, n_entries, cancellable, error))
    return NULL;

  tidy_pairs (pairs);
  essaim_match_settle (pairs, matcher.traits, n);
  essaim_match_limit (pairs, matcher.traits, n);

  return g_steal_pointer (&pairs);
}
