/* test-json-scanner.c: one token of JSON in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-scanner.h"

#include "essaim-json-escape.h"

#include <string.h>

static EssaimJsonScan
scan (const char      *text,
      gboolean         is_last,
      EssaimJsonToken *token)
{
  *token = (EssaimJsonToken) { 0 };

  return essaim_json_scan (text, text + strlen (text), is_last, token);
}

static void
test_numbers (void)
{
  static const char * const good[] = { "0", "-0", "12", "-1.5", "1e5", "1E+5", "0.1e-7",
                                       "123456789012345678901234567890" };
  static const char * const bad[] = { "-a", "1.a", "1.e5", "1ex", "1e+x", "-.5", "+1", ".5", "Infinity", "NaN" };
  static const char * const cut[] = { "-", "1.", "1e", "1e-" };
  EssaimJsonToken token;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_cmpint (scan (good[i], TRUE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
      g_assert_cmpint (token.kind, ==, '0');
      g_assert_cmpuint (token.length, ==, strlen (good[i]));
      g_assert_cmpint (scan (good[i], FALSE, &token), ==, ESSAIM_JSON_SCAN_NEEDS_MORE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (scan (bad[i], TRUE, &token), ==, ESSAIM_JSON_SCAN_WRONG);
  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    g_assert_cmpint (scan (cut[i], TRUE, &token), ==, ESSAIM_JSON_SCAN_NEEDS_MORE);

  g_assert_cmpint (scan ("01", TRUE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
  g_assert_cmpuint (token.length, ==, 1);
}

static void
test_strings (void)
{
  EssaimJsonToken token;

  g_assert_cmpint (scan ("\"été, the longer one\" ", FALSE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
  g_assert_cmpuint (token.length, ==, strlen ("été, the longer one"));
  g_assert_true (token.is_plain && !token.has_escapes);
  g_assert_cmpstr (token.end, ==, " ");

  g_assert_cmpint (scan ("\"a\\\"b\"", FALSE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
  g_assert_cmpuint (token.length, ==, 4);
  g_assert_true (token.has_escapes && !token.is_plain);

  g_assert_cmpint (scan ("\"a\xE2\x80\x8B\"", FALSE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
  g_assert_false (token.is_plain);

  g_assert_cmpint (scan ("\"abcdefgh\\", FALSE, &token), ==, ESSAIM_JSON_SCAN_NEEDS_MORE);
  g_assert_cmpint (scan ("\"abcdefghijklmn\top\"", FALSE, &token), ==, ESSAIM_JSON_SCAN_WRONG);
  g_assert_cmpstr (token.end, ==, "\top\"");
}

/* Wherever a string is cut, it reads like the whole, and what was seen is not looked at again. */
static void
test_cut_string (void)
{
  const char *text = "\"0123456789 \\\" été \\\\ \\u00e9 0123456789\" ";
  gsize length = strlen (text);
  EssaimJsonToken whole, token;

  g_assert_cmpint (scan (text, TRUE, &whole), ==, ESSAIM_JSON_SCAN_TOKEN);
  g_assert_true (whole.has_escapes);

  for (gsize cut = 1; cut < length - 1; cut++)
    {
      g_autofree char *part = g_strndup (text, cut);

      g_assert_cmpint (scan (part, FALSE, &token), ==, ESSAIM_JSON_SCAN_NEEDS_MORE);
      g_assert_cmpuint (token.n_scanned + 2, >=, cut - 1);
      g_assert_cmpint (essaim_json_scan (text, text + length, TRUE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
      g_assert_true (token.text == whole.text && token.end == whole.end && token.kind == whole.kind);
      g_assert_cmpuint (token.length, ==, whole.length);
      g_assert_true (token.has_escapes);
    }
}

static void
test_words (void)
{
  EssaimJsonToken token;

  g_assert_cmpint (scan ("true]", FALSE, &token), ==, ESSAIM_JSON_SCAN_TOKEN);
  g_assert_cmpint (token.kind, ==, 't');
  g_assert_cmpint (scan ("nul", FALSE, &token), ==, ESSAIM_JSON_SCAN_NEEDS_MORE);
  g_assert_cmpint (scan ("nulL", FALSE, &token), ==, ESSAIM_JSON_SCAN_WRONG);
  g_assert_cmpint (scan ("'a'", FALSE, &token), ==, ESSAIM_JSON_SCAN_WRONG);
  g_assert_cmpint (scan ("/* */", FALSE, &token), ==, ESSAIM_JSON_SCAN_WRONG);
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *escaped;
    const char *plain;
    gsize       length;
  } cases[] = {
    { "a\\n\\t\\\\\\/\\\"", "a\n\t\\/\"", 6 },
    { "\\u00e9\\u20AC", "é€", 5 },
    { "\\ud83d\\ude39", "😹", 4 },
    { "\\ud83d", "\xEF\xBF\xBD", 3 },
    { "\\ude39\\ud83dx", "\xEF\xBF\xBD\xEF\xBF\xBDx", 7 },
    { "\\ud83d\\u0041", "\xEF\xBF\xBD" "A", 4 },
    { "a\\u0000b", "a\0b", 3 },
  };
  g_autoptr(GString) plain = g_string_new (NULL);
  gsize error_at;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (essaim_json_unescape (cases[i].escaped, strlen (cases[i].escaped), plain, &error_at));
      g_assert_cmpmem (plain->str, plain->len, cases[i].plain, cases[i].length);
    }

  g_assert_false (essaim_json_unescape ("ab\\x", 4, plain, &error_at));
  g_assert_cmpuint (error_at, ==, 2);
  g_assert_false (essaim_json_unescape ("\\u12g4", 6, plain, &error_at));
  g_assert_false (essaim_json_unescape ("\\u12", 4, plain, &error_at));
  g_assert_false (essaim_json_unescape ("\\", 1, plain, &error_at));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scanner/numbers", test_numbers);
  g_test_add_func ("/json-scanner/strings", test_strings);
  g_test_add_func ("/json-scanner/cut-string", test_cut_string);
  g_test_add_func ("/json-scanner/words", test_words);
  g_test_add_func ("/json-scanner/escapes", test_escapes);

  return g_test_run ();
}
