/* essaim-crowds.h: records of one feed that are too many to be one thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"

G_BEGIN_DECLS

/* pairs: (element-type EssaimLikeness). traits: (array length=n): of all records. */
void essaim_crowds_part (GArray *pairs, const EssaimTraits *traits, guint n);

G_END_DECLS
