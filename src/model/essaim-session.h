/* essaim-session.h: the open data folder, with its workers; everything the views may ask of it
 *
 * All calls are made and answered in the main thread; nothing blocks it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-index.h"
#include "essaim-project.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimSession: signal `library-changed` (a refresh here or in another process: reload the index), `work-changed` (shortlists, feeds). */
#define ESSAIM_TYPE_SESSION (essaim_session_get_type ())
G_DECLARE_FINAL_TYPE (EssaimSession, essaim_session, ESSAIM, SESSION, GObject)

EssaimSession   *essaim_session_new                (const char *folder, EssaimReference *reference);
EssaimReference *essaim_session_get_reference      (EssaimSession *self);
/* Ends the workers after the jobs under way; edits are never dropped. */
void             essaim_session_close              (EssaimSession *self);

void             essaim_session_load_index_async   (EssaimSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
EssaimIndex     *essaim_session_load_index_finish  (EssaimSession *self, GAsyncResult *result, GError **error);
void             essaim_session_get_project_async  (EssaimSession *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
EssaimProject   *essaim_session_get_project_finish (EssaimSession *self, GAsyncResult *result, GError **error);
void             essaim_session_import_async       (EssaimSession *self, const char *source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
EssaimReport    *essaim_session_import_finish      (EssaimSession *self, GAsyncResult *result, GError **error);
void             essaim_session_prepare_async      (EssaimSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);  /* opens, starter facts, daily backup */
gboolean         essaim_session_prepare_finish     (EssaimSession *self, GAsyncResult *result, GError **error);
/* Writes the given index rows, in that order. */
void             essaim_session_export_async       (EssaimSession *self, const char *path, const guint32 *numbers, guint n, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean         essaim_session_export_finish      (EssaimSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
