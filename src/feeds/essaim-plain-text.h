/* essaim-plain-text.h: text that the gate would leave as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define ESSAIM_PLAIN_EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Eight bytes of text, the first one lowest. */
static inline guint64
essaim_plain_load (const char *text)
{
  guint64 word;

  memcpy (&word, text, 8);

  return GUINT64_FROM_LE (word);
}

/* Marks the bytes that are not printable ASCII by their high bit. The lowest mark is exact, others may not be. */
static inline guint64
essaim_plain_mark (guint64 word)
{
  guint64 controls = (word - ESSAIM_PLAIN_EACH (0x20)) & ~word;
  guint64 deletes = (word ^ ESSAIM_PLAIN_EACH (0x7F)) - ESSAIM_PLAIN_EACH (0x01);

  return (word | controls | deletes) & ESSAIM_PLAIN_EACH (0x80);
}

/* Marks the bytes that are this one, likewise. */
static inline guint64
essaim_plain_mark_byte (guint64 word,
                        guchar  byte)
{
  guint64 others = word ^ ESSAIM_PLAIN_EACH (byte);

  return (others - ESSAIM_PLAIN_EACH (0x01)) & ~others & ESSAIM_PLAIN_EACH (0x80);
}

/* How many bytes come before the lowest mark. */
static inline guint
essaim_plain_count (guint64 marks)
{
  return marks == 0 ? 8 : __builtin_ctzll (marks) / 8;
}

/* Bytes of the character at the start of well-formed text when it is a frequent one that essaim_text_clean() leaves
 * alone wherever it stands (printable ASCII, Latin letters, “’”, “€”, dashes); 0 when that has to be looked into. */
static inline guint
essaim_plain_length (const char *text,
                     gsize       length)
{
  const guchar *p = (const guchar *) text;

  if (p[0] < 0x80)
    return p[0] >= 0x20 && p[0] < 0x7F ? 1 : 0;
  if (length >= 2 && p[0] >= 0xC3 && p[0] <= 0xCB)
    return 2;
  if (length >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xA6)
    return 3;

  return length >= 3 && p[0] == 0xE2 && p[1] == 0x82 && p[2] == 0xAC ? 3 : 0;
}

gboolean essaim_plain_is (const char *text, gsize length);

G_END_DECLS
