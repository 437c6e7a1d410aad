/* essaim-value-shape.c: what a value alone looks like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-value-shape.h"

#include <string.h>

#include "essaim-coordinates.h"
#include "essaim-field-values.h"
#include "essaim-text.h"

static gboolean
is_email (const char      *value,
          EssaimReference *reference)
{
  const char *at = strchr (value, '@');

  return at != NULL && at > value && strchr (at, '.') != NULL && strchr (value, ' ') == NULL
         && strstr (value, "://") == NULL;
}

static gboolean
is_address_of_web (const char      *value,
                   EssaimReference *reference)
{
  static const char * const images[] = { ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp" };
  g_autofree char *lower = g_ascii_strdown (value, -1);

  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    if (g_str_has_suffix (lower, images[i]))
      return FALSE;

  return g_str_has_prefix (lower, "http://") || g_str_has_prefix (lower, "https://")
         || g_str_has_prefix (lower, "www.");
}

static gboolean
is_siret (const char      *value,
          EssaimReference *reference)
{
  return essaim_field_value_is_siret (value);
}

static gboolean
is_rna (const char      *value,
        EssaimReference *reference)
{
  return strlen (value) == 10 && *value == 'W' && strspn (value + 1, "0123456789") >= 8;
}

/* Ten digits from 0, or +33 and nine. */
static gboolean
is_phone (const char      *value,
          EssaimReference *reference)
{
  guint digits = 0;

  if (*value != '0' && *value != '+' && *value != '(')
    return FALSE;
  for (const char *p = value; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        digits++;
      else if (strchr (" .-+()/", *p) == NULL)
        return FALSE;
    }

  return digits == 10 || (digits >= 11 && digits <= 13 && strchr (value, '+') != NULL);
}

static gboolean
is_pair (const char      *value,
         EssaimReference *reference)
{
  double lat, lon;

  return essaim_coordinates_parse_pair (value, &lat, &lon)
         && (essaim_coordinates_in_france (lat, lon) || essaim_coordinates_in_france (lon, lat));
}

/* A year or a count of seconds alone may be anything. */
static gboolean
is_date (const char      *value,
         EssaimReference *reference)
{
  g_autofree char *date = strpbrk (value, "/-.") != NULL ? essaim_text_parse_date (value) : NULL;

  return date != NULL && strlen (date) == strlen ("2020-06-30");
}

static gboolean
has_time (const char      *value,
          EssaimReference *reference)
{
  return strchr (value, ':') != NULL;
}

static gboolean
is_future (const char      *value,
           EssaimReference *reference)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *date = essaim_text_parse_date (value);

  return date != NULL && strcmp (date, today) > 0;
}

static gboolean
looks_like_code (const char *value)
{
  gsize length = strlen (value);

  return (length == 4 || length == 5) && g_ascii_isdigit (*value)
         && strspn (value + 1, "0123456789") + (length == 5 && (value[1] == 'A' || value[1] == 'B')) == length - 1;
}

static gboolean
is_insee (const char      *value,
          EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);

  return (looks_like_code (value) || g_str_has_prefix (value, "2A") || g_str_has_prefix (value, "2B"))
         && essaim_gazetteer_resolve_code (gazetteer, value, NULL, NULL) != ESSAIM_NO_COMMUNE;
}

static gboolean
is_postcode (const char      *value,
             EssaimReference *reference)
{
  g_autofree char *padded = looks_like_code (value) ? g_strconcat (strlen (value) == 4 ? "0" : "", value, NULL) : NULL;
  double lat, lon;

  return padded != NULL
         && essaim_gazetteer_locate_postcode (essaim_reference_get_gazetteer (reference), padded, &lat, &lon, NULL);
}

static gboolean
is_department_name (const char      *value,
                    EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);

  return !g_ascii_isdigit (*value)
         && essaim_gazetteer_resolve_department (gazetteer, value) != ESSAIM_NO_DEPARTMENT;
}

static gboolean
is_commune (const char      *value,
            EssaimReference *reference)
{
  return essaim_gazetteer_find_by_name (essaim_reference_get_gazetteer (reference), value, NULL, ESSAIM_NO_DEPARTMENT)
         != ESSAIM_NO_COMMUNE;
}

static gboolean
is_street (const char      *value,
           EssaimReference *reference)
{
  static const char * const words[] = {
    " rue ", " avenue ", " av ", " place ", " pl ", " chemin ", " boulevard ", " bd ", " route ", " impasse ",
    " allee ", " quai ", " cours ", " square ", " za ", " zac ", " zone ", " lieu dit ", " bis ",
  };
  g_autofree char *folded = essaim_text_fold_name (value);
  g_autofree char *spaced = g_strconcat (" ", folded, " ", NULL);

  if (strlen (spaced) > 150)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (spaced, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_status (const char      *value,
           EssaimReference *reference)
{
  static const char * const words[] = {
    "en cours", "termine", "acheve", "abandonne", "laureat", "retenu", "en projet", "en reflexion", "en activite",
    "ouvert", "ferme", "actif", "inactif", "clos", "cloture", "valide", "refuse", "accepte", "a venir", "en construction",
    "en fonctionnement", "realise", "suspendu", "en developpement", "en emergence", "emergent", "publie", "non retenu",
    "en attente", "annule",
  };
  g_autofree char *folded = essaim_text_fold_name (value);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]) && strlen (folded) <= strlen (words[i]) + 20)
      return TRUE;

  return FALSE;
}

static gboolean
is_kind (const char      *value,
         EssaimReference *reference)
{
  EssaimKind kind;

  return essaim_field_value_to_kind (value, &kind);
}

static gboolean
is_amount (const char      *value,
           EssaimReference *reference)
{
  double amount;

  return (strstr (value, "€") != NULL || g_str_has_suffix (value, "EUR")) && essaim_text_parse_number (value, &amount);
}

/* `12500.00`, `3 000`, `45000`: what is paid is round, or has cents. */
static gboolean
is_plain_amount (const char      *value,
                 EssaimReference *reference)
{
  const char *mark = strpbrk (value, ".,");
  double amount;

  if (!essaim_text_parse_number (value, &amount) || amount < 100)
    return FALSE;

  return mark != NULL ? strlen (mark + 1) == 2 : ((guint64) amount) % 100 == 0;
}

static gboolean
is_theme (const char      *value,
          EssaimReference *reference)
{
  g_autofree char *folded = essaim_text_fold (value);

  return strlen (value) <= 120 && essaim_themes_match_tag (essaim_reference_get_themes (reference), folded) != 0;
}

/* Latitudes and longitudes of France and its islands, with the decimals that a position has. */
static gboolean
is_degrees (const char   *value,
            const double  (*ranges)[2],
            guint         n)
{
  const char *mark = strpbrk (value, ".,");
  double degrees;

  if (mark == NULL || strspn (mark + 1, "0123456789") < 3 || !essaim_coordinate_parse (value, &degrees))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (degrees >= ranges[i][0] && degrees <= ranges[i][1])
      return TRUE;

  return FALSE;
}

static gboolean
is_latitude (const char      *value,
             EssaimReference *reference)
{
  static const double ranges[][2] = { { 41, 51.6 }, { 14, 18.2 }, { 2, 6 }, { -21.5, -20.8 }, { -13.1, -12.5 } };

  return is_degrees (value, ranges, G_N_ELEMENTS (ranges));
}

static gboolean
is_longitude (const char      *value,
              EssaimReference *reference)
{
  static const double ranges[][2] = {
    { -5.5, 9.8 }, { -63.2, -60.7 }, { -54.7, -51.5 }, { 55.1, 55.9 }, { 44.9, 45.4 },
  };

  return is_degrees (value, ranges, G_N_ELEMENTS (ranges));
}

static gboolean
is_identifier (const char      *value,
               EssaimReference *reference)
{
  return strlen (value) <= 64 && strpbrk (value, " ,\n") == NULL && strpbrk (value, "0123456789") != NULL;
}

/**
 * essaim_value_has_shape:
 * @value: cleaned text of a feed, not empty
 * @shape: what it may look like
 * @reference: the shipped facts: communes, departments, themes
 *
 * Returns: whether it looks like that
 */
gboolean
essaim_value_has_shape (const char       *value,
                        EssaimValueShape  shape,
                        EssaimReference  *reference)
{
  static gboolean (* const tests[ESSAIM_N_VALUE_SHAPES]) (const char *value, EssaimReference *reference) = {
    [ESSAIM_VALUE_EMAIL] = is_email,
    [ESSAIM_VALUE_WEB] = is_address_of_web,
    [ESSAIM_VALUE_SIRET] = is_siret,
    [ESSAIM_VALUE_RNA] = is_rna,
    [ESSAIM_VALUE_PHONE] = is_phone,
    [ESSAIM_VALUE_PAIR] = is_pair,
    [ESSAIM_VALUE_DATE] = is_date,
    [ESSAIM_VALUE_WITH_TIME] = has_time,
    [ESSAIM_VALUE_FUTURE] = is_future,
    [ESSAIM_VALUE_INSEE] = is_insee,
    [ESSAIM_VALUE_POSTCODE] = is_postcode,
    [ESSAIM_VALUE_DEPARTMENT] = is_department_name,
    [ESSAIM_VALUE_COMMUNE] = is_commune,
    [ESSAIM_VALUE_STREET] = is_street,
    [ESSAIM_VALUE_STATUS] = is_status,
    [ESSAIM_VALUE_KIND] = is_kind,
    [ESSAIM_VALUE_AMOUNT] = is_amount,
    [ESSAIM_VALUE_PLAIN_AMOUNT] = is_plain_amount,
    [ESSAIM_VALUE_THEME] = is_theme,
    [ESSAIM_VALUE_LATITUDE] = is_latitude,
    [ESSAIM_VALUE_LONGITUDE] = is_longitude,
    [ESSAIM_VALUE_IDENTIFIER] = is_identifier,
  };

  g_return_val_if_fail (shape < ESSAIM_N_VALUE_SHAPES, FALSE);

  return tests[shape] (value, reference);
}
