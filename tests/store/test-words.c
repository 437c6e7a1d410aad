/* test-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-words.h"

#include <string.h>

#include "essaim-hash.h"

/* The words of a text with a stroke between them. */
static char *
split (const char *text,
       gboolean    skips_private)
{
  g_autoptr (GString) words = g_string_new (NULL);
  EssaimWordScan scan;
  EssaimWord word;

  essaim_word_scan_init (&scan, text, strlen (text), skips_private);
  while (essaim_word_scan_next (&scan, &word))
    {
      if (words->len > 0)
        g_string_append_c (words, '|');
      g_string_append_len (words, word.start, (gssize) word.length);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

#define assert_split(text, skips_private, expected) \
  G_STMT_START { g_autofree char *words_ = split (text, skips_private); g_assert_cmpstr (words_, ==, expected); } G_STMT_END

static void
test_words_scan (void)
{
  assert_split ("", FALSE, "");
  assert_split (" \t!?«»×÷—😀", FALSE, "");
  assert_split ("Épicerie, l’œuvre du Cœur", FALSE, "Épicerie|œuvre|du|Cœur");
  assert_split ("aujourd'hui, qu'il d’Aix L'Isle-d'Abeau", FALSE, "aujourd|hui|il|Aix|Isle|Abeau");
  assert_split ("l', d’", FALSE, "");
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
  g_autofree char *cut = g_strnfill (ESSAIM_WORD_MAX, 'a');
  g_autoptr (GString) accents = g_string_new ("a");
  EssaimWordScan scan;
  EssaimWord word;

  assert_split (text, FALSE, cut);
  /* Cut between characters. */
  for (guint i = 0; i < 100; i++)
    g_string_append (accents, "é");
  essaim_word_scan_init (&scan, accents->str, accents->len, FALSE);
  g_assert_true (essaim_word_scan_next (&scan, &word));
  g_assert_true (g_utf8_validate (word.start, (gssize) word.length, NULL));
  g_assert_cmpuint (word.length, ==, ESSAIM_WORD_MAX - 1);
  g_assert_false (essaim_word_scan_next (&scan, &word));
}

static void
assert_forms (EssaimStems *stems,
              const char  *text,
              const char  *folded,
              const char  *stem,
              const char  *folded_stem)
{
  EssaimWord word = { text, strlen (text) };
  EssaimWordForms forms;

  essaim_stems_get_forms (stems, &word, &forms);
  g_assert_cmpmem (forms.folded.start, forms.folded.length, folded, strlen (folded));
  g_assert_cmpmem (forms.stem.start, forms.stem.length, stem, strlen (stem));
  g_assert_cmpmem (forms.folded_stem.start, forms.folded_stem.length, folded_stem, strlen (folded_stem));
}

static void
test_words_forms (void)
{
  g_autoptr (EssaimStems) stems = essaim_stems_new ();

  /* Twice: found out, then remembered. */
  for (guint i = 0; i < 2; i++)
    {
      assert_forms (stems, "Mobilités", "mobilites", "mobil", "mobilit");
      assert_forms (stems, "MOBILITES", "mobilites", "mobilit", "mobilit");
      assert_forms (stems, "rénové", "renove", "renov", "renov");
      assert_forms (stems, "rénovées", "renovees", "renov", "renov");
      assert_forms (stems, "Cœur", "coeur", "coeur", "coeur");
      assert_forms (stems, "e\xcc\x81te\xcc\x81", "ete", "ete", "ete");
      assert_forms (stems, "63000", "63000", "63000", "63000");
    }
}

/* More words than are remembered at once: each still has its own forms. */
static void
test_words_forget (void)
{
  g_autoptr (EssaimStems) stems = essaim_stems_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 150000; i++)
      {
        char text[16];

        g_snprintf (text, sizeof text, "%ux", i);
        assert_forms (stems, text, text, text, text);
      }
}

static void
test_words_common (void)
{
  static const char * const common[] = { "de", "La", "à", "AUX", "où" };
  static const char * const rare[] = { "est", "pas", "plus", "delà", "lac", "" };

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_assert_true (essaim_word_is_common (&(EssaimWord) { common[i], strlen (common[i]) }));
  for (guint i = 0; i < G_N_ELEMENTS (rare); i++)
    g_assert_false (essaim_word_is_common (&(EssaimWord) { rare[i], strlen (rare[i]) }));
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
  g_test_add_func ("/words/forms", test_words_forms);
  g_test_add_func ("/words/forget", test_words_forget);
  g_test_add_func ("/words/common", test_words_common);
  g_test_add_func ("/hash", test_hash);

  return g_test_run ();
}
