/* essaim-encoding.h: which encoding a feed is really in, and its bytes as UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "essaim-mojibake.h"

G_BEGIN_DECLS

/** EssaimEncoding: what French open data comes in. */
typedef enum
{
  ESSAIM_ENCODING_UTF8,
  ESSAIM_ENCODING_UTF8_MIXED,     /* UTF-8 but for a few bytes */
  ESSAIM_ENCODING_UTF8_TWICE,     /* UTF-8 that was taken for Windows-1252 and written as UTF-8 again */
  ESSAIM_ENCODING_WINDOWS_1252,
  ESSAIM_ENCODING_ISO_8859_15,
  ESSAIM_ENCODING_MACROMAN,
  ESSAIM_ENCODING_CP850,          /* of DOS */
  ESSAIM_ENCODING_UTF16_LE,
  ESSAIM_ENCODING_UTF16_BE,
} EssaimEncoding;

/* The bytes kept of a word that shows what is wrong. */
#define ESSAIM_ENCODING_WORD_BYTES 40

/** EssaimEncodingWord: a piece of a feed, as its bytes. */
typedef struct
{
  char  bytes[ESSAIM_ENCODING_WORD_BYTES];
  guint length;
} EssaimEncodingWord;

/** EssaimEncodingSurvey: what was seen of a feed so far; zeroed to begin with. */
typedef struct
{
  guint  lines;              /* line ends */
  guint  bad_lines;          /* with at least one byte that is not UTF-8 */
  guint  first_bad_line;
  guint  doubtful_lines;     /* of these, the ones where it may be another encoding, not damage known to us */
  guint  lost;               /* U+FFFD in the file itself */
  guint  first_lost_line;
  guint  accents;            /* well-formed characters beyond ASCII */
  guint  bad_bytes[256];
  guint  lone_bytes[256];    /* of these, those without a letter beside them */
  guint  n_bad_bytes;
  guint  ligatures;          /* of these bytes, those that would be “œ” at the start or within a word */
  guint  last_bad_line, last_doubtful_line;
  guchar last_byte;
  guint  first_twice_line;
  EssaimEncodingWord bad_word, lost_word, twice_word;
  EssaimMojibake     mojibake;
} EssaimEncodingSurvey;

const char     *essaim_encoding_get_name      (EssaimEncoding encoding);
gboolean        essaim_encoding_from_start    (const char *bytes, gsize length, EssaimEncoding *encoding, gsize *mark);
gsize           essaim_encoding_survey_add    (EssaimEncodingSurvey *survey, const char *bytes, gsize length,
                                               gboolean is_last);
EssaimEncoding  essaim_encoding_survey_decide (const EssaimEncodingSurvey *survey);
gsize           essaim_encoding_convert       (EssaimEncoding encoding, const char *bytes, gsize length,
                                               gboolean is_last, GString *text);
gunichar        essaim_encoding_get_character (EssaimEncoding encoding, guchar byte);
int             essaim_encoding_to_windows_1252 (gunichar character);
char           *essaim_encoding_word_to_text  (const EssaimEncodingWord *word);
void            essaim_encoding_append_windows_1252 (GString *text, guchar byte);

G_END_DECLS
