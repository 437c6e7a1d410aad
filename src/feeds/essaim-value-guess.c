/* essaim-value-guess.c: what a field is by its values alone, where its name says nothing
 *
 * Only what its values nearly all agree on is taken, and never two fields for one target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-value-guess.h"

#include <string.h>

#include "essaim-field-values.h"
#include "essaim-text.h"
#include "essaim-value-shape.h"

/* Fewer different values prove nothing. */
#define MIN_VALUES 3

/* So many of the values have to agree. */
#define NEARLY_ALL 0.9
#define MOST       0.7

/* More different values than this are no status. */
#define STATUS_MAX 12

/* Shorter texts in the mean are no description; in characters. */
#define DESCRIPTION_MIN 100.0

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
           EssaimValueShape         shape,
           EssaimReference         *reference)
{
  guint n = 0, fitting = 0;

  for (guint i = 0; i < sample->values->len; i++)
    {
      const char *value = sample->values->pdata[i];

      if (essaim_text_is_null (value) || value[strspn (value, "0 ")] == '\0')
        continue;
      n++;
      fitting += essaim_value_has_shape (value, shape, reference);
    }

  return n >= MIN_VALUES ? (double) fitting / n : 0.0;
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
find_best (const Guess      *guess,
           EssaimValueShape  shape,
           double            least)
{
  double best_share = least;
  int best = -1;

  for (guint i = 0; i < guess->n; i++)
    {
      double share = guess->used[i] ? 0.0 : get_share (&guess->samples[i], shape, guess->reference);

      if (share > best_share || (share >= best_share && best < 0 && share > 0.0))
        {
          best = i;
          best_share = share;
        }
    }

  return best;
}

static void
map_one (Guess            *guess,
         EssaimTarget      target,
         EssaimValueShape  shape,
         double            least)
{
  int field = is_wanted (guess, target) ? find_best (guess, shape, least) : -1;

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

  while ((field = find_best (guess, ESSAIM_VALUE_WEB, NEARLY_ALL)) >= 0)
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

  while ((field = find_best (guess, ESSAIM_VALUE_DATE, NEARLY_ALL)) >= 0)
    {
      const EssaimFieldSample *sample = &guess->samples[field];
      EssaimTarget target = ESSAIM_TARGET_SINCE;

      if (get_share (sample, ESSAIM_VALUE_WITH_TIME, guess->reference) > 0.5)
        target = ESSAIM_TARGET_UPDATED;
      else if (get_share (sample, ESSAIM_VALUE_FUTURE, guess->reference) > 0.5)
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

  lat = find_best (guess, ESSAIM_VALUE_LATITUDE, NEARLY_ALL);
  if (lat < 0)
    return;
  guess->used[lat] = TRUE;
  lon = find_best (guess, ESSAIM_VALUE_LONGITUDE, NEARLY_ALL);
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
      insee = get_share (&guess->samples[i], ESSAIM_VALUE_INSEE, guess->reference);
      postcode = get_share (&guess->samples[i], ESSAIM_VALUE_POSTCODE, guess->reference);
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
map_list (Guess            *guess,
          EssaimTarget      target,
          EssaimValueShape  shape,
          double            least,
          guint             most)
{
  for (guint i = 0; i < guess->n && is_wanted (guess, target); i++)
    {
      const EssaimFieldSample *sample = &guess->samples[i];
      guint fitting = 0;

      if (guess->used[i] || sample->values->len < 2 || !is_closed_list (sample, most))
        continue;
      for (guint j = 0; j < sample->values->len; j++)
        fitting += essaim_value_has_shape (sample->values->pdata[j], shape, guess->reference);
      if (fitting >= least * sample->values->len)
        take (guess, target, i);
    }
}

/* Tables begin with what their rows are known by. */
static void
map_id (Guess *guess)
{
  const EssaimFieldSample *sample = &guess->samples[0];

  if (guess->n == 0 || guess->used[0] || !is_wanted (guess, ESSAIM_TARGET_ID) || sample->filled < sample->rows
      || sample->values->len < MIN (sample->filled, ESSAIM_FIELD_SAMPLE_MAX)
      || get_share (sample, ESSAIM_VALUE_IDENTIFIER, guess->reference) < 1.0)
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

  map_one (&guess, ESSAIM_TARGET_EMAIL, ESSAIM_VALUE_EMAIL, NEARLY_ALL);
  map_one (&guess, ESSAIM_TARGET_SIRET, ESSAIM_VALUE_SIRET, NEARLY_ALL);
  map_one (&guess, ESSAIM_TARGET_RNA, ESSAIM_VALUE_RNA, NEARLY_ALL);
  map_addresses_of_web (&guess);
  map_one (&guess, ESSAIM_TARGET_PHONE, ESSAIM_VALUE_PHONE, NEARLY_ALL);
  map_position (&guess);
  if (is_wanted (&guess, ESSAIM_TARGET_LAT))
    map_one (&guess, ESSAIM_TARGET_POINT, ESSAIM_VALUE_PAIR, NEARLY_ALL);
  map_codes (&guess);
  map_dates (&guess);
  map_one (&guess, ESSAIM_TARGET_FUNDING, ESSAIM_VALUE_AMOUNT, MOST);
  map_one (&guess, ESSAIM_TARGET_ADDRESS, ESSAIM_VALUE_STREET, MOST);
  map_one (&guess, ESSAIM_TARGET_DEPARTMENT, ESSAIM_VALUE_DEPARTMENT, NEARLY_ALL);
  map_one (&guess, ESSAIM_TARGET_COMMUNE, ESSAIM_VALUE_COMMUNE, MOST);
  map_list (&guess, ESSAIM_TARGET_STATUS, ESSAIM_VALUE_STATUS, NEARLY_ALL, STATUS_MAX);
  map_list (&guess, ESSAIM_TARGET_KIND, ESSAIM_VALUE_KIND, 1.0, STATUS_MAX);
  map_list (&guess, ESSAIM_TARGET_THEMES, ESSAIM_VALUE_THEME, MOST, G_MAXUINT);
  if (guess.n > 0)
    map_id (&guess);
  map_one (&guess, ESSAIM_TARGET_FUNDING, ESSAIM_VALUE_PLAIN_AMOUNT, NEARLY_ALL);
  map_description (&guess);
}
