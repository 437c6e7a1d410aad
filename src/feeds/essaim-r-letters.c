/* essaim-r-letters.c: letters that R wrote as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-r-letters.h"

#include <string.h>

#include "essaim-encoding.h"

/* `<e9>` */
#define LETTER_BYTES 4

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

/**
 * essaim_r_letters_read:
 * @text: (array length=length): a value, in UTF-8
 * @length: its bytes
 *
 * R on Windows writes a character it cannot express as its byte in Windows-1252 between angle brackets: `Ren<e9>`.
 *
 * Returns: (transfer full) (nullable): the text with its letters; %NULL where there are no such ones
 */
char *
essaim_r_letters_read (const char *text,
                       gsize       length)
{
  g_autoptr(GString) read = NULL;
  const char *end = text + length;
  const char *rest = text;

  for (const char *p = text; (p = memchr (p, '<', end - p)) != NULL;)
    {
      guchar letter = read_letter (p, end);

      if (letter == 0)
        {
          p++;
          continue;
        }
      if (read == NULL)
        read = g_string_sized_new (length);
      g_string_append_len (read, rest, p - rest);
      essaim_encoding_append_windows_1252 (read, letter);
      rest = p += LETTER_BYTES;
    }
  if (read == NULL)
    return NULL;

  g_string_append_len (read, rest, end - rest);

  return g_string_free (g_steal_pointer (&read), FALSE);
}
