/* essaim-sync.h: one refresh of one feed, from address or file to report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/** EssaimSyncOptions: all optional. */
typedef struct
{
  const char *feed;           /* id; NULL: a slug of the file name or address */
  const char *title;
  const char *licence;
  const char *format;
  const char *mapping_path;   /* a JSON file */
  gboolean    dry_run;        /* nothing is kept, not even the feed */
  gboolean    accept_shrink;
} EssaimSyncOptions;

/** EssaimSyncProgress: records read so far; total is 0 while it is not known. Called often, from the calling thread. */
typedef void (*EssaimSyncProgress) (guint read, guint total, gpointer user_data);

/* Always returns a report, whatever happened (outcome says); blocks, so call it in a thread. `source` is a path, a file:
 * URI or an http(s) address. A feed that is new is subscribed when the import succeeds, not otherwise. */
EssaimReport *essaim_sync_import  (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                   const char *source, const EssaimSyncOptions *options, EssaimSyncProgress progress,
                                   gpointer user_data, GCancellable *cancellable);
/* The same, with the error behind the report's words. */
EssaimReport *essaim_sync_import_full (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                       const char *source, const EssaimSyncOptions *options,
                                       EssaimSyncProgress progress, gpointer user_data, GCancellable *cancellable,
                                       GError **error);
/* Subscribes what was imported when the program was killed before it could. Each import does; who lists feeds should. */
gboolean      essaim_sync_mend    (EssaimLibrary *library, EssaimWork *work, GError **error);
/* A feed's id from its file name or address. */
char         *essaim_sync_feed_id (const char *source);
/** ESSAIM_SYNC_STARTER: id of the feed that comes with the program. */
#define ESSAIM_SYNC_STARTER "essaim-starter"

/* The starter facts, shown before any feed; a feed like the others. Does nothing when they are
 * there unchanged. */
EssaimReport *essaim_sync_import_starter (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                          GCancellable *cancellable);

G_END_DECLS
