/* essaim-crowds.h: records of one feed that are too many to be one thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"

G_BEGIN_DECLS

/* pairs: (element-type EssaimLikeness). feeds: (array length=n): of each record. */
void essaim_crowds_part (GArray *pairs, const gint64 *feeds, guint n);

G_END_DECLS
