/* essaim-text.h: what may be done to text, and the one gate that text from a feed passes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Longest texts kept, in characters. */
#define ESSAIM_TEXT_LINE_MAX  300
#define ESSAIM_TEXT_FIELD_MAX 4000
#define ESSAIM_TEXT_LONG_MAX  20000

/** ESSAIM_TEXT_LOST_LETTER: what stands for a letter that a file lost for ever, U+FFFD. */
#define ESSAIM_TEXT_LOST_LETTER "\uFFFD"

/** EssaimTextShape: whether a text is one line (blanks collapse) or keeps its paragraphs. */
typedef enum
{
  ESSAIM_TEXT_LINE,
  ESSAIM_TEXT_PARAGRAPHS,
} EssaimTextShape;

char      *essaim_text_clean     (const char *bytes, gssize length, EssaimTextShape shape, guint max_chars);
char      *essaim_text_fold      (const char *text);
char      *essaim_text_fold_name (const char *text);
char      *essaim_text_slug      (const char *text);
char      *essaim_text_strip_html(const char *text);
gboolean   essaim_text_is_null   (const char *text);
gboolean   essaim_text_is_damaged(const char *text);
gboolean   essaim_text_parse_number (const char *text, double *number);
char      *essaim_text_parse_date   (const char *text);
char      *essaim_text_safe_uri     (const char *text);
char      *essaim_text_guard_cell   (const char *text);
char      *essaim_text_unguard_cell (const char *cell);

G_END_DECLS
