/* bench-records.c: records such as feeds publish, the same ones for the same seed
 *
 * Four of five lie around one of sixty towns, more around larger ones; the others anywhere in the country, with a point
 * and no address. Few words are frequent and many are rare, as in any text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-records.h"

#include <math.h>

#include "bench-words.h"

typedef struct
{
  const char *word;
  guint       value;
} Choice;

struct _BenchRecords
{
  /* Owned */
  GRand       *rand;
  GString     *title;
  GString     *summary;
  GString     *description;
  GString     *organisation;
  GString     *tags;
  GString     *address;
  GString     *updated;
  guint        cumulated[BENCH_N_TOWNS];
  BenchRecord  record;
};

static const char * const theme_words[BENCH_N_THEMES] = {
  "Environnement", "Énergie", "Réemploi", "Alimentation", "Mobilité", "Habitat", "Emploi", "Économie sociale",
  "Solidarité", "Égalité", "Éducation", "Santé", "Vieillissement", "Numérique", "Culture", "Citoyenneté",
};

static const Choice audiences[] = {
  { "", 0 }, { "", 0 }, { "Tous publics", 1 << 0 }, { "Jeunes", 1 << 1 }, { "Seniors", 1 << 2 },
  { "Personnes handicapées", 1 << 3 },
  { "Demandeurs d'emploi", 1 << 4 }, { "Familles", 1 << 5 }, { "Femmes", 1 << 6 }, { "Personnes réfugiées", 1 << 7 },
};

static const Choice kinds[] = {
  { "Projet", 0 }, { "Projet", 0 }, { "Projet", 0 }, { "Lieu", 1 }, { "Structure d'appui", 2 }, { "Financement", 3 },
  { "Association", 4 },
};

static const char * const statuses[] = { "En cours", "En cours", "Terminé", "En projet", "" };
static const char * const ways[] = { "rue", "avenue", "place", "chemin", "boulevard" };
static const char * const forms[] = { "Association", "Coopérative", "Collectif", "Fondation", "Union", "Régie" };

static guint
pick (BenchRecords *self,
      guint         n)
{
  return g_rand_int_range (self->rand, 0, n);
}

/* The square of a uniform number makes the first words frequent; a step through the list makes neighbours unlike. */
static const char *
pick_word (BenchRecords *self)
{
  double uniform = g_rand_double (self->rand);

  return bench_words[(guint) (uniform * uniform * bench_n_words) * 101 % bench_n_words];
}

/* Numbers are drawn one to a statement: compilers differ in the order within one, and records must not. */
static double
pick_normal (BenchRecords *self)
{
  double radius = sqrt (-2 * log (1 - g_rand_double (self->rand)));

  return radius * cos (2 * G_PI * g_rand_double (self->rand));
}

static void
capitalize (GString *text)
{
  if (g_ascii_islower (text->str[0]))
    text->str[0] = g_ascii_toupper (text->str[0]);
}

static void
write_words (BenchRecords *self,
             GString      *text,
             guint         n)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, i % 7 == 6 ? ", " : i % 3 == 2 ? " de " : " ");
      g_string_append (text, pick_word (self));
    }
  capitalize (text);
}

static const BenchTown *
pick_town (BenchRecords *self)
{
  guint at = pick (self, self->cumulated[BENCH_N_TOWNS - 1]);
  guint town = 0;

  while (self->cumulated[town] <= at)
    town++;

  return &bench_towns[town];
}

static void
place_in_town (BenchRecords *self)
{
  const BenchTown *town = pick_town (self);
  BenchRecord *record = &self->record;
  guint house = 1 + pick (self, 200);
  const char *way = ways[pick (self, G_N_ELEMENTS (ways))];

  record->lat = town->lat + 0.02 * pick_normal (self);
  record->lon = town->lon + 0.03 * pick_normal (self);
  g_string_printf (self->address, "%u %s de la %s", house, way, pick_word (self));
  record->postcode = town->postcode;
  record->town = town->name;
  record->insee = town->insee;
}

/* The box lies within metropolitan France but for some sea and hills: nothing else is known of these points. */
static void
place_anywhere (BenchRecords *self)
{
  BenchRecord *record = &self->record;

  record->lat = g_rand_double_range (self->rand, 43.5, 49.5);
  record->lon = g_rand_double_range (self->rand, 0.0, 6.5);
  g_string_truncate (self->address, 0);
  record->postcode = record->town = record->insee = "";
}

static void
choose_themes (BenchRecords *self)
{
  guint n = pick (self, 10) == 0 ? 0 : 1 + pick (self, 5) / 3;

  g_string_truncate (self->tags, 0);
  self->record.themes = 0;
  for (guint i = 0; i < n; i++)
    {
      guint theme = pick (self, BENCH_N_THEMES);

      if (self->record.themes & 1u << theme)
        continue;
      self->record.themes |= 1u << theme;
      g_string_append_printf (self->tags, "%s%s", self->tags->len > 0 ? "|" : "", theme_words[theme]);
    }
}

static void
choose_words (BenchRecords *self)
{
  BenchRecord *record = &self->record;
  const Choice *audience = &audiences[pick (self, G_N_ELEMENTS (audiences))];
  const Choice *kind = &kinds[pick (self, G_N_ELEMENTS (kinds))];
  guint year = 2015 + pick (self, 10);
  guint month = 1 + pick (self, 12);

  record->audience = audience->word;
  record->audience_bits = audience->value;
  record->kind = kind->word;
  record->kind_value = kind->value;
  record->status = statuses[pick (self, G_N_ELEMENTS (statuses))];
  g_string_printf (self->updated, "%u-%02u-%02u", year, month, 1 + pick (self, 28));
}

static void
point_to_texts (BenchRecords *self)
{
  self->record.title = self->title->str;
  self->record.summary = self->summary->str;
  self->record.description = self->description->str;
  self->record.organisation = self->organisation->str;
  self->record.tags = self->tags->str;
  self->record.address = self->address->str;
  self->record.updated = self->updated->str;
}

/**
 * bench_records_new:
 * @seed: what the records follow from
 *
 * Returns: (transfer full): a generator of records without end
 */
BenchRecords *
bench_records_new (guint32 seed)
{
  BenchRecords *self = g_new0 (BenchRecords, 1);
  guint sum = 0;

  self->rand = g_rand_new_with_seed (seed);
  self->title = g_string_new (NULL);
  self->summary = g_string_new (NULL);
  self->description = g_string_new (NULL);
  self->organisation = g_string_new (NULL);
  self->tags = g_string_new (NULL);
  self->address = g_string_new (NULL);
  self->updated = g_string_new (NULL);
  for (guint town = 0; town < BENCH_N_TOWNS; town++)
    self->cumulated[town] = sum += bench_towns[town].weight;

  return self;
}

/**
 * bench_records_free:
 * @records: (transfer full): a generator
 */
void
bench_records_free (BenchRecords *records)
{
  g_rand_free (records->rand);
  g_string_free (records->title, TRUE);
  g_string_free (records->summary, TRUE);
  g_string_free (records->description, TRUE);
  g_string_free (records->organisation, TRUE);
  g_string_free (records->tags, TRUE);
  g_string_free (records->address, TRUE);
  g_string_free (records->updated, TRUE);
  g_free (records);
}

/**
 * bench_records_next:
 * @records: a generator
 *
 * Returns: (transfer none): the next record, valid until the one after it
 */
const BenchRecord *
bench_records_next (BenchRecords *records)
{
  records->record.number++;
  write_words (records, records->title, 3 + pick (records, 5));
  write_words (records, records->summary, 7 + pick (records, 7));
  write_words (records, records->description, 12 + pick (records, 14));
  g_string_assign (records->organisation, forms[pick (records, G_N_ELEMENTS (forms))]);
  g_string_append_printf (records->organisation, " %s", pick_word (records));
  choose_themes (records);
  choose_words (records);
  if (pick (records, 5) < 4)
    place_in_town (records);
  else
    place_anywhere (records);
  point_to_texts (records);

  return &records->record;
}
