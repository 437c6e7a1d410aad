/* essaim-encoding.c: which encoding a feed is really in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-encoding.h"

#include <string.h>

#include "essaim-utf8.h"

/* A label that lies is common, so the bytes decide: fewer doubtful lines than one in 200 is UTF-8 with damage. */
#define MAX_DOUBTFUL_PER_LINE 200

/**
 * essaim_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: its usual name, as reports give it
 */
const char *
essaim_encoding_get_name (EssaimEncoding encoding)
{
  static const char * const names[] = {
    [ESSAIM_ENCODING_UTF8] = "UTF-8",
    [ESSAIM_ENCODING_UTF8_MIXED] = "UTF-8",
    [ESSAIM_ENCODING_WINDOWS_1252] = "Windows-1252",
    [ESSAIM_ENCODING_MACROMAN] = "MacRoman",
    [ESSAIM_ENCODING_UTF16_LE] = "UTF-16LE",
    [ESSAIM_ENCODING_UTF16_BE] = "UTF-16BE",
  };

  return names[encoding];
}

/* UTF-16 without a mark: in French text nearly every other byte is zero, and always on the same side. */
static gboolean
guess_utf16 (const guchar   *bytes,
             gsize           length,
             EssaimEncoding *encoding)
{
  gsize zeros[2] = { 0, 0 };
  gsize n_units = length / 2;

  for (gsize i = 0; i < 2 * n_units; i++)
    zeros[i % 2] += bytes[i] == 0;

  if (n_units < 4 || MAX (zeros[0], zeros[1]) * 10 < n_units * 7 || MIN (zeros[0], zeros[1]) * 10 > n_units)
    return FALSE;

  *encoding = zeros[1] > zeros[0] ? ESSAIM_ENCODING_UTF16_LE : ESSAIM_ENCODING_UTF16_BE;

  return TRUE;
}

/**
 * essaim_encoding_from_start:
 * @bytes: (array length=length): the start of a feed
 * @length: how many
 * @encoding: (out): the encoding, where the start tells
 * @mark: (out): the bytes of the byte order mark, 0 without
 *
 * Returns: whether the start tells
 */
gboolean
essaim_encoding_from_start (const char     *bytes,
                            gsize           length,
                            EssaimEncoding *encoding,
                            gsize          *mark)
{
  const guchar *p = (const guchar *) bytes;

  *mark = 0;
  if (length >= 3 && memcmp (p, "\xEF\xBB\xBF", 3) == 0)
    {
      *mark = 3;
      return FALSE;   /* a mark does not keep what follows from being damaged */
    }

  if (length >= 2 && ((p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF)))
    {
      *encoding = p[0] == 0xFF ? ESSAIM_ENCODING_UTF16_LE : ESSAIM_ENCODING_UTF16_BE;
      *mark = 2;
      return TRUE;
    }

  return guess_utf16 (p, length, encoding);
}

/* The line ends (LF, CR LF, CR) in the bytes after a given one. */
static guint
count_line_ends (guchar      before,
                 const char *bytes,
                 gsize       length)
{
  guint n = 0;

  if (length > 0)
    n += bytes[0] == '\r' || (bytes[0] == '\n' && before != '\r');
  for (gsize i = 1; i < length; i++)
    n += (bytes[i] == '\r') | ((bytes[i] == '\n') & (bytes[i - 1] != '\r'));

  return n;
}

static void
count_lines (EssaimEncodingSurvey *survey,
             const char           *bytes,
             gsize                 length)
{
  if (length == 0)
    return;

  survey->lines += count_line_ends (survey->last_byte, bytes, length);
  survey->last_byte = bytes[length - 1];
}

static void
count_lost (EssaimEncodingSurvey *survey,
            const char           *bytes,
            gsize                 length)
{
  const char *end = bytes + length;

  for (const char *p = bytes; (p = memchr (p, 0xEF, end - p)) != NULL; p++)
    if (end - p >= 3 && memcmp (p, "\xEF\xBF\xBD", 3) == 0 && survey->lost++ == 0)
      survey->first_lost_line = survey->lines + count_line_ends (survey->last_byte, bytes, p - bytes) + 1;
}

static void
count_bad (EssaimEncodingSurvey *survey,
           guchar                byte,
           gboolean              is_known_damage)
{
  guint line = survey->lines + 1;

  if (line != survey->last_bad_line)
    {
      survey->bad_lines++;
      survey->last_bad_line = line;
    }
  if (survey->first_bad_line == 0)
    survey->first_bad_line = line;
  if (is_known_damage)
    return;

  if (line != survey->last_doubtful_line)
    {
      survey->doubtful_lines++;
      survey->last_doubtful_line = line;
    }
  survey->bad_bytes[byte]++;
  survey->n_bad_bytes++;
}

static guint
count_accents (const char *text,
               gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += (guchar) text[i] >= 0xC0;

  return n;
}

/* Whether more bytes are needed to judge the ones at hand. */
static gboolean
is_cut (const char *bytes,
        gsize       length)
{
  return essaim_utf8_is_cut (bytes, length) || (length < 6 && ((guchar) bytes[0] & 0xFE) == 0xFC);
}

/**
 * essaim_encoding_survey_add:
 * @survey: what was seen so far
 * @bytes: (array length=length): what follows, after the byte order mark
 * @length: how many
 * @is_last: whether nothing comes after
 *
 * Returns: how many bytes were looked at; the few others are to be given again, in front of the next ones
 */
gsize
essaim_encoding_survey_add (EssaimEncodingSurvey *survey,
                            const char           *bytes,
                            gsize                 length,
                            gboolean              is_last)
{
  const char *end = bytes + length;
  const char *p = bytes;

  while (p < end)
    {
      gsize span = essaim_utf8_span (p, end - p);

      count_lost (survey, p, span);
      survey->accents += count_accents (p, span);
      count_lines (survey, p, span);
      p += span;

      if (p == end || (!is_last && is_cut (p, end - p)))
        break;

      gboolean is_known_damage = essaim_utf8_read_r (p, end - p) != 0;
      count_bad (survey, *p, is_known_damage);
      survey->last_byte = *p;
      p += is_known_damage ? 6 : 1;
    }

  return p - bytes;
}

/* In MacRoman these are à, ç, é, è and ê; in Windows-1252, what no French text contains or nothing at all. */
static gboolean
looks_macroman (const EssaimEncodingSurvey *survey)
{
  static const guchar letters[] = { 0x88, 0x8D, 0x8E, 0x8F, 0x90 };
  guint mac = 0;
  guint windows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    mac += survey->bad_bytes[letters[i]];
  for (guint byte = 0xE0; byte < 0x100; byte++)
    windows += survey->bad_bytes[byte];

  return mac > windows;
}

/**
 * essaim_encoding_survey_decide:
 * @survey: what was seen of a whole feed without a UTF-16 mark
 *
 * Returns: the encoding it is in
 */
EssaimEncoding
essaim_encoding_survey_decide (const EssaimEncodingSurvey *survey)
{
  guint lines = survey->lines + (survey->last_byte != '\n' && survey->last_byte != '\r');

  if (survey->bad_lines == 0)
    return ESSAIM_ENCODING_UTF8;
  /* Where lines are few and long, or half of the file was appended to the other: two bytes of Windows-1252 hardly ever
   * make a character of UTF-8. */
  if ((guint64) survey->doubtful_lines * MAX_DOUBTFUL_PER_LINE < lines || survey->accents > survey->n_bad_bytes)
    return ESSAIM_ENCODING_UTF8_MIXED;

  return looks_macroman (survey) ? ESSAIM_ENCODING_MACROMAN : ESSAIM_ENCODING_WINDOWS_1252;
}
