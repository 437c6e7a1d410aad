/* essaim-same-place.c: whether two sources mean the same place
 *
 * Points of one house, computed by two servers, lie metres apart, and one of them may be known to its commune only.
 * Places of two addresses are two, even at the same centre of a commune.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-same-place.h"

#include <math.h>
#include <string.h>

#include "essaim-geometry.h"
#include "essaim-text.h"

/* Points nearer than this are one place, whatever their addresses: a building has several doors. */
#define SAME_POINT_KM 0.05

/* The only place of a project, once at the street and once at the house. */
#define SAME_ONLY_KM 1.0

/* A degree of latitude is 111 km everywhere: points further apart than this need no exact distance. */
#define FAR_DEGREES 0.01

/* A word of so many letters may be written in two ways that differ by one letter, of twice as many by two. */
#define LETTERS_PER_SLIP 4

/* Letters of a word that are looked at. */
#define WORD_MAX 40

typedef enum
{
  ADDRESSES_UNKNOWN,        /* one of them says nothing */
  ADDRESSES_SAME,
  ADDRESSES_DIFFERENT,
} Addresses;

/* What stands in an address without telling one street from another, or is written in many ways. */
static const char * const plain_words[] = {
  "all", "allee", "allees", "av", "ave", "avenue", "bd", "bld", "blvd", "boulevard", "ch", "che", "chemin", "cours",
  "d", "de", "des", "du", "et", "france", "imp", "impasse", "l", "la", "le", "les", "pl", "place", "pce", "quai", "r",
  "route", "rte", "rue", "sq", "square", "zone", NULL
};

/* In a feed that lost its accents for ever, “fr\uFFFDd\uFFFDric” is one word. */
static GStrv
split_words (const char *text)
{
  g_autoptr (GString) whole = g_string_new (text);
  g_autofree char *folded = NULL;

  g_string_replace (whole, ESSAIM_TEXT_LOST_LETTER, "", 0);
  folded = essaim_text_fold_name (whole->str);

  return g_strsplit (folded, " ", -1);
}

static gboolean
is_plain (const char         *word,
          const char * const *commune)
{
  gboolean is_postcode = strlen (word) == 5 && strspn (word, "0123456789") == 5;

  return *word == '\0' || is_postcode || g_strv_contains (plain_words, word) || g_strv_contains (commune, word);
}

/* The words that tell: of “12 bis, rue de la Paix – BP 30, 63000 Clermont”, “12 bis paix”. What is delivered to a box
 * of the post office is at the same place. */
static GStrv
split_address (const EssaimSite *site)
{
  g_auto (GStrv) words = split_words (site->address);
  g_auto (GStrv) commune = split_words (site->commune);
  g_autoptr (GPtrArray) telling = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_box = (g_str_equal (words[i], "bp") || g_str_equal (words[i], "cs")) && words[i + 1] != NULL;

      if (is_box)
        i++;
      else if (!is_plain (words[i], (const char * const *) commune))
        g_ptr_array_add (telling, g_strdup (words[i]));
    }
  g_ptr_array_add (telling, NULL);

  return (GStrv) g_ptr_array_steal (telling, NULL);
}

/* The number of the house: the first word that begins with a digit. */
static const char *
get_number (const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_isdigit (words[i][0]))
      return words[i];

  return NULL;
}

/* How many letters are added, left out or other: Levenshtein, “Binary codes capable of correcting deletions,
 * insertions, and reversals” (1966). Words longer than WORD_MAX are compared by their beginnings. */
static gsize
count_edits (const char *word,
             const char *other)
{
  gsize n = MIN (strlen (word), WORD_MAX), m = MIN (strlen (other), WORD_MAX), row[WORD_MAX + 1];

  for (gsize j = 0; j <= m; j++)
    row[j] = j;
  for (gsize i = 1; i <= n; i++)
    {
      gsize diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= m; j++)
        {
          gsize changed = diagonal + (word[i - 1] != other[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[m];
}

/* “Vigneau” and “Vignau”, “Champigny” and “Champagny”. */
static gboolean
is_same_word (const char *word,
              const char *other)
{
  return count_edits (word, other) <= MAX (strlen (word), strlen (other)) / LETTERS_PER_SLIP;
}

static gboolean
has_word (const char * const *words,
          const char         *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (is_same_word (words[i], word))
      return TRUE;

  return FALSE;
}

/* Whether all words of one stand in the other, numbers apart. */
static gboolean
is_within (const char * const *words,
           const char * const *others)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_ascii_isdigit (words[i][0]) && !has_word (others, words[i]))
      return FALSE;

  return TRUE;
}

static Addresses
compare_addresses (const EssaimSite *a,
                   const EssaimSite *b)
{
  g_auto (GStrv) words_a = split_address (a);
  g_auto (GStrv) words_b = split_address (b);
  const char * const *x = (const char * const *) words_a, * const *y = (const char * const *) words_b;
  const char *number_x = get_number (x), *number_y = get_number (y);

  if (*x == NULL || *y == NULL)
    return ADDRESSES_UNKNOWN;
  if (number_x != NULL && number_y != NULL && !g_str_equal (number_x, number_y))
    return ADDRESSES_DIFFERENT;
  if (!is_within (x, y) && !is_within (y, x))
    return ADDRESSES_DIFFERENT;

  return ADDRESSES_SAME;
}

static gboolean
is_exact (const EssaimSite *site)
{
  return site->precision <= ESSAIM_PRECISION_STREET && essaim_site_has_point (site);
}

static gboolean
is_nearer (const EssaimSite *a,
           const EssaimSite *b,
           double            km)
{
  return fabs (a->lat - b->lat) < FAR_DEGREES && essaim_distance_km (a->lat, a->lon, b->lat, b->lon) < km;
}

/* Unknown ones contradict nothing. */
static gboolean
may_be_equal (const char *a,
              const char *b)
{
  return a == NULL || b == NULL || g_str_equal (a, b);
}

static gboolean
has_same_text (const char *a,
               const char *b)
{
  return a != NULL && g_strcmp0 (a, b) == 0;
}

/* Whether what the vaguer of the two says of its area holds for the other. */
static gboolean
is_same_area (const EssaimSite *a,
              const EssaimSite *b)
{
  switch (MAX (a->precision, b->precision))
    {
    case ESSAIM_PRECISION_NONE:
      return TRUE;
    case ESSAIM_PRECISION_DEPARTMENT:
      return has_same_text (a->department, b->department);
    case ESSAIM_PRECISION_POSTCODE:
      return has_same_text (a->postcode, b->postcode) ||
             ((a->postcode == NULL || b->postcode == NULL) && has_same_text (a->department, b->department));
    case ESSAIM_PRECISION_COMMUNE:
    case ESSAIM_PRECISION_STREET:
    case ESSAIM_PRECISION_POINT:
    default:
      return has_same_text (a->insee, b->insee) && may_be_equal (a->arrondissement, b->arrondissement);
    }
}

/**
 * essaim_site_is_same_place:
 * @a: a site of a project, by one source
 * @b: a site of the same project, by another
 * @are_only_ones: whether each source gives one site only
 *
 * Two points are one place when they are less than 50 m apart, have the same address in the same commune, or are the
 * only ones, less than 1 km apart, and no address speaks against it. What is only known to its commune, postcode or
 * department is the place there that the other gives, unless their addresses differ.
 *
 * Returns: whether they are the same place
 */
gboolean
essaim_site_is_same_place (const EssaimSite *a,
                           const EssaimSite *b,
                           gboolean          are_only_ones)
{
  if (!is_exact (a) || !is_exact (b))
    return is_same_area (a, b) && compare_addresses (a, b) != ADDRESSES_DIFFERENT;

  if (is_nearer (a, b, SAME_POINT_KM))
    return TRUE;
  if (has_same_text (a->insee, b->insee) && compare_addresses (a, b) == ADDRESSES_SAME)
    return TRUE;

  return are_only_ones && may_be_equal (a->insee, b->insee) && is_nearer (a, b, SAME_ONLY_KM) &&
         compare_addresses (a, b) != ADDRESSES_DIFFERENT;
}
