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

/* The same sentences, as different programs write them. */
static void
test_letters (void)
{
  static const struct { EssaimEncoding encoding; const char *bytes; } with_euro[] = {
    { ESSAIM_ENCODING_WINDOWS_1252, "Le c\234ur de l'\351cole co\373te 1 500 \200 \340 No\353l\n" },
    { ESSAIM_ENCODING_ISO_8859_15, "Le c\275ur de l'\351cole co\373te 1 500 \244 \340 No\353l\n" },
    { ESSAIM_ENCODING_MACROMAN, "Le c\317ur de l'\216cole co\236te 1 500 \333 \210 No\221l\n" },
  };
  static const struct { EssaimEncoding encoding; const char *bytes; } without[] = {
    { ESSAIM_ENCODING_WINDOWS_1252, "Caf\351 associatif \340 c\364t\351 de l'\351cole de Besan\347on\n" },
    { ESSAIM_ENCODING_MACROMAN, "Caf\216 associatif \210 c\231t\216 de l'\216cole de Besan\215on\n" },
    { ESSAIM_ENCODING_CP850, "Caf\202 associatif \205 c\223t\202 de l'\202cole de Besan\207on\n" },
  };

  /* Amounts alone: no letter stands by itself in their place. */
  g_assert_cmpint (decide ("21\312667,00\312\333;3\312000,00\312\333\n"), ==, ESSAIM_ENCODING_MACROMAN);
  g_assert_cmpint (decide ("21\240667,00\240\200;3\240000,00\240\200\n"), ==, ESSAIM_ENCODING_WINDOWS_1252);

  for (guint i = 0; i < G_N_ELEMENTS (with_euro); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      g_assert_cmpint (decide (with_euro[i].bytes), ==, with_euro[i].encoding);
      essaim_encoding_convert (with_euro[i].encoding, with_euro[i].bytes, strlen (with_euro[i].bytes), TRUE, text);
      g_assert_cmpstr (text->str, ==, "Le cœur de l'école coûte 1 500 € à Noël\n");
    }
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      g_assert_cmpint (decide (without[i].bytes), ==, without[i].encoding);
      essaim_encoding_convert (without[i].encoding, without[i].bytes, strlen (without[i].bytes), TRUE, text);
      g_assert_cmpstr (text->str, ==, "Café associatif à côté de l'école de Besançon\n");
    }
}

/* What other languages write, and halves: Windows-1252, as ever when unsure. */
static void
test_unsure (void)
{
  g_assert_cmpint (decide ("Une \275 journ\351e par semaine"), ==, ESSAIM_ENCODING_WINDOWS_1252);
  g_assert_cmpint (decide ("bl\345b\346r og gr\370d"), ==, ESSAIM_ENCODING_WINDOWS_1252);
  g_assert_cmpint (decide ("f\374r M\344dchen und gr\366\337ere Stra\337en"), ==, ESSAIM_ENCODING_WINDOWS_1252);
  g_assert_cmpint (decide ("l\222h\364tel \223 \226 \224 \205 \200"), ==, ESSAIM_ENCODING_WINDOWS_1252);
  g_assert_cmpint (decide ("\244"), ==, ESSAIM_ENCODING_ISO_8859_15);
}

/* What is wrong is shown by the word it is in. */
static void
test_words (void)
{
  static const char bytes[] = "é é nom;caf\351-concert;d\303\251j\357\277\275;é";
  EssaimEncodingSurvey survey = { 0 };
  g_autofree char *bad = NULL, *lost = NULL;

  essaim_encoding_survey_add (&survey, bytes, sizeof bytes - 1, TRUE);
  bad = essaim_encoding_word_to_text (&survey.bad_word);
  lost = essaim_encoding_word_to_text (&survey.lost_word);

  g_assert_cmpstr (bad, ==, "café-concert");
  g_assert_cmpstr (lost, ==, "déj�");
}

static EssaimEncoding
write_twice (const char *text,
             gsize       cut,
             char      **again)
{
  EssaimEncodingSurvey survey = { 0 };
  g_autoptr(GString) out = g_string_new (NULL);
  gsize length = strlen (text);
  gsize done = essaim_encoding_survey_add (&survey, text, MIN (cut, length), FALSE);
  EssaimEncoding encoding;

  essaim_encoding_survey_add (&survey, text + done, length - done, TRUE);
  encoding = essaim_encoding_survey_decide (&survey);
  done = essaim_encoding_convert (encoding, text, MIN (cut, length), FALSE, out);
  essaim_encoding_convert (encoding, text + done, length - done, TRUE, out);
  *again = g_string_free (g_steal_pointer (&out), FALSE);

  return encoding;
}

/* Put right where all of it is wrong in one way, wherever the bytes are cut, and else left alone. */
static void
test_twice (void)
{
  static const char * const others[] = {
    "Ã© et é", "SÃO PAULO", "Ã", "Ã‰ � Ã©", "naïf, Â", "école", "5 Â°", "Ã©Ã",
  };

  for (gsize cut = 0; cut < sizeof "Ã‰cole Ã©"; cut++)
    {
      g_autofree char *again = NULL;

      g_assert_cmpint (write_twice ("Ã‰cole Ã©", cut, &again), ==, ESSAIM_ENCODING_UTF8_TWICE);
      g_assert_cmpstr (again, ==, "École é");
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *again = NULL;

      g_assert_cmpint (write_twice (others[i], 2, &again), ==, ESSAIM_ENCODING_UTF8);
      g_assert_cmpstr (again, ==, others[i]);
    }

  for (gsize cut = 0; cut < 60; cut += 3)
    {
      g_autofree char *again = NULL;

      g_assert_cmpint (write_twice ("l’Å“uvre", cut, &again), ==, ESSAIM_ENCODING_UTF8);
      g_clear_pointer (&again, g_free);
      g_assert_cmpint (write_twice ("lâ€™Å“uvre Ã  5 â‚¬", cut, &again), ==, ESSAIM_ENCODING_UTF8_TWICE);
      g_assert_cmpstr (again, ==, "l’œuvre à 5 €");
    }
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

  static const EssaimEncoding encodings[] = {
    ESSAIM_ENCODING_UTF8_MIXED, ESSAIM_ENCODING_WINDOWS_1252, ESSAIM_ENCODING_ISO_8859_15, ESSAIM_ENCODING_MACROMAN,
    ESSAIM_ENCODING_CP850, ESSAIM_ENCODING_UTF16_LE, ESSAIM_ENCODING_UTF16_BE,
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) whole = g_string_new (NULL);
      g_autoptr(GString) parts = g_string_new (NULL);
      EssaimEncoding encoding = encodings[i % G_N_ELEMENTS (encodings)];
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
  g_test_add_func ("/encoding/letters", test_letters);
  g_test_add_func ("/encoding/unsure", test_unsure);
  g_test_add_func ("/encoding/words", test_words);
  g_test_add_func ("/encoding/twice", test_twice);
  g_test_add_func ("/encoding/lines", test_lines);
  g_test_add_func ("/encoding/convert", test_convert);

  return g_test_run ();
}
