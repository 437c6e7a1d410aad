/* essaim-lexicon.h: words without case and accents, and the stems of French
 *
 * For one thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-words.h"

G_BEGIN_DECLS

typedef struct _EssaimLexicon EssaimLexicon;

/** EssaimLexeme: a word as it was met first; the texts belong to the lexicon, until it forgets. */
typedef struct
{
  EssaimWord word;
  EssaimWord folded;      /* no case, no accents; empty when nothing is left */
  gboolean   is_common;   /* de, la, pour …: in nearly every text, so that it finds nothing */
} EssaimLexeme;

EssaimLexicon *essaim_lexicon_new        (void);
void           essaim_lexicon_free       (EssaimLexicon *self);
void           essaim_lexicon_look_up    (EssaimLexicon *self, const EssaimWord *word, EssaimLexeme *lexeme);

/* Stems, folded. Valid until the next of these two. */
const char    *essaim_lexicon_get_stem        (EssaimLexicon *self, const EssaimLexeme *lexeme);   /* of the word with its accents */
const char    *essaim_lexicon_get_folded_stem (EssaimLexicon *self, const EssaimLexeme *lexeme);   /* of the folded word */

/* All words met since it last forgot, in that order. place: 0 at first. */
gboolean       essaim_lexicon_next       (EssaimLexicon *self, gsize *place, EssaimLexeme *lexeme);
/* Whether it will soon forget by itself. */
gboolean       essaim_lexicon_is_full    (EssaimLexicon *self);
void           essaim_lexicon_forget     (EssaimLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimLexicon, essaim_lexicon_free)

G_END_DECLS
