/* essaim-csv-parser.c: the rows of a CSV text of any size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-parser.h"

#include <string.h>

/* A longer record is a quote that was never closed, or no record at all. */
#define MAX_RECORD_BYTES (10 * 1024 * 1024)

/* What the dialect is guessed from. */
#define SAMPLE_BYTES (256 * 1024)

struct _EssaimCsvParser
{
  /* Owned */
  GCancellable     *cancellable;  /* (nullable) */
  GString          *text;         /* from the current record on, as far as it is read */
  GArray           *cells;        /* (element-type EssaimCsvCell) */

  /* Borrowed */
  EssaimDecoder    *decoder;

  EssaimCsvDialect  dialect;
  gsize             at;           /* in the text: the next record */
  guint             line;         /* of the next record */
  gboolean          is_last;      /* nothing follows the text */
  gboolean          is_started;   /* the dialect is known */
};

/**
 * essaim_csv_parser_new:
 * @decoder: gives the text; must outlive the parser
 * @cancellable: (nullable): to stop
 *
 * Returns: (transfer full): a parser before the first row
 */
EssaimCsvParser *
essaim_csv_parser_new (EssaimDecoder *decoder,
                       GCancellable  *cancellable)
{
  EssaimCsvParser *self = g_new0 (EssaimCsvParser, 1);

  self->decoder = decoder;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (EssaimCsvCell));
  self->line = 1;

  return self;
}

/**
 * essaim_csv_parser_free:
 * @self: (transfer full): a parser
 */
void
essaim_csv_parser_free (EssaimCsvParser *self)
{
  g_clear_object (&self->cancellable);
  g_array_unref (self->cells);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
read_more (EssaimCsvParser  *self,
           GError          **error)
{
  const char *text;
  gsize length;

  if (!essaim_decoder_read (self->decoder, &text, &length, self->cancellable, error))
    return FALSE;

  g_string_erase (self->text, 0, self->at);
  self->at = 0;
  g_string_append_len (self->text, text, length);
  self->is_last = length == 0;

  return TRUE;
}

/**
 * essaim_csv_parser_get_dialect:
 * @self: a parser
 * @error: #ESSAIM_FEED_ERROR_FAILED when the file cannot be read
 *
 * Returns: (transfer none): how the table is written
 */
const EssaimCsvDialect *
essaim_csv_parser_get_dialect (EssaimCsvParser  *self,
                               GError          **error)
{
  if (self->is_started)
    return &self->dialect;

  while (!self->is_last && self->text->len < SAMPLE_BYTES)
    if (!read_more (self, error))
      return NULL;

  essaim_csv_dialect_guess (&self->dialect, self->text->str, self->text->len, self->is_last);
  self->is_started = TRUE;

  return &self->dialect;
}

/* Reads on until there is a whole record. */
static EssaimCsvScan
scan (EssaimCsvParser  *self,
      gboolean          has_quotes,
      EssaimCsvExtent  *extent,
      GError          **error)
{
  for (;;)
    {
      gsize length = self->text->len - self->at;
      EssaimCsvScan outcome = ESSAIM_CSV_SCAN_NEEDS_MORE;

      if (length > 0)
        outcome = essaim_csv_scan (self->text->str + self->at, length, self->is_last, self->dialect.delimiter,
                                   has_quotes, self->cells, extent);
      if (outcome != ESSAIM_CSV_SCAN_NEEDS_MORE || self->is_last)
        return outcome;
      if (length > MAX_RECORD_BYTES)
        return ESSAIM_CSV_SCAN_UNBALANCED;
      if (!read_more (self, error))
        return ESSAIM_CSV_SCAN_NEEDS_MORE;
    }
}

/* Steps over the rest of a line that is too long to be kept. */
static gboolean
skip_line (EssaimCsvParser  *self,
           GError          **error)
{
  const char *end;

  while ((end = memchr (self->text->str + self->at, '\n', self->text->len - self->at)) == NULL)
    {
      self->at = self->text->len;
      if (self->is_last)
        return TRUE;
      if (!read_more (self, error))
        return FALSE;
    }

  self->at = end + 1 - self->text->str;

  return TRUE;
}

/**
 * essaim_csv_parser_next:
 * @self: a parser, whose dialect was asked for
 * @row: (out): the next row; without cells at the end
 * @error: #ESSAIM_FEED_ERROR_FAILED when the file cannot be read on
 *
 * Returns: whether that went well
 */
gboolean
essaim_csv_parser_next (EssaimCsvParser  *self,
                        EssaimCsvRow     *row,
                        GError          **error)
{
  g_autoptr (GError) failure = NULL;
  EssaimCsvExtent extent = { 0 };
  EssaimCsvScan outcome = scan (self, TRUE, &extent, &failure);

  *row = (EssaimCsvRow) { .line = self->line };
  if (outcome == ESSAIM_CSV_SCAN_UNBALANCED)
    {
      row->is_unbalanced = TRUE;
      outcome = scan (self, FALSE, &extent, &failure);
    }
  row->is_too_long = outcome == ESSAIM_CSV_SCAN_UNBALANCED;

  if (failure == NULL && row->is_too_long)
    {
      row->is_unbalanced = FALSE;
      extent = (EssaimCsvExtent) { .lines = 1 };
      skip_line (self, &failure);
      g_array_set_size (self->cells, 1);
      outcome = ESSAIM_CSV_SCAN_RECORD;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (outcome != ESSAIM_CSV_SCAN_RECORD)
    return TRUE;

  self->at += extent.bytes;
  self->line += extent.lines;
  row->cells = &g_array_index (self->cells, EssaimCsvCell, 0);
  row->n_cells = self->cells->len;
  row->is_cut = extent.is_cut;

  return TRUE;
}
