/* essaim-text-tokenizer.h: the tokenizer `essaim` of full-text tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection-private.h"
#include "essaim-lexicon.h"

G_BEGIN_DECLS

gboolean essaim_text_tokenizer_register (sqlite3 *handle, EssaimLexicon *lexicon);

G_END_DECLS
