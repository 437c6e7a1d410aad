/* essaim-value-guess.c: what a field is by its values alone, where its name says nothing
 *
 * Only what its values nearly all agree on is taken, and never two fields for one target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-value-guess.h"

#include <string.h>

#include "essaim-coordinates.h"
#include "essaim-field-values.h"
#include "essaim-text.h"

/* Fewer different values prove nothing. */
#define MIN_VALUES 3

/* So many of the values have to agree. */
#define NEARLY_ALL 0.9
#define MOST       0.7

/* More different values than this are no status. */
#define STATUS_MAX 12

/* Shorter texts in the mean are no description; in characters. */
#define DESCRIPTION_MIN 100.0

typedef gboolean (*ValueTest) (const char *value, EssaimReference *reference);

typedef struct
{
  /* Borrowed */
  EssaimMapping           *mapping;
  const EssaimFields      *fields;
  const EssaimFieldSample *samples;
  EssaimReference         *reference;
  gboolean                *used;

  guint                    n;
} Guess;

static double
get_share (const EssaimFieldSample *sample,
           ValueTest                test,
           EssaimReference         *reference)
{
  guint n = 0, fitting = 0;

  for (guint i = 0; i < sample->values->len; i++)
    {
      const char *value = sample->values->pdata[i];

      if (essaim_text_is_null (value) || value[strspn (value, "0 ")] == '\0')
        continue;
      n++;
      fitting += test (value, reference);
    }

  return n >= MIN_VALUES ? (double) fitting / n : 0.0;
}

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

static void
take (Guess        *guess,
      EssaimTarget  target,
      guint         field)
{
  const char *names[] = { essaim_fields_get_name (guess->fields, field), NULL };

  essaim_mapping_set_fields (guess->mapping, target, names);
  guess->used[field] = TRUE;
}

static gboolean
is_wanted (const Guess  *guess,
           EssaimTarget  target)
{
  return essaim_mapping_get_fields (guess->mapping, target) == NULL;
}

/* The field that fits best, the first of equal ones; -1 without. */
static int
find_best (const Guess *guess,
           ValueTest    test,
           double       least)
{
  double best_share = least;
  int best = -1;

  for (guint i = 0; i < guess->n; i++)
    {
      double share = guess->used[i] ? 0.0 : get_share (&guess->samples[i], test, guess->reference);

      if (share > best_share || (share >= best_share && best < 0 && share > 0.0))
        {
          best = i;
          best_share = share;
        }
    }

  return best;
}

static void
map_one (Guess        *guess,
         EssaimTarget  target,
         ValueTest     test,
         double        least)
{
  int field = is_wanted (guess, target) ? find_best (guess, test, least) : -1;

  if (field >= 0)
    take (guess, target, field);
}

/* Where all addresses are of one host, they are pages of the publisher. */
static gboolean
has_one_host (const EssaimFieldSample *sample)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < sample->values->len; i++)
    {
      const char *value = sample->values->pdata[i];
      const char *host = strstr (value, "://") != NULL ? strstr (value, "://") + 3 : value;
      g_autofree char *name = g_ascii_strdown (host, strcspn (host, "/?#"));

      if (first == NULL)
        first = g_steal_pointer (&name);
      else if (!g_str_equal (first, name))
        return FALSE;
    }

  return TRUE;
}

static void
map_addresses_of_web (Guess *guess)
{
  int field;

  while ((field = find_best (guess, is_address_of_web, NEARLY_ALL)) >= 0)
    {
      EssaimTarget target = has_one_host (&guess->samples[field]) ? ESSAIM_TARGET_PAGE : ESSAIM_TARGET_WEBSITE;

      if (is_wanted (guess, target))
        take (guess, target, field);
      guess->used[field] = TRUE;
    }
}

static void
map_dates (Guess *guess)
{
  int field;

  while ((field = find_best (guess, is_date, NEARLY_ALL)) >= 0)
    {
      const EssaimFieldSample *sample = &guess->samples[field];
      EssaimTarget target = ESSAIM_TARGET_SINCE;

      if (get_share (sample, has_time, guess->reference) > 0.5)
        target = ESSAIM_TARGET_UPDATED;
      else if (get_share (sample, is_future, guess->reference) > 0.5)
        target = ESSAIM_TARGET_DEADLINE;
      if (is_wanted (guess, target))
        take (guess, target, field);
      guess->used[field] = TRUE;
    }
}

static void
map_position (Guess *guess)
{
  int lat, lon;

  if (!is_wanted (guess, ESSAIM_TARGET_LAT) || !is_wanted (guess, ESSAIM_TARGET_LON))
    return;

  lat = find_best (guess, is_latitude, NEARLY_ALL);
  if (lat < 0)
    return;
  guess->used[lat] = TRUE;
  lon = find_best (guess, is_longitude, NEARLY_ALL);
  guess->used[lat] = FALSE;
  if (lon < 0)
    return;

  take (guess, ESSAIM_TARGET_LAT, lat);
  take (guess, ESSAIM_TARGET_LON, lon);
}

/* Many numbers are both: which of the two more of them are. */
static void
map_codes (Guess *guess)
{
  for (guint i = 0; i < guess->n; i++)
    {
      double insee, postcode;
      EssaimTarget target;

      if (guess->used[i])
        continue;
      insee = get_share (&guess->samples[i], is_insee, guess->reference);
      postcode = get_share (&guess->samples[i], is_postcode, guess->reference);
      target = insee > postcode ? ESSAIM_TARGET_INSEE : ESSAIM_TARGET_POSTCODE;
      if (MAX (insee, postcode) >= NEARLY_ALL && is_wanted (guess, target))
        take (guess, target, i);
    }
}

static gboolean
is_closed_list (const EssaimFieldSample *sample,
                guint                    most)
{
  return sample->values->len <= most && sample->values->len * 2 <= sample->filled;
}

/* Few different values that repeat; two are enough for a list. */
static void
map_list (Guess        *guess,
          EssaimTarget  target,
          ValueTest     test,
          double        least,
          guint         most)
{
  for (guint i = 0; i < guess->n && is_wanted (guess, target); i++)
    {
      const EssaimFieldSample *sample = &guess->samples[i];
      guint fitting = 0;

      if (guess->used[i] || sample->values->len < 2 || !is_closed_list (sample, most))
        continue;
      for (guint j = 0; j < sample->values->len; j++)
        fitting += test (sample->values->pdata[j], guess->reference);
      if (fitting >= least * sample->values->len)
        take (guess, target, i);
    }
}

static gboolean
is_identifier (const char      *value,
               EssaimReference *reference)
{
  return strlen (value) <= 64 && strpbrk (value, " ,\n") == NULL && strpbrk (value, "0123456789") != NULL;
}

/* Tables begin with what their rows are known by. */
static void
map_id (Guess *guess)
{
  const EssaimFieldSample *sample = &guess->samples[0];

  if (guess->n == 0 || guess->used[0] || !is_wanted (guess, ESSAIM_TARGET_ID) || sample->filled < sample->rows
      || sample->values->len < MIN (sample->filled, ESSAIM_FIELD_SAMPLE_MAX)
      || get_share (sample, is_identifier, guess->reference) < 1.0)
    return;

  take (guess, ESSAIM_TARGET_ID, 0);
}

static void
map_description (Guess *guess)
{
  double longest = DESCRIPTION_MIN;
  int field = -1;

  for (guint i = 0; i < guess->n && is_wanted (guess, ESSAIM_TARGET_DESCRIPTION); i++)
    {
      double length = guess->used[i] ? 0.0 : essaim_field_values_get_prose (&guess->samples[i]);

      if (length >= longest && guess->samples[i].values->len >= MIN_VALUES)
        {
          longest = length;
          field = i;
        }
    }
  if (field >= 0)
    take (guess, ESSAIM_TARGET_DESCRIPTION, field);
}

/**
 * essaim_value_guess_map:
 * @mapping: (inout): gets the fields of the targets that it has none for
 * @fields: the fields of a feed
 * @samples: (array): what each looks like over the first rows
 * @used: (inout) (array): the fields that are mapped already, or whose names say what they are
 * @reference: the shipped facts
 *
 * Surest shapes first: what is an e-mail cannot be a title.
 */
void
essaim_value_guess_map (EssaimMapping           *mapping,
                        const EssaimFields      *fields,
                        const EssaimFieldSample *samples,
                        gboolean                *used,
                        EssaimReference         *reference)
{
  Guess guess = { mapping, fields, samples, reference, used, essaim_fields_get_n (fields) };

  map_one (&guess, ESSAIM_TARGET_EMAIL, is_email, NEARLY_ALL);
  map_one (&guess, ESSAIM_TARGET_SIRET, is_siret, NEARLY_ALL);
  map_one (&guess, ESSAIM_TARGET_RNA, is_rna, NEARLY_ALL);
  map_addresses_of_web (&guess);
  map_one (&guess, ESSAIM_TARGET_PHONE, is_phone, NEARLY_ALL);
  map_position (&guess);
  if (is_wanted (&guess, ESSAIM_TARGET_LAT))
    map_one (&guess, ESSAIM_TARGET_POINT, is_pair, NEARLY_ALL);
  map_codes (&guess);
  map_dates (&guess);
  map_one (&guess, ESSAIM_TARGET_FUNDING, is_amount, MOST);
  map_one (&guess, ESSAIM_TARGET_ADDRESS, is_street, MOST);
  map_one (&guess, ESSAIM_TARGET_DEPARTMENT, is_department_name, NEARLY_ALL);
  map_one (&guess, ESSAIM_TARGET_COMMUNE, is_commune, MOST);
  map_list (&guess, ESSAIM_TARGET_STATUS, is_status, NEARLY_ALL, STATUS_MAX);
  map_list (&guess, ESSAIM_TARGET_KIND, is_kind, 1.0, STATUS_MAX);
  map_list (&guess, ESSAIM_TARGET_THEMES, is_theme, MOST, G_MAXUINT);
  if (guess.n > 0)
    map_id (&guess);
  map_one (&guess, ESSAIM_TARGET_FUNDING, is_plain_amount, NEARLY_ALL);
  map_description (&guess);
}
