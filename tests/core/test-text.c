/* test-text.c: the gate for text from feeds, and the forms under which texts are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <string.h>

#define MEGA (1024 * 1024)

static void
assert_clean (const char      *bytes,
              gssize           length,
              EssaimTextShape  shape,
              guint            max_chars,
              const char      *expected)
{
  g_autofree char *clean = essaim_text_clean (bytes, length, shape, max_chars);

  g_assert_cmpstr (clean, ==, expected);
  g_assert_true (g_utf8_validate (clean, -1, NULL));

  /* What has passed the gate passes it unchanged. */
  g_autofree char *again = essaim_text_clean (clean, -1, shape, max_chars);
  g_assert_cmpstr (again, ==, clean);
}

static void
assert_line (const char *bytes,
             const char *expected)
{
  assert_clean (bytes, -1, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX, expected);
}

static void
assert_paragraphs (const char *bytes,
                   const char *expected)
{
  assert_clean (bytes, -1, ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_LONG_MAX, expected);
}

static void
test_line (void)
{
  assert_line ("", "");
  assert_line ("Maison de l’Épi", "Maison de l’Épi");
  assert_line ("  a \t b\r\nc  ", "a b c");
  assert_line ("\xC2\xA0 a\xC2\xA0", "a");
  assert_line ("a\xC2\xA0: b", "a\xC2\xA0: b");
  assert_line ("\xE3\x80\x80", "");
  assert_line ("a\xE2\x80\xA8" "b\xC2\x85" "c", "a b c");
  assert_line ("a\x01\x1B[31mb\x7F\xC2\x9B" "c", "a[31mbc");
}

static void
test_paragraphs (void)
{
  assert_paragraphs ("a\r\nb\rc\nd", "a\nb\nc\nd");
  assert_paragraphs ("\n\n a  b \n \n\n\n\nc\n\n", "a  b\n\nc");
  assert_paragraphs ("a\n\r\nb", "a\n\nb");
  assert_paragraphs ("a\tb", "a b");
}

static void
test_invalid (void)
{
  assert_line ("a\xFF" "b", "a\uFFFDb");
  assert_line ("\xC3", "\uFFFD");
  assert_line ("Biblioth\xE8que", "Biblioth\uFFFDque");
  assert_line ("\xE2\x82", "\uFFFD");
  assert_line ("\xE2\x82(", "\uFFFD(");
  assert_line ("\xC0\xAF", "\uFFFD\uFFFD");
  assert_line ("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");
  assert_line ("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD");
  assert_line ("\xF0\x9F\x90\x9D", "🐝");
  assert_clean ("a\0b", 3, ESSAIM_TEXT_LINE, 10, "ab");
  assert_clean ("\0\0", 2, ESSAIM_TEXT_LINE, 10, "");
  assert_clean ("\xE2\x82\xAC", 2, ESSAIM_TEXT_LINE, 10, "\uFFFD");
}

static void
test_bidi_and_hidden (void)
{
  assert_line ("a\u202Eb\u2066c\u2069\u200F\u061C", "abc");
  assert_line ("\uFEFFa\u200Bb\u2060c\u00ADd", "abcd");
  assert_line ("👩\u200D🌾 क्\u200Dष", "👩\u200D🌾 क्\u200Dष");
  assert_line ("عربى English", "عربى English");
}

static void
test_naughty (void)
{
  static const char * const naughty[] = {
    "'; DROP TABLE project; --", "<script>alert(1)</script>", "&lt;b&gt;", "$(touch x)", "%s%n%d", "../../etc/passwd",
    "Ω≈ç√∫", "田中さんにあげて", "🏳\uFE0F\u200D🌈", "1/0", "NaN", "undefined", "ﷺ", "ヽ༼ຈل͜ຈ༽ﾉ", "𝕋𝕙𝕖", "null", "\\\\x00",
    "=1+1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (naughty); i++)
    assert_line (naughty[i], naughty[i]);
}

static void
test_cut (void)
{
  assert_clean ("abcde", -1, ESSAIM_TEXT_LINE, 5, "abcde");
  assert_clean ("abcdef", -1, ESSAIM_TEXT_LINE, 5, "abcd…");
  assert_clean ("abcde   ", -1, ESSAIM_TEXT_LINE, 5, "abcde");
  assert_clean ("abc def", -1, ESSAIM_TEXT_LINE, 5, "abc…");
  assert_clean ("éééééé", -1, ESSAIM_TEXT_LINE, 5, "éééé…");
  assert_clean ("ab", -1, ESSAIM_TEXT_LINE, 1, "…");
  assert_clean ("ab\n\n\ncd", -1, ESSAIM_TEXT_PARAGRAPHS, 4, "ab…");
}

static void
test_marks (void)
{
  g_autoptr (GString) text = g_string_new ("e");
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\u0301");
  g_string_append (text, "a\u0308");
  clean = essaim_text_clean (text->str, text->len, ESSAIM_TEXT_LINE, 300);

  g_assert_cmpuint (g_utf8_strlen (clean, -1), ==, 1 + 8 + 2);
  g_assert_true (g_str_has_suffix (clean, "a\u0308"));
}

/* Each of these took quadratic time in some program. */
static void
test_large (void)
{
  static const char * const units[] = {
    "x", " ", "\n", "\r\n", "a\n", "a ", "\u0301", "\u200B", "\xFF", "\u202E", "\t\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_sized_new (2 * MEGA);
      g_autofree char *line = NULL, *long_text = NULL, *folded = NULL;

      while (text->len < MEGA)
        g_string_append (text, units[i]);

      line = essaim_text_clean (text->str, text->len, ESSAIM_TEXT_LINE, 300);
      g_assert_cmpuint (g_utf8_strlen (line, -1), <=, 300);
      long_text = essaim_text_clean (text->str, text->len, ESSAIM_TEXT_PARAGRAPHS, 2 * MEGA);
      g_assert_cmpuint (g_utf8_strlen (long_text, -1), <=, 2 * MEGA);
      folded = essaim_text_fold (long_text);
      g_assert_nonnull (folded);
    }
}

static void
assert_fold (const char *text,
             const char *expected)
{
  g_autofree char *folded = essaim_text_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  assert_fold ("", "");
  assert_fold ("Mobilités À VÉLO", "mobilites a velo");
  assert_fold ("Œuvre, ex æquo, Straße, ẞ, ﬁn", "oeuvre, ex aequo, strasse, ss, fin");
  assert_fold ("l’Épi L´École d‘ici", "l'epi l'ecole d'ici");
  assert_fold ("e\u0301 İ Ł", "e i ł");
  assert_fold ("１２ №5 ½", "12 no5 1\u20442");
}

/* The short way for Latin-1 finds what decomposition finds. */
static void
test_fold_latin1 (void)
{
  for (gunichar c = 0xC0; c <= 0xFF; c++)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      char text[8] = { 0 }, expected[8] = { 0 };

      g_unichar_to_utf8 (c, text);
      g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
      g_unichar_to_utf8 (g_unichar_tolower (parts[0]), expected);
      if (c == 0xC6 || c == 0xE6)
        strcpy (expected, "ae");
      else if (c == 0xDF)
        strcpy (expected, "ss");

      assert_fold (text, expected);
    }
}

static void
assert_fold_name (const char *text,
                  const char *expected)
{
  g_autofree char *folded = essaim_text_fold_name (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold_name (void)
{
  assert_fold_name ("", "");
  assert_fold_name ("--", "");
  assert_fold_name ("  L'Haÿ-les-Roses ", "l hay les roses");
  assert_fold_name ("ST ETIENNE CEDEX 2", "saint etienne");
  assert_fold_name ("Ste-Foy-lès-Lyon", "sainte foy les lyon");
  assert_fold_name ("CLERMONT FERRAND CEDEX01", "clermont ferrand");
  assert_fold_name ("cedex", "");
  assert_fold_name ("Paris 10e Arrondissement", "paris");
  assert_fold_name ("PARIS 10", "paris");
  assert_fold_name ("Lyon 3 ème", "lyon");
  assert_fold_name ("Marseille 1er arrondissement", "marseille");
  assert_fold_name ("Marseille-en-Beauvaisis", "marseille en beauvaisis");
  assert_fold_name ("Toulouse 10", "toulouse 10");
  assert_fold_name ("Paris 2024", "paris 2024");
  assert_fold_name ("10e arrondissement", "10e arrondissement");
  assert_fold_name ("Estrées-Saint-Denis", "estrees saint denis");
}

static void
test_slug (void)
{
  g_autofree char *slug = essaim_text_slug ("  Tiers-lieux CGET_2019 (Œuvre) !.csv");
  g_autofree char *empty = essaim_text_slug ("…");
  g_autofree char *none = essaim_text_slug (NULL);

  g_assert_cmpstr (slug, ==, "tiers-lieux-cget-2019-oeuvre-csv");
  g_assert_cmpstr (empty, ==, "feed");
  g_assert_cmpstr (none, ==, "feed");
}

static void
assert_html (const char *text,
             const char *expected)
{
  g_autofree char *plain = essaim_text_strip_html (text);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_html (void)
{
  assert_html ("plain", "plain");
  assert_html ("a\nb", "a\nb");
  assert_html ("Sud &amp; Co &#039;x&#x27; &eacute;&nbsp;&OElig;&euro;", "Sud & Co 'x' é\u00A0Œ€");
  assert_html ("&#146;&#128;&#0;&#xD800;", "’€\uFFFD\uFFFD");
  assert_html ("AT&T &unknown; & &; &#; &#x;", "AT&T &unknown; & &; &#; &#x;");
  assert_html ("&amp;lt;", "&lt;");
  assert_html ("<p>Un\n texte</p><p>deux</p>", "\nUn texte\n\ndeux\n");
  assert_html ("a<br>b<BR/>c", "a\nb\nc");
  assert_html ("<ul><li>un</li><li>deux</li></ul>", "\n\n• un\n• deux\n");
  assert_html ("<a href=\"x>y\" title='a'>lien</a>", "lien");
  assert_html ("<script>var a = '<p>';</script>ok<style>p {}</style>", "ok");
  assert_html ("1 < 2 <3 et a <b> c", "1 < 2 <3 et a  c");
  assert_html ("fin <b", "fin <b");
  assert_html ("<!-- note -->x", "x");
}

static void
test_html_large (void)
{
  static const char * const units[] = { "<", "<a", "<a \"", "<a =\"", "&", "&#", "<script>", "<p>", "<a>" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_sized_new (2 * MEGA);
      g_autofree char *plain = NULL;

      while (text->len < MEGA)
        g_string_append (text, units[i]);
      plain = essaim_text_strip_html (text->str);
      g_assert_cmpuint (strlen (plain), <=, text->len);
    }
}

static void
assert_guard (const char *text,
              const char *cell)
{
  g_autofree char *guarded = essaim_text_guard_cell (text);
  g_autofree char *back = essaim_text_unguard_cell (guarded);

  g_assert_cmpstr (guarded, ==, cell);
  g_assert_cmpstr (back, ==, text);
}

static void
test_guard (void)
{
  assert_guard ("", "");
  assert_guard ("texte", "texte");
  assert_guard ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")");
  assert_guard ("+33 4 73", "'+33 4 73");
  assert_guard ("-4.5", "-4.5");
  assert_guard ("-4,5", "-4,5");
  assert_guard ("-4.5+cmd", "'-4.5+cmd");
  assert_guard ("-", "'-");
  assert_guard ("@SUM(A1)", "'@SUM(A1)");
  assert_guard ("\tx", "'\tx");
  assert_guard ("'=x", "''=x");
  assert_guard ("'tit", "'tit");
  assert_guard ("'", "'");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/line", test_line);
  g_test_add_func ("/text/paragraphs", test_paragraphs);
  g_test_add_func ("/text/invalid", test_invalid);
  g_test_add_func ("/text/bidi-and-hidden", test_bidi_and_hidden);
  g_test_add_func ("/text/naughty", test_naughty);
  g_test_add_func ("/text/cut", test_cut);
  g_test_add_func ("/text/marks", test_marks);
  g_test_add_func ("/text/large", test_large);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-latin1", test_fold_latin1);
  g_test_add_func ("/text/fold-name", test_fold_name);
  g_test_add_func ("/text/slug", test_slug);
  g_test_add_func ("/text/html", test_html);
  g_test_add_func ("/text/html-large", test_html_large);
  g_test_add_func ("/text/guard", test_guard);

  return g_test_run ();
}
