/* essaim-words.c: the words of a text, and the forms under which each is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-words.h"

#include <libstemmer.h>
#include <string.h>

#include "essaim-hash.h"
#include "essaim-text.h"

/* Words whose forms are remembered; most of a text is made of few words. A power of two. */
#define N_SLOTS 16384
/* French numbers have nine digits after the 0 or +33. */
#define PHONE_DIGITS 9

typedef struct
{
  char            word[ESSAIM_WORD_MAX];
  guint8          length;   /* 0 when free */
  EssaimWordForms forms;
} Slot;

struct _EssaimStems
{
  struct sb_stemmer *stemmer;
  Slot              *slots;
};

/* Bytes of the character of a word at @p; 0 when it is not one. Combining marks belong to words. */
static gsize
word_char_length (const char *p,
                  const char *end)
{
  guchar byte = (guchar) *p;
  gunichar c;

  if (byte < 0x80)
    return g_ascii_isalnum (byte) ? 1 : 0;

  c = g_utf8_get_char_validated (p, end - p);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
    return 0;

  return g_utf8_skip[byte];
}

/* Bytes of the apostrophe at @p, typed ' or set ’; 0 when there is none. */
static gsize
apostrophe_length (const char *p,
                   const char *end)
{
  if (p < end && *p == '\'')
    return 1;

  return end - p >= 3 && memcmp (p, "\u2019", 3) == 0 ? 3 : 0;
}

static gboolean
is_elision (const EssaimWord *word,
            const char       *end)
{
  const char *s = word->start;

  if (apostrophe_length (s + word->length, end) == 0)
    return FALSE;

  return (word->length == 1 && strchr ("cdjlmnstCDJLMNST", *s) != NULL) ||
         (word->length == 2 && (s[0] == 'q' || s[0] == 'Q') && (s[1] == 'u' || s[1] == 'U'));
}

static gboolean
is_blank (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of the run without a blank at @p, when it is an e-mail address; else NULL. */
static const char *
skip_email (const char *p,
            const char *end)
{
  gboolean has_at = FALSE;

  for (; p < end && !is_blank (*p); p++)
    has_at |= *p == '@';

  return has_at ? p : NULL;
}

/* The end of the telephone number at @p (0 or +33 or 0033, then nine digits, with signs between); else NULL. */
static const char *
skip_phone (const char *p,
            const char *end)
{
  const char *last = NULL;
  guint n = 0;

  if (*p != '0' && !(end - p >= 2 && p[0] == '3' && p[1] == '3'))
    return NULL;

  for (; p < end && (g_ascii_isdigit (*p) || strchr (" .-/()", *p) != NULL); p++)
    if (g_ascii_isdigit (*p))
      {
        last = p + 1;
        n++;
      }

  return n > PHONE_DIGITS ? last : NULL;
}

static void
read_word (const char **cursor,
           const char  *end,
           EssaimWord  *word)
{
  const char *p = *cursor;
  gsize n;

  word->start = p;
  while (p < end && (n = word_char_length (p, end)) > 0)
    {
      p += n;
      if (p - word->start <= ESSAIM_WORD_MAX)
        word->length = p - word->start;
    }
  *cursor = p;
}

/**
 * essaim_words_next:
 * @cursor: (inout): where to look on; moved behind the word
 * @end: the end of the text
 * @private_too: whether e-mail addresses and telephone numbers are words like others
 * @word: (out): the word, letters, digits and marks of any script, cut to %ESSAIM_WORD_MAX bytes
 *
 * Returns: whether there is a word
 */
gboolean
essaim_words_next (const char **cursor,
                   const char  *end,
                   gboolean     private_too,
                   EssaimWord  *word)
{
  const char *p = *cursor;
  const char *behind;
  gboolean at_start = TRUE;

  while (p < end)
    {
      if (!private_too && at_start && (behind = skip_email (p, end)) != NULL)
        {
          p = behind;
        }
      else if (word_char_length (p, end) == 0)
        {
          at_start = is_blank (*p++);
        }
      else if (!private_too && (behind = skip_phone (p, end)) != NULL)
        {
          p = behind;
        }
      else
        {
          read_word (&p, end, word);
          if (!is_elision (word, end))
            {
              *cursor = p;
              return TRUE;
            }
          at_start = FALSE;
        }
    }

  *cursor = end;
  return FALSE;
}

/**
 * essaim_stems_new:
 *
 * Returns: (transfer full): the French stemmer
 */
EssaimStems *
essaim_stems_new (void)
{
  EssaimStems *self = g_new0 (EssaimStems, 1);

  self->stemmer = sb_stemmer_new ("french", "UTF_8");
  self->slots = g_new0 (Slot, N_SLOTS);
  g_assert (self->stemmer != NULL);

  return self;
}

/**
 * essaim_stems_free:
 * @self: (nullable): the stemmer
 */
void
essaim_stems_free (EssaimStems *self)
{
  if (self == NULL)
    return;

  sb_stemmer_delete (self->stemmer);
  g_free (self->slots);
  g_free (self);
}

/* Copies what fits, whole characters only. */
static guint8
keep (char       *to,
      const char *text,
      gsize       length)
{
  while (length > ESSAIM_WORD_MAX)
    length = g_utf8_find_prev_char (text, text + length) - text;

  memcpy (to, text, length);
  return (guint8) length;
}

static guint8
keep_stem (EssaimStems *self,
           char        *to,
           const char  *word)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) strlen (word));

  return keep (to, (const char *) stem, sb_stemmer_length (self->stemmer));
}

static void
find_forms (EssaimStems      *self,
            const EssaimWord *word,
            EssaimWordForms  *forms)
{
  g_autofree char *lower = g_utf8_strdown (word->start, (gssize) word->length);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = essaim_text_fold (composed);
  g_autofree char *folded_stem = NULL;
  char stem[ESSAIM_WORD_MAX + 1] = "";

  forms->folded_length = keep (forms->folded, folded, strlen (folded));
  forms->folded_stem_length = keep_stem (self, forms->folded_stem, folded);
  keep_stem (self, stem, composed);
  folded_stem = essaim_text_fold (stem);
  forms->stem_length = keep (forms->stem, folded_stem, strlen (folded_stem));
}

/**
 * essaim_stems_get_forms:
 * @self: the stemmer
 * @word: a word from essaim_words_next()
 *
 * Three forms, because folding first loses *rénové* for *rénovées*, and stems alone lose `alimentatio` while it is being typed.
 *
 * Returns: (transfer none): its forms, until the next call
 */
const EssaimWordForms *
essaim_stems_get_forms (EssaimStems      *self,
                        const EssaimWord *word)
{
  guint64 hash = essaim_hash_bytes (0, word->start, word->length);
  Slot *slot = &self->slots[hash % N_SLOTS];

  if (slot->length != word->length || memcmp (slot->word, word->start, word->length) != 0)
    {
      find_forms (self, word, &slot->forms);
      memcpy (slot->word, word->start, word->length);
      slot->length = (guint8) word->length;
    }

  return &slot->forms;
}
