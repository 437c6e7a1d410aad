/* essaim-traits.c: the little of a record by which it is told from others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-traits.h"

#include <math.h>
#include <string.h>

#include "essaim-traits-private.h"
#include "essaim-words.h"

/* A point is a place where it is not that of the middle of a commune. */
#define DEGREE 1000000.0

static guint64
read_siret (const char *text)
{
  guint64 number = 0;
  guint n = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        number = number * 10 + (*p - '0');
        if (++n > 14)
          return 0;
      }
    else if (g_ascii_isalpha (*p))
      return 0;

  /* A spreadsheet that took the number for a quantity leaves zeros at its end; 9 digits are the SIREN alone. */
  if (n == 9)
    return number % 1000000 == 0 ? 0 : number * 100000;

  return n != 14 || number % 1000000 == 0 ? 0 : number;
}

/* W and nine digits, or letters of an older register. */
static guint32
read_rna (const char *text)
{
  EssaimWord word;

  if (text == NULL || !essaim_words_next (&text, &word) || word.length != 10 || word.letters[0] != 'w')
    return 0;

  return (guint32) essaim_word_hash (&word);
}

/* The last nine digits of the first number: +33 5 56 …, 05.56. … and 33556… are one. Numbers of a few digits are those
 * of a whole network; one with a run of six equal digits is a filler. */
static guint32
read_phone (const char *text)
{
  guint32 number = 0;
  guint n = 0, run = 0;
  char last = '\0';

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        {
          if (n >= 10 && (*p == '/' || *p == ',' || *p == ';' || g_ascii_isalpha (*p)))
            break;
          continue;
        }

      run = *p == last ? run + 1 : 1;
      if (run == 6)
        return 0;
      last = *p;
      number = number % 100000000 * 10 + (*p - '0');
      n++;
    }

  return n >= 9 && n <= 15 ? number : 0;
}

/* Codes are five letters or digits: 63113, 2A004. */
static guint32
read_commune (const char *code)
{
  guint32 number = 0;

  for (guint i = 0; code != NULL && code[i] != '\0' && i < 5; i++)
    number = number * 36 + (g_ascii_isdigit (code[i]) ? code[i] - '0' : g_ascii_tolower (code[i]) - 'a' + 10);

  return number;
}

static void
read_point (EssaimTraits            *traits,
            const EssaimTraitsFacts *facts)
{
  gboolean is_own = facts->precision == ESSAIM_PRECISION_POINT || facts->precision == ESSAIM_PRECISION_STREET;

  traits->lat = traits->lon = ESSAIM_TRAITS_NOWHERE;
  if (is_own && isfinite (facts->lat) && isfinite (facts->lon))
    {
      traits->lat = (gint32) lrint (facts->lat * DEGREE);
      traits->lon = (gint32) lrint (facts->lon * DEGREE);
    }
}

static guint32
hash_text (const char *text)
{
  return text != NULL ? g_str_hash (text) : 0;
}

/**
 * essaim_traits_read:
 * @traits: (out caller-allocates): what is read
 * @facts: what is known of a record
 *
 * Reads what a record is compared by. Nothing is allocated: this is called for each record of every feed.
 */
void
essaim_traits_read (EssaimTraits            *traits,
                    const EssaimTraitsFacts *facts)
{
  EssaimPlaceWords place;

  memset (traits, 0, sizeof *traits);
  traits->id = hash_text (facts->id);
  traits->feed = hash_text (facts->feed);
  traits->kind = facts->kind;
  traits->siret = read_siret (facts->siret);
  traits->rna = read_rna (facts->rna);
  traits->phone = read_phone (facts->phone);
  traits->commune = read_commune (facts->insee);

  essaim_place_words_read (&place, facts->commune);
  essaim_traits_read_title (traits, facts->title, &place);
  essaim_traits_read_organisation (traits, facts->organisation, &place);
  essaim_traits_read_address (traits, facts->address);
  essaim_traits_read_links (traits, facts->website, facts->email);
  read_point (traits, facts);
}
