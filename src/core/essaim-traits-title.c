/* essaim-traits-title.c: what the name of a record, and that of its organisation, tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-traits-private.h"

#include <string.h>

#include "essaim-words.h"

/* Of a longer title, the rest tells nothing that its beginning does not. */
#define N_WORDS_READ 24

/** WordSet: short hashes of words in rising order, each once. */
typedef struct
{
  guint16 *words;
  guint    max;
  guint    n;
  guint64  sum;           /* of the whole hashes: the same in any order */
} WordSet;

/** TitleReading: what is gathered while a title is read. */
typedef struct
{
  guint16  own_words[ESSAIM_TRAITS_N_TITLE_WORDS];
  guint16  all_words[ESSAIM_TRAITS_N_TITLE_WORDS];
  WordSet  own;           /* the words that tell it from others */
  WordSet  all;           /* generic ones and those of the commune too */
  guint64  own_letters;
  guint64  all_letters;
  guint32  own_tail;
  guint32  all_tail;
  guint    n_own;         /* with those of which letters are lost */
  guint    n_all;
  guint16  numerals;
  guint32  spelling;
  guint    meanings;      /* of all words together */
  guint    first;         /* of the first word that is not noise */
  gboolean is_damaged;
} TitleReading;

/* 0 stands for no word. */
static guint16
shorten (guint64 hash)
{
  guint16 word = (guint16) (hash >> 16);

  return word != 0 ? word : 1;
}

static void
add_word (WordSet *set,
          guint64  hash)
{
  guint16 word = shorten (hash);
  guint i = set->n;

  for (guint j = 0; j < set->n; j++)
    if (set->words[j] == word)
      return;

  set->sum += hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  if (set->n == set->max)
    return;

  for (; i > 0 && set->words[i - 1] > word; i--)
    set->words[i] = set->words[i - 1];
  set->words[i] = word;
  set->n++;
}

static gboolean
is_of_place (const EssaimPlaceWords *place,
             guint16                 word)
{
  for (guint i = 0; i < place->n; i++)
    if (place->words[i] == word)
      return TRUE;

  return FALSE;
}

/* Only where several words are said together: “France” alone is no France Services. “Ville de …” is a town where
 * nothing but its name follows. */
static EssaimRole
get_role (guint    meanings,
          gboolean is_town)
{
  const guint services = ESSAIM_WORD_FRANCE | ESSAIM_WORD_SERVICE;
  const guint house = ESSAIM_WORD_HOUSE | ESSAIM_WORD_SERVICE;
  const guint action = ESSAIM_WORD_ACTION | ESSAIM_WORD_SOCIAL;
  const guint jobs = ESSAIM_WORD_POLE | ESSAIM_WORD_JOBS;
  const guint mission = ESSAIM_WORD_MISSION | ESSAIM_WORD_LOCAL;

  if ((meanings & ESSAIM_WORD_MSAP) || (meanings & services) == services || (meanings & house) == house)
    return ESSAIM_ROLE_FRANCE_SERVICES;
  if ((meanings & ESSAIM_WORD_WELFARE) || (meanings & action) == action)
    return ESSAIM_ROLE_WELFARE;
  if (meanings & ESSAIM_WORD_LIBRARY)
    return ESSAIM_ROLE_LIBRARY;
  if ((meanings & jobs) == jobs)
    return ESSAIM_ROLE_JOB_CENTRE;
  if ((meanings & mission) == mission)
    return ESSAIM_ROLE_MISSION_LOCALE;
  if ((meanings & ESSAIM_WORD_TOWN_HALL) || is_town)
    return ESSAIM_ROLE_TOWN_HALL;

  return ESSAIM_ROLE_NONE;
}

/* FNV-1a, 32 bits, of words written together. */
static guint32
add_spelling (guint32           spelling,
              const EssaimWord *word)
{
  for (guint i = 0; i < word->length; i++)
    spelling = (spelling ^ (guchar) word->letters[i]) * 16777619u;

  return spelling;
}

static gboolean
is_numeral (const EssaimWord *word)
{
  return strspn (word->letters, "0123456789") == word->length;
}

static void
read_word (TitleReading           *reading,
           const EssaimWord       *word,
           const EssaimPlaceWords *place)
{
  guint meaning = essaim_word_get_meaning (word);
  guint64 hash;

  if ((meaning & ESSAIM_WORD_NOISE) || (word->is_damaged && word->length == 1))
    return;

  reading->meanings |= meaning;
  if (reading->n_all++ == 0)
    reading->first = meaning;
  reading->is_damaged |= word->is_damaged;

  hash = essaim_word_hash (word);
  reading->spelling = add_spelling (reading->spelling, word);
  essaim_word_add_letters (word, &reading->all_letters, &reading->all_tail);
  if (!word->is_damaged)
    add_word (&reading->all, hash);

  if ((meaning & ESSAIM_WORD_GENERIC) || is_of_place (place, shorten (hash)))
    return;

  reading->n_own++;
  if (is_numeral (word))
    reading->numerals = reading->numerals * 31 + shorten (hash >> 24);
  else
    essaim_word_add_letters (word, &reading->own_letters, &reading->own_tail);
  if (!word->is_damaged)
    add_word (&reading->own, hash);
}

static guint32
hash_words (const WordSet *set,
            EssaimRole     role,
            guint64        letters)
{
  guint64 hash = (set->sum + letters + role + 1) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);

  return MAX ((guint32) (hash >> 32), 1);
}

/**
 * essaim_place_words_read:
 * @place: (out caller-allocates): the words
 * @commune: (nullable): the name of a commune
 *
 * Reads the words of a commune's name, which tell nothing in the title of what is in it.
 */
void
essaim_place_words_read (EssaimPlaceWords *place,
                         const char       *commune)
{
  EssaimWord word;

  place->n = 0;
  while (commune != NULL && place->n < G_N_ELEMENTS (place->words) && essaim_words_next (&commune, &word))
    if ((essaim_word_get_meaning (&word) & ESSAIM_WORD_NOISE) == 0)
      place->words[place->n++] = shorten (essaim_word_hash (&word));
}

/**
 * essaim_traits_read_title:
 * @traits: gets the words, the letters, the role and the flags
 * @title: (nullable): a title
 * @place: the words of its commune
 *
 * Reads a title. What is left of it are the words that tell it from others: no article, no legal form, no word that
 * says of what kind it is, no name of its commune. Where nothing is left it is generic: of a role, that is its name;
 * else its generic words are.
 */
void
essaim_traits_read_title (EssaimTraits           *traits,
                          const char             *title,
                          const EssaimPlaceWords *place)
{
  TitleReading reading = { .spelling = 2166136261u };
  const WordSet *kept;
  EssaimWord word;

  if (title == NULL)
    return;

  reading.own = (WordSet) { .words = reading.own_words, .max = ESSAIM_TRAITS_N_TITLE_WORDS };
  reading.all = (WordSet) { .words = reading.all_words, .max = ESSAIM_TRAITS_N_TITLE_WORDS };
  for (guint i = 0; i < N_WORDS_READ && essaim_words_next (&title, &word); i++)
    read_word (&reading, &word, place);

  traits->role = get_role (reading.meanings, (reading.first & ESSAIM_WORD_TOWN) && reading.n_own == 0);
  traits->numerals = reading.numerals;
  traits->flags |= reading.meanings & ESSAIM_WORD_MOBILE ? ESSAIM_TRAITS_MOBILE : 0;
  traits->flags |= reading.meanings & ESSAIM_WORD_ACTIVITY ? ESSAIM_TRAITS_ACTIVITY : 0;
  traits->flags |= reading.is_damaged ? ESSAIM_TRAITS_DAMAGED : 0;
  traits->flags |= reading.n_own == 0 ? ESSAIM_TRAITS_GENERIC : 0;

  if (reading.n_all == 0)
    return;

  if (reading.n_own == 0 && traits->role == ESSAIM_ROLE_NONE)
    kept = &reading.all;
  else
    kept = &reading.own;
  traits->title_letters = kept == &reading.all ? reading.all_letters : reading.own_letters;
  memcpy (traits->title_words, kept->words, kept->n * sizeof *kept->words);
  traits->spelling = MAX (reading.spelling, 1);
  traits->title = hash_words (kept, traits->role, reading.is_damaged ? traits->title_letters : 0);
}

/**
 * essaim_traits_read_organisation:
 * @traits: gets the words
 * @organisation: (nullable): the name of an organisation
 * @place: the words of its commune
 *
 * Reads the words that tell an organisation from others. Some feeds name there not who runs a place but what is in it:
 * *Médiance 13*, of *France Services*.
 */
void
essaim_traits_read_organisation (EssaimTraits           *traits,
                                 const char             *organisation,
                                 const EssaimPlaceWords *place)
{
  WordSet set = { .words = traits->organisation_words, .max = ESSAIM_TRAITS_N_ORGANISATION_WORDS };
  guint meanings = 0;
  EssaimWord word;

  for (guint i = 0; organisation != NULL && i < N_WORDS_READ && essaim_words_next (&organisation, &word); i++)
    {
      guint meaning = essaim_word_get_meaning (&word);
      guint64 hash = essaim_word_hash (&word);

      meanings |= meaning;
      if (!word.is_damaged && (meaning & (ESSAIM_WORD_NOISE | ESSAIM_WORD_GENERIC)) == 0 &&
          !is_of_place (place, shorten (hash)))
        add_word (&set, hash);
    }

  if (get_role (meanings, FALSE) == ESSAIM_ROLE_FRANCE_SERVICES)
    traits->flags |= ESSAIM_TRAITS_HOSTS;
}
