/* essaim-vocabulary.h: the closed lists of the field, each with the code that files and scripts use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimKind: what a project is. */
typedef enum
{
  ESSAIM_KIND_PROJECT,
  ESSAIM_KIND_PLACE,
  ESSAIM_KIND_STRUCTURE,
  ESSAIM_KIND_FUNDING,
  ESSAIM_KIND_ORGANISATION,
} EssaimKind;
#define ESSAIM_N_KINDS 5

/** EssaimPrecision: how well a site is placed, best first. */
typedef enum
{
  ESSAIM_PRECISION_POINT,
  ESSAIM_PRECISION_STREET,
  ESSAIM_PRECISION_COMMUNE,
  ESSAIM_PRECISION_POSTCODE,
  ESSAIM_PRECISION_DEPARTMENT,
  ESSAIM_PRECISION_NONE,
} EssaimPrecision;
#define ESSAIM_N_PRECISIONS 6

/** EssaimAudience: whom a project serves; sets of them are bits `1 << audience`. */
typedef enum
{
  ESSAIM_AUDIENCE_TOUS,
  ESSAIM_AUDIENCE_JEUNES,
  ESSAIM_AUDIENCE_SENIORS,
  ESSAIM_AUDIENCE_HANDICAP,
  ESSAIM_AUDIENCE_DEMANDEURS_EMPLOI,
  ESSAIM_AUDIENCE_FAMILLES,
  ESSAIM_AUDIENCE_FEMMES,
  ESSAIM_AUDIENCE_MIGRANTS,
} EssaimAudience;
#define ESSAIM_N_AUDIENCES 8

/** EssaimChallenge: the five challenges of French Impact, above the themes. */
typedef enum
{
  ESSAIM_CHALLENGE_ECOLOGIQUE,
  ESSAIM_CHALLENGE_INCLUSIVE,
  ESSAIM_CHALLENGE_EDUCATIVE,
  ESSAIM_CHALLENGE_TERRITORIALE,
  ESSAIM_CHALLENGE_GENERATIONNELLE,
} EssaimChallenge;
#define ESSAIM_N_CHALLENGES 5

/** EssaimEntryStatus: where the work on a shortlisted project stands. */
typedef enum
{
  ESSAIM_ENTRY_TO_STUDY,
  ESSAIM_ENTRY_TO_CONTACT,
  ESSAIM_ENTRY_IN_CONTACT,
  ESSAIM_ENTRY_ACCEPTED,
  ESSAIM_ENTRY_DECLINED,
} EssaimEntryStatus;
#define ESSAIM_N_ENTRY_STATUSES 5

/** EssaimThemeHow: why a project has a theme; the strongest reason wins. */
typedef enum
{
  ESSAIM_THEME_HOW_NONE,
  ESSAIM_THEME_HOW_SUGGESTED,
  ESSAIM_THEME_HOW_KEYWORD,
  ESSAIM_THEME_HOW_CODE,
  ESSAIM_THEME_HOW_GIVEN,
  ESSAIM_THEME_HOW_PERSON,
} EssaimThemeHow;

/** EssaimWay: how a project belongs to a territory. */
typedef enum
{
  ESSAIM_WAY_SITE,
  ESSAIM_WAY_AREA,
  ESSAIM_WAY_DECLARED,
} EssaimWay;
#define ESSAIM_N_WAYS 3

/** EssaimField: what a project says of itself, as far as each has its own source; those a person can correct come first. */
typedef enum
{
  ESSAIM_FIELD_TITLE,
  ESSAIM_FIELD_SUMMARY,
  ESSAIM_FIELD_ORGANISATION,
  ESSAIM_FIELD_WEBSITE,
  ESSAIM_FIELD_EMAIL,
  ESSAIM_FIELD_PHONE,
  ESSAIM_FIELD_KIND,
  ESSAIM_FIELD_STATUS,
  ESSAIM_FIELD_THEMES,
  ESSAIM_FIELD_AUDIENCES,
  ESSAIM_FIELD_POSITION,
  ESSAIM_FIELD_DESCRIPTION,
  ESSAIM_FIELD_SINCE,
  ESSAIM_FIELD_OPENS,
  ESSAIM_FIELD_DEADLINE,
  ESSAIM_FIELD_PERIMETER,
  ESSAIM_FIELD_SIRET,
  ESSAIM_FIELD_RNA,
  ESSAIM_FIELD_FUNDING,
} EssaimField;
#define ESSAIM_N_CORRECTABLE_FIELDS (ESSAIM_FIELD_POSITION + 1)
#define ESSAIM_N_FIELDS             (ESSAIM_FIELD_FUNDING + 1)

/* The codes are those of files, scripts and databases: never translated.
 * A `…_from_code` answers FALSE for an unknown code and leaves its out argument alone. */
const char *essaim_kind_to_code           (EssaimKind kind);
gboolean    essaim_kind_from_code         (const char *code, EssaimKind *kind);
const char *essaim_precision_to_code      (EssaimPrecision precision);
gboolean    essaim_precision_from_code    (const char *code, EssaimPrecision *precision);
const char *essaim_audience_to_code       (EssaimAudience audience);
gboolean    essaim_audience_from_code     (const char *code, EssaimAudience *audience);
gboolean    essaim_challenge_from_code    (const char *code, EssaimChallenge *challenge);
const char *essaim_entry_status_to_code   (EssaimEntryStatus status);
gboolean    essaim_entry_status_from_code (const char *code, EssaimEntryStatus *status);
const char *essaim_way_to_code            (EssaimWay way);
const char *essaim_field_to_code          (EssaimField field);
gboolean    essaim_field_from_code        (const char *code, EssaimField *field);

/* The labels are in the person's language. */
const char *essaim_kind_get_label         (EssaimKind kind);
const char *essaim_kind_get_plural_label  (EssaimKind kind);
const char *essaim_precision_get_label    (EssaimPrecision precision);
const char *essaim_audience_get_label     (EssaimAudience audience);
const char *essaim_challenge_get_label    (EssaimChallenge challenge);
const char *essaim_entry_status_get_label (EssaimEntryStatus status);

G_END_DECLS
