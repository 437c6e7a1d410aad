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
    [ESSAIM_ENCODING_UTF8_TWICE] = "UTF-8",
    [ESSAIM_ENCODING_WINDOWS_1252] = "Windows-1252",
    [ESSAIM_ENCODING_ISO_8859_15] = "ISO-8859-15",
    [ESSAIM_ENCODING_MACROMAN] = "MacRoman",
    [ESSAIM_ENCODING_CP850] = "CP850",
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

static gboolean
is_in_word (char byte)
{
  return (guchar) byte >= 0x80 || g_ascii_isalnum (byte) || byte == '\'' || byte == '-' || byte == '<' || byte == '>';
}

/* Keeps the word that a position is in, as far as it is at hand. */
static void
keep_word (EssaimEncodingWord *word,
           const char         *bytes,
           const char         *end,
           const char         *position)
{
  const char *start = position;
  const char *p = position;

  while (start > bytes && position - start < ESSAIM_ENCODING_WORD_BYTES / 2 && is_in_word (start[-1]))
    start--;
  while (start < position && ((guchar) *start & 0xC0) == 0x80)
    start++;
  while (p < end && p - start < ESSAIM_ENCODING_WORD_BYTES && is_in_word (*p))
    p++;

  word->length = p - start;
  memcpy (word->bytes, start, word->length);
}

/**
 * essaim_encoding_word_to_text:
 * @word: a word of a feed that is mostly UTF-8
 *
 * Returns: (transfer full): how it is read
 */
char *
essaim_encoding_word_to_text (const EssaimEncodingWord *word)
{
  GString *text = g_string_new (NULL);

  essaim_encoding_convert (ESSAIM_ENCODING_UTF8_MIXED, word->bytes, word->length, TRUE, text);

  return g_string_free (text, FALSE);
}

static void
count_lost (EssaimEncodingSurvey *survey,
            const char           *bytes,
            gsize                 length)
{
  const char *end = bytes + length;

  for (const char *p = bytes; (p = memchr (p, 0xEF, end - p)) != NULL; p++)
    if (end - p >= 3 && memcmp (p, "\xEF\xBF\xBD", 3) == 0 && survey->lost++ == 0)
      {
        survey->first_lost_line = survey->lines + count_line_ends (survey->last_byte, bytes, p - bytes) + 1;
        keep_word (&survey->lost_word, bytes, end, p);
      }
}

/* Before the lines of the bytes are counted. */
static void
count_twice (EssaimEncodingSurvey *survey,
             const char           *bytes,
             gsize                 length)
{
  gboolean is_first = survey->mojibake.n == 0;
  const char *p = bytes;

  essaim_mojibake_add (&survey->mojibake, bytes, length);
  if (!is_first || survey->mojibake.n == 0)
    return;

  while ((guchar) *p < 0x80)
    p++;
  survey->first_twice_line = survey->lines + count_line_ends (survey->last_byte, bytes, p - bytes) + 1;
  keep_word (&survey->twice_word, bytes, bytes + length, p);
}

/* Whether no letter stands beside a byte, as with the sign of an amount. */
static gboolean
is_lone (const char *p,
         const char *start,
         const char *end)
{
  gboolean is_after = p > start && !g_ascii_isalpha (p[-1]) && (guchar) p[-1] < 0x80;
  gboolean is_before = end - p > 1 && !g_ascii_isalpha (p[1]) && (guchar) p[1] < 0x80;

  return is_after && is_before;
}

static void
count_bad (EssaimEncodingSurvey *survey,
           guchar                byte,
           gboolean              is_alone,
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
  survey->lone_bytes[byte] += is_alone;
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

/* In ISO-8859-15 these are “œ” and “Œ”; in Windows-1252, halves and quarters. */
static gboolean
is_ligature (const char *p,
             const char *end)
{
  return ((guchar) *p == 0xBC || (guchar) *p == 0xBD) && end - p > 1 && g_ascii_isalpha (p[1]);
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
      count_twice (survey, p, span);
      count_lines (survey, p, span);
      p += span;

      if (p == end || (!is_last && is_cut (p, end - p)))
        break;

      gboolean is_known_damage = essaim_utf8_read_r (p, end - p) != 0;
      if (survey->n_bad_bytes == 0)
        keep_word (&survey->bad_word, bytes, end, p);
      count_bad (survey, *p, is_lone (p, bytes, end), is_known_damage);
      survey->ligatures += is_ligature (p, end);
      survey->last_byte = *p;
      p += is_known_damage ? 6 : 1;
    }

  return p - bytes;
}

/* How well a character suits a French text. */
static int
weigh (gunichar c)
{
  static const gunichar often[] = {
    0xE9, 0xE8, 0xE0, 0xEA, 0xE7, 0xF4, 0xEE, 0xFB, 0xF9, 0xE2, 0xEB, 0xEF, 0x153,   /* éèàêçôîûùâëïœ */
  };
  static const gunichar sometimes[] = {
    0xC9, 0xC8, 0xC0, 0xC7, 0xCA, 0xCE, 0xD4, 0xC2, 0x152,                           /* ÉÈÀÇÊÎÔÂŒ */
    0x2019, 0x2018, 0x201C, 0x201D, 0xAB, 0xBB, 0x2026, 0x2013, 0x2014, 0x20AC, 0xB0, 0xB2, 0xB3, 0xA0, 0x2022, 0xBD,
    0xA7, 0xA9, 0xAE, 0x2122, 0xBA, 0xA3,                                            /* ’‘“”«»…–—€°²³ •½§©®™º£ */
  };

  for (guint i = 0; i < G_N_ELEMENTS (often); i++)
    if (often[i] == c)
      return 2;
  for (guint i = 0; i < G_N_ELEMENTS (sometimes); i++)
    if (sometimes[i] == c)
      return 1;
  if (c == 0xFFFD)
    return -4;
  if (c >= 0xC0 && c < 0x180 && g_unichar_isalpha (c))
    return g_unichar_islower (c);

  return -2;
}

/* Of letters only `à` is a word. */
static int
weigh_lone (gunichar c)
{
  return g_unichar_isalpha (c) && c != 0xE0 && c != 0xC0 ? -2 : weigh (c);
}

static gint64
score (const EssaimEncodingSurvey *survey,
       EssaimEncoding              encoding)
{
  gint64 sum = 0;

  for (guint byte = 0x80; byte < 0x100; byte++)
    {
      gunichar c = survey->bad_bytes[byte] > 0 ? essaim_encoding_get_character (encoding, byte) : 0;

      if (c != 0 && !(encoding == ESSAIM_ENCODING_ISO_8859_15 && (byte == 0xBC || byte == 0xBD)))
        sum += ((gint64) survey->bad_bytes[byte] - survey->lone_bytes[byte]) * weigh (c)
               + (gint64) survey->lone_bytes[byte] * weigh_lone (c);
    }
  if (encoding == ESSAIM_ENCODING_ISO_8859_15)
    sum += 4 * (gint64) survey->ligatures - 2 * (gint64) (survey->bad_bytes[0xBC] + survey->bad_bytes[0xBD]);

  return sum;
}

/* By the letters that each of them would make of the bytes. Detectors for all languages do worse, also as a tie-break:
 * of the beginnings of 18 French tables in each encoding, uchardet 0.0.7 knows 18 in Windows-1252, 13 in ISO-8859-15,
 * and none in MacRoman, CP850 or UTF-16 without a mark, where it finds Greek, Esperanto or Hungarian. This rule and
 * guess_utf16() know all of them. */
static EssaimEncoding
decide_by_letters (const EssaimEncodingSurvey *survey)
{
  gint64 windows = score (survey, ESSAIM_ENCODING_WINDOWS_1252);
  gint64 latin9 = score (survey, ESSAIM_ENCODING_ISO_8859_15);
  gint64 mac = score (survey, ESSAIM_ENCODING_MACROMAN);
  gint64 dos = score (survey, ESSAIM_ENCODING_CP850);

  if (latin9 > MAX (windows, 0) && latin9 >= MAX (mac, dos))
    return ESSAIM_ENCODING_ISO_8859_15;
  /* Quotes, dashes and dots alone are letters elsewhere, but none that make words. */
  if (windows <= 0 && MAX (mac, dos) > 0)
    return mac >= dos ? ESSAIM_ENCODING_MACROMAN : ESSAIM_ENCODING_CP850;

  return ESSAIM_ENCODING_WINDOWS_1252;
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
    return essaim_mojibake_is_whole (&survey->mojibake) ? ESSAIM_ENCODING_UTF8_TWICE : ESSAIM_ENCODING_UTF8;
  /* Where lines are few and long, or half of the file was appended to the other: two bytes of Windows-1252 hardly ever
   * make a character of UTF-8. */
  if ((guint64) survey->doubtful_lines * MAX_DOUBTFUL_PER_LINE < lines || survey->accents > survey->n_bad_bytes)
    return ESSAIM_ENCODING_UTF8_MIXED;

  return decide_by_letters (survey);
}
