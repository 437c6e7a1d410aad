/* essaim-comparison.h: all that is found out about two records before it is judged (private to the core)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"

G_BEGIN_DECLS

/** EssaimNames: how two titles stand to each other, nearest last. */
typedef enum
{
  ESSAIM_NAMES_DIFFER,
  ESSAIM_NAMES_SIMILAR,           /* one is the other with more words, or they share most letters */
  ESSAIM_NAMES_SAME,
} EssaimNames;

/** EssaimAddresses: how two addresses stand to each other, nearest last. */
typedef enum
{
  ESSAIM_ADDRESSES_DIFFER,
  ESSAIM_ADDRESSES_UNKNOWN,       /* one of them at least */
  ESSAIM_ADDRESSES_SAME_STREET,   /* with other numbers */
  ESSAIM_ADDRESSES_COMPATIBLE,    /* one lacks the number or the “bis”, or writes the street otherwise */
  ESSAIM_ADDRESSES_SAME,
} EssaimAddresses;

/** EssaimCommunes: how two communes stand to each other. */
typedef enum
{
  ESSAIM_COMMUNES_DIFFER,
  ESSAIM_COMMUNES_UNKNOWN,        /* one of them at least */
  ESSAIM_COMMUNES_SAME,
} EssaimCommunes;

/** EssaimComparison: what two records have in common and what not. */
typedef struct
{
  EssaimNames     names;
  EssaimAddresses addresses;
  EssaimCommunes  communes;
  double          metres;          /* between their own points, or INFINITY */
  guint           n_shared_words;  /* of their titles */
  gboolean        same_feed;
  gboolean        same_code;       /* SIRET or RNA */
  gboolean        other_code;
  gboolean        same_number;     /* in their streets */
  gboolean        other_page;      /* of the web, and the titles are not written alike */
  gboolean        has_link;        /* telephone, page or site in common */
  gboolean        is_operator;     /* one bears the name of the other's organisation */
  gboolean        other_numeral;   /* in their titles */
  gboolean        is_generic;      /* neither title tells its record from others of its kind */
  gboolean        other_role;      /* a town hall and its welfare centre, a service and its bus … */
  guint32         reasons;         /* bits of EssaimLikenessReason */
} EssaimComparison;

gboolean essaim_comparison_is_idle (const EssaimTraits *a, const EssaimTraits *b);
void     essaim_comparison_make    (EssaimComparison *comparison, const EssaimTraits *a, const EssaimTraits *b);

static inline gboolean
essaim_comparison_has (const EssaimComparison *comparison,
                       EssaimLikenessReason    reason)
{
  return (comparison->reasons & 1u << reason) != 0;
}

G_END_DECLS
