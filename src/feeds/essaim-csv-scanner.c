/* essaim-csv-scanner.c: one record of a CSV text in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-scanner.h"

#include <string.h>

/* Borrowed: the text, and the cells being filled. */
typedef struct
{
  const char *p;
  const char *end;
  gboolean    is_last;
  char        delimiter;
  guint       lines;
} Scanner;

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static const char *
skip_blanks (const Scanner *self,
             const char    *p)
{
  while (p < self->end && (*p == ' ' || (*p == '\t' && self->delimiter != '\t')))
    p++;

  return p;
}

/* Line ends within a quoted cell, CR LF being one. */
static guint
count_line_ends (const char *start,
                 const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p++)
    n += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));

  return n;
}

static EssaimCsvScan
scan_plain_cell (Scanner       *self,
                 EssaimCsvCell *cell)
{
  const char *p = self->p;
  const char *end = self->end;
  char delimiter = self->delimiter;

  while (p < end && *p != delimiter && !is_line_end (*p))
    p++;

  *cell = (EssaimCsvCell) { self->p, p - self->p, FALSE };
  self->p = p;

  return p == end && !self->is_last ? ESSAIM_CSV_SCAN_NEEDS_MORE : ESSAIM_CSV_SCAN_RECORD;
}

/* A quote closes the cell when a delimiter or the end of the record follows. Any other one within a line is meant as
 * itself: "Le "Bon" Coin". But where line ends come in between, the quote at the start was never meant to open. */
static EssaimCsvScan
scan_quoted_cell (Scanner       *self,
                  const char    *start,
                  EssaimCsvCell *cell)
{
  EssaimCsvScan at_end = self->is_last ? ESSAIM_CSV_SCAN_UNBALANCED : ESSAIM_CSV_SCAN_NEEDS_MORE;
  gboolean has_inner = FALSE;
  guint lines = 0;

  for (const char *p = start;;)
    {
      const char *quote = memchr (p, '"', self->end - p);

      if (has_inner && count_line_ends (p, quote != NULL ? quote : self->end) > 0)
        return ESSAIM_CSV_SCAN_UNBALANCED;
      if (quote == NULL || (quote + 1 == self->end && !self->is_last))
        return at_end;

      lines += count_line_ends (p, quote);
      if (quote + 1 < self->end && quote[1] == '"')
        {
          p = quote + 2;
          continue;
        }

      const char *after = skip_blanks (self, quote + 1);
      if (after == self->end && !self->is_last)
        return at_end;
      if (after == self->end || *after == self->delimiter || is_line_end (*after))
        {
          *cell = (EssaimCsvCell) { start, quote - start, TRUE };
          self->p = after;
          self->lines += lines;
          return ESSAIM_CSV_SCAN_RECORD;
        }

      if (lines > 0)
        return ESSAIM_CSV_SCAN_UNBALANCED;
      has_inner = TRUE;
      p = quote + 1;
    }
}

/* Steps over the end of the line. */
static EssaimCsvScan
end_record (Scanner *self)
{
  if (self->p == self->end)
    return ESSAIM_CSV_SCAN_RECORD;

  if (*self->p == '\r' && self->p + 1 == self->end && !self->is_last)
    return ESSAIM_CSV_SCAN_NEEDS_MORE;

  self->p += *self->p == '\r' && self->p + 1 < self->end && self->p[1] == '\n' ? 2 : 1;
  self->lines++;

  return ESSAIM_CSV_SCAN_RECORD;
}

/**
 * essaim_csv_scan:
 * @text: (array length=length): text that starts at a record
 * @length: its bytes, at least 1
 * @is_last: whether the feed ends with it
 * @delimiter: what is between cells
 * @has_quotes: whether quotes are more than letters
 * @cells: (element-type EssaimCsvCell): gets the cells, which borrow from @text
 * @extent: (out): how far the record goes
 *
 * Returns: what came of it; @cells and @extent are good only for a whole record
 */
EssaimCsvScan
essaim_csv_scan (const char      *text,
                 gsize            length,
                 gboolean         is_last,
                 char             delimiter,
                 gboolean         has_quotes,
                 GArray          *cells,
                 EssaimCsvExtent *extent)
{
  Scanner self = { .p = text, .end = text + length, .is_last = is_last, .delimiter = delimiter };
  EssaimCsvScan scan;

  g_array_set_size (cells, 0);
  for (;;)
    {
      EssaimCsvCell cell;
      const char *start = has_quotes ? skip_blanks (&self, self.p) : self.end;

      if (start < self.end && *start == '"')
        scan = scan_quoted_cell (&self, start + 1, &cell);
      else
        scan = scan_plain_cell (&self, &cell);
      if (scan != ESSAIM_CSV_SCAN_RECORD)
        return scan;

      g_array_append_val (cells, cell);
      if (self.p == self.end || *self.p != delimiter)
        break;
      self.p++;
    }

  extent->is_cut = self.p == self.end;
  scan = end_record (&self);
  extent->bytes = self.p - text;
  extent->lines = self.lines;

  return scan;
}

/**
 * essaim_csv_cell_get_text:
 * @cell: a cell
 * @scratch: memory to write to where the cell is not to be read as it stands
 * @length: (out): bytes
 *
 * Returns: (transfer none) (array length=length): what the cell says
 */
const char *
essaim_csv_cell_get_text (const EssaimCsvCell *cell,
                          GString             *scratch,
                          gsize               *length)
{
  const char *end = cell->text + cell->length;
  const char *p = cell->text;
  const char *quote;

  *length = cell->length;
  if (!cell->is_quoted || memchr (p, '"', cell->length) == NULL)
    return cell->text;

  g_string_truncate (scratch, 0);
  while ((quote = memchr (p, '"', end - p)) != NULL)
    {
      g_string_append_len (scratch, p, quote + 1 - p);
      p = quote + 1 < end && quote[1] == '"' ? quote + 2 : quote + 1;
    }
  g_string_append_len (scratch, p, end - p);
  *length = scratch->len;

  return scratch->str;
}
