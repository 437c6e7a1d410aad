/* essaim-session-private.h: what the models ask of the session, and views never do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-library.h"
#include "essaim-session.h"
#include "essaim-work.h"
#include "essaim-worker.h"

G_BEGIN_DECLS

/* (element-type guint32): numbers of projects, best first. */
void             essaim_session_match_text_async    (EssaimSession       *self,
                                                     const char          *text,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GArray          *essaim_session_match_text_finish   (EssaimSession       *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* (element-type EssaimCard): in the order of the numbers, NULL where gone. */
void             essaim_session_get_cards_async     (EssaimSession       *self,
                                                     const guint32       *numbers,
                                                     guint                n,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray       *essaim_session_get_cards_finish    (EssaimSession       *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The store's number of a project by any of its record keys; FALSE with NOT_FOUND. */
void             essaim_session_find_number_async   (EssaimSession       *self,
                                                     const char          *id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean         essaim_session_find_number_finish  (EssaimSession       *self,
                                                     GAsyncResult        *result,
                                                     guint32             *number,
                                                     GError             **error);

/* The worker whose database is an EssaimLibrary, for reading only. */
EssaimWorker    *essaim_session_get_reader_worker   (EssaimSession       *self);
/* The worker whose database is an EssaimWork. */
EssaimWorker    *essaim_session_get_work_worker     (EssaimSession       *self);
/* The worker that writes to the library: essaim_session_writer_get_library and …_get_work of its database. */
EssaimWorker    *essaim_session_get_writer_worker   (EssaimSession       *self);
EssaimLibrary   *essaim_session_writer_get_library  (gpointer             database);
EssaimWork      *essaim_session_writer_get_work     (gpointer             database);

/* A write through the work worker is not seen by its own data_version: whoever wrote says so. */
void             essaim_session_emit_work_changed   (EssaimSession       *self);
/* Looks at once whether other connections have written (after a job of the writer). */
void             essaim_session_look                (EssaimSession       *self);
void             essaim_session_emit_failed         (EssaimSession       *self,
                                                     const GError        *error);

G_END_DECLS
