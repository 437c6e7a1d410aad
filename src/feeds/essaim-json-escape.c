/* essaim-json-escape.c: JSON strings with escapes, as the text they mean (RFC 8259, section 7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-escape.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

/* `\uXXXX` */
#define UNIT_BYTES 6

/* The number in `\uXXXX`, or -1 when it is no such escape. */
static int
read_unit (const char *p,
           const char *end)
{
  int value = 0;

  if (end - p < UNIT_BYTES || p[0] != '\\' || p[1] != 'u')
    return -1;

  for (guint i = 2; i < UNIT_BYTES; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }

  return value;
}

/* Reads one or two `\uXXXX`. Half a pair names no character; it spoils nothing but itself. Returns the bytes, 0 when
 * it is wrong. */
static guint
read_character (const char *p,
                const char *end,
                gunichar   *c)
{
  int high = read_unit (p, end);
  int low;

  if (high < 0)
    return 0;

  *c = high;
  if ((high & ~0x7FF) != 0xD800)
    return UNIT_BYTES;

  *c = REPLACEMENT;
  low = (high & 0x400) == 0 ? read_unit (p + UNIT_BYTES, end) : -1;
  if ((low & ~0x3FF) != 0xDC00)
    return UNIT_BYTES;

  *c = 0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF);

  return 2 * UNIT_BYTES;
}

/* Reads one escape. Returns its bytes, 0 when it is wrong. */
static guint
read_escape (const char *p,
             const char *end,
             gunichar   *c)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (end - p < 2)
    return 0;
  if (p[1] == 'u')
    return read_character (p, end, c);

  letter = memchr (letters, p[1], sizeof letters - 1);
  if (letter == NULL)
    return 0;
  *c = meanings[letter - letters];

  return 2;
}

/**
 * essaim_json_unescape:
 * @text: (array length=length): what is between the quotes
 * @length: its bytes
 * @plain: gets the text; a NUL in it is just one more character
 * @error_at: (out): where an escape is wrong
 *
 * Returns: whether all escapes are right
 */
gboolean
essaim_json_unescape (const char *text,
                      gsize       length,
                      GString    *plain,
                      gsize      *error_at)
{
  const char *end = text + length;
  const char *p = text;
  const char *escape;

  g_string_truncate (plain, 0);
  while ((escape = memchr (p, '\\', end - p)) != NULL)
    {
      gunichar c;
      guint n = read_escape (escape, end, &c);

      if (n == 0)
        {
          *error_at = escape - text;
          return FALSE;
        }
      g_string_append_len (plain, p, escape - p);
      g_string_append_unichar (plain, c);
      p = escape + n;
    }
  g_string_append_len (plain, p, end - p);

  return TRUE;
}
