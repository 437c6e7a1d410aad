/* essaim-text-fold.c: the forms under which texts are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <string.h>

/* The folds of U+00C0 to U+00FF, the letters of French among them: what `append_fold` finds by the long way. */
static const char latin1_folds[64][3] = {
  "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "ð", "n", "o", "o", "o", "o", "o", "×", "ø", "u", "u", "u", "u", "y", "þ", "ss",
  "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "ð", "n", "o", "o", "o", "o", "o", "÷", "ø", "u", "u", "u", "u", "y", "þ", "y",
};

static gboolean
is_apostrophe (gunichar c)
{
  switch (c)
    {
    case 0x00B4: case 0x02B9: case 0x02BC: case 0x2018: case 0x2019: case 0x201B: case 0x2032:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Decomposes one character; marks are left out, so their order never matters and the time stays linear. */
static void
append_fold (GString  *out,
             gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);

      if (part == 0xE6)
        g_string_append (out, "ae");
      else if (part == 0x153)
        g_string_append (out, "oe");
      else if (part == 0xDF)
        g_string_append (out, "ss");
      else if (!g_unichar_ismark (part))
        g_string_append_unichar (out, part);
    }
}

/* The run of letters that French is written with, each of which has a fold no longer than itself. Returns its end. */
static const guchar *
append_simple_folds (GString      *out,
                     const guchar *p)
{
  const guchar *end = p;
  gsize start = out->len;
  char *to;

  while (*end == 0xC3 || (*end < 0x80 && *end != '\0'))
    end += *end == 0xC3 ? 2 : 1;

  g_string_set_size (out, start + (end - p));
  to = out->str + start;
  while (p < end)
    {
      if (*p < 0x80)
        {
          *to++ = (char) (*p >= 'A' && *p <= 'Z' ? *p + ('a' - 'A') : *p);
          p++;
        }
      else
        {
          const char *fold = latin1_folds[p[1] & 0x3F];

          *to++ = fold[0];
          if (fold[1] != '\0')
            *to++ = fold[1];
          p += 2;
        }
    }
  g_string_set_size (out, to - out->str);

  return end;
}

/**
 * essaim_text_fold:
 * @text: valid UTF-8
 *
 * The form under which words are compared. Each character is taken by itself: the apostrophes ´ ʹ ʼ ‘ ’ ‛ ′ become `'`;
 * others are decomposed (NFKD), lowered (simple mapping of Unicode), combining marks (categories Mn, Mc, Me) left out,
 * and œ is `oe`, æ `ae`, ß `ss`. Blanks and punctuation stay.
 *
 * Returns: (transfer full): the folded text
 */
char *
essaim_text_fold (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const guchar *p = append_simple_folds (out, (const guchar *) text); *p != '\0'; p = append_simple_folds (out, p))
    {
      gunichar c = g_utf8_get_char ((const char *) p);

      if (is_apostrophe (c))
        g_string_append_c (out, '\'');
      else
        append_fold (out, c);
      p = (const guchar *) g_utf8_next_char (p);
    }

  return g_string_free (out, FALSE);
}

/* The folded text with @separator for each run of anything but a–z and 0–9, and none at the ends. In place. */
static char *
keep_letters (char *folded,
              char  separator)
{
  char *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (g_ascii_isalnum (*from))
      *to++ = *from;
    else if (to > folded && to[-1] != separator)
      *to++ = separator;

  if (to > folded && to[-1] == separator)
    to--;
  *to = '\0';

  return folded;
}

static gboolean
is_digits (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* 10, 10e, 1er, 2eme, 2nd … */
static gboolean
is_ordinal (const char *word)
{
  static const char * const endings[] = { "", "e", "er", "eme", "ieme", "nd", "nde", NULL };
  gsize n = strspn (word, "0123456789");

  return (n == 1 || n == 2) && g_strv_contains (endings, word + n);
}

static gboolean
is_arrondissement (const char *word)
{
  return g_str_equal (word, "arrondissement") || g_str_equal (word, "arrdt") || g_str_equal (word, "arr");
}

static gboolean
has_arrondissements (const char *word)
{
  return g_str_equal (word, "paris") || g_str_equal (word, "lyon") || g_str_equal (word, "marseille");
}

/* Shortens @words by the arrondissement at their end. */
static void
drop_arrondissement (GPtrArray *words)
{
  guint n = words->len;
  gboolean is_named = n > 1 && is_arrondissement (words->pdata[n - 1]);

  if (is_named)
    n--;
  if (n > 2 && (g_str_equal (words->pdata[n - 1], "e") || g_str_equal (words->pdata[n - 1], "eme") ||
                g_str_equal (words->pdata[n - 1], "er")))
    n--;
  if (n > 1 && is_ordinal (words->pdata[n - 1]) && (is_named || (n == 2 && has_arrondissements (words->pdata[0]))))
    g_ptr_array_set_size (words, n - 1);
}

static void
add_name_word (GPtrArray *words,
               char      *word)
{
  if (g_str_equal (word, "st"))
    word = (char *) "saint";
  else if (g_str_equal (word, "ste"))
    word = (char *) "sainte";

  g_ptr_array_add (words, word);
}

/**
 * essaim_text_fold_name:
 * @text: the name of a place, valid UTF-8
 *
 * The form under which names of places are compared. `build-aux/compile-geo.py` computes the same for the communes; so
 * the rule, step by step:
 *
 * 1. [func@text_fold];
 * 2. each run of characters other than a–z and 0–9 is one blank, and none at the ends; split there into words;
 * 3. `st` is `saint`, `ste` is `sainte`;
 * 4. the word `cedex` is left out, and the word after it where that is digits only; `cedex` with digits glued to it
 *    too;
 * 5. the arrondissement at the end is left out. Where the last of several words is `arrondissement`, `arrdt` or
 *    `arr`, set it aside; then, of more than two words, a last `e`, `er` or `eme`; then the last word is left out
 *    when it is one or two digits with nothing, `e`, `er`, `eme`, `ieme`, `nd` or `nde` behind, it is not the only
 *    word, and either the first was set aside or exactly one word stands before it and is `paris`, `lyon` or
 *    `marseille`. Otherwise nothing is left out;
 * 6. words joined by one blank.
 *
 * `St-Étienne Cedex 2` is `saint etienne`, `PARIS 10e Arrondissement` and `Paris 10` are `paris`.
 *
 * Returns: (transfer full): the folded name, empty where nothing is left
 */
char *
essaim_text_fold_name (const char *text)
{
  g_autofree char *folded = keep_letters (essaim_text_fold (text), ' ');
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gboolean after_cedex = FALSE;
  char *next = folded;

  while (next != NULL && *next != '\0')
    {
      char *word = next;
      gboolean is_cedex;

      next = strchr (word, ' ');
      if (next != NULL)
        *next++ = '\0';

      is_cedex = g_str_has_prefix (word, "cedex") && (word[5] == '\0' || is_digits (word + 5));
      if (!is_cedex && !(after_cedex && is_digits (word)))
        add_name_word (words, word);
      after_cedex = is_cedex && word[5] == '\0';
    }

  drop_arrondissement (words);
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

/**
 * essaim_text_slug:
 * @text: (nullable): any text, valid UTF-8
 *
 * Makes a name for files, links and scripts: a–z, 0–9 and single hyphens.
 *
 * Returns: (transfer full): the slug, `feed` where nothing is left
 */
char *
essaim_text_slug (const char *text)
{
  g_autofree char *slug = keep_letters (essaim_text_fold (text != NULL ? text : ""), '-');

  return *slug != '\0' ? g_steal_pointer (&slug) : g_strdup ("feed");
}
