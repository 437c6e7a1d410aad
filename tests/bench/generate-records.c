/* generate-records.c: writes generated records to standard output, as a feed would publish them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <string.h>

#include "bench-records.h"

#define N_COLUMNS 16

static const char * const columns[N_COLUMNS] = {
  "id", "titre", "resume", "description", "organisme", "thematiques", "publics", "type", "statut", "adresse",
  "code_postal",
  "commune", "code_insee", "latitude", "longitude", "date_maj",
};

typedef struct
{
  char number[16];
  char lat[G_ASCII_DTOSTR_BUF_SIZE];
  char lon[G_ASCII_DTOSTR_BUF_SIZE];
} Numbers;

static void
list_values (const BenchRecord *record,
             Numbers           *numbers,
             const char        *values[N_COLUMNS])
{
  const char *listed[N_COLUMNS] = {
    numbers->number, record->title, record->summary, record->description, record->organisation, record->tags,
    record->audience,
    record->kind, record->status, record->address, record->postcode, record->town, record->insee, numbers->lat,
    numbers->lon,
    record->updated,
  };

  g_snprintf (numbers->number, sizeof numbers->number, "p%07u", record->number);
  g_ascii_formatd (numbers->lat, sizeof numbers->lat, "%.6f", record->lat);
  g_ascii_formatd (numbers->lon, sizeof numbers->lon, "%.6f", record->lon);
  memcpy (values, listed, sizeof listed);
}

/* RFC 4180, section 2: a field with a comma or a quote stands in quotes, its quotes doubled. */
static void
write_csv_field (const char *value)
{
  if (strpbrk (value, ",\"\n") == NULL)
    {
      fputs (value, stdout);
      return;
    }

  putchar ('"');
  for (; *value != '\0'; value++)
    {
      if (*value == '"')
        putchar ('"');
      putchar (*value);
    }
  putchar ('"');
}

static void
write_csv_line (const char * const *values)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        putchar (',');
      write_csv_field (values[i]);
    }
  putchar ('\n');
}

static void
write_json_text (const char *value)
{
  putchar ('"');
  for (; *value != '\0'; value++)
    {
      if (*value == '"' || *value == '\\')
        putchar ('\\');
      putchar (*value);
    }
  putchar ('"');
}

static void
write_feature (const char * const *values,
               gboolean            is_first)
{
  printf ("%s{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]},\"properties\":{",
          is_first ? "" : ",\n", values[14], values[13]);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      printf ("%s\"%s\":", i > 0 ? "," : "", columns[i]);
      if (i == 13 || i == 14)
        fputs (values[i], stdout);
      else
        write_json_text (values[i]);
    }
  fputs ("}}", stdout);
}

static void
write_records (guint    n,
               guint32  seed,
               gboolean as_geojson)
{
  g_autoptr (BenchRecords) records = bench_records_new (seed);

  if (as_geojson)
    fputs ("{\"type\":\"FeatureCollection\",\"features\":[\n", stdout);
  else
    write_csv_line (columns);

  for (guint i = 0; i < n; i++)
    {
      const char *values[N_COLUMNS];
      Numbers numbers;

      list_values (bench_records_next (records), &numbers, values);
      if (as_geojson)
        write_feature (values, i == 0);
      else
        write_csv_line (values);
    }

  if (as_geojson)
    fputs ("\n]}\n", stdout);
}

int
main (int    argc,
      char **argv)
{
  guint64 n, seed = BENCH_SEED;

  if (argc < 3 || argc > 4 || (!g_str_equal (argv[1], "csv") && !g_str_equal (argv[1], "geojson")) ||
      !g_ascii_string_to_unsigned (argv[2], 10, 1, 100000000, &n, NULL) ||
      (argc == 4 && !g_ascii_string_to_unsigned (argv[3], 10, 0, G_MAXUINT32, &seed, NULL)))
    {
      fprintf (stderr, "Usage: %s csv|geojson N [SEED]\n", argv[0]);
      return 2;
    }

  write_records (n, seed, g_str_equal (argv[1], "geojson"));

  return fflush (stdout) == 0 ? 0 : 1;
}
