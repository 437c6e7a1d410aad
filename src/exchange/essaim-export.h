/* essaim-export.h: projects out to a spreadsheet, a map or a script
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-entry.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_EXPORT_CSV,
  ESSAIM_EXPORT_GEOJSON,
  ESSAIM_EXPORT_JSON,
} EssaimExportFormat;

/** EssaimExportNext: the next project to write, (transfer full), or NULL at the end (or with an error). */
typedef EssaimProject *(*EssaimExportNext) (gpointer user_data, GError **error);
typedef struct
{
  EssaimExportFormat  format;
  gboolean            with_contact;
  const char         *title;       /* (nullable): of the result or the shortlist */
} EssaimExportOptions;

gboolean essaim_export_format_from_path (const char *path, EssaimExportFormat *format, GError **error);
/* The file appears whole or not at all.
 * CSV: one row per project; GeoJSON: one feature per site; JSON: the list of projects. */
gboolean essaim_export_write (const char *path, const EssaimExportOptions *options, EssaimReference *reference,
                              EssaimExportNext next, gpointer user_data, GCancellable *cancellable, GError **error);
/* A shortlist: the copies kept, each with the person's own columns. (element-type EssaimEntry) */
gboolean essaim_export_write_entries (const char *path, const EssaimExportOptions *options, EssaimReference *reference,
                                      GPtrArray *entries, GCancellable *cancellable, GError **error);

G_END_DECLS
