/* essaim-match-compare.c: records that have a key in common, compared
 *
 * A key of very many records says little; these are put in an order that brings the like together, and each is compared
 * with the few before it. So the time grows as the number of records does, whatever a feed holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher-private.h"

/* More names than this at one address, or of one web site, are what somebody offers there, not other names of it. */
#define NAMES_OF_PLACE_MAX 6

/* Of a key of more records than this not all pairs are compared, */
#define BUCKET_MAX 40
/* but each record with so many before it, until one is like it. A word of so many titles is left: what else they have
 * in common has a key of its own. */
#define WINDOW 8

/* How many entries are worked off before it is asked whether to give up. */
#define CHECK_EVERY 65536

/** Comparing: what one round needs. */
typedef struct
{
  const EssaimMatchItem *items;
  GArray                *pairs;   /* (element-type EssaimLikeness): the same pair may come several times */
} Comparing;

/* Returns whether the two look like one. Where @by_name, two names never do. */
static gboolean
match (Comparing *comparing,
       guint32    i,
       guint32    j,
       gboolean   by_name)
{
  const EssaimMatchItem *items = comparing->items;
  EssaimLikeness likeness = { .a = MIN (i, j), .b = MAX (i, j) };

  /* Two keys of one record may by chance be one. */
  if (items[i].record == items[j].record)
    return FALSE;

  essaim_traits_compare (&items[likeness.a].traits, &items[likeness.b].traits, &likeness);
  if (likeness.verdict == ESSAIM_VERDICT_NONE ||
      (by_name && (likeness.reasons & 1u << ESSAIM_LIKENESS_OTHER_NAME)))
    return FALSE;

  g_array_append_val (comparing->pairs, likeness);

  return TRUE;
}

static int
compare_items_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const EssaimMatchItem *items = user_data;

  return essaim_match_compare_content (&items[*(const guint64 *) a & G_MAXUINT32].traits,
                                       &items[*(const guint64 *) b & G_MAXUINT32].traits);
}

static void
match_many (Comparing *comparing,
            guint64   *entries,
            gsize      n)
{
  g_qsort_with_data (entries, n, sizeof *entries, compare_items_cb, (gpointer) comparing->items);

  for (gsize i = 1; i < n; i++)
    for (gsize j = i; j > 0 && i - j < WINDOW; j--)
      if (match (comparing, (guint32) entries[i], (guint32) entries[j - 1], TRUE))
        break;
}

static void
match_few (Comparing     *comparing,
           const guint64 *entries,
           gsize          n)
{
  for (gsize i = 1; i < n; i++)
    for (gsize j = 0; j < i; j++)
      match (comparing, (guint32) entries[i], (guint32) entries[j], n > NAMES_OF_PLACE_MAX);
}

static int
compare_pairs_cb (gconstpointer a,
                  gconstpointer b)
{
  const EssaimLikeness *left = a, *right = b;

  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;

  return left->b < right->b ? -1 : left->b > right->b;
}

/**
 * essaim_match_tidy:
 * @pairs: (element-type EssaimLikeness): pairs, a < b, sorted by this by a, then by b; each is kept once
 */
void
essaim_match_tidy (GArray *pairs)
{
  EssaimLikeness *all = (EssaimLikeness *) pairs->data;
  guint n = 0;

  g_array_sort (pairs, compare_pairs_cb);
  for (guint i = 0; i < pairs->len; i++)
    if (n == 0 || compare_pairs_cb (&all[n - 1], &all[i]) != 0)
      all[n++] = all[i];

  g_array_set_size (pairs, n);
}

/**
 * essaim_match_compare:
 * @items: the records
 * @entries: (element-type guint64): a key in the high half, the index of a record in the low one; sorted by the key.
 *   Those of one key change places
 * @pairs: (element-type EssaimLikeness): replaced by the pairs that look like one, as indices into @items, a < b; sorted
 * @cancellable: (nullable): to give up
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: whether all was compared
 */
gboolean
essaim_match_compare (const EssaimMatchItem  *items,
                      GArray                 *entries,
                      GArray                 *pairs,
                      GCancellable           *cancellable,
                      GError                **error)
{
  Comparing comparing = { items, pairs };
  guint64 *all = (guint64 *) entries->data;
  gsize next_check = 0;

  g_array_set_size (pairs, 0);
  for (gsize start = 0, end; start < entries->len; start = end)
    {
      if (start >= next_check && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      next_check = MAX (next_check, start + CHECK_EVERY);

      for (end = start + 1; end < entries->len && all[end] >> 32 == all[start] >> 32; end++)
        ;
      if (end - start <= BUCKET_MAX)
        match_few (&comparing, all + start, end - start);
      else if ((all[start] >> 32 & ESSAIM_MATCH_WORD) == 0)
        match_many (&comparing, all + start, end - start);
    }
  essaim_match_tidy (pairs);

  return TRUE;
}
