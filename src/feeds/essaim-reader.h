/* essaim-reader.h: bytes to records, whatever the format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-record.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimRecordFunc: gets each record in turn; FALSE with an error stops the reading. */
typedef gboolean (*EssaimRecordFunc) (const EssaimRecord *record, gpointer user_data, GError **error);

/** EssaimReadOptions: all optional; zeroed means "guess". */
typedef struct
{
  const char *format;      /* `csv`, `geojson`, `json`; (nullable) */
  const char *array_path;  /* where the records are in a JSON document; (nullable) */
  const char *address;     /* where the file is from, for addresses in it that leave out the host; (nullable) */
} EssaimReadOptions;

/* Reads a local file to its end. Fills the report's format, encoding, delimiter, read, refusals, warnings. Refuses
 * (ESSAIM_FEED_ERROR_REFUSED) what is not data: HTML, PDF, archives, empty, truncated, nested too deep, too large, a
 * table whose rows do not fit its header. */
gboolean essaim_reader_read_file (const char *path, const EssaimReadOptions *options, EssaimRecordFunc func,
                                  gpointer user_data, EssaimReport *report, char **array_path,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
