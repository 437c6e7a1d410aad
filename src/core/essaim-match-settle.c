/* essaim-match-settle.c: pairs that contradict each other, and more of them than can be asked about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher-private.h"

#include <string.h>

/* So many members of each of two groups are compared before they become one. */
#define N_COMPARED 16

/* Of what only may be one. */
#define SCORE_MAX 0.79f

/* Of one record so many questions are asked. */
#define N_ASKED 5

/** Groups: records that are one so far. */
typedef struct
{
  const EssaimTraits *traits;
  guint32            *parents;
  guint32            *nexts;    /* the members of a group are a ring */
} Groups;

/**
 * essaim_match_compare_content:
 * @a: traits of a record
 * @b: traits of another
 *
 * Puts records in an order that brings the like together and does not depend on the order in which they came.
 *
 * Returns: as strcmp()
 */
int
essaim_match_compare_content (const EssaimTraits *a,
                              const EssaimTraits *b)
{
  const guint32 left[] = { a->title, a->commune, a->street, a->number, a->phone, a->page, a->id };
  const guint32 right[] = { b->title, b->commune, b->street, b->number, b->phone, b->page, b->id };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;

  return memcmp (a, b, sizeof *a);
}

static guint32
find_group (Groups  *groups,
            guint32  i)
{
  while (groups->parents[i] != i)
    i = groups->parents[i] = groups->parents[groups->parents[i]];

  return i;
}

/* Whether no member of one group, of those looked at, is at odds with one of the other. */
static gboolean
can_join (Groups  *groups,
          guint32  a,
          guint32  b)
{
  guint32 i = a, j = b;

  for (guint n_i = 0; n_i < N_COMPARED && (n_i == 0 || i != a); n_i++, i = groups->nexts[i])
    {
      j = b;
      for (guint n_j = 0; n_j < N_COMPARED && (n_j == 0 || j != b); n_j++, j = groups->nexts[j])
        if (essaim_traits_contradict (&groups->traits[i], &groups->traits[j]))
          return FALSE;
    }

  return TRUE;
}

static void
join (Groups  *groups,
      guint32  a,
      guint32  b)
{
  guint32 next = groups->nexts[a];

  if (essaim_match_compare_content (&groups->traits[a], &groups->traits[b]) > 0)
    groups->parents[a] = b;
  else
    groups->parents[b] = a;

  groups->nexts[a] = groups->nexts[b];
  groups->nexts[b] = next;
}

/* The strongest first; among equals, by what the records are, never by where they stand. */
static int
compare_strength (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const EssaimTraits *traits = user_data;
  const EssaimLikeness *left = *(EssaimLikeness * const *) a, *right = *(EssaimLikeness * const *) b;
  guint32 left_first, left_last, right_first, right_last;
  int order;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;

  left_first = MIN (traits[left->a].id, traits[left->b].id);
  right_first = MIN (traits[right->a].id, traits[right->b].id);
  if (left_first != right_first)
    return left_first < right_first ? -1 : 1;

  left_last = MAX (traits[left->a].id, traits[left->b].id);
  right_last = MAX (traits[right->a].id, traits[right->b].id);
  if (left_last != right_last)
    return left_last < right_last ? -1 : 1;

  order = essaim_match_compare_content (&traits[left->a], &traits[right->a]);

  return order != 0 ? order : essaim_match_compare_content (&traits[left->b], &traits[right->b]);
}

/* Returns: (transfer full) (element-type EssaimLikeness): the pairs of @verdict, the strongest first */
static GPtrArray *
list_pairs (GArray             *pairs,
            const EssaimTraits *traits,
            EssaimVerdict       verdict)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < pairs->len; i++)
    {
      EssaimLikeness *pair = &g_array_index (pairs, EssaimLikeness, i);

      if (pair->verdict == verdict)
        g_ptr_array_add (list, pair);
    }
  g_ptr_array_sort_with_data (list, compare_strength, (gpointer) traits);

  return list;
}

/**
 * essaim_match_settle:
 * @pairs: (element-type EssaimLikeness): the pairs that were found
 * @traits: (array length=n): the traits of all records
 * @n: how many there are
 *
 * Joins sure pairs, the strongest first, and makes those perhaps that would bring together records that cannot be one:
 * two numbers of a register, two addresses, a town hall and its welfare centre.
 */
void
essaim_match_settle (GArray             *pairs,
                     const EssaimTraits *traits,
                     guint               n)
{
  g_autoptr (GPtrArray) sure = list_pairs (pairs, traits, ESSAIM_VERDICT_SURE);
  g_autofree guint32 *parents = g_new (guint32, n);
  g_autofree guint32 *nexts = g_new (guint32, n);
  Groups groups = { traits, parents, nexts };

  for (guint32 i = 0; i < n; i++)
    parents[i] = nexts[i] = i;

  for (guint i = 0; i < sure->len; i++)
    {
      EssaimLikeness *pair = sure->pdata[i];
      guint32 a = find_group (&groups, pair->a);
      guint32 b = find_group (&groups, pair->b);

      if (a == b)
        continue;
      if (can_join (&groups, a, b))
        {
          join (&groups, a, b);
          continue;
        }

      pair->verdict = ESSAIM_VERDICT_PERHAPS;
      pair->reasons |= 1u << ESSAIM_LIKENESS_CONTRADICTED;
      pair->score = MIN (pair->score, SCORE_MAX);
    }
}

/**
 * essaim_match_limit:
 * @pairs: (element-type EssaimLikeness): the pairs that were found
 * @traits: (array length=n): the traits of all records
 * @n: how many there are
 *
 * Leaves out pairs that only may be one where a record has many: its strongest stay. Nobody answers all questions
 * about a thousand records that a feed calls by one name.
 */
void
essaim_match_limit (GArray             *pairs,
                    const EssaimTraits *traits,
                    guint               n)
{
  g_autoptr (GPtrArray) asked = list_pairs (pairs, traits, ESSAIM_VERDICT_PERHAPS);
  g_autofree guint8 *counts = g_new0 (guint8, n);
  EssaimLikeness *all = (EssaimLikeness *) pairs->data;
  guint n_kept = 0;

  for (guint i = 0; i < asked->len; i++)
    {
      EssaimLikeness *pair = asked->pdata[i];

      if (counts[pair->a] == N_ASKED || counts[pair->b] == N_ASKED)
        pair->verdict = ESSAIM_VERDICT_NONE;
      else
        {
          counts[pair->a]++;
          counts[pair->b]++;
        }
    }

  for (guint i = 0; i < pairs->len; i++)
    if (all[i].verdict != ESSAIM_VERDICT_NONE)
      all[n_kept++] = all[i];
  g_array_set_size (pairs, n_kept);
}
