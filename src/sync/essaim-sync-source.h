/* essaim-sync-source.h: a path, a file: URI or an http(s) address as a local file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimSyncSource: where the bytes are now, and where they come from. */
typedef struct
{
  char     *path;          /* of a local file */
  char     *uri;           /* http(s) address or file: URI */
  char     *title;         /* (nullable): as the catalogue that it comes from has it */
  char     *licence;       /* (nullable): likewise */
  gboolean  is_temporary;  /* the file goes away with this */
} EssaimSyncSource;

/* Blocks while an address is fetched. */
EssaimSyncSource *essaim_sync_source_open      (const char *source, EssaimReport *report, GCancellable *cancellable,
                                                GError **error);
void              essaim_sync_source_free      (EssaimSyncSource *source);
gboolean          essaim_sync_source_is_remote (const char *source);
/* http(s) address or file: URI; NULL for any other scheme. */
char             *essaim_sync_source_get_uri   (const char *source, GError **error);
/* A title for a feed that has none: the file's name, or the last part of the address. */
char             *essaim_sync_source_get_title (const char *source);
/* What to call the source in a sentence: the file's name, or the address without a password. */
char             *essaim_sync_source_get_name  (const char *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimSyncSource, essaim_sync_source_free)

G_END_DECLS
