/* essaim-words.c: the words of a text, folded one by one without allocating
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-words.h"

#include <string.h>

/* What the bytes below 128 are: their fold, 0 for what stands between words, 1 for what divides a text. */
static const char folds[128] = {
  ['\n'] = 1, ['('] = 1, [')'] = 1, [','] = 1, ['/'] = 1, [':'] = 1, [';'] = 1, ['['] = 1, [']'] = 1, ['|'] = 1,
  ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
  ['9'] = '9', ['@'] = 'a',
  ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i',
  ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
  ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
  ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i',
  ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r',
  ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* The folds of U+00C0 to U+00FF; æ and ß, of two letters, go the long way, as do the marks × and ÷. */
static const char latin1_folds[64] =
  "aaaaaa\0ceeeeiiii" "dnooooo\0ouuuuyt\0" "aaaaaa\0ceeeeiiii" "dnooooo\0ouuuuyty";

static inline gboolean
is_blank (guchar c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline void
append (EssaimWord *word,
        char        letter)
{
  if (word->length < ESSAIM_WORD_MAX)
    word->letters[word->length++] = letter;
}

/* A letter of no short way: decomposed, its marks left out. Returns whether it belongs to a word. */
static gboolean
append_unichar (EssaimWord *word,
                gunichar    c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (c == 0xFFFD)
    {
      word->is_damaged = TRUE;
      append (word, ESSAIM_WORD_LOST);
      return TRUE;
    }
  if (g_unichar_ismark (c))
    return word->length > 0;
  if (!g_unichar_isalnum (c))
    return FALSE;

  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      gunichar part = g_unichar_tolower (parts[i]);
      char bytes[6];
      int length;

      if (part == 0xE6 || part == 0x153)
        length = (memcpy (bytes, part == 0xE6 ? "ae" : "oe", 2), 2);
      else if (part == 0xDF)
        length = (memcpy (bytes, "ss", 2), 2);
      else
        length = g_unichar_ismark (part) ? 0 : g_unichar_to_utf8 (part, bytes);

      for (int j = 0; j < length; j++)
        append (word, bytes[j]);
    }

  return TRUE;
}

/* Whether what was lost at @p, between a small letter and a capital, was an apostrophe or a dash: d’Aubagne. */
static gboolean
is_lost_mark (const EssaimWord *word,
              const guchar     *p)
{
  return memcmp (p, "\xEF\xBF\xBD", 3) == 0 && g_ascii_isupper (p[3]) && word->length > 0 && g_ascii_islower (p[-1]);
}

/* Appends the character at @p, not of ASCII, where it belongs to a word. Returns its end, or NULL. */
static const guchar *
append_wide_character (EssaimWord   *word,
                       const guchar *p)
{
  if (*p == 0xC3 && latin1_folds[p[1] & 0x3F] != '\0')
    {
      append (word, latin1_folds[p[1] & 0x3F]);
      return p + 2;
    }

  if (*p == 0xEF && is_lost_mark (word, p))
    return NULL;

  return append_unichar (word, g_utf8_get_char ((const char *) p)) ? p + g_utf8_skip[*p] : NULL;
}

/* Appends the character at @p where it belongs to a word. Returns its end, or NULL. */
static inline const guchar *
append_character (EssaimWord   *word,
                  const guchar *p)
{
  if (*p >= 0x80)
    return append_wide_character (word, p);
  if (folds[*p] <= 1)
    return NULL;

  append (word, folds[*p]);

  return p + 1;
}

/* Whether the mark at @p divides the text: a dash does where a blank stands at either side. */
static gboolean
is_break (const guchar *p,
          const guchar *start)
{
  if (*p == '-')
    return (p > start && is_blank (p[-1])) || is_blank (p[1]);
  if (*p < 0x80)
    return folds[*p] == 1;

  return p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x93 || p[2] == 0x94);   /* – and — */
}

/* Most plurals of French end in s or x. What a shorter word ends in belongs to it (pays, bus, CCAS), as does what is
 * glued to a number (213bis). */
static void
drop_plural (EssaimWord *word)
{
  if (word->length > 4 && !g_ascii_isdigit (word->letters[0]) &&
      (word->letters[word->length - 1] == 's' || word->letters[word->length - 1] == 'x'))
    word->letters[--word->length] = '\0';
}

/**
 * essaim_words_next:
 * @text: (inout): where to read on, valid UTF-8; moved behind the word
 * @word: (out caller-allocates): the word
 *
 * Reads the next word: a run of letters and digits, folded like [func@text_fold] and brought to the singular. What
 * stands between words is left out.
 *
 * Returns: whether there was one
 */
gboolean
essaim_words_next (const char **text,
                   EssaimWord  *word)
{
  const guchar *start = (const guchar *) *text;
  const guchar *p = start;
  const guchar *next;

  *word = (EssaimWord) { .length = 0 };
  while (*p != '\0' && (next = append_character (word, p)) == NULL)
    {
      word->breaks |= is_break (p, start);
      p += g_utf8_skip[*p];
    }

  if (*p == '\0')
    {
      *text = (const char *) p;
      return FALSE;
    }

  do
    p = next;
  while (*p != '\0' && (next = append_character (word, p)) != NULL);

  /* A lost mark; see is_lost_mark (). */
  if (*p == 0xEF)
    p += g_utf8_skip[*p];
  *text = (const char *) p;
  drop_plural (word);

  return TRUE;
}

/**
 * essaim_word_hash:
 * @word: a word
 *
 * Hashes the letters of a word, eight at a time, with the constants of the finalizer of MurmurHash3.
 *
 * Returns: the hash, never 0
 */
guint64
essaim_word_hash (const EssaimWord *word)
{
  guint64 hash = word->length;

  for (guint i = 0; i < word->length; i += 8)
    {
      guint64 letters;

      memcpy (&letters, word->letters + i, 8);
      hash = (hash ^ letters) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
      hash ^= hash >> 32;
    }

  hash *= G_GUINT64_CONSTANT (0xC4CEB9FE1A85EC53);
  hash ^= hash >> 33;

  return hash != 0 ? hash : 1;
}

/**
 * essaim_word_add_letters:
 * @word: a word
 * @letters: (inout): runs of three letters, as a set of 64 bits
 * @tail: (inout): the last two letters added, 0 at first
 *
 * Adds the letters of a word to those added before, as if no blank stood between: *PIECEMANQUANTE* is *Pièce
 * manquante*. A run with a lost letter is none.
 */
void
essaim_word_add_letters (const EssaimWord *word,
                         guint64          *letters,
                         guint32          *tail)
{
  for (guint i = 0; i < word->length; i++)
    {
      guint32 run = (*tail << 8 | (guchar) word->letters[i]) & 0xFFFFFF;

      *tail = word->letters[i] != ESSAIM_WORD_LOST ? run & 0xFFFF : 0;
      if (run > 0xFFFF && (*tail & 0xFF00) != 0)
        *letters |= G_GUINT64_CONSTANT (1) << (run * 2654435769u >> 26);
    }
}
