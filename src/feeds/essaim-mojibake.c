/* essaim-mojibake.c: UTF-8 that was taken for Windows-1252 and written as UTF-8 once more: `Ã©` for “é”
 *
 * It is put right only where every character beyond ASCII of a feed is so: one that is not shows that somebody wrote
 * these letters on purpose, or that the damage is partial and a repair would be a guess.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mojibake.h"

#include <string.h>

#include "essaim-encoding.h"

/* The byte that a character was, -1 for none. What Windows-1252 has no letter for stays a control of its number. */
static int
get_byte (gunichar c)
{
  return c < 0x100 ? (int) c : essaim_encoding_to_windows_1252 (c);
}

/**
 * essaim_mojibake_is_suspect:
 * @text: (array length=length): whole characters of UTF-8
 * @length: their bytes
 *
 * Returns: whether the first of them that is not ASCII looks like half a character (“Ã”, “Â”, “â”, “Å”, “ï”), so that
 *   it is worth looking at the whole feed
 */
gboolean
essaim_mojibake_is_suspect (const char *text,
                            gsize       length)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + length;

  while (p < end && *p < 0x80)
    p++;
  if (end - p < 4 || p[0] != 0xC3)
    return FALSE;

  return p[2] >= 0xC2 && strchr ("\x83\x82\xA2\x85\xAF", p[1]) != NULL;
}

static void
add_byte (EssaimMojibake *mojibake,
          guchar          byte)
{
  if (mojibake->wanted > 0)
    {
      mojibake->is_mixed |= byte < mojibake->low || byte > mojibake->high;
      mojibake->wanted--;
      mojibake->low = 0x80;
      mojibake->high = 0xBF;
      return;
    }

  /* Unicode 15, table 3-7. */
  mojibake->is_mixed |= byte < 0xC2 || byte > 0xF4;
  mojibake->wanted = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  mojibake->low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
  mojibake->high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  mojibake->n++;
  mojibake->n_latin += byte == 0xC3;
}

/**
 * essaim_mojibake_add:
 * @mojibake: what was seen so far
 * @text: (array length=length): whole characters of UTF-8
 * @length: their bytes
 */
void
essaim_mojibake_add (EssaimMojibake *mojibake,
                     const char     *text,
                     gsize           length)
{
  const char *end = text + length;

  while (text < end && !mojibake->is_mixed)
    {
      gunichar c = g_utf8_get_char (text);

      if (c < 0x80)
        {
          mojibake->is_mixed = mojibake->wanted > 0;
        }
      else
        {
          int byte = get_byte (c);

          mojibake->is_mixed = byte < 0x80;
          if (!mojibake->is_mixed)
            add_byte (mojibake, byte);
        }
      text = g_utf8_next_char (text);
    }
}

/**
 * essaim_mojibake_is_whole:
 * @mojibake: what was seen of a whole feed
 *
 * Returns: whether all of it was written twice, and can be put right without losing anything
 */
gboolean
essaim_mojibake_is_whole (const EssaimMojibake *mojibake)
{
  return !mojibake->is_mixed && mojibake->wanted == 0 && mojibake->n_latin > 0;
}

/**
 * essaim_mojibake_append:
 * @out: gets the text as it was before it was written the second time; it may end within a character
 * @text: (array length=length): whole characters of a feed of which essaim_mojibake_is_whole()
 * @length: their bytes
 */
void
essaim_mojibake_append (GString    *out,
                        const char *text,
                        gsize       length)
{
  const char *end = text + length;

  for (; text < end; text = g_utf8_next_char (text))
    g_string_append_c (out, (char) get_byte (g_utf8_get_char (text)));
}
