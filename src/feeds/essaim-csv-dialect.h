/* essaim-csv-dialect.h: how a table is written: its delimiter and its header
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimCsvDialect: guessed from the first records. */
typedef struct
{
  char      delimiter;
  guint     preamble;     /* records before the header: comments, a title */
  gboolean  is_named;     /* the first record names the delimiter, and says nothing else */
  gboolean  has_header;
  gboolean  is_table;     /* or one column that reads like a text */
} EssaimCsvDialect;

void essaim_csv_dialect_guess (EssaimCsvDialect *dialect, const char *text, gsize length, gboolean is_last);

G_END_DECLS
