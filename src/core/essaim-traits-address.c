/* essaim-traits-address.c: number and street of an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-traits-private.h"

#include <string.h>

#include "essaim-words.h"

/* Of a longer address the rest is no street. */
#define N_WORDS_READ 32
#define NUMBER_MAX 8000

/** StreetReading: a part of an address, between commas. */
typedef struct
{
  guint64 letters;
  guint32 tail;
  guint32 hash;       /* of its words, in order */
  guint   kind;       /* 0 where no word says that it is a street */
  guint   number;
  guint   suffix;     /* bis, ter … */
  guint   n_words;
  guint   aside;      /* a number amid the words: that of a street where one begins behind it */
  gboolean is_over;   /* a postcode or a box number came: the rest of the part is no street */
} StreetReading;

/* The one that looks most like a street: a number and a word for it, then either, then the first. */
static guint
get_rank (const StreetReading *reading)
{
  if (reading->n_words == 0)
    return 0;

  return 1 + (reading->kind != 0) + 2 * (reading->number != 0);
}

static guint
get_suffix (const char *letters)
{
  static const char * const suffixes[] = { "bis", "ter", "quater" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (letters, suffixes[i]))
      return i + 1;

  /* b and t are short for them; others, a, c, d …, have what is left of the three bits. */
  if (letters[0] >= 'a' && letters[0] <= 't' && letters[1] == '\0')
    return letters[0] == 'b' ? 1 : letters[0] == 't' ? 2 : 4 + (letters[0] & 3);

  return 0;
}

/* 12, 12bis, 12b; not 1er, 2e, 11eme. Whatever else is glued to the digits is a word of the street (“5place”). */
static gboolean
read_number (StreetReading *reading,
             EssaimWord    *word)
{
  guint number = 0, n = 0, suffix;

  while (g_ascii_isdigit (word->letters[n]) && n < 5)
    number = number * 10 + (word->letters[n++] - '0');

  if (n == 0 || n == 5 || number == 0 || number > NUMBER_MAX)
    return FALSE;

  if (reading->n_words > 0 || reading->kind != 0)
    {
      reading->aside = word->length == n ? number : 0;
      return FALSE;
    }

  suffix = get_suffix (word->letters + n);
  if (suffix == 0 && word->letters[n] != '\0' && word->length - n < 4)
    return FALSE;

  if (reading->number == 0)
    {
      reading->number = number;
      reading->suffix = suffix;
    }

  memmove (word->letters, word->letters + n, sizeof word->letters - n);
  word->length -= n;

  return suffix != 0 || word->length == 0;
}

static gboolean
is_postcode (const EssaimWord *word)
{
  return word->length == 5 && strspn (word->letters, "0123456789") == 5;
}

static void
read_word (StreetReading *reading,
           EssaimWord    *word)
{
  guint aside = reading->aside;
  guint meaning;

  reading->aside = 0;
  if (reading->is_over || read_number (reading, word))
    return;

  meaning = essaim_word_get_meaning (word);
  if ((meaning & ESSAIM_WORD_STREET) && aside != 0)
    *reading = (StreetReading) { .number = aside };

  if (is_postcode (word) || (meaning & ESSAIM_WORD_BOX))
    reading->is_over = TRUE;
  else if ((meaning & ESSAIM_WORD_SUFFIX) && reading->n_words == 0 && reading->number != 0)
    reading->suffix = get_suffix (word->letters);
  else if ((meaning & ESSAIM_WORD_STREET) && reading->kind == 0 && reading->n_words == 0)
    reading->kind = meaning >> ESSAIM_WORD_KIND_SHIFT;
  else if ((meaning & (ESSAIM_WORD_NOISE | ESSAIM_WORD_RANK)) == 0)
    {
      essaim_word_add_letters (word, &reading->letters, &reading->tail);
      reading->hash = (reading->hash ^ (guint32) (essaim_word_hash (word) >> 16)) * 2654435769u;
      reading->n_words++;
    }
}

/**
 * essaim_traits_read_address:
 * @traits: gets the street
 * @address: (nullable): an address, with or without postcode and commune
 *
 * Reads the number and the street: *213Bis Cours de la Marne*, *Pôle Brassens, 5, place Ravezies - 33000 Bordeaux*.
 * Words such as *avenue* and *général* are left out of the name of the street: feeds agree on neither.
 */
void
essaim_traits_read_address (EssaimTraits *traits,
                            const char   *address)
{
  StreetReading best = { .letters = 0 };
  StreetReading part = { .letters = 0 };
  EssaimWord word;

  for (guint i = 0; address != NULL && i < N_WORDS_READ && essaim_words_next (&address, &word); i++)
    {
      /* “4, rue …” and “10-12, place …”: a number alone waits for its street. */
      if (word.breaks && (part.n_words > 0 || part.is_over))
        {
          if (get_rank (&part) > get_rank (&best))
            best = part;
          part = (StreetReading) { .letters = 0 };
        }
      read_word (&part, &word);
    }

  if (get_rank (&part) > get_rank (&best))
    best = part;

  traits->street_letters = best.letters;
  traits->street = best.n_words > 0 && best.hash == 0 ? 1 : best.hash;
  traits->street_kind = best.kind;
  traits->number = best.n_words > 0 ? best.number * 8 + best.suffix : 0;
}
