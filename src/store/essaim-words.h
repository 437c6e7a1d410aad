/* essaim-words.h: the words of a text
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

/** EssaimWordScan: on its way through a text. */
typedef struct
{
  const char *cursor;
  const char *end;
  gboolean    skips_private;
  gboolean    has_at;
} EssaimWordScan;

/* skips_private: e-mail addresses and telephone numbers are no words. */
void     essaim_word_scan_init (EssaimWordScan *scan, const char *text, gsize length, gboolean skips_private);
gboolean essaim_word_scan_next (EssaimWordScan *scan, EssaimWord *word);

G_END_DECLS
