/* essaim-field-values.c: whether the values of a field look like what its name promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-field-values.h"

#include <string.h>

#include "essaim-authority.h"
#include "essaim-coordinates.h"
#include "essaim-field-aliases.h"
#include "essaim-member-values.h"
#include "essaim-text.h"

/* More different values than this are not a status. */
#define STATUS_MAX 40

typedef gboolean (*ValueTest) (const char *value, EssaimReference *reference);

static gboolean
is_coordinate (const char      *value,
               EssaimReference *reference)
{
  double degrees;

  return essaim_coordinate_parse (value, &degrees);
}

static gboolean
is_pair (const char      *value,
         EssaimReference *reference)
{
  double lat, lon;

  return essaim_coordinates_parse_pair (value, &lat, &lon);
}

static gboolean
is_email (const char      *value,
          EssaimReference *reference)
{
  const char *at = strchr (value, '@');

  return at != NULL && at > value && strchr (at, '.') != NULL;
}

static gboolean
is_phone (const char      *value,
          EssaimReference *reference)
{
  guint digits = 0, letters = 0;

  for (const char *p = value; *p != '\0'; p++)
    {
      digits += g_ascii_isdigit (*p);
      letters += g_ascii_isalpha (*p);
    }

  return digits >= 4 && letters < digits;
}

static gboolean
is_insee (const char      *value,
          EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);

  return essaim_gazetteer_resolve_code (gazetteer, value, NULL, NULL) != ESSAIM_NO_COMMUNE;
}

static gboolean
is_postcode (const char      *value,
             EssaimReference *reference)
{
  gsize n;

  value += strcspn (value, "0123456789");
  n = strspn (value, "0123456789");

  return n == 4 || n == 5;
}

static gboolean
is_department (const char      *value,
               EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);

  return essaim_gazetteer_resolve_department (gazetteer, value) != ESSAIM_NO_DEPARTMENT
         || essaim_authority_find_department (gazetteer, value) != ESSAIM_NO_DEPARTMENT;
}

static gboolean
is_rna (const char      *value,
        EssaimReference *reference)
{
  return strlen (value) == 10 && (*value == 'W' || *value == 'w') && strspn (value + 1, "0123456789") >= 6;
}

/* By its shape alone: the name of the column says what it is, and a number whose sum is wrong is still what the source says. */
static gboolean
is_siret (const char      *value,
          EssaimReference *reference)
{
  g_autofree char *siret = essaim_member_siret (value);

  return siret != NULL;
}

static gboolean
is_date (const char      *value,
         EssaimReference *reference)
{
  g_autofree char *date = essaim_text_parse_date (value);

  return date != NULL;
}

static gboolean
is_time (const char      *value,
         EssaimReference *reference)
{
  g_autofree char *date = essaim_member_date (value);

  return date != NULL;
}

static gboolean
is_number (const char      *value,
           EssaimReference *reference)
{
  double number;

  return essaim_text_parse_number (value, &number);
}

static gboolean
is_uri (const char      *value,
        EssaimReference *reference)
{
  g_autofree char *uri = essaim_text_safe_uri (value);

  return uri != NULL && g_str_has_prefix (uri, "http");
}

static gboolean
is_full_uri (const char      *value,
             EssaimReference *reference)
{
  return g_str_has_prefix (value, "http") && is_uri (value, reference);
}

/* Something to read: neither a number, a date, an address of the web, nor yes and no. */
static gboolean
is_prose (const char      *value,
          EssaimReference *reference)
{
  static const char * const answers[] = { "oui", "non", "yes", "no", "true", "false", "vrai", "faux", "x", NULL };
  g_autofree char *lower = g_ascii_strdown (value, -1);

  return !g_strv_contains (answers, lower) && !is_number (value, reference) && !is_date (value, reference)
         && strstr (value, "://") == NULL && !is_email (value, reference) && !is_pair (value, reference);
}

/* A code of INSEE's list of activities (`94.99Z`, `9499Z`), of its parts (`S`) or of sizes of enterprises is no theme. */
static gboolean
is_tag (const char      *value,
        EssaimReference *reference)
{
  static const char * const sizes[] = { "TPE", "PME", "ETI", "GE", NULL };
  gsize digits = strspn (value, "0123456789.");
  gboolean is_activity = digits >= 4 && digits <= 5 && g_ascii_isupper (value[digits]) && value[digits + 1] == '\0';

  return !is_activity && !(g_ascii_isupper (*value) && value[1] == '\0') && !g_strv_contains (sizes, value)
         && is_prose (value, reference);
}

static gboolean
is_known_kind (const char      *value,
               EssaimReference *reference)
{
  EssaimKind kind;

  return essaim_field_value_to_kind (value, &kind);
}

/* A legal form is no status of a project. */
static gboolean
is_status (const char      *value,
           EssaimReference *reference)
{
  g_autofree char *folded = essaim_text_fold (value);

  return is_prose (value, reference) && strlen (folded) > 1 && strlen (folded) <= 60 && strstr (folded, "priv") == NULL
         && strstr (folded, "public") == NULL && strstr (folded, "associati") == NULL
         && strstr (folded, "sarl") == NULL;
}

static gboolean
is_commune (const char      *value,
            EssaimReference *reference)
{
  return strlen (value) <= 80 && g_utf8_strlen (value, -1) > 1 && !is_number (value, reference)
         && strchr (value, '@') == NULL && strstr (value, "://") == NULL;
}

static gboolean
is_anything (const char      *value,
             EssaimReference *reference)
{
  return TRUE;
}

static ValueTest
get_test (guint role)
{
  static const ValueTest tests[ESSAIM_N_ROLES] = {
    [ESSAIM_TARGET_TITLE] = is_prose,
    [ESSAIM_TARGET_SUMMARY] = is_prose,
    [ESSAIM_TARGET_DESCRIPTION] = is_prose,
    [ESSAIM_TARGET_ORGANISATION] = is_prose,
    [ESSAIM_TARGET_WEBSITE] = is_uri,
    [ESSAIM_TARGET_EMAIL] = is_email,
    [ESSAIM_TARGET_PHONE] = is_phone,
    [ESSAIM_TARGET_ADDRESS] = is_prose,
    [ESSAIM_TARGET_POSTCODE] = is_postcode,
    [ESSAIM_TARGET_COMMUNE] = is_commune,
    [ESSAIM_TARGET_INSEE] = is_insee,
    [ESSAIM_TARGET_DEPARTMENT] = is_department,
    [ESSAIM_TARGET_LAT] = is_coordinate,
    [ESSAIM_TARGET_LON] = is_coordinate,
    [ESSAIM_TARGET_POINT] = is_pair,
    [ESSAIM_TARGET_THEMES] = is_tag,
    [ESSAIM_TARGET_AUDIENCES] = is_prose,
    [ESSAIM_TARGET_KIND] = is_known_kind,
    [ESSAIM_TARGET_STATUS] = is_status,
    [ESSAIM_TARGET_SINCE] = is_date,
    [ESSAIM_TARGET_OPENS] = is_date,
    [ESSAIM_TARGET_DEADLINE] = is_date,
    [ESSAIM_TARGET_SIRET] = is_siret,
    [ESSAIM_TARGET_RNA] = is_rna,
    [ESSAIM_TARGET_FUNDING] = is_number,
    [ESSAIM_TARGET_UPDATED] = is_time,
    [ESSAIM_TARGET_PAGE] = is_full_uri,
  };

  return tests[role] != NULL ? tests[role] : is_anything;
}

/* Zeros stand for a missing code; a title of zeros is as little. */
static gboolean
says_something (const char *value)
{
  return !essaim_text_is_null (value) && value[strspn (value, "0 ")] != '\0';
}

static double
get_share (const EssaimFieldSample *sample,
           ValueTest                test,
           EssaimReference         *reference)
{
  guint n = 0, fitting = 0;

  for (guint i = 0; i < sample->values->len; i++)
    {
      const char *value = sample->values->pdata[i];

      if (!says_something (value))
        continue;
      n++;
      fitting += test (value, reference);
    }

  return n > 0 ? (double) fitting / n : 0.0;
}

/**
 * essaim_field_values_fit:
 * @sample: what a field looks like
 * @role: a target, or a piece of an address
 * @reference: the shipped facts
 *
 * Tries the different values of the sample, those apart that say nothing. Dirty columns are believed when half fits.
 *
 * Returns: whether the values are what the role needs; %TRUE where there are no rows to judge by
 */
gboolean
essaim_field_values_fit (const EssaimFieldSample *sample,
                         guint                    role,
                         EssaimReference         *reference)
{
  if (sample->rows == 0)
    return TRUE;
  if (role == ESSAIM_TARGET_STATUS && sample->values->len > STATUS_MAX)
    return FALSE;

  return get_share (sample, get_test (role), reference) >= (role == ESSAIM_TARGET_STATUS ? 1.0 : 0.5);
}

/**
 * essaim_field_values_get_prose:
 * @sample: what a field looks like
 *
 * Returns: the mean length of its values, in characters; 0 where most of them are numbers, dates, addresses or nothing
 */
double
essaim_field_values_get_prose (const EssaimFieldSample *sample)
{
  gsize length = 0;

  if (sample->values->len == 0 || get_share (sample, is_prose, NULL) < 0.8)
    return 0.0;

  for (guint i = 0; i < sample->values->len; i++)
    length += g_utf8_strlen (sample->values->pdata[i], -1);

  return (double) length / sample->values->len;
}

/**
 * essaim_field_value_to_kind:
 * @value: a value of a column of kinds: a code of this program, or the field's word for it
 * @kind: (out): the kind; untouched where the word is not known
 *
 * Returns: whether the word is known
 */
gboolean
essaim_field_value_to_kind (const char *value,
                            EssaimKind *kind)
{
  static const struct { const char *word; EssaimKind kind; } words[] = {
    { "projet", ESSAIM_KIND_PROJECT }, { "initiative", ESSAIM_KIND_PROJECT }, { "tpro", ESSAIM_KIND_PROJECT },
    { "lieu", ESSAIM_KIND_PLACE }, { "tiers lieu", ESSAIM_KIND_PLACE }, { "lieux", ESSAIM_KIND_PLACE },
    { "tiers lieux", ESSAIM_KIND_PLACE }, { "structure d appui", ESSAIM_KIND_STRUCTURE },
    { "structure d insertion", ESSAIM_KIND_STRUCTURE }, { "incubateur", ESSAIM_KIND_STRUCTURE },
    { "financement", ESSAIM_KIND_FUNDING }, { "aide", ESSAIM_KIND_FUNDING }, { "subvention", ESSAIM_KIND_FUNDING },
    { "appel a projets", ESSAIM_KIND_FUNDING }, { "organization", ESSAIM_KIND_ORGANISATION },
    { "association", ESSAIM_KIND_ORGANISATION },
  };
  g_autofree char *folded = essaim_text_fold_name (value);
  gsize length = strlen (folded);

  if (essaim_kind_from_code (folded, kind))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i].word);

      if (strncmp (folded, words[i].word, n) == 0 && (n == length || (n + 1 == length && folded[n] == 's')))
        {
          *kind = words[i].kind;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * essaim_field_value_is_siret:
 * @value: what may be the number of an establishment; blanks in it do not matter
 *
 * A SIRET has 14 digits whose Luhn sum is a multiple of ten; the offices of La Poste (356000000) sum their digits
 * instead (INSEE, “Identifiant Siret”).
 *
 * Returns: whether it is one; zeros are not
 */
gboolean
essaim_field_value_is_siret (const char *value)
{
  guint digits = 0, luhn = 0, plain = 0;
  const char *start = value;

  for (; *value != '\0'; value++)
    {
      guint digit;

      if (*value == ' ')
        continue;
      if (!g_ascii_isdigit (*value))
        return FALSE;
      digit = *value - '0';
      plain += digit;
      digit *= digits % 2 == 0 ? 2 : 1;
      luhn += digit > 9 ? digit - 9 : digit;
      digits++;
    }

  if (digits != 14 || plain == 0)
    return FALSE;

  return luhn % 10 == 0 || (g_str_has_prefix (start, "356000000") && plain % 5 == 0);
}
