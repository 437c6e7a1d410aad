/* essaim-csv-parser.h: the rows of a CSV text of any size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-csv-dialect.h"
#include "essaim-csv-scanner.h"
#include "essaim-decoder.h"

G_BEGIN_DECLS

/** EssaimCsvRow: valid until the next one is asked for. */
typedef struct
{
  const EssaimCsvCell *cells;
  guint                n_cells;       /* 0 at the end of the text */
  guint                line;          /* where it starts, from 1 */
  gboolean             is_unbalanced; /* a quote did not match, so all quotes were taken as letters */
  gboolean             is_too_long;   /* and has no cells to speak of */
  gboolean             is_cut;        /* the file ends within its line */
} EssaimCsvRow;

typedef struct _EssaimCsvParser EssaimCsvParser;

EssaimCsvParser        *essaim_csv_parser_new         (EssaimDecoder *decoder, GCancellable *cancellable);
void                    essaim_csv_parser_free        (EssaimCsvParser *self);
const EssaimCsvDialect *essaim_csv_parser_get_dialect (EssaimCsvParser *self, GError **error);
gboolean                essaim_csv_parser_next        (EssaimCsvParser *self, EssaimCsvRow *row, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimCsvParser, essaim_csv_parser_free)

G_END_DECLS
