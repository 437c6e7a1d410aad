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
  const char      *commune;       /* its name: what it adds to a title tells nothing */
  const char      *insee;
  double           lat;           /* degrees, WGS 84 */
  double           lon;
  EssaimPrecision  precision;
  EssaimKind       kind;
} EssaimTraitsFacts;

/** EssaimRole: what a title says of whom it names, where two of one role, or of two, must not be taken for each
 * other. */
typedef enum
{
  ESSAIM_ROLE_NONE,
  ESSAIM_ROLE_FRANCE_SERVICES,
  ESSAIM_ROLE_TOWN_HALL,
  ESSAIM_ROLE_WELFARE,
  ESSAIM_ROLE_LIBRARY,
  ESSAIM_ROLE_JOB_CENTRE,
  ESSAIM_ROLE_MISSION_LOCALE,
} EssaimRole;

/** EssaimTraitsFlags: what else the texts say. */
typedef enum
{
  ESSAIM_TRAITS_MOBILE   = 1 << 0,   /* a bus, or a service on tour */
  ESSAIM_TRAITS_ACTIVITY = 1 << 1,   /* named after one activity among others of its organisation */
  ESSAIM_TRAITS_DAMAGED  = 1 << 2,   /* letters of the title were lost */
  ESSAIM_TRAITS_GENERIC  = 1 << 3,   /* nothing in the title tells it from others of its kind */
  ESSAIM_TRAITS_HOSTS    = 1 << 4,   /* its organisation is said to be France Services, which it hosts */
} EssaimTraitsFlags;

#define ESSAIM_TRAITS_N_TITLE_WORDS 6
#define ESSAIM_TRAITS_N_ORGANISATION_WORDS 4

/** ESSAIM_TRAITS_NOWHERE: the latitude and longitude of what has no point of its own. */
#define ESSAIM_TRAITS_NOWHERE G_MAXINT32

/**
 * EssaimTraits: hashes and small numbers made of #EssaimTraitsFacts, 0 where unknown.
 *
 * Of fixed size and without pointers or padding, so that many of them can be kept while a feed is read, sorted and
 * compared as bytes.
 */
typedef struct
{
  guint64 siret;                                      /* as a number; a SIREN alone has five zeros behind */
  guint64 title_letters;                              /* runs of three letters of the title, as a set of bits */
  guint64 street_letters;                             /* the same of the street */
  guint32 id;
  guint32 feed;
  guint32 title;                                      /* the words that tell it apart, in any order, and the role */
  guint32 spelling;                                   /* of the title, as if it were one word */
  guint32 rna;
  guint32 page;                                       /* web site with its path */
  guint32 host;                                       /* of the organisation's own web site or e-mail */
  guint32 email;
  guint32 phone;
  guint32 street;                                     /* without the number */
  guint32 commune;
  gint32  lat;                                        /* millionths of a degree, or ESSAIM_TRAITS_NOWHERE */
  gint32  lon;
  guint16 title_words[ESSAIM_TRAITS_N_TITLE_WORDS];   /* sorted, zeros last */
  guint16 organisation_words[ESSAIM_TRAITS_N_ORGANISATION_WORDS];
  guint16 number;                                     /* in the street, eightfold, and what follows it (bis is 1) */
  guint16 numerals;                                   /* of the title: Oasis 2 is not Oasis 3 */
  guint8  street_kind;                                /* avenue, place … */
  guint8  kind;                                       /* EssaimKind */
  guint8  role;                                       /* EssaimRole */
  guint8  flags;                                      /* EssaimTraitsFlags */
} EssaimTraits;

G_STATIC_ASSERT (sizeof (EssaimTraits) == 104);

void essaim_traits_read (EssaimTraits *traits, const EssaimTraitsFacts *facts);

G_END_DECLS
