/* essaim-theme-words.c: finds the themes whose keywords a text holds
 *
 * Keywords are kept sorted, with the place where each pair of first letters begins: at each word of a text only the few
 * keywords that begin like it are compared, so a text of any length is read once.
 *
 * Two rules keep words from telling too much. The longest keyword speaks for the words it covers: in “jardin d’enfants”
 * nothing is said of gardens. And a weak keyword, mostly an adjective, speaks only where no other does: a “garage
 * solidaire” is about mobility, a “projet solidaire” about solidarity.
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
  gboolean     is_weak;
  gboolean     is_for_tags;
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

/* What is known while a text is read. `covered`: where the longest keyword so far ends. */
typedef struct
{
  gsize          masked[ESSAIM_N_THEMES];
  gsize          covered;
  EssaimThemeSet strong, weak;
} Reading;

/* Whether a word ends at @end, but for the mark of a plural. */
static gboolean
ends_word (const char *end)
{
  if (*end == 's' || *end == 'x')
    end++;

  return *end == '\0' || *end == ' ';
}

/* Whether @keyword stands at @word; what only masks is noted. */
static gboolean
stands_at (const Keyword *keyword,
           const char    *word,
           gsize          at,
           Reading       *reading)
{
  gsize *masked = &reading->masked[keyword->theme];

  if (strncmp (word, keyword->text, keyword->length) != 0)
    return FALSE;

  if (keyword->kind == MASKS)
    {
      *masked = MAX (*masked, at + keyword->length);
      return FALSE;
    }

  return at >= *masked && (keyword->kind == BEGINS_WORD || ends_word (word + keyword->length));
}

/* The longest keywords that stand at @word, unless an earlier one covers them. */
static void
read_word (const EssaimThemeWords *self,
           const char             *word,
           gsize                   at,
           gboolean                is_tag,
           Reading                *reading)
{
  EssaimThemeSet found[2] = { 0 };
  gsize longest = reading->covered;
  guint pair = pair_index (word);

  for (guint i = self->first[pair]; i < self->first[pair + 1]; i++)
    {
      const Keyword *keyword = &g_array_index (self->keywords, Keyword, i);
      gsize end;

      if (!stands_at (keyword, word, at, reading) || (keyword->is_for_tags && !is_tag))
        continue;

      end = at + keyword->length + strcspn (word + keyword->length, " ");
      if (end > longest)
        {
          longest = end;
          found[0] = found[1] = 0;
        }
      if (end == longest && end > reading->covered)
        found[keyword->is_weak] |= (EssaimThemeSet) 1 << keyword->theme;
    }

  reading->covered = longest;
  reading->strong |= found[0];
  reading->weak |= found[1];
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
 * or with a point behind it (`ville.`), is a whole word, in the singular or plural. Signs before it say more:
 *
 * - `-`: the words lead away from the theme: no keyword of the theme is found inside them (`-prevention des incendie`);
 * - `?`: weak: it counts only where nothing stronger is found (`?solidaire`);
 * - `#`: it counts only in a tag (`#economie circulaire`), as many words that say nothing in a sentence (`#?partage`).
 */
void
essaim_theme_words_add (EssaimThemeWords *self,
                        const char       *keyword,
                        guint             theme)
{
  Keyword added = {
    .text = normalize (keyword),
    .theme = theme,
    .is_for_tags = keyword[0] == '#',
    .is_weak = keyword[keyword[0] == '#'] == '?',
  };

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
 * @is_tag: whether the text is one tag; else it is a sentence or several
 *
 * Returns: the themes that its words lead to
 */
EssaimThemeSet
essaim_theme_words_match (const EssaimThemeWords *self,
                          const char             *text,
                          gboolean                is_tag)
{
  g_autofree char *words = normalize (text);
  Reading reading = { 0 };

  for (const char *word = words; word != NULL && *word != '\0'; word = strchr (word, ' '))
    {
      word += *word == ' ';
      read_word (self, word, word - words, is_tag, &reading);
    }

  return reading.strong != 0 ? reading.strong : reading.weak;
}
