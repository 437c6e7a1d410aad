/* essaim-words.h: the words of a text, and the forms under which each is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimWord: a piece of a text. */
typedef struct
{
  const char *start;
  gsize       length;   /* in bytes */
} EssaimWord;

/** ESSAIM_WORD_MAX: longer words are cut to this many bytes. */
#define ESSAIM_WORD_MAX 60

/** EssaimWordForms: “Mobilités” is folded `mobilites`, stem `mobil`, folded_stem `mobilit`. Not terminated. */
typedef struct
{
  char   folded[ESSAIM_WORD_MAX];
  char   stem[ESSAIM_WORD_MAX];          /* of the word with its accents, then folded */
  char   folded_stem[ESSAIM_WORD_MAX];   /* of the folded word */
  guint8 folded_length, stem_length, folded_stem_length;
} EssaimWordForms;

/** EssaimStems: the French stemmer, and the forms of the words it met last. For one thread at a time. */
typedef struct _EssaimStems EssaimStems;

/* Moves on to the next word. Elided articles (l’, d’, qu’) are no words. private_too: FALSE also leaves out e-mail addresses and telephone numbers. */
gboolean               essaim_words_next      (const char **cursor, const char *end, gboolean private_too, EssaimWord *word);

EssaimStems           *essaim_stems_new       (void);
void                   essaim_stems_free      (EssaimStems *self);
/* Valid until the next call. */
const EssaimWordForms *essaim_stems_get_forms (EssaimStems *self, const EssaimWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimStems, essaim_stems_free)

G_END_DECLS
