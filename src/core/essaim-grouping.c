/* essaim-grouping.c: which records are one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-grouping.h"

#include <string.h>

#define NONE G_MAXUINT32

/** Split: two records that are kept apart, seen from one of them. */
typedef struct
{
  guint32 other;   /* a record */
  guint32 next;    /* split of the same group, or NONE */
} Split;

/** Groups: records that are one so far. The root of each tree has the smallest id. */
typedef struct
{
  const char * const *ids;
  guint32            *parents;
  guint32            *firsts;   /* split of the group of this root, or NONE */
  guint32            *lasts;
  Split              *splits;
  guint               n_splits;
} Groups;

static guint32
find_root (Groups  *groups,
           guint32  i)
{
  while (groups->parents[i] != i)
    i = groups->parents[i] = groups->parents[groups->parents[i]];

  return i;
}

static void
add_split (Groups  *groups,
           guint32  record,
           guint32  other)
{
  guint32 root = find_root (groups, record);
  guint32 split = groups->n_splits++;

  groups->splits[split] = (Split) { other, groups->firsts[root] };
  if (groups->firsts[root] == NONE)
    groups->lasts[root] = split;
  groups->firsts[root] = split;
}

static gboolean
is_split (Groups  *groups,
          guint32  a,
          guint32  b)
{
  if (groups->firsts[b] == NONE)
    return FALSE;

  for (guint32 split = groups->firsts[a]; split != NONE; split = groups->splits[split].next)
    if (find_root (groups, groups->splits[split].other) == b)
      return TRUE;

  return FALSE;
}

/* @a and @b are roots. */
static void
join (Groups  *groups,
      guint32  a,
      guint32  b)
{
  guint32 root = strcmp (groups->ids[a], groups->ids[b]) <= 0 ? a : b;
  guint32 child = root == a ? b : a;

  groups->parents[child] = root;
  if (groups->firsts[child] == NONE)
    return;

  if (groups->firsts[root] == NONE)
    groups->firsts[root] = groups->firsts[child];
  else
    groups->splits[groups->lasts[root]].next = groups->firsts[child];
  groups->lasts[root] = groups->lasts[child];
}

static void
apply_decisions (Groups                       *groups,
                 const EssaimGroupingDecision *decisions,
                 guint                         n_decisions)
{
  for (guint i = 0; i < n_decisions; i++)
    {
      guint32 a = find_root (groups, decisions[i].a);
      guint32 b = find_root (groups, decisions[i].b);

      if (decisions[i].joined && a != b)
        join (groups, a, b);
    }

  for (guint i = 0; i < n_decisions; i++)
    if (!decisions[i].joined)
      {
        add_split (groups, decisions[i].a, decisions[i].b);
        add_split (groups, decisions[i].b, decisions[i].a);
      }
}

/* The strongest first; among equals by their ids, never by where they stand. */
static int
compare_strength (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const char * const *ids = user_data;
  const EssaimLikeness *left = *(const EssaimLikeness * const *) a, *right = *(const EssaimLikeness * const *) b;
  const char *left_ids[2] = { ids[left->a], ids[left->b] }, *right_ids[2] = { ids[right->a], ids[right->b] };
  gboolean left_turned, right_turned;
  int order;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;

  left_turned = strcmp (left_ids[0], left_ids[1]) > 0;
  right_turned = strcmp (right_ids[0], right_ids[1]) > 0;
  order = strcmp (left_ids[left_turned], right_ids[right_turned]);

  return order != 0 ? order : strcmp (left_ids[!left_turned], right_ids[!right_turned]);
}

static GPtrArray *
list_sure (const EssaimLikeness *pairs,
           guint                 n_pairs,
           const char * const   *ids)
{
  GPtrArray *sure = g_ptr_array_new ();

  for (guint i = 0; i < n_pairs; i++)
    if (pairs[i].verdict == ESSAIM_VERDICT_SURE)
      g_ptr_array_add (sure, (gpointer) &pairs[i]);
  g_ptr_array_sort_with_data (sure, compare_strength, (gpointer) ids);

  return sure;
}

static void
groups_init (Groups             *groups,
             guint               n,
             const char * const *ids,
             guint               n_decisions)
{
  *groups = (Groups) {
    .ids = ids, .parents = g_new (guint32, n), .firsts = g_new (guint32, n), .lasts = g_new (guint32, n),
    .splits = g_new (Split, 2 * n_decisions),
  };

  for (guint i = 0; i < n; i++)
    {
      groups->parents[i] = i;
      groups->firsts[i] = groups->lasts[i] = NONE;
    }
}

/* Returns: (transfer full): the root of each record */
static guint32 *
groups_end (Groups *groups,
            guint   n)
{
  for (guint i = 0; i < n; i++)
    groups->parents[i] = find_root (groups, i);

  g_free (groups->firsts);
  g_free (groups->lasts);
  g_free (groups->splits);

  return groups->parents;
}

/**
 * essaim_grouping_make:
 * @n: how many records there are
 * @ids: (array length=n): their ids, each another
 * @pairs: (array length=n_pairs): pairs that look like one; only the sure ones count
 * @n_pairs: how many
 * @decisions: (array length=n_decisions): what the person decided
 * @n_decisions: how many
 *
 * Groups records: first those that the person joined, then the sure pairs, the strongest first, unless the person keeps
 * a member of one group apart from a member of the other. What the person joined stays so, even where they kept other
 * members apart. The result does not depend on any order.
 *
 * Returns: (transfer full) (array length=n): for each record, the index of the one of its group with the smallest id
 */
guint32 *
essaim_grouping_make (guint                         n,
                      const char * const           *ids,
                      const EssaimLikeness         *pairs,
                      guint                         n_pairs,
                      const EssaimGroupingDecision *decisions,
                      guint                         n_decisions)
{
  g_autoptr (GPtrArray) sure = list_sure (pairs, n_pairs, ids);
  Groups groups;

  groups_init (&groups, n, ids, n_decisions);
  apply_decisions (&groups, decisions, n_decisions);

  for (guint i = 0; i < sure->len; i++)
    {
      const EssaimLikeness *pair = sure->pdata[i];
      guint32 a = find_root (&groups, pair->a);
      guint32 b = find_root (&groups, pair->b);

      if (a != b && !is_split (&groups, a, b))
        join (&groups, a, b);
    }

  return groups_end (&groups, n);
}
