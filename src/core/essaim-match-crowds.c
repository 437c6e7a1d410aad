/* essaim-match-crowds.c: records of one feed that are too many to be one thing
 *
 * A feed that has very many records of one name at one place counts something there: hours, visits, machines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher-private.h"

/* More records than this of one feed are joined by nobody but the person. */
#define CROWD 50

/* A record, the group that sure pairs make of it and others, and its feed. */
typedef struct
{
  guint32 group;
  guint32 feed;
  guint32 record;
} Companion;

static int
compare_companions_cb (gconstpointer a,
                       gconstpointer b)
{
  const Companion *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;

  if (x->feed != y->feed)
    return x->feed < y->feed ? -1 : 1;

  return x->record < y->record ? -1 : x->record > y->record;
}

static guint32
find_root (guint32 *groups,
           guint32  record)
{
  while (groups[record] != record)
    record = groups[record] = groups[groups[record]];

  return record;
}

/* (element-type Companion): the records of sure pairs, perhaps repeated, those of one feed in one group beside each
 * other. */
static GArray *
list_companions (const GArray       *pairs,
                 const EssaimTraits *traits,
                 guint               n)
{
  g_autofree guint32 *groups = g_new (guint32, n + 1);
  GArray *companions = g_array_new (FALSE, FALSE, sizeof (Companion));

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  for (guint i = 0; i < pairs->len; i++)
    {
      const EssaimLikeness *pair = &g_array_index (pairs, EssaimLikeness, i);

      if (pair->verdict != ESSAIM_VERDICT_SURE)
        continue;
      groups[find_root (groups, pair->a)] = find_root (groups, pair->b);
      g_array_append_vals (companions, (Companion[]) { { .record = pair->a }, { .record = pair->b } }, 2);
    }
  for (guint i = 0; i < companions->len; i++)
    {
      Companion *companion = &g_array_index (companions, Companion, i);

      companion->group = find_root (groups, companion->record);
      companion->feed = traits[companion->record].feed;
    }
  g_array_sort (companions, compare_companions_cb);

  return companions;
}

/* Adds the records of one feed in one group, which are those from @start to @end, unless they are few. */
static void
add_crowd (GHashTable   *crowds,
           const GArray *companions,
           guint         start,
           guint         end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += i == start || g_array_index (companions, Companion, i).record !=
                       g_array_index (companions, Companion, i - 1).record;
  for (guint i = start; n > CROWD && i < end; i++)
    g_hash_table_add (crowds, GUINT_TO_POINTER (g_array_index (companions, Companion, i).record));
}

/* (element-type guint): the records that are in a crowd. */
static GHashTable *
find_crowds (const GArray       *pairs,
             const EssaimTraits *traits,
             guint               n)
{
  g_autoptr (GArray) companions = list_companions (pairs, traits, n);
  GHashTable *crowds = g_hash_table_new (NULL, NULL);

  for (guint start = 0, end; start < companions->len; start = end)
    {
      const Companion *first = &g_array_index (companions, Companion, start);

      for (end = start + 1; end < companions->len; end++)
        if (first[end - start].group != first->group || first[end - start].feed != first->feed)
          break;
      add_crowd (crowds, companions, start, end);
    }

  return crowds;
}

/**
 * essaim_match_part_crowds:
 * @pairs: (element-type EssaimLikeness): those that look alike; the sure ones of records in a crowd are taken away
 * @traits: (array length=n): of all records
 * @n: how many records there are
 *
 * A crowd are more than fifty records of one feed that sure pairs hold together, be it through a record of another feed.
 */
void
essaim_match_part_crowds (GArray             *pairs,
                          const EssaimTraits *traits,
                          guint               n)
{
  g_autoptr (GHashTable) crowds = find_crowds (pairs, traits, n);
  guint n_left = 0;

  for (guint i = 0; g_hash_table_size (crowds) > 0 && i < pairs->len; i++)
    {
      const EssaimLikeness pair = g_array_index (pairs, EssaimLikeness, i);

      if (pair.verdict != ESSAIM_VERDICT_SURE || (!g_hash_table_contains (crowds, GUINT_TO_POINTER (pair.a)) &&
                                                  !g_hash_table_contains (crowds, GUINT_TO_POINTER (pair.b))))
        g_array_index (pairs, EssaimLikeness, n_left++) = pair;
    }
  if (g_hash_table_size (crowds) > 0)
    g_array_set_size (pairs, n_left);
}
