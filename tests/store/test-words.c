/* test-words.c: words, lexicon and hash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-lexicon.h"

#include <string.h>

#include "essaim-hash.h"

/* The words of a text with a stroke between them. */
static char *
split (const char *text,
       gboolean    skips_private)
{
  g_autoptr (GString) words = g_string_new (NULL);
  EssaimTextScan scan;
  EssaimTextWord word;

  essaim_text_scan_init (&scan, text, strlen (text), skips_private);
  while (essaim_text_scan_next (&scan, &word))
    {
      if (words->len > 0)
        g_string_append_c (words, '|');
      g_string_append_len (words, word.start, (gssize) word.length);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

#define assert_split(text, skips_private, expected) \
  G_STMT_START { \
    g_autofree char *words_ = split (text, skips_private); \
    g_assert_cmpstr (words_, ==, expected); \
  } G_STMT_END

static void
test_words_scan (void)
{
  assert_split ("", FALSE, "");
  assert_split (" \t!?«»×÷—😀", FALSE, "");
  assert_split ("Épicerie, l’œuvre du Cœur", FALSE, "Épicerie|œuvre|du|Cœur");
  assert_split ("aujourd'hui, qu'il d’Aix L'Isle-d'Abeau", FALSE, "aujourd|hui|il|Aix|Isle|Abeau");
  assert_split ("l', d’", FALSE, "l|d");
  assert_split ("3D 2e_tour", FALSE, "3D|2e|tour");
  assert_split ("e\xcc\x81t\xc3\xa9", FALSE, "e\xcc\x81t\xc3\xa9");
  assert_split ("中文 ½", FALSE, "中文|½");
}

static void
test_words_private (void)
{
  assert_split ("écrire à jean.dupont@example.org, merci", TRUE, "écrire|à|merci");
  assert_split ("écrire à jean.dupont@example.org", FALSE, "écrire|à|jean|dupont|example|org");
  assert_split ("tél. 04 73 00 00 00 ou +33 (0)4.73.00.00.00.", TRUE, "tél|ou");
  assert_split ("0473000000", TRUE, "");
  assert_split ("0473000000", FALSE, "0473000000");
  assert_split ("63000 Clermont, 1 250 000 euros en 2024", TRUE, "63000|Clermont|1|250|000|euros|en|2024");
  assert_split ("01 02", TRUE, "01|02");
}

static void
test_words_long (void)
{
  g_autofree char *text = g_strnfill (100, 'a');
  g_autofree char *cut = g_strnfill (ESSAIM_TEXT_WORD_MAX, 'a');
  g_autoptr (GString) accents = g_string_new ("a");
  EssaimTextScan scan;
  EssaimTextWord word;

  assert_split (text, FALSE, cut);
  /* Cut between characters. */
  for (guint i = 0; i < 100; i++)
    g_string_append (accents, "é");
  essaim_text_scan_init (&scan, accents->str, accents->len, FALSE);
  g_assert_true (essaim_text_scan_next (&scan, &word));
  g_assert_true (g_utf8_validate (word.start, (gssize) word.length, NULL));
  g_assert_cmpuint (word.length, ==, ESSAIM_TEXT_WORD_MAX - 1);
  g_assert_false (essaim_text_scan_next (&scan, &word));
}

static void
assert_lexeme (EssaimLexicon *lexicon,
               const char    *text,
               const char    *folded,
               const char    *stem,
               const char    *folded_stem)
{
  EssaimTextWord word = { text, strlen (text) };
  EssaimStem its_stem;
  EssaimLexeme lexeme;

  essaim_lexicon_look_up (lexicon, &word, &lexeme);
  g_assert_cmpmem (lexeme.word.start, lexeme.word.length, text, strlen (text));
  g_assert_cmpmem (lexeme.folded.start, lexeme.folded.length, folded, strlen (folded));
  essaim_lexeme_get_stem (&lexeme, its_stem);
  g_assert_cmpstr (its_stem, ==, stem);
  essaim_lexeme_get_folded_stem (&lexeme, its_stem);
  g_assert_cmpstr (its_stem, ==, folded_stem);
}

static void
test_lexicon_forms (void)
{
  g_autoptr (EssaimLexicon) lexicon = essaim_lexicon_new ();

  /* Twice: found out, then remembered. */
  for (guint i = 0; i < 2; i++)
    {
      assert_lexeme (lexicon, "Mobilités", "mobilites", "mobilité", "mobilite");
      assert_lexeme (lexicon, "MOBILITES", "mobilites", "mobilite", "mobilite");
      assert_lexeme (lexicon, "rénové", "renove", "renové", "renove");
      assert_lexeme (lexicon, "RÉNOVÉS", "renoves", "renové", "renove");
      assert_lexeme (lexicon, "rénovées", "renovees", "renové", "renové");
      assert_lexeme (lexicon, "Orientés", "orientes", "orienté", "oriente");
      assert_lexeme (lexicon, "Cœur", "coeur", "coeur", "coeur");
      assert_lexeme (lexicon, "e\xcc\x81te\xcc\x81", "ete", "eté", "ete");
      assert_lexeme (lexicon, "63000", "63000", "63000", "63000");
    }
}

/* More words than are remembered at once: each still has its own forms. */
static void
test_lexicon_forget (void)
{
  g_autoptr (EssaimLexicon) lexicon = essaim_lexicon_new ();

  for (guint i = 0; i < 150000; i++)
    {
      g_autofree char *folded = NULL;
      char text[16];

      g_snprintf (text, sizeof text, "%uX", i % 100000);
      folded = g_ascii_strdown (text, -1);
      assert_lexeme (lexicon, text, folded, folded, folded);
    }
}

static void
test_lexicon_next (void)
{
  static const char * const texts[] = { "Un", "mot", "après", "l", "mot" };
  g_autoptr (EssaimLexicon) lexicon = essaim_lexicon_new ();
  EssaimLexeme lexeme;
  gsize place = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    essaim_lexicon_look_up (lexicon, &(EssaimTextWord) { texts[i], strlen (texts[i]) }, &lexeme);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (essaim_lexicon_next (lexicon, &place, &lexeme));
      g_assert_cmpmem (lexeme.word.start, lexeme.word.length, texts[i], strlen (texts[i]));
    }
  g_assert_false (essaim_lexicon_next (lexicon, &place, &lexeme));
  g_assert_false (essaim_lexicon_is_full (lexicon));

  essaim_lexicon_forget (lexicon);
  place = 0;
  g_assert_false (essaim_lexicon_next (lexicon, &place, &lexeme));
}

static void
test_lexicon_common (void)
{
  static const char * const common[] = { "de", "La", "à", "AUX", "où" };
  static const char * const rare[] = { "est", "pas", "plus", "delà", "lac" };
  g_autoptr (EssaimLexicon) lexicon = essaim_lexicon_new ();
  EssaimLexeme lexeme;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      essaim_lexicon_look_up (lexicon, &(EssaimTextWord) { common[i], strlen (common[i]) }, &lexeme);
      g_assert_true (lexeme.is_common);
      essaim_lexicon_look_up (lexicon, &(EssaimTextWord) { rare[i], strlen (rare[i]) }, &lexeme);
      g_assert_false (lexeme.is_common);
    }
}

/* They are written in databases: these values must never change. */
static void
test_hash (void)
{
  g_assert_cmphex (essaim_hash_text (0, NULL), ==, 0);
  g_assert_cmphex (essaim_hash_text (0, ""), ==, 0);
  g_assert_cmphex (essaim_hash_text (0, "a"), ==, G_GUINT64_CONSTANT (0x071717d2d36b6b11));
  g_assert_cmphex (essaim_hash_text (0, "feed:12345678"), ==, essaim_hash_bytes (0, "feed:12345678", 13));
  g_assert_cmphex (essaim_hash_text (1, "feed:12345678"), !=, essaim_hash_text (0, "feed:12345678"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/scan", test_words_scan);
  g_test_add_func ("/words/private", test_words_private);
  g_test_add_func ("/words/long", test_words_long);
  g_test_add_func ("/lexicon/forms", test_lexicon_forms);
  g_test_add_func ("/lexicon/forget", test_lexicon_forget);
  g_test_add_func ("/lexicon/next", test_lexicon_next);
  g_test_add_func ("/lexicon/common", test_lexicon_common);
  g_test_add_func ("/hash", test_hash);

  return g_test_run ();
}
