/* essaim-text-words.c: the words of a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text-words.h"

#include <string.h>

/* French numbers have nine digits after the 0 or +33. */
#define PHONE_DIGITS 9

/* Bytes that are a letter or digit by themselves. */
static const guint8 is_plain[256] = { ['0' ... '9'] = TRUE, ['A' ... 'Z'] = TRUE, ['a' ... 'z'] = TRUE };

/* Bytes of the character at @p, which is not ASCII; 0 when it belongs to no word. Combining marks do. */
static gsize
wide_char_length (const char *p,
                  const char *end)
{
  gunichar c;

  /* à to ÿ and their capitals: nearly all that is not ASCII in French, but for × and ÷. */
  if ((guchar) *p == 0xC3 && end - p >= 2)
    return (p[1] & 0x1F) != 0x17 ? 2 : 0;

  c = g_utf8_get_char_validated (p, end - p);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
    return 0;

  return g_utf8_skip[(guchar) *p];
}

static inline gsize
word_char_length (const char *p,
                  const char *end)
{
  return (guchar) *p < 0x80 ? is_plain[(guchar) *p] : wide_char_length (p, end);
}

/* Bytes of the apostrophe at @p, typed ' or set ’; 0 when there is none. */
static gsize
apostrophe_length (const char *p,
                   const char *end)
{
  if (p < end && *p == '\'')
    return 1;

  return end - p >= 3 && memcmp (p, "\u2019", 3) == 0 ? 3 : 0;
}

/* The article, pronoun or conjunction that lost its vowel to the word behind it: l’, d’, qu’ … */
static gboolean
is_elision (const EssaimTextWord *word,
            const char           *end)
{
  const char *s = word->start;
  const char *behind = s + word->length;
  gsize apostrophe = word->length <= 2 ? apostrophe_length (behind, end) : 0;

  if (apostrophe == 0 || behind + apostrophe == end || word_char_length (behind + apostrophe, end) == 0)
    return FALSE;

  return (word->length == 1 && strchr ("cdjlmnstCDJLMNST", *s) != NULL) ||
         (word->length == 2 && g_ascii_strncasecmp (s, "qu", 2) == 0);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of the run without a blank at @p, when it is an e-mail address; else NULL. */
static const char *
skip_email (const char *p,
            const char *end)
{
  gboolean has_at = FALSE;

  for (; p < end && !is_blank (*p); p++)
    has_at |= *p == '@';

  return has_at ? p : NULL;
}

/* The end of the telephone number at @p (0 or +33 or 0033, then nine digits, with signs between); else NULL. */
static const char *
skip_phone (const char *p,
            const char *end)
{
  const char *last = NULL;
  guint n = 0;

  if (*p != '0' && !(end - p >= 2 && p[0] == '3' && p[1] == '3'))
    return NULL;

  for (; p < end && (g_ascii_isdigit (*p) || memchr (" .-/()", *p, 6) != NULL); p++)
    if (g_ascii_isdigit (*p))
      {
        last = p + 1;
        n++;
      }

  return n > PHONE_DIGITS ? last : NULL;
}

static const char *
skip_private (const EssaimTextScan *scan,
              const char           *p)
{
  const char *behind = NULL;

  if (g_ascii_isdigit (*p))
    behind = skip_phone (p, scan->end);
  if (behind == NULL && scan->has_at)
    behind = skip_email (p, scan->end);

  return behind;
}

/**
 * essaim_text_scan_init:
 * @scan: (out caller-allocates): at the start of the text
 * @text: UTF-8, which must stay
 * @length: in bytes
 * @skips_private: whether e-mail addresses and telephone numbers are left out
 */
void
essaim_text_scan_init (EssaimTextScan *scan,
                       const char     *text,
                       gsize           length,
                       gboolean        skips_private)
{
  scan->cursor = text;
  scan->end = text + length;
  scan->skips_private = skips_private;
  scan->has_at = skips_private && memchr (text, '@', length) != NULL;
}

/* Returns the end of the word at @p; the word itself may be cut before. */
static const char *
read_word (const char     *p,
           const char     *end,
           EssaimTextWord *word)
{
  gsize n = 0;

  word->start = p;
  do
    {
      for (p += n; p < end && is_plain[(guchar) *p];)
        p++;
      n = p < end ? word_char_length (p, end) : 0;
    }
  while (n > 0);

  word->length = p - word->start;
  if (word->length > ESSAIM_TEXT_WORD_MAX)
    {
      /* Whole characters only. */
      for (word->length = ESSAIM_TEXT_WORD_MAX; (word->start[word->length] & 0xC0) == 0x80;)
        word->length--;
    }

  return p;
}

/**
 * essaim_text_scan_next:
 * @scan: on its way through a text
 * @word: (out): letters, digits and marks of any script, cut to %ESSAIM_TEXT_WORD_MAX bytes; elided articles (l’, d’, qu’)
 *   are skipped
 *
 * Returns: whether there is another word
 */
gboolean
essaim_text_scan_next (EssaimTextScan *scan,
                       EssaimTextWord *word)
{
  const char *p = scan->cursor;

  while (p < scan->end)
    {
      const char *behind;

      if (word_char_length (p, scan->end) == 0)
        {
          p++;
        }
      else if (scan->skips_private && (behind = skip_private (scan, p)) != NULL)
        {
          p = behind;
        }
      else
        {
          p = read_word (p, scan->end, word);
          if (!is_elision (word, scan->end))
            {
              scan->cursor = p;
              return TRUE;
            }
        }
    }

  scan->cursor = scan->end;
  return FALSE;
}
