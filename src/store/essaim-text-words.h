/* essaim-text-words.h: the words of a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimTextWord: a piece of a text. */
typedef struct
{
  const char *start;
  gsize       length;   /* in bytes */
} EssaimTextWord;

/** ESSAIM_TEXT_WORD_MAX: longer words are cut to this many bytes. */
#define ESSAIM_TEXT_WORD_MAX 60

/** EssaimTextScan: on its way through a text. */
typedef struct
{
  const char *cursor;
  const char *end;
  gboolean    skips_private;
  gboolean    has_at;
} EssaimTextScan;

/* skips_private: e-mail addresses and telephone numbers are no words. */
void     essaim_text_scan_init (EssaimTextScan *scan, const char *text, gsize length, gboolean skips_private);
gboolean essaim_text_scan_next (EssaimTextScan *scan, EssaimTextWord *word);

G_END_DECLS
