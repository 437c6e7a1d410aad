/* essaim-words.h: the words of a text, folded one by one without allocating
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ESSAIM_WORD_MAX: of a longer word only so many bytes are kept. */
#define ESSAIM_WORD_MAX 24

/** ESSAIM_WORD_LOST: stands for a letter that was lost before the text was published (U+FFFD). */
#define ESSAIM_WORD_LOST '?'

/** EssaimWord: a word of a text: folded letters a–z, digits, and letters of other scripts. */
typedef struct
{
  char     letters[ESSAIM_WORD_MAX + 8];  /* zeros behind */
  guint    length;                        /* bytes */
  gboolean breaks;                        /* a comma, a bracket or a dash stands before it */
  gboolean is_damaged;                    /* a letter was lost */
} EssaimWord;

gboolean essaim_words_next       (const char **text, EssaimWord *word);
guint64  essaim_word_hash        (const EssaimWord *word);
void     essaim_word_add_letters (const EssaimWord *word, guint64 *letters, guint32 *tail);

/** EssaimWordMeaning: what a word tells of the thing that it names; bits. 0 for a word that tells things apart. */
typedef enum
{
  ESSAIM_WORD_NOISE     = 1 << 0,   /* articles, legal forms: as if it were not there */
  ESSAIM_WORD_GENERIC   = 1 << 1,   /* says of what kind a thing is, not which */
  ESSAIM_WORD_STREET    = 1 << 2,   /* avenue, place …: begins a street; elsewhere it tells things apart */
  ESSAIM_WORD_RANK      = 1 << 3,   /* general, docteur …: left out of streets */
  ESSAIM_WORD_SUFFIX    = 1 << 4,   /* bis, ter: behind a number */
  ESSAIM_WORD_BOX       = 1 << 5,   /* BP, CS, Cedex: what follows is no street */
  ESSAIM_WORD_MOBILE    = 1 << 6,   /* bus, itinérant */
  ESSAIM_WORD_ACTIVITY  = 1 << 7,   /* intérim, chantier …: names a service beside others of one organisation */
  ESSAIM_WORD_FRANCE    = 1 << 8,
  ESSAIM_WORD_SERVICE   = 1 << 9,
  ESSAIM_WORD_HOUSE     = 1 << 10,
  ESSAIM_WORD_MSAP      = 1 << 11,
  ESSAIM_WORD_TOWN_HALL = 1 << 12,
  ESSAIM_WORD_TOWN      = 1 << 13,  /* commune, ville: a town hall where the name begins with it */
  ESSAIM_WORD_WELFARE   = 1 << 14,
  ESSAIM_WORD_ACTION    = 1 << 15,
  ESSAIM_WORD_SOCIAL    = 1 << 16,
  ESSAIM_WORD_LIBRARY   = 1 << 17,
  ESSAIM_WORD_POLE      = 1 << 18,
  ESSAIM_WORD_JOBS      = 1 << 19,
  ESSAIM_WORD_MISSION   = 1 << 20,
  ESSAIM_WORD_LOCAL     = 1 << 21,
} EssaimWordMeaning;

/** ESSAIM_WORD_KIND_SHIFT: above these bits a word for a street has a number, the same for *av* and *avenue*. */
#define ESSAIM_WORD_KIND_SHIFT 24

guint essaim_word_get_meaning (const EssaimWord *word);

G_END_DECLS
