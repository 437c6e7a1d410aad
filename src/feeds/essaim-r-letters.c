/* essaim-r-letters.c: letters that R wrote as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-r-letters.h"

#include <string.h>

#include "essaim-encoding.h"

/* `<e9>` */
#define LETTER_BYTES 4

/* `<U+00E9>` */
#define CODE_BYTES 8

/* The most bytes of one character in UTF-8. */
#define RUN_MAX 4

static int
lower_digit (char c)
{
  return g_ascii_isupper (c) ? -1 : g_ascii_xdigit_value (c);
}

/* The byte that four characters stand for, 0 where they are something else; `<dd>` is HTML. */
static guchar
read_letter (const char *p,
             const char *end)
{
  int high, low;

  if (end - p < LETTER_BYTES || p[3] != '>' || memcmp (p, "<dd>", LETTER_BYTES) == 0)
    return 0;

  high = lower_digit (p[1]);
  low = lower_digit (p[2]);

  return high >= 8 && low >= 0 ? high << 4 | low : 0;
}

/* `<U+00E9>`: a character by its number; returns where it ends, or NULL. */
static const char *
append_code (GString    *read,
             const char *p,
             const char *end)
{
  gunichar c = 0;

  if (end - p < CODE_BYTES || memcmp (p, "<U+", 3) != 0 || p[CODE_BYTES - 1] != '>')
    return NULL;
  for (guint i = 3; i < CODE_BYTES - 1; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return NULL;
      c = c << 4 | g_ascii_xdigit_value (p[i]);
    }
  if (c < 0x80 || !g_unichar_validate (c))
    return NULL;

  g_string_append_unichar (read, c);
  return p + CODE_BYTES;
}

/* `<c3><a9>`: the bytes of one character in UTF-8; `<e9>`: one in Windows-1252. Returns where it ends, or NULL. */
static const char *
append_letter (GString    *read,
               const char *p,
               const char *end)
{
  char run[RUN_MAX];
  guchar first = read_letter (p, end);

  for (guint n = 0; first != 0 && n < RUN_MAX; n++)
    {
      run[n] = read_letter (p + n * LETTER_BYTES, end);
      if (run[n] == 0)
        break;
      if (g_utf8_validate (run, n + 1, NULL))
        {
          g_string_append_len (read, run, n + 1);
          return p + (n + 1) * LETTER_BYTES;
        }
    }
  if (first == 0)
    return append_code (read, p, end);

  essaim_encoding_append_windows_1252 (read, first);
  return p + LETTER_BYTES;
}

/**
 * essaim_r_letters_read:
 * @text: (array length=length): a value, in UTF-8
 * @length: its bytes
 *
 * R on Windows writes a character it cannot express as its bytes between angle brackets, in Windows-1252 (`Ren<e9>`) or
 * UTF-8 (`Ren<c3><a9>`), or as its number (`Ren<U+00E9>`).
 *
 * Returns: (transfer full) (nullable): the text with its letters; %NULL where there are no such ones
 */
char *
essaim_r_letters_read (const char *text,
                       gsize       length)
{
  g_autoptr (GString) read = NULL;
  g_autoptr (GString) letter = NULL;
  const char *first = memchr (text, '<', length);
  const char *end = text + length;
  const char *rest = text;

  /* Nearly all values end here. */
  if (first == NULL)
    return NULL;

  read = g_string_new (NULL);
  letter = g_string_new (NULL);
  for (const char *p = first; (p = memchr (p, '<', end - p)) != NULL;)
    {
      const char *next = append_letter (g_string_truncate (letter, 0), p, end);

      if (next == NULL)
        {
          p++;
          continue;
        }
      g_string_append_len (read, rest, p - rest);
      g_string_append_len (read, letter->str, letter->len);
      rest = p = next;
    }
  if (rest == text)
    return NULL;

  g_string_append_len (read, rest, end - rest);

  return g_string_free (g_steal_pointer (&read), FALSE);
}
