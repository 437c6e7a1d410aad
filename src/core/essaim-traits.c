/* essaim-traits.c: the little of a record by which it is told from others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-traits.h"

#include <math.h>

/**
 * essaim_traits_read:
 * @traits: (out caller-allocates): what is read
 * @facts: what is known of a record
 *
 * Reads what a record is compared by.
 */
void
essaim_traits_read (EssaimTraits            *traits,
                    const EssaimTraitsFacts *facts)
{
  *traits = (EssaimTraits) { .lat = G_MAXINT32, .lon = G_MAXINT32, .precision = facts->precision };
  traits->id = g_str_hash (facts->id);
  traits->feed = g_str_hash (facts->feed);
}
