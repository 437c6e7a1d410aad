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

/** EssaimWordForms: “Mobilités” is folded `mobilites`, stem `mobil`, folded stem `mobilit`. Not terminated; belong to the stemmer. */
typedef struct
{
  EssaimWord folded;
  EssaimWord stem;          /* of the word with its accents, then folded */
  EssaimWord folded_stem;   /* of the folded word */
  gboolean   is_common;
} EssaimWordForms;

/** EssaimStems: the French stemmer, and the forms of the words it met last. For one thread at a time. */
typedef struct _EssaimStems EssaimStems;

/** EssaimWordScan: on its way through a text. */
typedef struct
{
  const char *cursor;
  const char *end;
  gboolean    skips_private;
  gboolean    has_at;
} EssaimWordScan;

/* skips_private: e-mail addresses and telephone numbers are no words. */
void         essaim_word_scan_init  (EssaimWordScan *scan, const char *text, gsize length, gboolean skips_private);
gboolean     essaim_word_scan_next  (EssaimWordScan *scan, EssaimWord *word);
/* de, la, pour …: in nearly every text, so that it finds nothing. */
gboolean     essaim_word_is_common  (const EssaimWord *word);

EssaimStems *essaim_stems_new       (void);
void         essaim_stems_free      (EssaimStems *self);
/* Valid until the next call. */
void         essaim_stems_get_forms (EssaimStems *self, const EssaimWord *word, EssaimWordForms *forms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimStems, essaim_stems_free)

G_END_DECLS
