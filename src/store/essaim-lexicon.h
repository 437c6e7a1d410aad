/* essaim-lexicon.h: words without case and accents, and the stems that their forms share
 *
 * For one thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-inflection.h"

G_BEGIN_DECLS

typedef struct _EssaimLexicon EssaimLexicon;

/** EssaimLexeme: a word as it was met first; the texts belong to the lexicon, until it forgets. */
typedef struct
{
  EssaimTextWord word;
  EssaimTextWord folded;      /* no case, no accents, written out (St: saint); empty when nothing is left */
  EssaimTextWord begun;       /* the same, not written out: st may become station */
  gboolean       is_common;   /* de, la, pour …: in nearly every text, so that it finds nothing */
} EssaimLexeme;

EssaimLexicon *essaim_lexicon_new            (void);
void           essaim_lexicon_free           (EssaimLexicon *self);
void           essaim_lexicon_look_up        (EssaimLexicon *self, const EssaimTextWord *word, EssaimLexeme *lexeme);

/* All words met since it last forgot, in that order. place: 0 at first. */
gboolean       essaim_lexicon_next           (EssaimLexicon *self, gsize *place, EssaimLexeme *lexeme);
/* Whether it will soon forget by itself. */
gboolean       essaim_lexicon_is_full        (EssaimLexicon *self);
void           essaim_lexicon_forget         (EssaimLexicon *self);

/* Of the word as it is written, and as it is written without accents. */
void           essaim_lexeme_get_stem        (const EssaimLexeme *lexeme, EssaimStem stem);
void           essaim_lexeme_get_folded_stem (const EssaimLexeme *lexeme, EssaimStem stem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimLexicon, essaim_lexicon_free)

G_END_DECLS
