/* essaim-encoding-convert.c: the bytes of a feed as UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-encoding.h"

#include <string.h>

#include "essaim-mojibake.h"
#include "essaim-utf8.h"

#define REPLACEMENT 0xFFFD

/* Windows-1252 from 0x80; it is Latin-1 from 0xA0. Source: unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT. */
static const gunichar2 windows_1252[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/* MacRoman from 0x80. Source: unicode.org, MAPPINGS/VENDORS/APPLE/ROMAN.TXT. */
static const gunichar2 macroman[128] = {
  0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1,
  0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8,
  0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
  0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC,
  0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF,
  0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
  0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211,
  0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8,
  0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
  0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153,
  0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA,
  0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
  0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
  0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
  0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
  0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

/* Code page 850 of DOS from 0x80. Source: unicode.org, MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT. */
static const gunichar2 cp850[128] = {
  0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7,
  0x00EA, 0x00EB, 0x00E8, 0x00EF, 0x00EE, 0x00EC, 0x00C4, 0x00C5,
  0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
  0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192,
  0x00E1, 0x00ED, 0x00F3, 0x00FA, 0x00F1, 0x00D1, 0x00AA, 0x00BA,
  0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
  0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0,
  0x00A9, 0x2563, 0x2551, 0x2557, 0x255D, 0x00A2, 0x00A5, 0x2510,
  0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
  0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4,
  0x00F0, 0x00D0, 0x00CA, 0x00CB, 0x00C8, 0x0131, 0x00CD, 0x00CE,
  0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
  0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE,
  0x00DE, 0x00DA, 0x00DB, 0x00D9, 0x00FD, 0x00DD, 0x00AF, 0x00B4,
  0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
  0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
};

/* ISO-8859-15 is Latin-1 but for these. Source: unicode.org, MAPPINGS/ISO8859/8859-15.TXT. */
static const struct { guchar byte; gunichar2 character; } iso_8859_15[] = {
  { 0xA4, 0x20AC }, { 0xA6, 0x0160 }, { 0xA8, 0x0161 }, { 0xB4, 0x017D },
  { 0xB8, 0x017E }, { 0xBC, 0x0152 }, { 0xBD, 0x0153 }, { 0xBE, 0x0178 },
};

static gunichar
get_iso_8859_15 (guchar byte)
{
  for (guint i = 0; i < G_N_ELEMENTS (iso_8859_15); i++)
    if (iso_8859_15[i].byte == byte)
      return iso_8859_15[i].character;

  return byte < 0xA0 ? REPLACEMENT : byte;
}

/**
 * essaim_encoding_get_character:
 * @encoding: an encoding of single bytes
 * @byte: a byte from 0x80
 *
 * Returns: the character; U+FFFD where there is none
 */
gunichar
essaim_encoding_get_character (EssaimEncoding encoding,
                               guchar         byte)
{
  switch (encoding)
    {
    case ESSAIM_ENCODING_MACROMAN:
      return macroman[byte - 0x80];
    case ESSAIM_ENCODING_CP850:
      return cp850[byte - 0x80];
    case ESSAIM_ENCODING_ISO_8859_15:
      return get_iso_8859_15 (byte);
    case ESSAIM_ENCODING_UTF8:
    case ESSAIM_ENCODING_UTF8_MIXED:
    case ESSAIM_ENCODING_UTF8_TWICE:
    case ESSAIM_ENCODING_WINDOWS_1252:
    case ESSAIM_ENCODING_UTF16_LE:
    case ESSAIM_ENCODING_UTF16_BE:
    default:
      return byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
    }
}

/**
 * essaim_encoding_to_windows_1252:
 * @character: a character from U+0100
 *
 * Returns: its byte in Windows-1252, -1 where there is none
 */
int
essaim_encoding_to_windows_1252 (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (windows_1252); i++)
    if (windows_1252[i] == character && character != REPLACEMENT)
      return 0x80 + i;

  return -1;
}

/**
 * essaim_encoding_append_windows_1252:
 * @text: gets a character
 * @byte: its number in Windows-1252; where there is none, U+FFFD is appended
 */
void
essaim_encoding_append_windows_1252 (GString *text,
                                     guchar   byte)
{
  g_string_append_unichar (text, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
}

/* UTF-8 stays; each byte that is none is read as Windows-1252, so that the sound accents of its line are not lost. */
static gsize
convert_mixed (const char *bytes,
               gsize       length,
               gboolean    is_last,
               GString    *text)
{
  const char *end = bytes + length;
  const char *p = bytes;

  while (p < end)
    {
      gsize span = essaim_utf8_span (p, end - p);
      char known;

      g_string_append_len (text, p, span);
      p += span;
      if (p == end || (!is_last && (essaim_utf8_is_cut (p, end - p) || end - p < 6)))
        break;

      known = essaim_utf8_read_r (p, end - p);
      essaim_encoding_append_windows_1252 (text, known != 0 ? known : *p);
      p += known != 0 ? 6 : 1;
    }

  return p - bytes;
}

static gsize
convert_single_bytes (EssaimEncoding  encoding,
                      const char     *bytes,
                      gsize           length,
                      GString        *text)
{
  const char *end = bytes + length;

  for (const char *p = bytes; p < end; p++)
    {
      const char *ascii = p;

      while (p < end && (guchar) *p < 0x80)
        p++;
      g_string_append_len (text, ascii, p - ascii);
      if (p < end)
        g_string_append_unichar (text, essaim_encoding_get_character (encoding, *p));
    }

  return length;
}

static gsize
convert_twice (const char *bytes,
               gsize       length,
               GString    *text)
{
  gsize span = essaim_utf8_span (bytes, length);

  essaim_mojibake_append (text, bytes, span);

  return span;
}

static gunichar
utf16_unit (const guchar *bytes,
            gboolean      is_big)
{
  return is_big ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0];
}

static gsize
convert_utf16 (const guchar *bytes,
               gsize         length,
               gboolean      is_big,
               gboolean      is_last,
               GString      *text)
{
  gsize i = 0;

  while (i + 1 < length)
    {
      gunichar c = utf16_unit (bytes + i, is_big);
      gboolean is_high = (c & 0xFC00) == 0xD800;

      if (is_high && i + 3 >= length && !is_last)
        break;
      i += 2;

      gunichar low = is_high && i + 1 < length ? utf16_unit (bytes + i, is_big) : 0;
      if ((low & 0xFC00) == 0xDC00)
        {
          c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
          i += 2;
        }
      g_string_append_unichar (text, (c & 0xFFFFF800) == 0xD800 ? REPLACEMENT : c);
    }

  return is_last ? length : i;
}

/**
 * essaim_encoding_convert:
 * @encoding: what the bytes are in
 * @bytes: (array length=length): what follows in the feed, after the byte order mark
 * @length: how many
 * @is_last: whether nothing comes after
 * @text: gets the text, in UTF-8: nothing is left out, what means nothing is U+FFFD
 *
 * Returns: how many bytes were read; the few others are to be given again, in front of the next ones
 */
gsize
essaim_encoding_convert (EssaimEncoding  encoding,
                         const char     *bytes,
                         gsize           length,
                         gboolean        is_last,
                         GString        *text)
{
  switch (encoding)
    {
    case ESSAIM_ENCODING_UTF8_MIXED:
      return convert_mixed (bytes, length, is_last, text);
    case ESSAIM_ENCODING_UTF8_TWICE:
      return convert_twice (bytes, length, text);
    case ESSAIM_ENCODING_WINDOWS_1252:
    case ESSAIM_ENCODING_ISO_8859_15:
    case ESSAIM_ENCODING_MACROMAN:
    case ESSAIM_ENCODING_CP850:
      return convert_single_bytes (encoding, bytes, length, text);
    case ESSAIM_ENCODING_UTF16_LE:
    case ESSAIM_ENCODING_UTF16_BE:
      return convert_utf16 ((const guchar *) bytes, length, encoding == ESSAIM_ENCODING_UTF16_BE, is_last, text);
    case ESSAIM_ENCODING_UTF8:
    default:
      g_string_append_len (text, bytes, length);
      return length;
    }
}
