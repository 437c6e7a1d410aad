/* essaim-sync.h: one refresh of one feed, from address or file to report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/** EssaimSyncFetched: bytes fetched so far; total is 0 while it is not known. Called often, from the calling thread. */
typedef void (*EssaimSyncFetched) (guint64 bytes, guint64 total, gpointer user_data);

/** EssaimSyncOptions: what is zero is not told. All borrowed. */
typedef struct
{
  const char        *feed;           /* id; NULL: a slug of the file name or address */
  const char        *title;
  const char        *licence;
  const char        *format;
  const char        *mapping_path;   /* a JSON file */
  const char        *mapping_json;   /* the same as text; wins over the file and over what is kept */
  const char        *body_path;      /* what the address answered, fetched before: read instead, and left where it is */
  const char        *token;          /* for the server; wins over the kept one */
  const char        *origin;         /* of a feed that is new: its id in the catalogue */
  int                interval_days;  /* of a feed that is new; 0: ESSAIM_SUBSCRIPTION_INTERVAL, < 0: only by hand */
  EssaimSyncFetched  fetch_progress; /* with the same user data as the other one */
  gboolean           dry_run;        /* nothing is kept, not even the feed */
  gboolean           accept_shrink;
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
/* One subscribed feed from its address: only if it has changed, not while its server wants to be left alone. NULL with an
 * error only for a feed that the person does not have. `options`: feed, title, licence, origin and interval are not looked at. */
EssaimReport *essaim_sync_refresh (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference, const char *feed,
                                   const EssaimSyncOptions *options, EssaimSyncProgress progress, gpointer user_data,
                                   GCancellable *cancellable, GError **error);
/* The same from the last body that was accepted, without network: another mapping, or a library that was lost. */
EssaimReport *essaim_sync_reread  (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference, const char *feed,
                                   const EssaimSyncOptions *options, EssaimSyncProgress progress, gpointer user_data,
                                   GCancellable *cancellable, GError **error);
/* Every feed that the library has nothing of, from its kept body. */
gboolean      essaim_sync_rebuild (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                   EssaimSyncProgress progress, gpointer user_data, GCancellable *cancellable,
                                   GError **error);
/* A library that is damaged, missing or empty, brought back from the kept bodies; it must not be open. told: NULL when there was
 * nothing to do, or nothing is kept. */
gboolean      essaim_sync_mend_library (const char *folder, EssaimReference *reference, char **told,
                                        EssaimSyncProgress progress, gpointer user_data, GCancellable *cancellable,
                                        GError **error);
gboolean      essaim_sync_is_lost (EssaimLibrary *library);
/* Ids of the feeds that are to be refreshed by now. now: ISO 8601 in UTC. */
GStrv         essaim_sync_list_due (EssaimLibrary *library, EssaimWork *work, const char *now, GError **error);
/* When a feed is to be refreshed next, ISO 8601: NULL: never by itself. */
char         *essaim_sync_get_next (EssaimLibrary *library, const EssaimSubscription *feed, const EssaimRefreshState *state,
                                    const char *now);
/* Removes a feed at once, with its records, its body and its token. */
gboolean      essaim_sync_remove  (EssaimLibrary *library, EssaimWork *work, const char *feed, GError **error);
/* The same for what essaim_work_remove_feed has left, once nobody can undo it any more. */
gboolean      essaim_sync_sweep   (EssaimLibrary *library, EssaimWork *work, GError **error);
/* Subscribes what was imported when the program was killed before it could. Each import does; who lists feeds should. */
gboolean      essaim_sync_mend    (EssaimLibrary *library, EssaimWork *work, GError **error);
/* The feed that a source is subscribed as, else an id that no other address has. */
char         *essaim_sync_choose_feed (EssaimWork *work, const char *source, GError **error);
/* Whether a source is a feed's: its address, or one that has led there for good. */
gboolean      essaim_sync_is_address_of (const EssaimSubscription *feed, const char *uri);
/* A feed's id from its file name or address. */
char         *essaim_sync_feed_id (const char *source);
/** ESSAIM_SYNC_STARTER: id of the feed that comes with the program. */
#define ESSAIM_SYNC_STARTER "essaim-starter"

/* The starter facts, shown before any feed; a feed like the others. Does nothing when they are
 * there unchanged. */
EssaimReport *essaim_sync_import_starter (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                          GCancellable *cancellable);

G_END_DECLS
