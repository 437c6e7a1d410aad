/* test-words.c: words of names and addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-words.h"

static char *
join_words (const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  EssaimWord word;

  while (essaim_words_next (&text, &word))
    g_string_append_printf (joined, "%s%s", joined->len == 0 ? "" : word.breaks ? "/" : " ", word.letters);

  return g_strdup (joined->str);
}

static void
test_words (void)
{
  static const struct { const char *text; const char *words; } cases[] = {
    { "", "" },
    { " — ", "" },
    { "France services d’Allègre", "france service d allegre" },
    { "L'ŒUVRE Ægis Straße", "l oeuvre aegi strasse" },
    { "Les Maisons des Jeunes, du bus et du CCAS", "les maison des jeune/du bus et du ccas" },
    { "cafe\xCC\x81", "cafe" },
    { "La Clef-des-Champs - Antenne de Gap", "la clef des champ/antenne de gap" },
    { "M\xEF\xBF\xBD" "diath\xEF\xBF\xBDque", "m?diath?que" },
    { "France Services d\xEF\xBF\xBD" "Aubagne", "france service d aubagne" },
    { "M\xEF\xBF\xBD" "DIATH\xEF\xBF\xBDQUE", "m?diath?que" },
    { "12bis, rue (côté cour)", "12bis/rue/cote cour" },
    { "Ελλάδα", "ελλαδα" },
    { "anticonstitutionnellementlong", "anticonstitutionnellemen" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = join_words (cases[i].text);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_damage (void)
{
  const char *text = "Les 6 degr\xEF\xBF\xBDs";
  EssaimWord word;

  g_assert_true (essaim_words_next (&text, &word));
  g_assert_false (word.is_damaged);
  g_assert_true (essaim_words_next (&text, &word));
  g_assert_true (essaim_words_next (&text, &word));
  g_assert_true (word.is_damaged);
  g_assert_false (essaim_words_next (&text, &word));
}

static guint64
hash (const char *text)
{
  EssaimWord word;

  g_assert_true (essaim_words_next (&text, &word));

  return essaim_word_hash (&word);
}

static void
test_hash (void)
{
  g_assert_cmpuint (hash ("Médiathèques"), ==, hash ("MEDIATHEQUE"));
  g_assert_cmpuint (hash ("abc"), !=, hash ("abd"));
  g_assert_cmpuint (hash ("abcdefghi"), !=, hash ("abcdefghj"));
  g_assert_cmpuint (hash ("abcdefgh"), !=, hash ("bcdefgha"));
}

static guint64
get_letters (const char *text)
{
  guint64 letters = 0;
  guint32 tail = 0;
  EssaimWord word;

  while (essaim_words_next (&text, &word))
    essaim_word_add_letters (&word, &letters, &tail);

  return letters;
}

static void
test_letters (void)
{
  g_assert_cmpuint (get_letters ("Pièce manquante"), ==, get_letters ("PIECEMANQUANTE"));
  g_assert_cmpuint (get_letters ("ab"), ==, 0);
  g_assert_cmpint (__builtin_popcountll (get_letters ("abc")), ==, 1);

  /* No run goes across a lost letter. */
  g_assert_cmpuint (get_letters ("ab\xEF\xBF\xBD" "cd"), ==, 0);
  g_assert_cmpuint (get_letters ("m\xEF\xBF\xBD" "diane") & ~get_letters ("médiane"), ==, 0);
}

static guint
get_meaning (const char *text)
{
  EssaimWord word;

  g_assert_true (essaim_words_next (&text, &word));

  return essaim_word_get_meaning (&word);
}

static void
test_meanings (void)
{
  g_assert_cmpuint (get_meaning ("des"), ==, ESSAIM_WORD_NOISE);
  g_assert_cmpuint (get_meaning ("Services"), ==, ESSAIM_WORD_GENERIC | ESSAIM_WORD_SERVICE);
  g_assert_cmpuint (get_meaning ("CCAS"), ==, ESSAIM_WORD_GENERIC | ESSAIM_WORD_WELFARE);
  g_assert_cmpuint (get_meaning ("av."), ==, get_meaning ("Avenue"));
  g_assert_cmpuint (get_meaning ("bd"), ==, get_meaning ("boulevard"));
  g_assert_cmpuint (get_meaning ("bd"), !=, get_meaning ("avenue"));
  g_assert_cmpuint (get_meaning ("Diniapolis"), ==, 0);
  g_assert_cmpuint (get_meaning ("42"), ==, 0);
  g_assert_cmpuint (get_meaning ("Ω"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/split", test_words);
  g_test_add_func ("/words/damage", test_damage);
  g_test_add_func ("/words/hash", test_hash);
  g_test_add_func ("/words/letters", test_letters);
  g_test_add_func ("/words/meanings", test_meanings);

  return g_test_run ();
}
