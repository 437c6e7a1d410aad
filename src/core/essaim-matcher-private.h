/* essaim-matcher-private.h: the steps of a search for pairs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"

G_BEGIN_DECLS

/** ESSAIM_MATCH_WORD: set in the key of a word that titles in one commune have in common. */
#define ESSAIM_MATCH_WORD 0x80000000u

guint64 *essaim_match_keys_collect    (const EssaimTraits *traits, guint n, gsize *n_entries);
int      essaim_match_compare_content (const EssaimTraits *a, const EssaimTraits *b);
void     essaim_match_settle          (GArray *pairs, const EssaimTraits *traits, guint n);
void     essaim_match_limit           (GArray *pairs, const EssaimTraits *traits, guint n);

G_END_DECLS
