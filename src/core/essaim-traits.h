/* essaim-traits.h: the little of a record by which it is told from others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-vocabulary.h"

G_BEGIN_DECLS

/** EssaimTraitsFacts: what a record is compared by. Borrowed texts, valid UTF-8; NULL, or NAN, where unknown. */
typedef struct
{
  const char      *id;
  const char      *feed;
  const char      *title;
  const char      *organisation;
  const char      *siret;
  const char      *rna;
  const char      *website;
  const char      *email;
  const char      *phone;
  const char      *address;       /* of its first site, as are the members below */
  const char      *postcode;
  const char      *insee;
  double           lat;           /* degrees, WGS 84 */
  double           lon;
  EssaimPrecision  precision;
  EssaimKind       kind;
  guint            n_sites;
} EssaimTraitsFacts;

#define ESSAIM_TRAITS_N_TITLE_WORDS 8
#define ESSAIM_TRAITS_N_ORGANISATION_WORDS 4

/**
 * EssaimTraits: hashes and small numbers made of #EssaimTraitsFacts, 0 where unknown.
 *
 * Of fixed size and without pointers or padding, so that many of them can be kept while a feed is read, sorted and
 * compared as bytes.
 */
typedef struct
{
  guint64 siret;                                      /* as a number; 0 also for one that names no establishment */
  guint64 title_letters;                              /* runs of three letters of the title, as a set of bits */
  guint64 street_letters;                             /* the same of the street */
  guint32 id;
  guint32 feed;
  guint32 title;                                      /* its words in any order, without those that tell nothing */
  guint32 rna;
  guint32 page;                                       /* web site with its path */
  guint32 host;                                       /* of the organisation's own web site */
  guint32 email;
  guint32 phone;
  guint32 street;                                     /* its words without the number */
  guint32 commune;
  gint32  lat;                                        /* millionths of a degree; G_MAXINT32 without a point */
  gint32  lon;
  guint16 title_words[ESSAIM_TRAITS_N_TITLE_WORDS];   /* sorted, without those that tell nothing */
  guint16 organisation_words[ESSAIM_TRAITS_N_ORGANISATION_WORDS];
  guint16 number;                                     /* in the street */
  guint8  precision;
  guint8  role;
} EssaimTraits;

void essaim_traits_read (EssaimTraits *traits, const EssaimTraitsFacts *facts);

G_END_DECLS
