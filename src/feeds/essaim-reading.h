/* essaim-reading.h: what the readers of each format share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-decoder.h"
#include "essaim-reader.h"

G_BEGIN_DECLS

/** EssaimReading: one file being read. All borrowed. */
typedef struct
{
  EssaimDecoder    *decoder;
  EssaimRecordFunc  func;
  gpointer          user_data;
  EssaimReport     *report;
  GCancellable     *cancellable;   /* (nullable) */
  const char       *address;       /* (nullable): where the file is from */
} EssaimReading;

/* A longer record is refused. */
#define ESSAIM_READING_MAX_RECORD_BYTES (10 * 1024 * 1024)

/* Later fields are left out. */
#define ESSAIM_READING_MAX_FIELDS 2000

gboolean essaim_csv_reader_read  (const EssaimReading *reading, GError **error);
gboolean essaim_json_reader_read (const EssaimReading *reading, const char *wanted_path, char **array_path,
                                  GError **error);

G_END_DECLS
