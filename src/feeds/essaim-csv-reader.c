/* essaim-csv-reader.c: a table to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-csv-note.h"
#include "essaim-csv-parser.h"
#include "essaim-feed-error.h"
#include "essaim-plain-text.h"
#include "essaim-record-builder.h"
#include "essaim-text.h"

/* Fewer rows that do not fit are dirt; from here on, when they are more than half, the columns mean nothing. */
#define MIN_MISFITS 3

/* A column without a name gets one when it first has a value. */
#define UNNAMED G_MAXUINT

/* Why a row does not fit the header. */
typedef enum
{
  FITS,
  SHORT,      /* kept */
  OVERFULL,   /* refused */
  CUT,        /* refused */
} Fit;

typedef struct
{
  guint line;
  guint n_cells;
  Fit   fit;
} Misfit;

typedef struct
{
  const EssaimReading *reading;    /* borrowed */

  /* Owned */
  EssaimCsvParser     *parser;
  EssaimRecordBuilder *builder;
  GArray              *columns;    /* (element-type guint): the field of each column */
  GArray              *misfits;    /* (element-type Misfit) */
  GString             *scratch;

  guint                n_required; /* columns but for the nameless last ones */
  guint                n_rows;
  guint                n_empty;    /* rows without any value, not of n_rows */
  gboolean             is_guarded; /* cells are guarded against being taken for formulas */
} Table;

static void
table_clear (Table *self)
{
  g_string_free (self->scratch, TRUE);
  g_array_unref (self->misfits);
  g_array_unref (self->columns);
  essaim_record_builder_free (self->builder);
  essaim_csv_parser_free (self->parser);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
table_init (Table               *self,
            const EssaimReading *reading)
{
  self->reading = reading;
  self->parser = essaim_csv_parser_new (reading->decoder, reading->cancellable);
  self->builder = essaim_record_builder_new ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->misfits = g_array_new (FALSE, FALSE, sizeof (Misfit));
  self->scratch = g_string_new (NULL);
}

static gboolean
is_blank (const EssaimCsvCell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    if (!g_ascii_isspace (cell->text[i]))
      return FALSE;

  return TRUE;
}

/* How many cells there are up to the last one that says something. */
static guint
count_filled (const EssaimCsvRow *row)
{
  guint n = row->n_cells;

  while (n > 0 && is_blank (&row->cells[n - 1]))
    n--;

  return n;
}

static gboolean
is_blank_line (const EssaimCsvRow *row)
{
  return row->n_cells == 1 && !row->is_too_long && is_blank (row->cells);
}

/* A name that no column before has. */
static guint
intern_unique (EssaimFields *fields,
               const char   *name)
{
  g_autofree char *unique = g_strdup (name);
  guint field;

  for (guint i = 2; essaim_fields_lookup (fields, unique, &field); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s_%u", name, i);
    }

  return essaim_fields_intern (fields, unique);
}

static guint
name_column (Table *self,
             guint  column)
{
  g_autofree char *name = g_strdup_printf ("column_%u", column + 1);

  return intern_unique (essaim_record_builder_get_fields (self->builder), name);
}

/* Our own exports guard their cells; of other tables a `'` belongs to the text. */
static gboolean
is_own (EssaimFields *fields)
{
  guint field;

  return essaim_fields_lookup (fields, "attribution", &field) && essaim_fields_lookup (fields, "sites", &field);
}

static void
read_header (Table              *self,
             const EssaimCsvRow *row)
{
  EssaimFields *fields = essaim_record_builder_get_fields (self->builder);
  guint n = MIN (row->n_cells, ESSAIM_READING_MAX_FIELDS);

  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const char *text = essaim_csv_cell_get_text (&row->cells[i], self->scratch, &length);
      g_autofree char *name = essaim_text_clean (text, length, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
      guint field = *name != '\0' ? intern_unique (fields, name) : UNNAMED;

      g_array_append_val (self->columns, field);
    }

  self->is_guarded = is_own (fields);
  self->n_required = MIN (count_filled (row), n);
  if (row->n_cells > n)
    essaim_report_warn (self->reading->report, "too-many-fields", row->line,
                        _("There are more than 2,000 columns; the others were left out."));
}

/* Without a header columns only have numbers, and the first row is data like the others. */
static void
number_columns (Table              *self,
                const EssaimCsvRow *row)
{
  for (guint i = 0; i < MIN (row->n_cells, ESSAIM_READING_MAX_FIELDS); i++)
    {
      guint field = name_column (self, i);

      g_array_append_val (self->columns, field);
    }

  self->n_required = self->columns->len;
  essaim_report_warn (self->reading->report, "no-header", row->line,
                      _("The first row already looks like data, so the columns have no names."));
}

static void
set_value (Table      *self,
           guint       field,
           const char *text,
           gsize       length)
{
  g_autofree char *unguarded = NULL;

  if (self->is_guarded && *text == '\'')
    {
      g_autofree char *cell = g_strndup (text, length);

      text = unguarded = essaim_text_unguard_cell (cell);
      length = strlen (text);
    }

  essaim_record_builder_set (self->builder, field, text, length, essaim_plain_is (text, length));
}

static gboolean
emit (Table               *self,
      const EssaimCsvRow  *row,
      GError             **error)
{
  essaim_record_builder_begin (self->builder);
  for (guint i = 0; i < MIN (row->n_cells, self->columns->len); i++)
    {
      guint *field = &g_array_index (self->columns, guint, i);
      gsize length;
      const char *text = essaim_csv_cell_get_text (&row->cells[i], self->scratch, &length);

      if (length == 0 || (*field == UNNAMED && is_blank (&row->cells[i])))
        continue;
      if (*field == UNNAMED)
        *field = name_column (self, i);
      set_value (self, *field, text, length);
    }

  return self->reading->func (essaim_record_builder_finish (self->builder, row->line), self->reading->user_data, error);
}

static Fit
find_fit (Table              *self,
          const EssaimCsvRow *row)
{
  if (self->columns->len < ESSAIM_READING_MAX_FIELDS && count_filled (row) > self->columns->len)
    return OVERFULL;
  if (row->n_cells >= self->n_required)
    return FITS;

  return row->is_cut && self->n_rows > 1 ? CUT : SHORT;
}

/* Spreadsheets leave hundreds of rows of nothing but delimiters behind: all are counted, and one is listed. */
static void
refuse_empty (Table              *self,
              const EssaimCsvRow *row)
{
  EssaimReport *report = self->reading->report;

  report->read++;
  if (self->n_empty++ == 0)
    essaim_report_refuse (report, row->line, _("The row is empty."));
  else
    report->refused++;
  essaim_report_warn (report, "empty-rows", row->line, _("Rows without any value were left out."));
}

/* OpenDataSoft says what went wrong in the middle of a file as it says it instead of one: a line of JSON. */
static gboolean
check_error (Table               *self,
             const EssaimCsvRow  *row,
             GError             **error)
{
  static const char mark[] = "{\"error_code\"";
  gsize length;
  const char *text;

  if (row->cells[0].length < strlen (mark) || row->cells[0].text[0] != '{')
    return TRUE;
  text = essaim_csv_cell_get_text (&row->cells[0], self->scratch, &length);
  if (length < strlen (mark) || memcmp (text, mark, strlen (mark)) != 0)
    return TRUE;

  g_autofree char *words = essaim_text_clean (text, length, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
  for (guint i = 1; i < row->n_cells; i++)
    {
      text = essaim_csv_cell_get_text (&row->cells[i], self->scratch, &length);
      if (memmem (text, length, "\"message\"", strlen ("\"message\"")) != NULL)
        {
          g_free (words);
          words = essaim_text_clean (text, length, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
        }
    }
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
               _("The server stopped in the middle of the data with an error: “%s”. Try again later."), words);

  return FALSE;
}

/* Whether a column has its own name again; one without a name has nothing. */
static gboolean
repeats_name (Table              *self,
              const EssaimCsvRow *row,
              guint               column)
{
  guint field = g_array_index (self->columns, guint, column);
  gsize length;
  const char *text = essaim_csv_cell_get_text (&row->cells[column], self->scratch, &length);
  const char *name;
  gsize n_name;

  if (field == UNNAMED)
    return length == 0;

  name = essaim_fields_get_name (essaim_record_builder_get_fields (self->builder), field);
  n_name = strlen (name);

  return length >= n_name && memcmp (text, name, n_name) == 0
         && strspn (text + n_name, " \t") >= length - n_name;
}

/* Tables that were put together from several files have the header of each. */
static gboolean
is_header_again (Table              *self,
                 const EssaimCsvRow *row)
{
  guint n = MIN (row->n_cells, self->columns->len);

  if (row->is_too_long || n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!repeats_name (self, row, i))
      return FALSE;

  return TRUE;
}

/* A remark stands alone in a wide table. */
static gboolean
is_note (Table              *self,
         const EssaimCsvRow *row)
{
  gsize length;
  const char *text;

  if (row->is_too_long || self->columns->len < 3 || count_filled (row) != 1)
    return FALSE;
  text = essaim_csv_cell_get_text (&row->cells[0], self->scratch, &length);

  return essaim_csv_note_is_one (text, length);
}

static gboolean
read_row (Table               *self,
          const EssaimCsvRow  *row,
          GError             **error)
{
  EssaimReport *report = self->reading->report;

  if (is_blank_line (row))
    return TRUE;
  if (!check_error (self, row, error))
    return FALSE;
  if (row->is_unbalanced)
    essaim_report_warn (report, "unbalanced-quote", row->line,
                        _("A quote is opened and never closed; the quotes in such rows were taken as letters."));
  if (!row->is_too_long && count_filled (row) == 0)
    {
      refuse_empty (self, row);
      return TRUE;
    }
  if (is_header_again (self, row))
    {
      essaim_report_warn (report, "repeated-header", row->line,
                          _("The names of the columns stand between the rows again; such lines were left out."));
      return TRUE;
    }
  if (is_note (self, row))
    {
      report->read++;
      essaim_report_refuse (report, row->line, _("The line is a remark on the table."));
      return TRUE;
    }

  self->n_rows++;
  report->read++;
  if (row->is_too_long)
    {
      essaim_report_refuse (report, row->line, _("The row is longer than 10 MB."));
      return TRUE;
    }

  Misfit misfit = { row->line, row->n_cells, find_fit (self, row) };
  if (misfit.fit != FITS)
    g_array_append_val (self->misfits, misfit);

  return misfit.fit == OVERFULL || misfit.fit == CUT || emit (self, row, error);
}

static void
refuse_row (Table        *self,
            const Misfit *misfit)
{
  essaim_report_refuse (self->reading->report, misfit->line,
                        ngettext ("The row has %u cell for %u columns.",
                                  "The row has %u cells for %u columns.", misfit->n_cells),
                        misfit->n_cells, self->n_required);
}

static gboolean
refuse_text (GError **error)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                       _("This is neither a table nor a list of records. Look for a CSV or GeoJSON file."));

  return FALSE;
}

/* When most rows have too few or too many cells no value can be trusted to be in its column: reading them would make
 * wrong facts of right ones. */
static gboolean
refuse_all (Table   *self,
            GError **error)
{
  guint least = G_MAXUINT;
  guint most = 0;

  for (guint i = 0; i < self->misfits->len; i++)
    {
      const Misfit *misfit = &g_array_index (self->misfits, Misfit, i);

      refuse_row (self, misfit);
      least = MIN (least, misfit->n_cells);
      most = MAX (most, misfit->n_cells);
    }

  if (self->columns->len == 1)
    refuse_text (error);
  else if (least == most)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                 _("%u columns announced, %u read. Nothing was changed."), self->n_required, least);
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                 _("%u columns announced, %u to %u read. Nothing was changed."), self->n_required, least, most);

  return FALSE;
}

/* Of a table of few rows nothing is kept either where none fits. */
static gboolean
are_all_overfull (Table *self)
{
  guint n = 0;

  for (guint i = 0; i < self->misfits->len; i++)
    n += g_array_index (self->misfits, Misfit, i).fit == OVERFULL;

  return n > 0 && n == self->n_rows;
}

static gboolean
judge_misfits (Table   *self,
               GError **error)
{
  if ((self->misfits->len >= MIN_MISFITS && self->misfits->len * 2 > self->n_rows) || are_all_overfull (self))
    return refuse_all (self, error);

  for (guint i = 0; i < self->misfits->len; i++)
    {
      const Misfit *misfit = &g_array_index (self->misfits, Misfit, i);

      if (misfit->fit == OVERFULL)
        refuse_row (self, misfit);
      else if (misfit->fit == CUT)
        essaim_report_refuse (self->reading->report, misfit->line, _("The file stops in the middle of this row."));
      else
        essaim_report_warn (self->reading->report, "short-rows", misfit->line,
                            _("Rows with fewer cells than columns; what is missing was taken as empty."));
    }

  return TRUE;
}

/* A title or a remark: nothing is lost without a word. */
static void
refuse_preamble (Table              *self,
                 const EssaimCsvRow *row)
{
  self->reading->report->read++;
  essaim_report_refuse (self->reading->report, row->line, _("The line stands above the table."));
}

/* Finds the header, and leaves the parser after it. */
static gboolean
begin (Table         *self,
       EssaimCsvRow  *row,
       GError       **error)
{
  const EssaimCsvDialect *dialect = essaim_csv_parser_get_dialect (self->parser, error);
  EssaimReport *report = self->reading->report;

  if (dialect == NULL)
    return FALSE;
  if (!dialect->is_table)
    return refuse_text (error);

  g_free (report->delimiter);
  report->delimiter = g_strndup (&dialect->delimiter, 1);
  for (guint skipped = 0; skipped <= dialect->preamble;)
    {
      if (!essaim_csv_parser_next (self->parser, row, error))
        return FALSE;
      if (row->n_cells == 0)
        return TRUE;
      if (skipped < dialect->preamble && !is_blank_line (row) && !(skipped == 0 && dialect->is_named))
        refuse_preamble (self, row);
      skipped += !is_blank_line (row);
    }

  if (dialect->has_header)
    read_header (self, row);
  else
    number_columns (self, row);

  return dialect->has_header || read_row (self, row, error);
}

/**
 * essaim_csv_reader_read:
 * @reading: the file, and where its records go
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it is no table, or most rows do not fit the header
 *
 * Reads a table to its end. A row of too few cells is kept, one of too many is refused; when that is so for more than
 * half of the rows (and three at least), or when there is no other row, the whole table is refused, each such row by
 * its line.
 *
 * Returns: whether the table was read; else what came out of it so far must be dropped
 */
gboolean
essaim_csv_reader_read (const EssaimReading  *reading,
                        GError              **error)
{
  g_auto (Table) table = { 0 };
  EssaimCsvRow row;

  table_init (&table, reading);
  if (!begin (&table, &row, error))
    return FALSE;

  while (row.n_cells > 0)
    {
      if (!essaim_csv_parser_next (table.parser, &row, error))
        return FALSE;
      if (row.n_cells > 0 && !read_row (&table, &row, error))
        return FALSE;
    }

  return judge_misfits (&table, error);
}
