/* essaim-mapping-guess.c: a mapping from the names and values of a feed's fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapping.h"

#include <string.h>

#include "essaim-audience-guess.h"
#include "essaim-field-aliases.h"
#include "essaim-field-values.h"
#include "essaim-json-sites.h"
#include "essaim-kind-guess.h"
#include "essaim-status-rules.h"
#include "essaim-text.h"
#include "essaim-value-guess.h"

/* What a full column adds to the score of its name; less than what parts a whole name from a word of a longer one. */
#define FILLED_WEIGHT 30.0

/* An id is there nearly always, or most of the time where it is called nothing else, and differs from record to
 * record, rows of one project apart. */
#define ID_FILLED         0.9
#define CERTAIN_ID_FILLED 0.5
#define ID_DIFFERENT      0.2

/* Titles that most of the time are names of communes are those of communes. */
#define COMMUNE_SHARE   0.6
#define COMMUNE_PENALTY 50.0

/* Most fields for one target: a first choice and one for where it is empty, or all of them for lists. */
#define FIRST_AND_SECOND 2
#define ALL_FIELDS       G_MAXUINT

typedef struct
{
  /* Borrowed */
  const EssaimFields      *fields;
  const EssaimFieldSample *samples;
  EssaimReference         *reference;
  EssaimMapping           *mapping;

  /* Owned */
  double                 (*scores)[ESSAIM_N_ROLES];   /* by field */
  gboolean                *used;                      /* by field */
  guint                    n;
} Guess;

typedef struct
{
  guint    field;
  double   value;
  gboolean is_whole;
} Candidate;

static double
get_filled (const Guess *guess,
            guint        field)
{
  const EssaimFieldSample *sample = &guess->samples[field];

  return sample->rows > 0 ? (double) sample->filled / sample->rows : 1.0;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->value != second->value)
    return first->value < second->value ? 1 : -1;

  return first->field < second->field ? -1 : 1;
}

/* A column that is empty so far may fill up later, if its whole name is known; it comes after all others. */
static gboolean
suits (const Guess *guess,
       guint        field,
       guint        role)
{
  if (get_filled (guess, field) == 0.0)
    return guess->scores[field][role] > ESSAIM_ALIAS_PARTIAL;

  return essaim_field_values_fit (&guess->samples[field], role, guess->reference);
}

/* The fields whose name and values suit a role, the best first. */
static GArray *
list_candidates (const Guess *guess,
                 guint        role)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < guess->n; i++)
    {
      double filled = get_filled (guess, i);
      Candidate candidate = { i, filled > 0.0 ? guess->scores[i][role] + FILLED_WEIGHT * filled : 0.0,
                              guess->scores[i][role] > ESSAIM_ALIAS_PARTIAL };

      if (guess->scores[i][role] > 0.0 && !guess->used[i] && suits (guess, i, role))
        g_array_append_val (list, candidate);
    }
  g_array_sort (list, compare_candidates);

  return list;
}

static void
take (Guess        *guess,
      GStrvBuilder *names,
      guint         field)
{
  guess->used[field] = TRUE;
  g_strv_builder_add (names, essaim_fields_get_name (guess->fields, field));
}

static void
set_names (Guess        *guess,
           EssaimTarget  target,
           GStrvBuilder *names)
{
  g_auto (GStrv) list = g_strv_builder_end (names);

  essaim_mapping_set_fields (guess->mapping, target, (const char * const *) list);
}

/* Beyond the first, only whole names count: a second choice must be as sure. Lists take everything. */
static void
map (Guess        *guess,
     EssaimTarget  target,
     guint         most)
{
  g_autoptr (GArray) list = list_candidates (guess, target);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < list->len && i < most; i++)
    {
      const Candidate *candidate = &g_array_index (list, Candidate, i);

      if (i == 0 || candidate->is_whole || most == ALL_FIELDS)
        take (guess, names, candidate->field);
    }

  set_names (guess, target, names);
}

/* How far apart two fields are that should belong together: in one parent, and neighbours. */
static double
get_distance (const Guess *guess,
              guint        a,
              guint        b)
{
  const char *name_a = essaim_fields_get_name (guess->fields, a);
  const char *name_b = essaim_fields_get_name (guess->fields, b);
  const char *dot_a = strrchr (name_a, '.');
  const char *dot_b = strrchr (name_b, '.');
  gsize length_a = dot_a != NULL ? dot_a - name_a : 0;
  gsize length_b = dot_b != NULL ? dot_b - name_b : 0;
  double apart = a > b ? a - b : b - a;

  return MIN (apart, 20.0) + (length_a == length_b && strncmp (name_a, name_b, length_a) == 0 ? 0.0 : 40.0);
}

/* Latitude and longitude are taken together, so that they are of one position. */
static void
map_position (Guess *guess)
{
  g_autoptr (GArray) lats = list_candidates (guess, ESSAIM_TARGET_LAT);
  g_autoptr (GArray) lons = list_candidates (guess, ESSAIM_TARGET_LON);
  double best = -G_MAXDOUBLE;
  guint pair[2] = { 0, 0 };

  for (guint i = 0; i < lats->len; i++)
    {
      for (guint j = 0; j < lons->len; j++)
        {
          const Candidate *lat = &g_array_index (lats, Candidate, i);
          const Candidate *lon = &g_array_index (lons, Candidate, j);
          double value = lat->value + lon->value - get_distance (guess, lat->field, lon->field);

          if (lat->field != lon->field && value > best)
            {
              best = value;
              pair[0] = lat->field;
              pair[1] = lon->field;
            }
        }
    }

  for (guint i = 0; i < 2 && best > -G_MAXDOUBLE; i++)
    {
      g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

      take (guess, names, pair[i]);
      set_names (guess, i == 0 ? ESSAIM_TARGET_LAT : ESSAIM_TARGET_LON, names);
    }
}

/* Number, type and name of the street, complement. */
static void
map_address (Guess *guess)
{
  static const guint roles[] = {
    ESSAIM_ROLE_STREET_NUMBER, ESSAIM_ROLE_STREET_TYPE, ESSAIM_TARGET_ADDRESS, ESSAIM_ROLE_ADDRESS_EXTRA,
  };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GArray) list = list_candidates (guess, roles[i]);

      if (list->len > 0)
        take (guess, names, g_array_index (list, Candidate, 0).field);
    }

  set_names (guess, ESSAIM_TARGET_ADDRESS, names);
}

static gboolean
tells_records_apart (const Guess *guess,
                     guint        field)
{
  const EssaimFieldSample *sample = &guess->samples[field];
  gboolean is_certain = g_str_equal (essaim_fields_get_name (guess->fields, field), "id");

  if (sample->rows == 0)
    return TRUE;

  return sample->filled >= (is_certain ? CERTAIN_ID_FILLED : ID_FILLED) * sample->rows
         && (sample->values->len > 1 || sample->rows == 1)
         && sample->values->len >= ID_DIFFERENT * MIN (sample->filled, ESSAIM_FIELD_SAMPLE_MAX);
}

static gboolean
map_id_to (Guess *guess,
           guint  field)
{
  const char *names[] = { essaim_fields_get_name (guess->fields, field), NULL };

  if (!tells_records_apart (guess, field))
    return FALSE;

  guess->used[field] = TRUE;
  essaim_mapping_set_fields (guess->mapping, ESSAIM_TARGET_ID, names);
  return TRUE;
}

static gboolean
is_siren (const char *name)
{
  static const char * const names[] = { "siren", "numero-siren", "num-siren", "code-siren", NULL };
  g_autofree char *slug = essaim_text_slug (name);

  return g_strv_contains (names, slug);
}

/* SIRET or RNA. In a part of the record (`siege.siret`) they are those of the part. */
static gboolean
map_id_to_official (Guess    *guess,
                    gboolean  in_part)
{
  static const EssaimTarget official[] = { ESSAIM_TARGET_SIRET, ESSAIM_TARGET_RNA };

  for (guint i = 0; i < G_N_ELEMENTS (official); i++)
    {
      const char * const *names = essaim_mapping_get_fields (guess->mapping, official[i]);
      guint field;

      if (names != NULL && (strchr (names[0], '.') != NULL) == in_part
          && essaim_fields_lookup (guess->fields, names[0], &field) && map_id_to (guess, field))
        return TRUE;
    }

  return FALSE;
}

static gboolean
map_id_to_siren (Guess *guess)
{
  for (guint i = 0; i < guess->n; i++)
    if (is_siren (essaim_fields_get_name (guess->fields, i)) && map_id_to (guess, i))
      return TRUE;

  return FALSE;
}

/* The source's own id; else the number that the State gave: SIRET, RNA or SIREN. */
static void
map_id (Guess *guess)
{
  g_autoptr (GArray) list = list_candidates (guess, ESSAIM_TARGET_ID);

  for (guint i = 0; i < list->len; i++)
    {
      if (map_id_to (guess, g_array_index (list, Candidate, i).field))
        return;
    }

  if (!map_id_to_official (guess, FALSE) && !map_id_to_siren (guess))
    map_id_to_official (guess, TRUE);
}

/* An official number may be the id as well, so it does not use up its field. */
static void
map_official (Guess        *guess,
              EssaimTarget  target)
{
  g_autoptr (GArray) list = list_candidates (guess, target);

  if (list->len > 0)
    {
      const char *names[] = { essaim_fields_get_name (guess->fields, g_array_index (list, Candidate, 0).field), NULL };

      essaim_mapping_set_fields (guess->mapping, target, names);
    }
}

static gboolean
names_communes (const Guess *guess,
                guint        field)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (guess->reference);
  GPtrArray *values = guess->samples[field].values;
  guint known = 0;

  for (guint i = 0; i < values->len; i++)
    {
      guint found = essaim_gazetteer_find_by_name (gazetteer, values->pdata[i], NULL, ESSAIM_NO_DEPARTMENT);

      known += found != ESSAIM_NO_COMMUNE;
    }

  return known > COMMUNE_SHARE * values->len;
}

/* The unused field with the most different short texts. */
static int
find_most_varied_text (const Guess *guess)
{
  int best = -1;

  for (guint i = 0; i < guess->n; i++)
    {
      double length = guess->used[i] ? 0.0 : essaim_field_values_get_prose (&guess->samples[i]);

      if (length < 3.0 || length > 120.0 || names_communes (guess, i))
        continue;
      if (best < 0 || guess->samples[i].values->len > guess->samples[best].values->len
          || (guess->samples[i].values->len == guess->samples[best].values->len
              && guess->samples[i].filled > guess->samples[best].filled))
        best = i;
    }

  return best;
}

static void
map_title (Guess *guess)
{
  g_autoptr (GArray) list = list_candidates (guess, ESSAIM_TARGET_TITLE);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  int field;

  for (guint i = 0; i < list->len; i++)
    {
      Candidate *candidate = &g_array_index (list, Candidate, i);
      const EssaimFieldSample *sample = &guess->samples[candidate->field];

      if (names_communes (guess, candidate->field) || (sample->values->len == 1 && sample->rows > 1))
        candidate->value -= COMMUNE_PENALTY;
    }
  g_array_sort (list, compare_candidates);

  if (list->len > 0 && g_array_index (list, Candidate, 0).value > 0.0)
    field = g_array_index (list, Candidate, 0).field;
  else
    field = find_most_varied_text (guess);
  if (field >= 0)
    take (guess, names, field);
  set_names (guess, ESSAIM_TARGET_TITLE, names);
}

/* `descriptionMore`, `description détaillée`: what is said at length beside a description. */
static gboolean
is_longer_text (const char *name)
{
  static const char * const words[] = { "more", "longue", "long", "detail", "detaillee", "complete", NULL };
  g_autofree char *spaced = essaim_field_name_split (name);
  g_autofree char *slug = essaim_text_slug (spaced);
  const char *dash = strrchr (slug, '-');

  return g_strv_contains (words, dash != NULL ? dash + 1 : slug);
}

/* Of two descriptions, where one says more it comes first, and the other is the summary where there is none. */
static void
map_texts (Guess *guess)
{
  const char * const *both;

  map (guess, ESSAIM_TARGET_SUMMARY, 1);
  map (guess, ESSAIM_TARGET_DESCRIPTION, FIRST_AND_SECOND);

  both = essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_DESCRIPTION);
  if (both == NULL || both[1] == NULL)
    return;

  gboolean is_first_longer = is_longer_text (both[0]);
  if (is_first_longer != is_longer_text (both[1]))
    {
      const char *summary[] = { both[is_first_longer], NULL };
      const char *description[] = { both[!is_first_longer], both[is_first_longer], NULL };

      if (essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_SUMMARY) == NULL)
        essaim_mapping_set_fields (guess->mapping, ESSAIM_TARGET_SUMMARY, summary);
      essaim_mapping_set_fields (guess->mapping, ESSAIM_TARGET_DESCRIPTION, description);
    }
}

/* A start is that of the project, but where applications have an end as well. */
static void
map_start (Guess *guess)
{
  const char * const *opens = essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_OPENS);
  const char *names[] = { NULL, NULL };
  const char * const none[] = { NULL };
  g_autofree char *slug = opens != NULL ? essaim_text_slug (opens[0]) : NULL;

  if (g_strcmp0 (slug, "start-date") != 0 || essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_DEADLINE) != NULL
      || essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_SINCE) != NULL)
    return;

  names[0] = opens[0];
  essaim_mapping_set_fields (guess->mapping, ESSAIM_TARGET_SINCE, names);
  essaim_mapping_set_fields (guess->mapping, ESSAIM_TARGET_OPENS, none);
}

/* In linked data the id is an address, and the page of the record as a rule. */
static void
map_page_of_id (Guess *guess)
{
  const char * const *names = essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_ID);
  guint field;

  if (essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_PAGE) == NULL && names != NULL
      && essaim_fields_lookup (guess->fields, names[0], &field) && guess->samples[field].values->len > 0
      && essaim_field_values_fit (&guess->samples[field], ESSAIM_TARGET_PAGE, guess->reference))
    essaim_mapping_set_fields (guess->mapping, ESSAIM_TARGET_PAGE, names);
}

static gboolean
says_nothing (const Guess *guess,
              guint        field)
{
  for (guint i = 0; i < ESSAIM_N_ROLES; i++)
    if (guess->scores[field][i] > 0.0)
      return FALSE;

  return !essaim_field_name_is_of_other_things (essaim_fields_get_name (guess->fields, field));
}

/* What no name tells, values may. */
static void
map_silent (Guess *guess)
{
  g_autofree gboolean *used = g_new (gboolean, MAX (guess->n, 1));

  for (guint i = 0; i < guess->n; i++)
    used[i] = guess->used[i] || !says_nothing (guess, i);

  essaim_value_guess_map (guess->mapping, guess->fields, guess->samples, used, guess->reference);
  for (guint i = 0; i < guess->n; i++)
    guess->used[i] |= used[i] && says_nothing (guess, i);
}

/* Sure things first, so that the words of vaguer targets find only what is left. */
static void
map_all (Guess *guess)
{
  static const EssaimTarget places[] = {
    ESSAIM_TARGET_INSEE, ESSAIM_TARGET_POSTCODE, ESSAIM_TARGET_DEPARTMENT, ESSAIM_TARGET_COMMUNE,
  };
  static const EssaimTarget facts[] = {
    ESSAIM_TARGET_UPDATED, ESSAIM_TARGET_DEADLINE, ESSAIM_TARGET_OPENS, ESSAIM_TARGET_SINCE, ESSAIM_TARGET_FUNDING,
    ESSAIM_TARGET_WEBSITE, ESSAIM_TARGET_PAGE, ESSAIM_TARGET_KIND, ESSAIM_TARGET_STATUS, ESSAIM_TARGET_LICENCE,
    ESSAIM_TARGET_PERIMETER, ESSAIM_TARGET_TERRITORIES,
  };

  map_position (guess);
  map (guess, ESSAIM_TARGET_POINT, 1);
  map (guess, ESSAIM_TARGET_EMAIL, FIRST_AND_SECOND);
  map (guess, ESSAIM_TARGET_PHONE, FIRST_AND_SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    map (guess, places[i], FIRST_AND_SECOND);
  map_official (guess, ESSAIM_TARGET_SIRET);
  map_official (guess, ESSAIM_TARGET_RNA);
  map_id (guess);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    map (guess, facts[i], 1);
  map_start (guess);
  map_page_of_id (guess);
  map_address (guess);
  essaim_audience_guess_map (guess->mapping, guess->fields, guess->samples, guess->used);
  map_silent (guess);
  map_title (guess);
  map_texts (guess);
  map (guess, ESSAIM_TARGET_ORGANISATION, FIRST_AND_SECOND);
  if (essaim_mapping_get_fields (guess->mapping, ESSAIM_TARGET_AUDIENCES) == NULL)
    map (guess, ESSAIM_TARGET_AUDIENCES, ALL_FIELDS);
  map (guess, ESSAIM_TARGET_THEMES, ALL_FIELDS);
}

/* Where records list their sites, what they say of the seat is of no use: it may be anywhere in France. */
static void
leave_seat (Guess *guess)
{
  gboolean has_sites = FALSE;

  for (guint i = 0; i < guess->n; i++)
    has_sites |= g_str_has_prefix (essaim_fields_get_name (guess->fields, i), ESSAIM_JSON_SITES ".");
  for (guint i = 0; has_sites && i < guess->n; i++)
    guess->used[i] = g_str_has_prefix (essaim_fields_get_name (guess->fields, i), "siege.");
}

/**
 * essaim_mapping_guess:
 * @fields: the fields of a feed
 * @samples: (array): what each looks like over the first rows
 * @hint: (nullable): a name of the feed, for its kind
 * @reference: the shipped facts
 *
 * Believes a name only if the values agree; a whole name before a word of a longer one, a full column before a sparse
 * one. Where no name promises a title, the field with the most different short texts is it. Without a column of kinds,
 * all records are of the kind that most of the feed speaks of.
 *
 * Returns: (transfer full): the mapping
 */
EssaimMapping *
essaim_mapping_guess (const EssaimFields      *fields,
                      const EssaimFieldSample *samples,
                      const char              *hint,
                      EssaimReference         *reference)
{
  g_autoptr (EssaimFieldAliases) aliases = essaim_field_aliases_new ();
  g_autoptr (EssaimMapping) mapping = essaim_mapping_new ();
  guint n = essaim_fields_get_n (fields);
  g_autofree double (*scores)[ESSAIM_N_ROLES] = g_malloc0_n (MAX (n, 1), sizeof *scores);
  g_autofree gboolean *used = g_new0 (gboolean, MAX (n, 1));
  Guess guess = { fields, samples, reference, mapping, scores, used, n };

  for (guint i = 0; i < n; i++)
    essaim_field_aliases_score (aliases, essaim_fields_get_name (fields, i), scores[i]);

  leave_seat (&guess);
  map_all (&guess);
  essaim_status_rules_add (mapping, fields);
  essaim_mapping_set_constant (mapping, ESSAIM_TARGET_KIND,
                               essaim_kind_to_code (essaim_kind_guess (mapping, fields, samples, hint)));

  return g_steal_pointer (&mapping);
}
