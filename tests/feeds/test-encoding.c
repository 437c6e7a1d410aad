/* test-encoding.c: which encoding bytes are in, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-encoding.h"

#include <string.h>

static EssaimEncoding
decide (const char *bytes)
{
  EssaimEncodingSurvey survey = { 0 };

  g_assert_cmpuint (essaim_encoding_survey_add (&survey, bytes, strlen (bytes), TRUE), ==, strlen (bytes));

  return essaim_encoding_survey_decide (&survey);
}

static void
test_decide (void)
{
  g_autofree char *long_text = g_strnfill (500, '\n');
  g_autofree char *one_bad = g_strconcat (long_text, "caf\xE9", NULL);

  g_assert_cmpint (decide (""), ==, ESSAIM_ENCODING_UTF8);
  g_assert_cmpint (decide ("abc"), ==, ESSAIM_ENCODING_UTF8);
  g_assert_cmpint (decide ("é"), ==, ESSAIM_ENCODING_UTF8);
  g_assert_cmpint (decide ("caf\xE9"), ==, ESSAIM_ENCODING_WINDOWS_1252);
  g_assert_cmpint (decide ("é \xE9"), ==, ESSAIM_ENCODING_WINDOWS_1252);
  g_assert_cmpint (decide ("é é \xE9"), ==, ESSAIM_ENCODING_UTF8_MIXED);
  g_assert_cmpint (decide (one_bad), ==, ESSAIM_ENCODING_UTF8_MIXED);
  g_assert_cmpint (decide ("caf\x8E"), ==, ESSAIM_ENCODING_MACROMAN);
  g_assert_cmpint (decide ("D\xFC\xBE\x8E\x96\x94\xBCpart"), ==, ESSAIM_ENCODING_UTF8_MIXED);
}

/* The lines are right whatever ends them, and wherever the bytes are cut. */
static void
test_lines (void)
{
  static const char bytes[] = "a\nb\r\nc\rd\xE9\xEF\xBF\xBD\r\n\xE9\n\xFC\xBE\x8E\x96\x94\xBC\n";

  for (gsize cut = 0; cut < sizeof bytes; cut++)
    {
      EssaimEncodingSurvey survey = { 0 };
      gsize done = essaim_encoding_survey_add (&survey, bytes, cut, FALSE);

      g_assert_cmpuint (cut - done, <, 6);
      done += essaim_encoding_survey_add (&survey, bytes + done, sizeof bytes - 1 - done, TRUE);
      g_assert_cmpuint (done, ==, sizeof bytes - 1);
      g_assert_cmpuint (survey.lines, ==, 6);
      g_assert_cmpuint (survey.bad_lines, ==, 3);
      g_assert_cmpuint (survey.doubtful_lines, ==, 2);
      g_assert_cmpuint (survey.first_bad_line, ==, 4);
      g_assert_cmpuint (survey.lost, ==, 1);
      g_assert_cmpuint (survey.first_lost_line, ==, 4);
    }
}

/* Whatever the bytes, and wherever they are cut, what comes out is UTF-8, and always the same. */
static void
test_convert (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) whole = g_string_new (NULL);
      g_autoptr(GString) parts = g_string_new (NULL);
      EssaimEncoding encoding = ESSAIM_ENCODING_UTF8_MIXED + i % 5;
      gsize length = g_rand_int_range (rand, 0, 24);
      gsize cut = g_rand_int_range (rand, 0, length + 1);
      gsize done;
      char bytes[24];

      for (gsize j = 0; j < length; j++)
        bytes[j] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0xD8, 0x100) : g_rand_int_range (rand, 0, 0xC0);

      g_assert_cmpuint (essaim_encoding_convert (encoding, bytes, length, TRUE, whole), ==, length);
      g_assert_true (memchr (whole->str, '\0', whole->len) != NULL
                     || g_utf8_validate_len (whole->str, whole->len, NULL));
      done = essaim_encoding_convert (encoding, bytes, cut, FALSE, parts);
      g_assert_cmpuint (cut - done, <, 6);
      essaim_encoding_convert (encoding, bytes + done, length - done, TRUE, parts);
      g_assert_cmpmem (parts->str, parts->len, whole->str, whole->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/decide", test_decide);
  g_test_add_func ("/encoding/lines", test_lines);
  g_test_add_func ("/encoding/convert", test_convert);

  return g_test_run ();
}
