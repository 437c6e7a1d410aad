/* essaim-csv-scanner.h: one record of a CSV text in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimCsvCell: a cell as it stands in the text. */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    is_quoted;   /* its doubled quotes stand for one */
} EssaimCsvCell;

typedef enum
{
  ESSAIM_CSV_SCAN_RECORD,       /* a whole record */
  ESSAIM_CSV_SCAN_NEEDS_MORE,   /* the text ends before the record does */
  ESSAIM_CSV_SCAN_UNBALANCED,   /* a quote is opened that the record does not close */
} EssaimCsvScan;

/** EssaimCsvExtent: how far a record goes. */
typedef struct
{
  gsize    bytes;
  guint    lines;
  gboolean is_cut;   /* the text ended, the line did not */
} EssaimCsvExtent;

EssaimCsvScan  essaim_csv_scan          (const char *text, gsize length, gboolean is_last, char delimiter,
                                         gboolean has_quotes, GArray *cells, EssaimCsvExtent *extent);
const char    *essaim_csv_cell_get_text (const EssaimCsvCell *cell, GString *scratch, gsize *length);

G_END_DECLS
