/* essaim-json-surrogates.c: halves of characters in JSON escapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-surrogates.h"

#include <string.h>

#define ESCAPE_BYTES 6

/* The number in `\uXXXX`, or -1 when it is no such escape. */
static int
read_escape (const char *p)
{
  int value = 0;

  if (p[0] != '\\' || p[1] != 'u')
    return -1;

  for (guint i = 2; i < ESCAPE_BYTES; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }

  return value;
}

/* Whether what is at hand may still become a pair of escapes. */
static gboolean
is_cut (const char *p,
        gsize       length)
{
  if (length < 2)
    return TRUE;
  if (p[1] != 'u')
    return FALSE;
  if (length < ESCAPE_BYTES)
    return TRUE;

  return (read_escape (p) & ~0x3FF) == 0xD800 && length < 2 * ESCAPE_BYTES;
}

/**
 * essaim_json_repair_surrogates:
 * @text: (array length=length): JSON text; it starts outside of an escape
 * @length: its bytes
 * @is_last: whether nothing comes after
 *
 * Writes U+FFFD over each escape of a surrogate without its other half, which names no character (RFC 8259, section 8.2).
 * The length stays, and so do the places of everything else.
 *
 * Returns: how many bytes were looked at; the few others are to be given again, in front of the next ones
 */
gsize
essaim_json_repair_surrogates (char     *text,
                               gsize     length,
                               gboolean  is_last)
{
  char *end = text + length;

  for (char *p = text; (p = memchr (p, '\\', end - p)) != NULL;)
    {
      if (is_cut (p, end - p) && !is_last)
        return p - text;
      if (end - p < ESCAPE_BYTES || p[1] != 'u')
        {
          p = MIN (p + 2, end);
          continue;
        }

      int unit = read_escape (p);
      gboolean is_pair = (unit & ~0x3FF) == 0xD800 && end - p >= 2 * ESCAPE_BYTES
                         && (read_escape (p + ESCAPE_BYTES) & ~0x3FF) == 0xDC00;
      if (!is_pair && unit >= 0 && (unit & ~0x7FF) == 0xD800)
        memcpy (p + 2, "fffd", 4);
      p += is_pair ? 2 * ESCAPE_BYTES : unit >= 0 ? ESCAPE_BYTES : 2;
    }

  return length;
}
