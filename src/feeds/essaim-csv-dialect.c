/* essaim-csv-dialect.c: guesses how a table is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-dialect.h"

#include <string.h>

#include "essaim-csv-scanner.h"

#define MAX_RECORDS 50
#define MAX_PREAMBLE 10

/* Names of columns are shorter, and no sentences. */
#define MAX_NAME_BYTES 200
#define MAX_WORDS_PER_NAME 4
#define MIN_SENTENCE_WORDS 8

/* The first records, read with one delimiter. */
typedef struct
{
  guint counts[MAX_RECORDS];   /* cells of each */
  guint filled[MAX_RECORDS];   /* those up to the last one that says something */
  guint n;
  guint mode;                  /* cells of most; more cells win a draw */
  guint n_mode;                /* how many have so many */
} Trial;

static gboolean
is_blank (const EssaimCsvCell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    if (!g_ascii_isspace (cell->text[i]))
      return FALSE;

  return TRUE;
}

static guint
count_filled (const GArray *cells)
{
  guint n = cells->len;

  while (n > 0 && is_blank (&g_array_index (cells, EssaimCsvCell, n - 1)))
    n--;

  return n;
}

/* Reads a record, with its quotes taken as letters if they do not match. */
static gboolean
scan (const char      *text,
      gsize            length,
      gboolean         is_last,
      char             delimiter,
      GArray          *cells,
      EssaimCsvExtent *extent)
{
  EssaimCsvScan outcome = essaim_csv_scan (text, length, is_last, delimiter, TRUE, cells, extent);

  if (outcome == ESSAIM_CSV_SCAN_UNBALANCED)
    outcome = essaim_csv_scan (text, length, is_last, delimiter, FALSE, cells, extent);

  return outcome == ESSAIM_CSV_SCAN_RECORD;
}

static void
find_mode (Trial *trial)
{
  for (guint i = 0; i < trial->n; i++)
    {
      guint n = 0;

      for (guint j = 0; j < trial->n; j++)
        n += trial->counts[j] == trial->counts[i];
      if (n > trial->n_mode || (n == trial->n_mode && trial->counts[i] > trial->mode))
        {
          trial->mode = trial->counts[i];
          trial->n_mode = n;
        }
    }
}

static void
try_delimiter (Trial      *trial,
               const char *text,
               gsize       length,
               gboolean    is_last,
               char        delimiter,
               GArray     *cells)
{
  EssaimCsvExtent extent;

  *trial = (Trial) { .n = 0 };
  while (length > 0 && trial->n < MAX_RECORDS && scan (text, length, is_last, delimiter, cells, &extent))
    {
      if (cells->len > 1 || !is_blank (&g_array_index (cells, EssaimCsvCell, 0)))
        {
          trial->filled[trial->n] = count_filled (cells);
          trial->counts[trial->n++] = cells->len;
        }
      text += extent.bytes;
      length -= extent.bytes;
    }

  find_mode (trial);
}

/* The most consistent delimiter wins; a header that agrees with the rows weighs as much as half of them. */
static double
score (const Trial *trial)
{
  double consistency;

  if (trial->n == 0 || (trial->mode < 2 && trial->counts[0] < 2))
    return 0;

  consistency = trial->mode < 2 ? 0 : (double) trial->n_mode / trial->n;

  return consistency + (trial->counts[0] == trial->mode ? 0.5 : trial->counts[0] > 1 ? 0.1 : 0)
         + 0.001 * MIN (trial->mode, 50);
}

/* One cell, or one before empty ones, as spreadsheets write a title above a wider table. */
static gboolean
is_above (const Trial *trial,
          guint        record)
{
  return trial->counts[record] == 1 || (trial->mode > 2 && trial->filled[record] <= 1);
}

/* Records before the header: comments and titles. */
static guint
count_preamble (const Trial *trial,
                const char  *text)
{
  guint n = 0;

  if (trial->mode < 2)
    return 0;
  while (n < trial->n && n < MAX_PREAMBLE && is_above (trial, n))
    n++;

  /* A header names columns: one name, however many cells follow it, is but the first row below another. */
  if (n == trial->n || trial->counts[n] != trial->mode || trial->filled[n] < 2)
    return 0;

  return trial->mode > 2 || *text == '#' ? n : 0;
}

static gboolean
is_number (const EssaimCsvCell *cell)
{
  g_autofree char *text = g_strstrip (g_strndup (cell->text, MIN (cell->length, 64)));
  char *end;

  g_strdelimit (text, ",", '.');
  g_ascii_strtod (text, &end);

  return *text != '\0' && *end == '\0' && !g_ascii_isalpha (*text);
}

static guint
count_words (const EssaimCsvCell *cell)
{
  guint n = 0;

  for (gsize i = 0; i < cell->length; i++)
    n += cell->text[i] != ' ' && (i == 0 || cell->text[i - 1] == ' ');

  return n;
}

/* Whether what should be names of columns is the beginning of a letter, or of a page without its marks. */
static gboolean
reads_like_text (const GArray *cells)
{
  const EssaimCsvCell *last = &g_array_index (cells, EssaimCsvCell, cells->len - 1);
  gboolean is_sentence = last->length > 0 && memchr (".!?", last->text[last->length - 1], 3) != NULL;
  gsize longest = 0;
  guint n_words = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const EssaimCsvCell *cell = &g_array_index (cells, EssaimCsvCell, i);

      longest = MAX (longest, cell->length);
      n_words += count_words (cell);
    }

  return (cells->len == 1 && longest > MAX_NAME_BYTES)
         || (is_sentence && n_words >= MIN_SENTENCE_WORDS && n_words > MAX_WORDS_PER_NAME * cells->len);
}

/* Looks at the record that should be the header. */
static void
judge_header (EssaimCsvDialect *dialect,
              const GArray     *cells,
              gboolean          is_alone)
{
  guint n_numbers = 0;

  for (guint i = 0; i < cells->len; i++)
    n_numbers += is_number (&g_array_index (cells, EssaimCsvCell, i));

  dialect->has_header = n_numbers * 2 < cells->len;
  dialect->is_table = !reads_like_text (cells) && (cells->len > 1 || !is_alone);
}

/* Excel's own way to name the delimiter, in the first line. */
static gboolean
find_sep (const char *text,
          gsize       length,
          char       *delimiter)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || (text[5] != '\r' && text[5] != '\n'))
    return FALSE;

  *delimiter = text[4];

  return TRUE;
}

static void
find_header (EssaimCsvDialect *dialect,
             const char       *text,
             gsize             length,
             gboolean          is_last,
             GArray           *cells)
{
  EssaimCsvExtent extent;

  for (guint skipped = 0; length > 0 && scan (text, length, is_last, dialect->delimiter, cells, &extent);)
    {
      gboolean is_empty = cells->len == 1 && is_blank (&g_array_index (cells, EssaimCsvCell, 0));

      text += extent.bytes;
      length -= extent.bytes;
      if (!is_empty && skipped++ == dialect->preamble)
        {
          judge_header (dialect, cells, length == 0 && is_last);
          return;
        }
    }
}

/**
 * essaim_csv_dialect_guess:
 * @dialect: (out): what was guessed
 * @text: (array length=length): the start of a feed's text: 64 kB or more, or all of it
 * @length: its bytes
 * @is_last: whether it is all of it
 *
 * The delimiter is the one of `,` `;` `|` and tab that gives the first 50 records most consistently as many cells,
 * whatever their number; quotes may hold line ends.
 */
void
essaim_csv_dialect_guess (EssaimCsvDialect *dialect,
                          const char       *text,
                          gsize             length,
                          gboolean          is_last)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EssaimCsvCell));
  double best = 0;

  *dialect = (EssaimCsvDialect) { .delimiter = ',', .has_header = TRUE };
  if (find_sep (text, length, &dialect->delimiter))
    {
      dialect->is_named = TRUE;
      dialect->preamble = 1;
    }
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
        {
          Trial trial;

          try_delimiter (&trial, text, length, is_last, delimiters[i], cells);
          if (score (&trial) > best)
            {
              best = score (&trial);
              dialect->delimiter = delimiters[i];
              dialect->preamble = count_preamble (&trial, text);
            }
        }
    }

  find_header (dialect, text, length, is_last, cells);
}
