/* essaim-theme-words.c: finds the themes whose keywords a text holds
 *
 * Keywords are kept sorted, with the place where each pair of first letters begins: at each word of a text only the few
 * keywords that begin like it are compared, so a text of any length is read once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-theme-words.h"

#include <string.h>

#include "essaim-text.h"

/* Keywords up to this many letters are whole words: `bio` is not biodiversité, `age` is not agence. */
#define WHOLE_WORD_MAX 4

/* a–z, 0–9 and the blank. */
#define N_LETTERS 37

typedef enum
{
  BEGINS_WORD,
  IS_WORD,
  MASKS,
} KeywordKind;

/* Owned: text. */
typedef struct
{
  char        *text;
  guint        length;
  guint        theme;
  KeywordKind  kind;
} Keyword;

/* Owned: keywords. `first` holds, for each pair of letters, the first keyword that begins with it or a later one. */
struct _EssaimThemeWords
{
  GArray  *keywords;
  guint16  first[N_LETTERS * N_LETTERS + 1];
};

static guint
letter_index (char c)
{
  if (g_ascii_isdigit (c))
    return 1 + c - '0';

  return c >= 'a' ? 11 + c - 'a' : 0;
}

static guint
pair_index (const char *text)
{
  return letter_index (text[0]) * N_LETTERS + (text[0] != '\0' ? letter_index (text[1]) : 0);
}

/* The folded text in words of a–z and 0–9 with one blank between them. */
static char *
normalize (const char *text)
{
  char *folded = essaim_text_fold (text), *to = folded;

  for (const char *from = folded; *from != '\0'; from++)
    if (g_ascii_isalnum (*from))
      *to++ = *from;
    else if (to > folded && to[-1] != ' ')
      *to++ = ' ';
  *to = '\0';

  return g_strchomp (folded);
}

/* By pair of first letters; what masks before what it masks. */
static int
compare_keywords (gconstpointer a,
                  gconstpointer b)
{
  const Keyword *left = a, *right = b;
  int by_pair = (int) pair_index (left->text) - (int) pair_index (right->text);
  int by_kind = (right->kind == MASKS) - (left->kind == MASKS);

  return by_pair != 0 ? by_pair : by_kind != 0 ? by_kind : strcmp (left->text, right->text);
}

static void
clear_keyword (Keyword *keyword)
{
  g_free (keyword->text);
}

/* Whether a word ends at @end, but for the mark of a plural. */
static gboolean
ends_word (const char *end)
{
  if (*end == 's' || *end == 'x')
    end++;

  return *end == '\0' || *end == ' ';
}

/**
 * essaim_theme_words_new:
 *
 * Returns: (transfer full): a matcher without keywords
 */
EssaimThemeWords *
essaim_theme_words_new (void)
{
  EssaimThemeWords *self = g_new0 (EssaimThemeWords, 1);

  self->keywords = g_array_new (FALSE, FALSE, sizeof (Keyword));
  g_array_set_clear_func (self->keywords, (GDestroyNotify) clear_keyword);

  return self;
}

/**
 * essaim_theme_words_free:
 * @self: (transfer full): a matcher
 */
void
essaim_theme_words_free (EssaimThemeWords *self)
{
  g_array_unref (self->keywords);
  g_free (self);
}

/**
 * essaim_theme_words_add:
 * @self: a matcher, not compiled yet
 * @keyword: a word or several, in any spelling
 * @theme: the theme it leads to
 *
 * Adds a keyword. It is found where a word begins with it: `cultur` finds “culturelle”. One of at most four letters,
 * or with a point behind it (`ville.`), is a whole word, in the singular or plural. With a `-` before it the words
 * lead away from the theme: no keyword of the theme is found inside them (`-prevention des incendie`).
 */
void
essaim_theme_words_add (EssaimThemeWords *self,
                        const char       *keyword,
                        guint             theme)
{
  Keyword added = { .text = normalize (keyword), .theme = theme };

  added.length = strlen (added.text);
  if (added.length < 2)
    {
      g_free (added.text);
      return;
    }

  if (keyword[0] == '-')
    added.kind = MASKS;
  else if (added.length <= WHOLE_WORD_MAX || g_str_has_suffix (keyword, "."))
    added.kind = IS_WORD;

  g_array_append_val (self->keywords, added);
}

/**
 * essaim_theme_words_compile:
 * @self: a matcher with all its keywords
 *
 * Makes the matcher ready; from here on it never changes, so threads share it.
 */
void
essaim_theme_words_compile (EssaimThemeWords *self)
{
  guint next = 0;

  g_array_sort (self->keywords, compare_keywords);
  for (guint pair = 0; pair <= N_LETTERS * N_LETTERS; pair++)
    {
      while (next < self->keywords->len && pair_index (g_array_index (self->keywords, Keyword, next).text) < pair)
        next++;
      self->first[pair] = next;
    }
}

/**
 * essaim_theme_words_match:
 * @self: a compiled matcher
 * @text: any text, valid UTF-8
 *
 * Returns: the themes that its words lead to
 */
EssaimThemeSet
essaim_theme_words_match (const EssaimThemeWords *self,
                          const char             *text)
{
  g_autofree char *words = normalize (text);
  gsize masked_until[ESSAIM_N_THEMES] = { 0 };
  EssaimThemeSet found = 0;

  for (const char *word = words; word != NULL && *word != '\0'; word = strchr (word, ' '))
    {
      guint pair;

      word += *word == ' ';
      pair = pair_index (word);
      for (guint i = self->first[pair]; i < self->first[pair + 1]; i++)
        {
          const Keyword *keyword = &g_array_index (self->keywords, Keyword, i);
          gsize *masked = &masked_until[keyword->theme];
          gsize at = word - words;

          if (strncmp (word, keyword->text, keyword->length) != 0)
            continue;
          if (keyword->kind == MASKS)
            *masked = MAX (*masked, at + keyword->length);
          else if (at >= *masked && (keyword->kind == BEGINS_WORD || ends_word (word + keyword->length)))
            found |= (EssaimThemeSet) 1 << keyword->theme;
        }
    }

  return found;
}
