/* essaim-lexicon.c: words without case and accents, and the stems that their forms share
 *
 * Most of a text is made of few words, so that each is folded once and found again by its bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-lexicon.h"

#include <string.h>

#include "essaim-hash.h"
#include "essaim-text.h"

/* Three quarters of them are used at most: all words of a large feed, with the names of all communes. A power of two. */
#define N_SLOTS (128 * 1024)
/* Bytes for words and their folded forms. */
#define ARENA_SIZE (4 * 1024 * 1024)
/* Kept free, so that a whole text has room once it was asked whether the lexicon is full. */
#define RESERVE (1024 * 1024)

/* In the arena, before the word and its folded form. */
typedef struct
{
  guint8 length;
  guint8 folded_length;
  guint8 is_common;
  guint8 abbreviation;   /* its place in abbreviations, from 1; 0 for none */
} Entry;

typedef struct
{
  guint32 hash;
  guint32 place;   /* in the arena; 0 when free */
} Slot;

struct _EssaimLexicon
{
  /* Owned */
  Slot  *slots;
  char  *arena;

  guint  n_words;
  gsize  used;       /* of the arena; its first bytes are no entry */
};

/**
 * essaim_lexicon_new:
 *
 * Returns: (transfer full): a lexicon that has met no word
 */
EssaimLexicon *
essaim_lexicon_new (void)
{
  EssaimLexicon *self = g_new0 (EssaimLexicon, 1);

  self->slots = g_new0 (Slot, N_SLOTS);
  self->arena = g_malloc (ARENA_SIZE);
  self->used = sizeof (Entry);

  return self;
}

/**
 * essaim_lexicon_free:
 * @self: (nullable): a lexicon
 */
void
essaim_lexicon_free (EssaimLexicon *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self->arena);
  g_free (self);
}

/* “est”, “pas” and “plus” are not among them: Grand Est, Pas-de-Calais. */
static gboolean
is_common (const char *folded)
{
  static const char * const common[] = {
    "a", "au", "aux", "avec", "ce", "ces", "dans", "de", "des", "du", "en", "entre", "et", "la", "le", "les", "leur", "leurs", "ou",
    "par", "pour", "qui", "que", "sa", "se", "ses", "son", "sont", "sur", "un", "une",
  };

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (strcmp (folded, common[i]) == 0)
      return TRUE;

  return FALSE;
}

/* In names of places and of what is named after saints. Not “sté”, which is a company. */
static const struct
{
  const char *word;
  const char *full;
} abbreviations[] = {
  { "st", "saint" },
  { "ste", "sainte" },
};

static guint8
find_abbreviation (const char *text)
{
  for (guint8 i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_ascii_strcasecmp (text, abbreviations[i].word) == 0)
      return i + 1;

  return 0;
}

/* What fits in a word, whole characters only. */
static gsize
cut (const char *text)
{
  gsize length = strlen (text);

  while (length > ESSAIM_TEXT_WORD_MAX)
    length = g_utf8_find_prev_char (text, text + length) - text;

  return length;
}

/* Adds the word to the arena. */
static guint32
learn (EssaimLexicon        *self,
       const EssaimTextWord *word)
{
  g_autofree char *text = g_strndup (word->start, word->length);
  guint8 abbreviation = find_abbreviation (text);
  g_autofree char *folded = essaim_text_fold (abbreviation > 0 ? abbreviations[abbreviation - 1].full : text);
  Entry entry = { (guint8) word->length, (guint8) cut (folded), is_common (folded), abbreviation };
  guint32 place = (guint32) self->used;
  char *to = self->arena + place;

  to = mempcpy (to, &entry, sizeof entry);
  to = mempcpy (to, word->start, entry.length);
  to = mempcpy (to, folded, entry.folded_length);
  self->used = to - self->arena;
  self->n_words++;

  return place;
}

static EssaimTextWord
get_begun (const EssaimLexeme *lexeme,
           guint8              abbreviation)
{
  const char *word = abbreviation > 0 ? abbreviations[abbreviation - 1].word : NULL;

  return word != NULL ? (EssaimTextWord) { word, strlen (word) } : lexeme->folded;
}

static void
read_entry (EssaimLexicon *self,
            gsize          place,
            EssaimLexeme  *lexeme)
{
  const Entry *entry = (const Entry *) (self->arena + place);
  const char *text = (const char *) (entry + 1);

  lexeme->word = (EssaimTextWord) { text, entry->length };
  lexeme->folded = (EssaimTextWord) { text + entry->length, entry->folded_length };
  lexeme->begun = get_begun (lexeme, entry->abbreviation);
  lexeme->is_common = entry->is_common;
}

static gboolean
has_room (EssaimLexicon *self,
          gsize          reserve)
{
  return self->n_words < N_SLOTS / 4 * 3 &&
         self->used + reserve + sizeof (Entry) + 2 * ESSAIM_TEXT_WORD_MAX <= ARENA_SIZE;
}

/**
 * essaim_lexicon_look_up:
 * @self: a lexicon
 * @word: a word from essaim_text_scan_next()
 * @lexeme: (out caller-allocates): what is known of it
 */
void
essaim_lexicon_look_up (EssaimLexicon        *self,
                        const EssaimTextWord *word,
                        EssaimLexeme         *lexeme)
{
  guint32 hash = (guint32) essaim_hash_bytes (0, word->start, word->length);
  guint i;

  if (!has_room (self, 0))
    essaim_lexicon_forget (self);

  for (i = hash & (N_SLOTS - 1); self->slots[i].place != 0; i = (i + 1) & (N_SLOTS - 1))
    {
      if (self->slots[i].hash != hash)
        continue;
      read_entry (self, self->slots[i].place, lexeme);
      if (lexeme->word.length == word->length && memcmp (lexeme->word.start, word->start, word->length) == 0)
        return;
    }

  self->slots[i] = (Slot) { hash, learn (self, word) };
  read_entry (self, self->slots[i].place, lexeme);
}

/* Whether the last letter, but for an s of the plural, is é in either of its two writings. */
static gboolean
is_acute (const EssaimTextWord *word)
{
  static const char * const acutes[] = { "é", "É", "e\u0301", "E\u0301" };
  gsize length = word->length;

  if (length > 0 && (word->start[length - 1] == 's' || word->start[length - 1] == 'S'))
    length--;

  for (guint i = 0; i < G_N_ELEMENTS (acutes); i++)
    {
      gsize n = strlen (acutes[i]);

      if (length >= n && memcmp (word->start + length - n, acutes[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * essaim_lexeme_get_stem:
 * @lexeme: a word
 * @stem: (out caller-allocates): the stem of the word with its accents, and else without them: *mobilités* has `mobilité`
 */
void
essaim_lexeme_get_stem (const EssaimLexeme *lexeme,
                        EssaimStem          stem)
{
  essaim_inflection_get_stem (&lexeme->folded, is_acute (&lexeme->word), stem);
}

/**
 * essaim_lexeme_get_folded_stem:
 * @lexeme: a word
 * @stem: (out caller-allocates): its stem in texts that write no accents: *mobilités* has `mobilite`
 */
void
essaim_lexeme_get_folded_stem (const EssaimLexeme *lexeme,
                               EssaimStem          stem)
{
  essaim_lexeme_get_stem (lexeme, stem);
  if (is_acute (&lexeme->word))
    essaim_inflection_drop_acute (stem);
}

/**
 * essaim_lexicon_next:
 * @self: a lexicon
 * @place: (inout): 0 for the first word; moved on to the next
 * @lexeme: (out caller-allocates): the word
 *
 * Returns: whether there is another word
 */
gboolean
essaim_lexicon_next (EssaimLexicon *self,
                     gsize         *place,
                     EssaimLexeme  *lexeme)
{
  if (*place == 0)
    *place = sizeof (Entry);
  if (*place >= self->used)
    return FALSE;

  read_entry (self, *place, lexeme);
  *place += sizeof (Entry) + lexeme->word.length + lexeme->folded.length;
  return TRUE;
}

/**
 * essaim_lexicon_is_full:
 * @self: a lexicon
 *
 * Returns: whether another text or two may make it forget what it has met
 */
gboolean
essaim_lexicon_is_full (EssaimLexicon *self)
{
  return !has_room (self, RESERVE) || self->n_words > N_SLOTS / 2;
}

/**
 * essaim_lexicon_forget:
 * @self: a lexicon; from now on it has met no word
 */
void
essaim_lexicon_forget (EssaimLexicon *self)
{
  memset (self->slots, 0, N_SLOTS * sizeof (Slot));
  self->n_words = 0;
  self->used = sizeof (Entry);
}
