/* essaim-session.h: the open data folder, with its workers; everything the views may ask of it
 *
 * All calls are made and answered in the main thread; nothing blocks it but essaim_session_close.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-index.h"
#include "essaim-project.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimSession: the data folder, open.
 *
 * Properties: `importing` (boolean, read only): an import is waiting or under way.
 *
 * Signals:
 *  - `library-changed` (): a refresh, here or in another process; EssaimExplorer reloads the index by itself.
 *  - `work-changed` (): shortlists or feeds, here or in another process; EssaimShortlists and EssaimFeedList reload
 *    by themselves.
 *  - `import-progress` (source utf8, read uint, total uint): about ten times a second; total is 0 while it is not
 *    known. Of a refresh, source is the feed's id.
 *  - `fetch-progress` (source utf8, bytes uint64, total uint64): the same while it is on its way from a server.
 *  - `failed` (GError): something that nobody waits for went wrong (a page of the list, a note being saved); say it
 *    in a toast.
 *  - `closing` (): the last chance to push edits that wait; the workers still accept jobs.
 */
#define ESSAIM_TYPE_SESSION (essaim_session_get_type ())
G_DECLARE_FINAL_TYPE (EssaimSession, essaim_session, ESSAIM, SESSION, GObject)

EssaimSession   *essaim_session_new                (const char          *folder,
                                                    EssaimReference     *reference);
EssaimReference *essaim_session_get_reference      (EssaimSession       *self);
const char      *essaim_session_get_folder         (EssaimSession       *self);
gboolean         essaim_session_get_importing      (EssaimSession       *self);
/* Ends the workers after the jobs under way (an import is cancelled and rolled back); edits are never dropped. */
void             essaim_session_close              (EssaimSession       *self);

/* Opens both databases, makes the daily backup, imports the starter facts when they are new. Call it first. */
void             essaim_session_prepare_async      (EssaimSession       *self,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean         essaim_session_prepare_finish     (EssaimSession       *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
void             essaim_session_load_index_async   (EssaimSession       *self,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
EssaimIndex     *essaim_session_load_index_finish  (EssaimSession       *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
/* id: any of the project's record keys. (transfer full) */
void             essaim_session_get_project_async  (EssaimSession       *self,
                                                    const char          *id,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
EssaimProject   *essaim_session_get_project_finish (EssaimSession       *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);

/** EssaimImportOptions: what the person chose for an import; all may be NULL or FALSE. */
typedef struct
{
  const char *feed;            /* id of the feed to refresh; NULL: made from the source's name */
  const char *title;
  const char *licence;
  gboolean    accept_shrink;   /* after ESSAIM_OUTCOME_NEEDS_CONFIRMATION */
} EssaimImportOptions;

/* source: a path, a file: URI or an http(s) address. options: (nullable). Imports run one after another. Always
 * answers with a report (its outcome says), but for a cancelled import: G_IO_ERROR_CANCELLED, store as it was. */
void             essaim_session_import_async       (EssaimSession             *self,
                                                    const char                *source,
                                                    const EssaimImportOptions *options,
                                                    GCancellable              *cancellable,
                                                    GAsyncReadyCallback        callback,
                                                    gpointer                   user_data);
EssaimReport    *essaim_session_import_finish      (EssaimSession             *self,
                                                    GAsyncResult              *result,
                                                    GError                   **error);
/* One feed that the person has, from where it comes, after the imports and refreshes before it. Answers as an import. */
void             essaim_session_refresh_async      (EssaimSession             *self,
                                                    const char                *feed,
                                                    gboolean                   accept_shrink,
                                                    GCancellable              *cancellable,
                                                    GAsyncReadyCallback        callback,
                                                    gpointer                   user_data);
/* Writes the projects of the given store numbers (essaim_index_get_number), in that order; the format follows the path
 * (.csv, .geojson, .json). */
void             essaim_session_export_async       (EssaimSession       *self,
                                                    const char          *path,
                                                    gboolean             with_contact,
                                                    const char          *title,
                                                    const guint32       *numbers,
                                                    guint                n,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean         essaim_session_export_finish      (EssaimSession       *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);
/* What was made of a feed, and what its publisher could mend, as an HTML file. */
void             essaim_session_save_sheet_async   (EssaimSession       *self,
                                                    const char          *feed,
                                                    const char          *path,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean         essaim_session_save_sheet_finish  (EssaimSession       *self,
                                                    GAsyncResult        *result,
                                                    GError             **error);

/* The signal `work-damaged` (path, date, shortlists, entries) offers a copy of the work that the person may go back to. */
void     essaim_session_restore_async   (EssaimSession        *self,
                                         const char           *path,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean essaim_session_restore_finish  (EssaimSession        *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
