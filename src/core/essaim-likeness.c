/* essaim-likeness.c: how much two records look like one, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-likeness.h"

#include <math.h>

/* Lengths, in metres. */
#define SAME_POINT 50
#define NEAR 150
#define SAME_QUARTER 300
#define MOVED 3000

/* Shares of letters that two names, or two streets, have in common. */
#define SAME_SPELLING 0.8
#define SIMILAR_SPELLING 0.6
#define STREET_SPELLING 0.6

/** NameRelation: how two titles stand to each other, nearest last. */
typedef enum
{
  NAMES_DIFFER,
  NAMES_SIMILAR,          /* one is the other with more words, or they share most letters */
  NAMES_SAME,
} NameRelation;

/** AddressRelation: how two addresses stand to each other, nearest last. */
typedef enum
{
  ADDRESSES_DIFFER,
  ADDRESSES_UNKNOWN,      /* one of them at least */
  ADDRESSES_SAME_STREET,  /* with other numbers */
  ADDRESSES_COMPATIBLE,   /* one lacks the number or the “bis”, or is an avenue where the other is a street */
  ADDRESSES_SAME,
} AddressRelation;

/** CommuneRelation: how two communes stand to each other. */
typedef enum
{
  COMMUNES_DIFFER,
  COMMUNES_UNKNOWN,       /* one of them at least */
  COMMUNES_SAME,
} CommuneRelation;

/** Comparison: all that is found out about two records before it is judged. */
typedef struct
{
  NameRelation    names;
  AddressRelation addresses;
  CommuneRelation communes;
  double          metres;       /* between their own points, or INFINITY */
  gboolean        same_feed;
  gboolean        same_number;  /* SIRET or RNA */
  gboolean        other_number;
  gboolean        has_link;     /* telephone, page or site in common */
  gboolean        is_operator;  /* one bears the name of the other's organisation */
  gboolean        is_generic;   /* neither title tells its record from others of its kind */
  gboolean        other_role;   /* a town hall and its welfare centre, a service and its bus, … */
  guint32         reasons;      /* bits of EssaimLikenessReason */
} Comparison;

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
give_reason (Comparison           *comparison,
             EssaimLikenessReason  reason,
             gboolean              applies)
{
  if (applies)
    comparison->reasons |= 1u << reason;
}

static inline gboolean
has_reason (const Comparison     *comparison,
            EssaimLikenessReason  reason)
{
  return (comparison->reasons & 1u << reason) != 0;
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
  for (guint i = 0; i < max; i++)
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

/* The share of letters that two sets have in common: of the larger one, or of the smaller one where letters are lost. */
static double
compare_letters (guint64  a,
                 guint64  b,
                 gboolean of_smaller)
{
  int n_a = __builtin_popcountll (a);
  int n_b = __builtin_popcountll (b);
  int n = of_smaller ? MIN (n_a, n_b) : MAX (n_a, n_b);

  return n > 2 ? (double) __builtin_popcountll (a & b) / n : 0;
}

static NameRelation
compare_names (const EssaimTraits *a,
               const EssaimTraits *b)
{
  guint n_a = count_words (a->title_words, ESSAIM_TRAITS_N_TITLE_WORDS);
  guint n_b = count_words (b->title_words, ESSAIM_TRAITS_N_TITLE_WORDS);
  guint n = count_shared (a, b, FALSE);
  gboolean is_damaged = ((a->flags | b->flags) & ESSAIM_TRAITS_DAMAGED) != 0;
  double spelling = compare_letters (a->title_letters, b->title_letters, is_damaged);

  if (is_same (a->title, b->title))
    return NAMES_SAME;
  if (a->title == 0 || b->title == 0)
    return NAMES_DIFFER;

  if (a->role == b->role && spelling >= SAME_SPELLING)
    return NAMES_SAME;
  if (a->role == b->role && n > 0 && count_shared (a, b, TRUE) == n_a && count_shared (b, a, TRUE) == n_b)
    return NAMES_SAME;
  if (spelling >= SIMILAR_SPELLING || (n > 0 && n == MIN (n_a, n_b)))
    return NAMES_SIMILAR;

  /* “France services”, “Médiathèque” of the same commune: one of them only bears a name of its own. */
  return a->role != ESSAIM_ROLE_NONE && a->role == b->role && MIN (n_a, n_b) == 0 ? NAMES_SIMILAR : NAMES_DIFFER;
}

static gboolean
is_same_street (const EssaimTraits *a,
                const EssaimTraits *b)
{
  return a->street == b->street ||
         compare_letters (a->street_letters, b->street_letters, FALSE) >= STREET_SPELLING ||
         compare_letters (a->street_letters, b->street_letters, TRUE) >= SAME_SPELLING;
}

static AddressRelation
compare_addresses (const EssaimTraits *a,
                   const EssaimTraits *b)
{
  if (a->street == 0 || b->street == 0)
    return ADDRESSES_UNKNOWN;
  if (!is_same_street (a, b))
    return ADDRESSES_DIFFER;

  if (is_other (a->number, b->number))
    return a->number / 8 == b->number / 8 && (a->number % 8 == 0 || b->number % 8 == 0) ? ADDRESSES_COMPATIBLE
                                                                                       : ADDRESSES_SAME_STREET;

  return a->number != b->number || is_other (a->street_kind, b->street_kind) ? ADDRESSES_COMPATIBLE : ADDRESSES_SAME;
}

static CommuneRelation
compare_communes (const EssaimTraits *a,
                  const EssaimTraits *b)
{
  if (a->commune == 0 || b->commune == 0)
    return COMMUNES_UNKNOWN;

  return a->commune == b->commune ? COMMUNES_SAME : COMMUNES_DIFFER;
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

  return hypot (up, across);
}

/* Whether the organisation of one is what the other is named after. */
static gboolean
runs (const EssaimTraits *a,
      const EssaimTraits *b)
{
  guint n = count_words (a->organisation_words, ESSAIM_TRAITS_N_ORGANISATION_WORDS);
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    n_found += contains (b->title_words, ESSAIM_TRAITS_N_TITLE_WORDS, a->organisation_words[i]);

  return n > 0 && n_found == n;
}

static void
compare_links (Comparison         *comparison,
               const EssaimTraits *a,
               const EssaimTraits *b)
{
  gboolean same_site = is_same (a->page, b->page) || is_same (a->host, b->host);

  give_reason (comparison, ESSAIM_LIKENESS_SAME_SIRET, is_same (a->siret, b->siret));
  give_reason (comparison, ESSAIM_LIKENESS_SAME_RNA, is_same (a->rna, b->rna));
  give_reason (comparison, ESSAIM_LIKENESS_SAME_WEBSITE, same_site);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_PHONE, is_same (a->phone, b->phone));
  give_reason (comparison, ESSAIM_LIKENESS_SAME_EMAIL, is_same (a->email, b->email));
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_SIRET, is_other (a->siret, b->siret));

  comparison->has_link = same_site || is_same (a->phone, b->phone);
  comparison->same_number = is_same (a->siret, b->siret) || is_same (a->rna, b->rna);
  comparison->other_number = is_other (a->siret, b->siret) || is_other (a->rna, b->rna);
}

static void
compare_places (Comparison         *comparison,
                const EssaimTraits *a,
                const EssaimTraits *b)
{
  comparison->addresses = compare_addresses (a, b);
  comparison->communes = compare_communes (a, b);
  comparison->metres = measure_metres (a, b);

  if (comparison->communes != COMMUNES_SAME && comparison->addresses > ADDRESSES_UNKNOWN &&
      comparison->metres > SAME_QUARTER)
    comparison->addresses = ADDRESSES_UNKNOWN;

  give_reason (comparison, ESSAIM_LIKENESS_SAME_ADDRESS, comparison->addresses >= ADDRESSES_COMPATIBLE);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_STREET, comparison->addresses == ADDRESSES_SAME_STREET);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_POINT, comparison->metres < SAME_POINT);
  give_reason (comparison, ESSAIM_LIKENESS_SAME_COMMUNE, comparison->communes == COMMUNES_SAME);
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_ADDRESS,
               comparison->addresses == ADDRESSES_DIFFER || comparison->addresses == ADDRESSES_SAME_STREET);
}

static void
compare (Comparison         *comparison,
         const EssaimTraits *a,
         const EssaimTraits *b)
{
  gboolean other_activity = ((a->flags ^ b->flags) & (ESSAIM_TRAITS_MOBILE | ESSAIM_TRAITS_ACTIVITY)) != 0;

  *comparison = (Comparison) { .names = compare_names (a, b), .same_feed = is_same (a->feed, b->feed) };
  compare_links (comparison, a, b);
  compare_places (comparison, a, b);

  comparison->is_generic = (a->flags & b->flags & ESSAIM_TRAITS_GENERIC) != 0;
  comparison->is_operator = runs (a, b) || runs (b, a);
  comparison->other_role = a->role != b->role || (other_activity && comparison->names != NAMES_SAME) ||
                           ((a->flags ^ b->flags) & ESSAIM_TRAITS_MOBILE) != 0;

  give_reason (comparison, ESSAIM_LIKENESS_SAME_NAME, comparison->names == NAMES_SAME);
  give_reason (comparison, ESSAIM_LIKENESS_SIMILAR_NAME, comparison->names == NAMES_SIMILAR);
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_NAME, comparison->names == NAMES_DIFFER);
  give_reason (comparison, ESSAIM_LIKENESS_OPERATOR, comparison->is_operator && comparison->names != NAMES_SAME);
  give_reason (comparison, ESSAIM_LIKENESS_OTHER_ROLE, comparison->other_role);
}

/* What no other record can make good again. */
static gboolean
is_contradiction (const Comparison *c)
{
  return c->other_number || c->other_role || c->communes == COMMUNES_DIFFER || c->addresses == ADDRESSES_DIFFER ||
         c->addresses == ADDRESSES_SAME_STREET;
}

/* One name at one address, or one name that something else ties to one commune. Never at two addresses. */
static gboolean
is_sure (const Comparison   *c,
         const EssaimTraits *a)
{
  if (c->communes != COMMUNES_SAME || is_contradiction (c))
    return FALSE;

  if (c->addresses == ADDRESSES_SAME && c->names == NAMES_SAME)
    return TRUE;
  if (c->same_number && c->names != NAMES_DIFFER)
    return TRUE;
  if (c->addresses == ADDRESSES_COMPATIBLE)
    return c->names == NAMES_SAME && (c->has_link || c->metres < NEAR);
  if (c->addresses == ADDRESSES_UNKNOWN)
    return c->names == NAMES_SAME && !c->is_generic && (c->has_link || c->metres < SAME_POINT);

  /* At one address. Of France Services there is one at each. */
  if (c->names == NAMES_SIMILAR && a->number != 0)
    return c->has_link;

  return a->role == ESSAIM_ROLE_FRANCE_SERVICES && a->number != 0 &&
         (c->has_link || has_reason (c, ESSAIM_LIKENESS_SAME_EMAIL));
}

static gboolean
is_welfare_of_town (const EssaimTraits *a,
                    const EssaimTraits *b)
{
  return MIN (a->role, b->role) == ESSAIM_ROLE_TOWN_HALL && MAX (a->role, b->role) == ESSAIM_ROLE_WELFARE;
}

/* Two names in one commune that do not differ. */
static gboolean
is_likely_name (const Comparison *c)
{
  gboolean is_tied = c->has_link || c->same_number || has_reason (c, ESSAIM_LIKENESS_SAME_EMAIL);

  switch (c->addresses)
    {
    case ADDRESSES_SAME:
    case ADDRESSES_COMPATIBLE:
      return TRUE;
    case ADDRESSES_SAME_STREET:
      return c->names == NAMES_SAME || is_tied;
    case ADDRESSES_UNKNOWN:
      return is_tied || (c->names == NAMES_SAME && !c->is_generic) || c->metres < NEAR;
    case ADDRESSES_DIFFER:
    default:
      /* It may have moved; a feed that lists both addresses means two. */
      return !c->same_feed && (is_tied || c->metres < SAME_QUARTER || (c->names == NAMES_SAME && !c->is_generic));
    }
}

/* Two names in one commune that differ: a service and who runs or hosts it. */
static gboolean
is_likely_host (const Comparison   *c,
                const EssaimTraits *a,
                const EssaimTraits *b)
{
  gboolean is_tied = c->has_link || c->is_operator || has_reason (c, ESSAIM_LIKENESS_SAME_EMAIL);
  gboolean is_hosted = a->role == ESSAIM_ROLE_FRANCE_SERVICES || b->role == ESSAIM_ROLE_FRANCE_SERVICES;

  if (is_welfare_of_town (a, b))
    return c->addresses != ADDRESSES_DIFFER || is_tied;

  switch (c->addresses)
    {
    case ADDRESSES_SAME:
      return a->number != 0 && (is_tied || is_hosted || c->same_number);
    case ADDRESSES_COMPATIBLE:
      return (a->number != 0 && b->number != 0 && is_hosted) || (is_tied && c->metres < NEAR);
    case ADDRESSES_UNKNOWN:
      return is_tied && c->metres < SAME_POINT;
    case ADDRESSES_SAME_STREET:
    case ADDRESSES_DIFFER:
    default:
      return FALSE;
    }
}

static gboolean
is_perhaps (const Comparison   *c,
            const EssaimTraits *a,
            const EssaimTraits *b)
{
  /* Each grant of a feed is one of its own. */
  if (a->kind == ESSAIM_KIND_FUNDING && c->same_feed)
    return FALSE;

  switch (c->communes)
    {
    case COMMUNES_SAME:
      return c->names != NAMES_DIFFER ? is_likely_name (c) : is_likely_host (c, a, b);
    case COMMUNES_UNKNOWN:
      return c->names == NAMES_SAME && c->addresses != ADDRESSES_DIFFER && !c->is_generic &&
             (a->commune == b->commune || c->has_link || c->same_number);
    case COMMUNES_DIFFER:
    default:
      return !c->same_feed && c->names != NAMES_DIFFER && (c->has_link || c->same_number) && c->metres < MOVED;
    }
}

static float
get_score (guint32       reasons,
           EssaimVerdict verdict)
{
  static const float weights[ESSAIM_N_LIKENESS_REASONS] = {
    [ESSAIM_LIKENESS_SAME_SIRET] = 0.3f, [ESSAIM_LIKENESS_SAME_RNA] = 0.3f, [ESSAIM_LIKENESS_SAME_NAME] = 0.35f,
    [ESSAIM_LIKENESS_SIMILAR_NAME] = 0.2f, [ESSAIM_LIKENESS_OPERATOR] = 0.05f, [ESSAIM_LIKENESS_SAME_ADDRESS] = 0.3f,
    [ESSAIM_LIKENESS_SAME_STREET] = 0.15f, [ESSAIM_LIKENESS_SAME_POINT] = 0.1f, [ESSAIM_LIKENESS_SAME_COMMUNE] = 0.1f,
    [ESSAIM_LIKENESS_SAME_WEBSITE] = 0.1f, [ESSAIM_LIKENESS_SAME_PHONE] = 0.1f, [ESSAIM_LIKENESS_SAME_EMAIL] = 0.05f,
    [ESSAIM_LIKENESS_OTHER_NAME] = -0.1f, [ESSAIM_LIKENESS_OTHER_ADDRESS] = -0.1f,
    [ESSAIM_LIKENESS_OTHER_SIRET] = -0.15f, [ESSAIM_LIKENESS_OTHER_ROLE] = -0.1f,
  };
  float score = 0;

  for (guint i = 0; i < ESSAIM_N_LIKENESS_REASONS; i++)
    if (reasons & 1u << i)
      score += weights[i];

  return verdict == ESSAIM_VERDICT_SURE ? CLAMP (score, 0.8f, 1.0f) : CLAMP (score, 0.2f, 0.79f);
}

/**
 * essaim_traits_compare:
 * @a: traits of a record
 * @b: traits of another
 * @likeness: (out caller-allocates): score, reasons and verdict; its indices are left alone
 *
 * Compares two records. The order of the two makes no difference.
 *
 * *Sure* are: one name at one address; nearly one name at one address and a telephone number or a web site in common;
 * one name in one commune, where no address speaks against it, and a telephone number, a web site, a point or a number
 * of a register in common. Never sure are one name at two addresses, two numbers of a register, a public body and one of
 * its services. *Perhaps* are a service and who hosts it at one address, and one name in one commune that two feeds give
 * two addresses.
 */
void
essaim_traits_compare (const EssaimTraits *a,
                       const EssaimTraits *b,
                       EssaimLikeness     *likeness)
{
  Comparison comparison;

  likeness->score = 0;
  likeness->reasons = 0;
  likeness->verdict = ESSAIM_VERDICT_NONE;

  /* A grant is not the one whom it is given. */
  if ((a->kind == ESSAIM_KIND_FUNDING) != (b->kind == ESSAIM_KIND_FUNDING))
    return;

  compare (&comparison, a, b);
  if (!is_perhaps (&comparison, a, b))
    return;

  likeness->verdict = is_sure (&comparison, a) ? ESSAIM_VERDICT_SURE : ESSAIM_VERDICT_PERHAPS;
  likeness->reasons = comparison.reasons;
  likeness->score = get_score (comparison.reasons, likeness->verdict);
}

/**
 * essaim_traits_contradict:
 * @a: traits of a record
 * @b: traits of another
 *
 * Tells whether two records cannot be one, whatever a third one says: two numbers of a register, two communes, two
 * addresses, two roles.
 *
 * Returns: whether they contradict each other
 */
gboolean
essaim_traits_contradict (const EssaimTraits *a,
                          const EssaimTraits *b)
{
  Comparison comparison;

  compare (&comparison, a, b);

  return is_contradiction (&comparison);
}
