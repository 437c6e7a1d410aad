/* essaim-utf8.c: what is UTF-8 and what is not, at the speed of the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-utf8.h"

#include <string.h>

#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

/* How long the sequence is that starts with this byte: 0 when none does. */
static guint
sequence_length (guchar first)
{
  return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

/* How many of the bytes at the start are the start of one well-formed character: Unicode 15, table 3-7. */
static guint
well_formed_bytes (const guchar *p,
                   gsize         length,
                   guint         wanted)
{
  guchar low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
  guchar high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
  guint n = 1;

  while (n < wanted && n < length && p[n] >= low && p[n] <= high)
    {
      low = 0x80;
      high = 0xBF;
      n++;
    }

  return n;
}

/* Eight bytes at a time; a word with others tells by its lowest high bit how many come before them. */
static const guchar *
skip_ascii (const guchar *p,
            const guchar *end)
{
  guint64 word;

  while (end - p >= 8)
    {
      memcpy (&word, p, 8);
      word = GUINT64_FROM_LE (word) & HIGH_BITS;
      if (word != 0)
        return p + __builtin_ctzll (word) / 8;
      p += 8;
    }
  while (p < end && *p < 0x80)
    p++;

  return p;
}

/**
 * essaim_utf8_span:
 * @text: (array length=length): any bytes
 * @length: how many
 *
 * Returns: how many of them, from the start, are whole well-formed characters; NUL is one
 */
gsize
essaim_utf8_span (const char *text,
                  gsize       length)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + length;

  while ((p = skip_ascii (p, end)) < end)
    {
      guint wanted = sequence_length (*p);

      if (wanted == 2 && end - p >= 2 && (p[1] & 0xC0) == 0x80)
        p += 2;   /* the accents of French */
      else if (wanted > 0 && well_formed_bytes (p, end - p, wanted) == wanted)
        p += wanted;
      else
        break;
    }

  return p - (const guchar *) text;
}

/**
 * essaim_utf8_is_cut:
 * @text: (array length=length): bytes after the last whole character
 * @length: how many, at least 1
 *
 * Returns: whether they are the start of a character whose other bytes are still to come
 */
gboolean
essaim_utf8_is_cut (const char *text,
                    gsize       length)
{
  guint wanted = sequence_length (text[0]);

  return length < wanted && well_formed_bytes ((const guchar *) text, length, wanted) == length;
}

/**
 * essaim_utf8_read_r:
 * @text: (array length=length): bytes that are not well-formed UTF-8
 * @length: how many
 *
 * R on Windows writes a character it cannot express as `<e9>`: its byte in Windows-1252. Some of its output packs these
 * four characters, lowest first, into one number, written as the six-byte sequences that UTF-8 had before RFC 3629:
 * FC BE 8E 96 94 BC is 0x3E39653C, `<e9>`, “é” (seen in the subsidies of the Pays de la Loire).
 *
 * Returns: the byte in Windows-1252 when the first six bytes are such a sequence, else 0
 */
char
essaim_utf8_read_r (const char *text,
                    gsize       length)
{
  const guchar *p = (const guchar *) text;

  if (length < 6 || (p[0] & 0xFE) != 0xFC)
    return 0;

  guint32 packed = p[0] & 1;
  for (guint i = 1; i < 6; i++)
    {
      if ((p[i] & 0xC0) != 0x80)
        return 0;
      packed = packed << 6 | (p[i] & 0x3F);
    }

  int high = g_ascii_xdigit_value (packed >> 8 & 0xFF);
  int low = g_ascii_xdigit_value (packed >> 16 & 0xFF);
  if ((packed & 0xFF) != '<' || packed >> 24 != '>' || high < 8 || low < 0)
    return 0;

  return (char) (high << 4 | low);
}
