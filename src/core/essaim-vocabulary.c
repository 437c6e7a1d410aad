/* essaim-vocabulary.c: codes and labels of the closed lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-vocabulary.h"

#include <glib/gi18n-lib.h>

/* The position of a code in its list, or -1. */
static int
find_code (const char * const *codes,
           guint               n,
           const char         *code)
{
  for (guint i = 0; code != NULL && i < n; i++)
    if (g_str_equal (codes[i], code))
      return i;

  return -1;
}

static const char * const kind_codes[ESSAIM_N_KINDS] = {
  [ESSAIM_KIND_PROJECT] = "project",
  [ESSAIM_KIND_PLACE] = "place",
  [ESSAIM_KIND_STRUCTURE] = "structure",
  [ESSAIM_KIND_FUNDING] = "funding",
  [ESSAIM_KIND_ORGANISATION] = "organisation",
};

/**
 * essaim_kind_to_code:
 * @kind: a value of the list
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_kind_to_code (EssaimKind kind)
{
  return kind_codes[kind];
}

/**
 * essaim_kind_from_code:
 * @code: (nullable): what may be a code
 * @kind: (out): the value, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_kind_from_code (const char *code,
                       EssaimKind *kind)
{
  int found = find_code (kind_codes, G_N_ELEMENTS (kind_codes), code);

  if (found >= 0)
    *kind = (EssaimKind) found;

  return found >= 0;
}

/**
 * essaim_kind_get_label:
 * @kind: a value of the list
 *
 * Returns: its name, in the person's language
 */
const char *
essaim_kind_get_label (EssaimKind kind)
{
  static const char * const labels[ESSAIM_N_KINDS] = {
    [ESSAIM_KIND_PROJECT] = NC_ ("kind", "Project"),
    [ESSAIM_KIND_PLACE] = NC_ ("kind", "Place"),
    [ESSAIM_KIND_STRUCTURE] = NC_ ("kind", "Support structure"),
    [ESSAIM_KIND_FUNDING] = NC_ ("kind", "Funding"),
    [ESSAIM_KIND_ORGANISATION] = NC_ ("kind", "Organisation"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", labels[kind]);
}

/**
 * essaim_kind_get_plural_label:
 * @kind: a value of the list
 *
 * Returns: its name for several, in the person's language
 */
const char *
essaim_kind_get_plural_label (EssaimKind kind)
{
  static const char * const labels[ESSAIM_N_KINDS] = {
    [ESSAIM_KIND_PROJECT] = NC_ ("kind", "Projects"),
    [ESSAIM_KIND_PLACE] = NC_ ("kind", "Places"),
    [ESSAIM_KIND_STRUCTURE] = NC_ ("kind", "Support structures"),
    [ESSAIM_KIND_FUNDING] = NC_ ("kind", "Funding schemes"),
    [ESSAIM_KIND_ORGANISATION] = NC_ ("kind", "Organisations"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", labels[kind]);
}

static const char * const precision_codes[ESSAIM_N_PRECISIONS] = {
  [ESSAIM_PRECISION_POINT] = "point",
  [ESSAIM_PRECISION_STREET] = "street",
  [ESSAIM_PRECISION_COMMUNE] = "commune",
  [ESSAIM_PRECISION_POSTCODE] = "postcode",
  [ESSAIM_PRECISION_DEPARTMENT] = "department",
  [ESSAIM_PRECISION_NONE] = "none",
};

/**
 * essaim_precision_to_code:
 * @precision: a value of the list
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_precision_to_code (EssaimPrecision precision)
{
  return precision_codes[precision];
}

/**
 * essaim_precision_from_code:
 * @code: (nullable): what may be a code
 * @precision: (out): the value, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_precision_from_code (const char      *code,
                            EssaimPrecision *precision)
{
  int found = find_code (precision_codes, G_N_ELEMENTS (precision_codes), code);

  if (found >= 0)
    *precision = (EssaimPrecision) found;

  return found >= 0;
}

/**
 * essaim_precision_get_label:
 * @precision: a value of the list
 *
 * Returns: its name, in the person's language
 */
const char *
essaim_precision_get_label (EssaimPrecision precision)
{
  static const char * const labels[ESSAIM_N_PRECISIONS] = {
    [ESSAIM_PRECISION_POINT] = NC_ ("precision", "Exact point"),
    [ESSAIM_PRECISION_STREET] = NC_ ("precision", "Street"),
    [ESSAIM_PRECISION_COMMUNE] = NC_ ("precision", "Commune"),
    [ESSAIM_PRECISION_POSTCODE] = NC_ ("precision", "Postcode"),
    [ESSAIM_PRECISION_DEPARTMENT] = NC_ ("precision", "Department only"),
    [ESSAIM_PRECISION_NONE] = NC_ ("precision", "No position"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "precision", labels[precision]);
}

static const char * const audience_codes[ESSAIM_N_AUDIENCES] = {
  [ESSAIM_AUDIENCE_TOUS] = "tous",
  [ESSAIM_AUDIENCE_JEUNES] = "jeunes",
  [ESSAIM_AUDIENCE_SENIORS] = "seniors",
  [ESSAIM_AUDIENCE_HANDICAP] = "handicap",
  [ESSAIM_AUDIENCE_DEMANDEURS_EMPLOI] = "demandeurs-emploi",
  [ESSAIM_AUDIENCE_FAMILLES] = "familles",
  [ESSAIM_AUDIENCE_FEMMES] = "femmes",
  [ESSAIM_AUDIENCE_MIGRANTS] = "migrants",
};

/**
 * essaim_audience_to_code:
 * @audience: a value of the list
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_audience_to_code (EssaimAudience audience)
{
  return audience_codes[audience];
}

/**
 * essaim_audience_from_code:
 * @code: (nullable): what may be a code
 * @audience: (out): the value, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_audience_from_code (const char     *code,
                           EssaimAudience *audience)
{
  int found = find_code (audience_codes, G_N_ELEMENTS (audience_codes), code);

  if (found >= 0)
    *audience = (EssaimAudience) found;

  return found >= 0;
}

/**
 * essaim_audience_get_label:
 * @audience: a value of the list
 *
 * Returns: its name, in the person's language
 */
const char *
essaim_audience_get_label (EssaimAudience audience)
{
  static const char * const labels[ESSAIM_N_AUDIENCES] = {
    [ESSAIM_AUDIENCE_TOUS] = NC_ ("audience", "Everyone"),
    [ESSAIM_AUDIENCE_JEUNES] = NC_ ("audience", "Young people"),
    [ESSAIM_AUDIENCE_SENIORS] = NC_ ("audience", "Older people"),
    [ESSAIM_AUDIENCE_HANDICAP] = NC_ ("audience", "Disability"),
    [ESSAIM_AUDIENCE_DEMANDEURS_EMPLOI] = NC_ ("audience", "Job seekers"),
    [ESSAIM_AUDIENCE_FAMILLES] = NC_ ("audience", "Families"),
    [ESSAIM_AUDIENCE_FEMMES] = NC_ ("audience", "Women"),
    [ESSAIM_AUDIENCE_MIGRANTS] = NC_ ("audience", "Migrants"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "audience", labels[audience]);
}

static const char * const challenge_codes[ESSAIM_N_CHALLENGES] = {
  [ESSAIM_CHALLENGE_ECOLOGIQUE] = "ecologique",
  [ESSAIM_CHALLENGE_INCLUSIVE] = "inclusive",
  [ESSAIM_CHALLENGE_EDUCATIVE] = "educative",
  [ESSAIM_CHALLENGE_TERRITORIALE] = "territoriale",
  [ESSAIM_CHALLENGE_GENERATIONNELLE] = "generationnelle",
};

/**
 * essaim_challenge_from_code:
 * @code: (nullable): what may be a code
 * @challenge: (out): the value, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_challenge_from_code (const char      *code,
                            EssaimChallenge *challenge)
{
  int found = find_code (challenge_codes, G_N_ELEMENTS (challenge_codes), code);

  if (found >= 0)
    *challenge = (EssaimChallenge) found;

  return found >= 0;
}

/**
 * essaim_challenge_get_label:
 * @challenge: a value of the list
 *
 * Returns: its name, in the person's language
 */
const char *
essaim_challenge_get_label (EssaimChallenge challenge)
{
  static const char * const labels[ESSAIM_N_CHALLENGES] = {
    [ESSAIM_CHALLENGE_ECOLOGIQUE] = NC_ ("challenge", "Ecological transition"),
    [ESSAIM_CHALLENGE_INCLUSIVE] = NC_ ("challenge", "Inclusive economy"),
    [ESSAIM_CHALLENGE_EDUCATIVE] = NC_ ("challenge", "Success in education"),
    [ESSAIM_CHALLENGE_TERRITORIALE] = NC_ ("challenge", "Territorial equity"),
    [ESSAIM_CHALLENGE_GENERATIONNELLE] = NC_ ("challenge", "Support across generations"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "challenge", labels[challenge]);
}

static const char * const entry_status_codes[ESSAIM_N_ENTRY_STATUSES] = {
  [ESSAIM_ENTRY_TO_STUDY] = "to-study",
  [ESSAIM_ENTRY_TO_CONTACT] = "to-contact",
  [ESSAIM_ENTRY_IN_CONTACT] = "in-contact",
  [ESSAIM_ENTRY_ACCEPTED] = "accepted",
  [ESSAIM_ENTRY_DECLINED] = "declined",
};

/**
 * essaim_entry_status_to_code:
 * @status: a value of the list
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_entry_status_to_code (EssaimEntryStatus status)
{
  return entry_status_codes[status];
}

/**
 * essaim_entry_status_from_code:
 * @code: (nullable): what may be a code
 * @status: (out): the value, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_entry_status_from_code (const char        *code,
                               EssaimEntryStatus *status)
{
  int found = find_code (entry_status_codes, G_N_ELEMENTS (entry_status_codes), code);

  if (found >= 0)
    *status = (EssaimEntryStatus) found;

  return found >= 0;
}

/**
 * essaim_entry_status_get_label:
 * @status: a value of the list
 *
 * Returns: its name, in the person's language
 */
const char *
essaim_entry_status_get_label (EssaimEntryStatus status)
{
  static const char * const labels[ESSAIM_N_ENTRY_STATUSES] = {
    [ESSAIM_ENTRY_TO_STUDY] = NC_ ("entry_status", "To study"),
    [ESSAIM_ENTRY_TO_CONTACT] = NC_ ("entry_status", "To contact"),
    [ESSAIM_ENTRY_IN_CONTACT] = NC_ ("entry_status", "In contact"),
    [ESSAIM_ENTRY_ACCEPTED] = NC_ ("entry_status", "Accepted"),
    [ESSAIM_ENTRY_DECLINED] = NC_ ("entry_status", "Declined"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "entry_status", labels[status]);
}

static const char * const way_codes[ESSAIM_N_WAYS] = {
  [ESSAIM_WAY_SITE] = "site",
  [ESSAIM_WAY_AREA] = "area",
  [ESSAIM_WAY_DECLARED] = "declared",
};

/**
 * essaim_way_to_code:
 * @way: a value of the list
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_way_to_code (EssaimWay way)
{
  return way_codes[way];
}

static const char * const field_codes[ESSAIM_N_FIELDS] = {
  [ESSAIM_FIELD_TITLE] = "title",
  [ESSAIM_FIELD_SUMMARY] = "summary",
  [ESSAIM_FIELD_ORGANISATION] = "organisation",
  [ESSAIM_FIELD_WEBSITE] = "website",
  [ESSAIM_FIELD_EMAIL] = "email",
  [ESSAIM_FIELD_PHONE] = "phone",
  [ESSAIM_FIELD_KIND] = "kind",
  [ESSAIM_FIELD_STATUS] = "status",
  [ESSAIM_FIELD_THEMES] = "themes",
  [ESSAIM_FIELD_AUDIENCES] = "audiences",
  [ESSAIM_FIELD_POSITION] = "position",
  [ESSAIM_FIELD_DESCRIPTION] = "description",
  [ESSAIM_FIELD_SINCE] = "since",
  [ESSAIM_FIELD_OPENS] = "opens",
  [ESSAIM_FIELD_DEADLINE] = "deadline",
  [ESSAIM_FIELD_PERIMETER] = "perimeter",
  [ESSAIM_FIELD_SIRET] = "siret",
  [ESSAIM_FIELD_RNA] = "rna",
  [ESSAIM_FIELD_FUNDING] = "funding",
};

/**
 * essaim_field_to_code:
 * @field: a value of the list
 *
 * Its name in the person's language is that of [func@essaim_field_label].
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_field_to_code (EssaimField field)
{
  return field_codes[field];
}

/**
 * essaim_field_from_code:
 * @code: (nullable): what may be a code
 * @field: (out): the value, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_field_from_code (const char  *code,
                        EssaimField *field)
{
  int found = find_code (field_codes, G_N_ELEMENTS (field_codes), code);

  if (found >= 0)
    *field = (EssaimField) found;

  return found >= 0;
}
