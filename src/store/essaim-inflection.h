/* essaim-inflection.h: what the forms of a French word share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-text-words.h"

G_BEGIN_DECLS

/** ESSAIM_STEM_MAX: bytes of a stem with its end, which may be a little longer than its word. */
#define ESSAIM_STEM_MAX (ESSAIM_TEXT_WORD_MAX + 8)

/** EssaimStem: UTF-8. */
typedef char EssaimStem[ESSAIM_STEM_MAX];

/* folded: without case and accents. is_acute: whether a last e of it, but for an s of the plural, is é. */
void     essaim_inflection_get_stem   (const EssaimTextWord *folded, gboolean is_acute, EssaimStem stem);
gboolean essaim_inflection_drop_acute (EssaimStem stem);

G_END_DECLS
