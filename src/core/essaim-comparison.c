/* essaim-comparison.c: all that is found out about two records before it is judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-comparison.h"

#include <math.h>

/* Points so near are one, in metres; further apart, addresses of two communes are not one. */
#define SAME_POINT 50
#define SAME_QUARTER 300

/* Shares of letters that two names, or two streets, have in common. */
#define SAME_SPELLING 0.8
#define SIMILAR_SPELLING 0.6

static inline gboolean
is_same (guint64 a,
         guint64 b)
{
  return a == b && a != 0;
}

static inline gboolean
is_other (guint64 a,
          guint64 b)
{
  return a != b && a != 0 && b != 0;
}

static inline void
give_reason (EssaimComparison     *comparison,
             EssaimLikenessReason  reason,
             gboolean              applies)
{
  comparison->reasons |= (guint32) (applies != FALSE) << reason;
}

static guint
count_words (const guint16 *words,
             guint          max)
{
  guint n = 0;

  while (n < max && words[n] != 0)
    n++;

  return n;
}

static gboolean
contains (const guint16 *words,
          guint          max,
          guint16        word)
{
  for (guint i = 0; i < max && words[i] != 0; i++)
    if (words[i] == word)
      return TRUE;

  return FALSE;
}

/* How many words of a title are also in that of @other, or in the name of its organisation where @with_organisation. */
static guint
count_shared (const EssaimTraits *traits,
              const EssaimTraits *other,
              gboolean            with_organisation)
{
  guint n = 0;

  for (guint i = 0; i < ESSAIM_TRAITS_N_TITLE_WORDS && traits->title_words[i] != 0; i++)
    n += contains (other->title_words, ESSAIM_TRAITS_N_TITLE_WORDS, traits->title_words[i]) ||
         (with_organisation &&
          contains (other->organisation_words, ESSAIM_TRAITS_N_ORGANISATION_WORDS, traits->title_words[i]));

  return n;
}

/* The share of letters that two sets have in common: of the larger one, or of the smaller one. */
static double
compare_letters (guint64  a,
                 guint64  b,
                 gboolean of_smaller)
{
  int n_a = __builtin_popcountll (a);
  int n_b = __builtin_popcountll (b);
  int n = of_smaller ? MIN (n_a, n_b) : MAX (n_a, n_b);

  /* Two letters more or less of a short name make another. */
  return n >= (of_smaller ? 2 : 3) ? (double) __builtin_popcountll (a & b) / n : 0;
}

static EssaimNames
compare_names (const EssaimTraits *a,
               const EssaimTraits *b,
               guint               n_shared)
{
  guint n_a = count_words (a->title_words, ESSAIM_TRAITS_N_TITLE_WORDS);
  guint n_b = count_words (b->title_words, ESSAIM_TRAITS_N_TITLE_WORDS);
  gboolean is_damaged = ((a->flags | b->flags) & ESSAIM_TRAITS_DAMAGED) != 0;
  gboolean has_more;     /* one has all words of the other and others besides */
  double spelling;

  if (is_same (a->title, b->title) || (a->role == b->role && is_same (a->spelling, b->spelling)))
    return ESSAIM_NAMES_SAME;
  if (a->title == 0 || b->title == 0 || is_other (a->numerals, b->numerals))
    return ESSAIM_NAMES_DIFFER;

  spelling = a->numerals == b->numerals ? compare_letters (a->title_letters, b->title_letters, is_damaged) : 0;
  has_more = !is_damaged && n_a != n_b && n_shared == MIN (n_a, n_b);
  if (a->role == b->role && spelling >= SAME_SPELLING && a->numerals == 0 && !has_more)
    return ESSAIM_NAMES_SAME;
  if (a->role == b->role && n_shared > 0 && count_shared (a, b, TRUE) == n_a && count_shared (b, a, TRUE) == n_b)
    return ESSAIM_NAMES_SAME;
  if (spelling >= SIMILAR_SPELLING || (n_shared > 0 && n_shared == MIN (n_a, n_b)))
    return ESSAIM_NAMES_SIMILAR;

  /* “France services”, “Médiathèque” of the same commune: one of them only bears a name of its own. */
  return a->role != ESSAIM_ROLE_NONE && a->role == b->role && MIN (n_a, n_b) == 0 ? ESSAIM_NAMES_SIMILAR
                                                                                 : ESSAIM_NAMES_DIFFER;
}

static gboolean
is_similar_street (const EssaimTraits *a,
                   const EssaimTraits *b)
{
  return compare_letters (a->street_letters, b->street_letters, FALSE) >= SIMILAR_SPELLING ||
         compare_letters (a->street_letters, b->street_letters, TRUE) >= SAME_SPELLING;
}

static EssaimAddresses
compare_addresses (const EssaimTraits *a,
                   const EssaimTraits *b)
{
  if (a->street == 0 || b->street == 0)
    return ESSAIM_ADDRESSES_UNKNOWN;
  if (a->street != b->street && !is_similar_street (a, b))
    return ESSAIM_ADDRESSES_DIFFER;

  if (is_other (a->number, b->number))
    return a->number / 8 == b->number / 8 && (a->number % 8 == 0 || b->number % 8 == 0)
             ? ESSAIM_ADDRESSES_COMPATIBLE : ESSAIM_ADDRESSES_SAME_STREET;

  return a->street != b->street || a->number != b->number || is_other (a->street_kind, b->street_kind)
           ? ESSAIM_ADDRESSES_COMPATIBLE : ESSAIM_ADDRESSES_SAME;
}

static EssaimCommunes
compare_communes (const EssaimTraits *a,
                  const EssaimTraits *b)
{
  if (a->commune == 0 || b->commune == 0)
    return ESSAIM_COMMUNES_UNKNOWN;

  return a->commune == b->commune ? ESSAIM_COMMUNES_SAME : ESSAIM_COMMUNES_DIFFER;
}

/* On a plane that touches the earth between the two: what is compared is near. */
static double
measure_metres (const EssaimTraits *a,
                const EssaimTraits *b)
{
  const double metres_per_unit = 0.111195;
  double across, up;

  if (a->lat == ESSAIM_TRAITS_NOWHERE || b->lat == ESSAIM_TRAITS_NOWHERE)
    return INFINITY;

  up = ((double) a->lat - b->lat) * metres_per_unit;
  across = ((double) a->lon - b->lon) * metres_per_unit * cos (((double) a->lat + b->lat) / 2e6 * G_PI / 180);

  return sqrt (up * up + across * across);
}

/* Whether one is what the other is named after. */
static gboolean
runs (const EssaimTraits *a,
      const EssaimTraits *b)
{
  guint n = count_words (a->organisation_words, ESSAIM_TRAITS_N_ORGANISATION_WORDS);

  for (guint i = 0; i < n; i++)
    if (!contains (b->title_words, ESSAIM_TRAITS_N_TITLE_WORDS, a->organisation_words[i]))
      return FALSE;

  return n > 0;
}

static void
compare_links (EssaimComparison   *comparison,
               const EssaimTraits *a,
               const EssaimTraits *b)
{
  gboolean same_host = is_same (a->host, b->host);
  gboolean same_page = is_same (a->page, b->page) || (same_host && a->page != 0 && b->page != 0);
  gboolean same_site = same_page || same_host;

  give_reason (comparison, ESSAIM_LIKENESS_SAME_SIRET, is_same (a->siret, b->siret));
  give_reason (comparison, ESSAIM_LIKENESS_SAME_RNA, is_same (a->rna, b->rna));
  give_reason (comparison, ESSAIM_LIKENESS_SAME_WEBSITE, same_page);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_DOMAIN, same_host && !same_page);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_PHONE, is_same (a->phone, b->phone));
  give_reason (comparison, ESSAIM_LIKENESS_SAME_EMAIL, is_same (a->email, b->email));
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_SIRET, is_other (a->siret, b->siret));

  comparison->other_page = is_other (a->page, b->page) && a->spelling != b->spelling;
  comparison->has_link = same_site || is_same (a->phone, b->phone);
  comparison->same_code = is_same (a->siret, b->siret) || is_same (a->rna, b->rna);
  comparison->other_code = is_other (a->siret, b->siret) || is_other (a->rna, b->rna);
}

static void
compare_places (EssaimComparison   *comparison,
                const EssaimTraits *a,
                const EssaimTraits *b)
{
  comparison->addresses = compare_addresses (a, b);
  comparison->communes = compare_communes (a, b);
  comparison->metres = measure_metres (a, b);
  comparison->same_number = is_same (a->number, b->number);

  /* Every commune has its rue de l’Église. */
  if (comparison->communes != ESSAIM_COMMUNES_SAME && comparison->addresses > ESSAIM_ADDRESSES_UNKNOWN &&
      comparison->metres > SAME_QUARTER)
    comparison->addresses = ESSAIM_ADDRESSES_UNKNOWN;

  give_reason (comparison, ESSAIM_LIKENESS_SAME_ADDRESS, comparison->addresses >= ESSAIM_ADDRESSES_COMPATIBLE);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_STREET, comparison->addresses == ESSAIM_ADDRESSES_SAME_STREET);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_POINT, comparison->metres < SAME_POINT);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_COMMUNE, comparison->communes == ESSAIM_COMMUNES_SAME);
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_ADDRESS,
               comparison->addresses == ESSAIM_ADDRESSES_DIFFER ||
                 comparison->addresses == ESSAIM_ADDRESSES_SAME_STREET);
}

static void
compare_titles (EssaimComparison   *comparison,
                const EssaimTraits *a,
                const EssaimTraits *b)
{
  guint other_flags = a->flags ^ b->flags;

  comparison->n_shared_words = count_shared (a, b, FALSE);
  comparison->names = compare_names (a, b, comparison->n_shared_words);
  comparison->other_numeral = a->numerals != b->numerals;
  comparison->is_generic = (a->flags & b->flags & ESSAIM_TRAITS_GENERIC) != 0;
  comparison->is_operator = comparison->names != ESSAIM_NAMES_SAME && (runs (a, b) || runs (b, a));
  comparison->other_role = a->role != b->role || (other_flags & ESSAIM_TRAITS_MOBILE) != 0 ||
                           ((other_flags & ESSAIM_TRAITS_ACTIVITY) != 0 && comparison->names != ESSAIM_NAMES_SAME);

  give_reason (comparison, ESSAIM_LIKENESS_SAME_NAME, comparison->names == ESSAIM_NAMES_SAME);
  give_reason (comparison, ESSAIM_LIKENESS_SIMILAR_NAME, comparison->names == ESSAIM_NAMES_SIMILAR);
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_NAME, comparison->names == ESSAIM_NAMES_DIFFER);
  give_reason (comparison, ESSAIM_LIKENESS_OPERATOR, comparison->is_operator);
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_ROLE, comparison->other_role);
}

/**
 * essaim_comparison_is_idle:
 * @a: traits of a record
 * @b: traits of another
 *
 * Tells at a glance that two records are not one: one feed gives them two streets, and they share neither name nor
 * number, telephone or site. Most of those that share a word in a town are such.
 *
 * Returns: whether there is no need to compare them
 */
gboolean
essaim_comparison_is_idle (const EssaimTraits *a,
                           const EssaimTraits *b)
{
  return a->feed == b->feed && is_other (a->street, b->street) && a->title != b->title &&
         a->spelling != b->spelling && !is_same (a->siret, b->siret) && !is_same (a->phone, b->phone) &&
         !is_same (a->host, b->host) &&
         !is_same (a->page, b->page) && !is_same (a->email, b->email) && !is_same (a->rna, b->rna) &&
         !is_similar_street (a, b);
}

/**
 * essaim_comparison_make:
 * @comparison: (out caller-allocates): what is found out
 * @a: traits of a record
 * @b: traits of another
 *
 * Compares two records. The order of the two makes no difference.
 */
void
essaim_comparison_make (EssaimComparison   *comparison,
                        const EssaimTraits *a,
                        const EssaimTraits *b)
{
  *comparison = (EssaimComparison) { .same_feed = a->feed == b->feed };

  compare_titles (comparison, a, b);
  compare_links (comparison, a, b);
  compare_places (comparison, a, b);
}
