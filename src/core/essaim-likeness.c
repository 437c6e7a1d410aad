/* essaim-likeness.c: what follows from what two records have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-likeness.h"

#include "essaim-comparison.h"

/* Lengths, in metres. */
#define SAME_POINT 50
#define NEAR 150
#define SAME_QUARTER 300
#define MOVED 3000

/* What no other record can make good again. */
static gboolean
is_contradiction (const EssaimComparison *c)
{
  return c->other_code || c->other_role || c->communes == ESSAIM_COMMUNES_DIFFER ||
         c->addresses == ESSAIM_ADDRESSES_DIFFER || c->addresses == ESSAIM_ADDRESSES_SAME_STREET;
}

/* Whether something holds one name in one commune together where an address is not known. What is named after its kind
 * alone needs two ties: there may be several in the commune, of one telephone number, or at one point for want of
 * better. */
static gboolean
has_tie (const EssaimComparison *c)
{
  gboolean same_point = c->metres < SAME_POINT;

  return c->is_generic ? c->has_link && same_point : c->has_link || same_point;
}

/* One name at one address, or one name that something else ties to one commune. Never at two addresses. */
static gboolean
is_sure (const EssaimComparison *c,
         const EssaimTraits     *a)
{
  /* A feed that has two names means two, the more so where each has its page. */
  if (is_contradiction (c) || (c->same_feed && (c->names != ESSAIM_NAMES_SAME || c->other_page) && !c->same_code))
    return FALSE;
  if (c->communes == ESSAIM_COMMUNES_UNKNOWN)
    return c->names == ESSAIM_NAMES_SAME && c->same_code && !c->is_generic;

  if (c->addresses == ESSAIM_ADDRESSES_SAME && c->names == ESSAIM_NAMES_SAME)
    return TRUE;
  if (c->same_code && c->names != ESSAIM_NAMES_DIFFER)
    return TRUE;
  if (c->addresses == ESSAIM_ADDRESSES_COMPATIBLE && c->names == ESSAIM_NAMES_SAME)
    return c->has_link || c->metres < NEAR;
  if (c->addresses == ESSAIM_ADDRESSES_UNKNOWN)
    return c->names == ESSAIM_NAMES_SAME && has_tie (c);

  if (c->names == ESSAIM_NAMES_SIMILAR && !c->other_numeral &&
      ((c->addresses == ESSAIM_ADDRESSES_SAME && a->number != 0) || c->metres < SAME_POINT))
    return c->has_link;

  /* Of France Services there is one at an address. */
  return a->role == ESSAIM_ROLE_FRANCE_SERVICES && c->addresses == ESSAIM_ADDRESSES_SAME && a->number != 0 &&
         (c->names == ESSAIM_NAMES_SIMILAR || c->has_link || essaim_comparison_has (c, ESSAIM_LIKENESS_SAME_EMAIL));
}

static gboolean
is_welfare_of_town (const EssaimTraits *a,
                    const EssaimTraits *b)
{
  return MIN (a->role, b->role) == ESSAIM_ROLE_TOWN_HALL && MAX (a->role, b->role) == ESSAIM_ROLE_WELFARE;
}

/* Two names in one commune that do not differ. */
static gboolean
is_likely_name (const EssaimComparison *c)
{
  gboolean is_tied = c->has_link || c->same_code || essaim_comparison_has (c, ESSAIM_LIKENESS_SAME_EMAIL);

  switch (c->addresses)
    {
    case ESSAIM_ADDRESSES_SAME:
    case ESSAIM_ADDRESSES_COMPATIBLE:
      return TRUE;
    case ESSAIM_ADDRESSES_SAME_STREET:
      return c->names == ESSAIM_NAMES_SAME || is_tied || (c->metres < NEAR && !c->other_role);
    case ESSAIM_ADDRESSES_UNKNOWN:
      return is_tied || (c->names == ESSAIM_NAMES_SAME && !c->is_generic) || c->metres < NEAR;
    case ESSAIM_ADDRESSES_DIFFER:
    default:
      /* It may have moved; a feed that lists both addresses means two. */
      return !c->same_feed && (is_tied || c->same_number || c->metres < SAME_QUARTER ||
                               (c->names == ESSAIM_NAMES_SAME && !c->is_generic));
    }
}

/* Two names in one commune that differ: a service and who runs or hosts it. */
static gboolean
is_likely_host (const EssaimComparison *c,
                const EssaimTraits     *a,
                const EssaimTraits     *b)
{
  gboolean is_tied = c->has_link || c->is_operator || essaim_comparison_has (c, ESSAIM_LIKENESS_SAME_EMAIL);
  gboolean is_hosted = a->role == ESSAIM_ROLE_FRANCE_SERVICES || b->role == ESSAIM_ROLE_FRANCE_SERVICES ||
                       ((a->flags | b->flags) & ESSAIM_TRAITS_HOSTS) != 0;

  if (is_welfare_of_town (a, b))
    return c->addresses != ESSAIM_ADDRESSES_DIFFER || is_tied;
  if (c->other_code && !c->is_operator && c->n_shared_words == 0)
    return FALSE;

  switch (c->addresses)
    {
    case ESSAIM_ADDRESSES_SAME:
      return is_hosted || (a->number != 0 && (is_tied || c->same_code));
    case ESSAIM_ADDRESSES_COMPATIBLE:
      return is_hosted ? (a->number != 0) == (b->number != 0) || c->metres < NEAR : is_tied && c->metres < NEAR;
    case ESSAIM_ADDRESSES_UNKNOWN:
      return is_tied && c->metres < SAME_POINT;
    case ESSAIM_ADDRESSES_DIFFER:
      return is_tied && c->same_number && !c->same_feed;
    case ESSAIM_ADDRESSES_SAME_STREET:
    default:
      return FALSE;
    }
}

static gboolean
is_perhaps (const EssaimComparison *c,
            const EssaimTraits     *a,
            const EssaimTraits     *b)
{
  switch (c->communes)
    {
    case ESSAIM_COMMUNES_SAME:
      return c->names != ESSAIM_NAMES_DIFFER ? is_likely_name (c) : is_likely_host (c, a, b);
    case ESSAIM_COMMUNES_UNKNOWN:
      /* A name alone, nobody knows where, ties nothing: an association has one in every town. */
      return c->names == ESSAIM_NAMES_SAME && c->addresses != ESSAIM_ADDRESSES_DIFFER && !c->is_generic &&
             (c->has_link || c->same_code);
    case ESSAIM_COMMUNES_DIFFER:
    default:
      return !c->same_feed && c->names != ESSAIM_NAMES_DIFFER && (c->has_link || c->same_code) && c->metres < MOVED;
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
    [ESSAIM_LIKENESS_SAME_WEBSITE] = 0.1f, [ESSAIM_LIKENESS_SAME_DOMAIN] = 0.1f, [ESSAIM_LIKENESS_SAME_PHONE] = 0.1f,
    [ESSAIM_LIKENESS_SAME_EMAIL] = 0.05f,
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
 * of a register in common. Never sure are one name at two addresses, two numbers of a register, a public body and one
 * of its services. *Perhaps* are a service and who hosts it at one address, and one name in one commune that two feeds
 * give two addresses.
 */
void
essaim_traits_compare (const EssaimTraits *a,
                       const EssaimTraits *b,
                       EssaimLikeness     *likeness)
{
  EssaimComparison comparison;

  likeness->score = 0;
  likeness->reasons = 0;
  likeness->verdict = ESSAIM_VERDICT_NONE;

  /* A grant is neither the one whom it is given nor another that they were given. */
  if (a->kind == ESSAIM_KIND_FUNDING || b->kind == ESSAIM_KIND_FUNDING || essaim_comparison_is_idle (a, b))
    return;

  essaim_comparison_make (&comparison, a, b);
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
  EssaimComparison comparison;

  essaim_comparison_make (&comparison, a, b);

  return is_contradiction (&comparison);
}
