/* essaim-matcher-private.h: the steps of a search for pairs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"

G_BEGIN_DECLS

guint64 *essaim_match_keys_collect  (const EssaimTraits *traits, guint n, gsize *n_entries);
int      essaim_match_compare_content (const EssaimTraits *a, const EssaimTraits *b);
void     essaim_match_settle        (GArray *pairs, const EssaimTraits *traits, guint n);

G_END_DECLS
