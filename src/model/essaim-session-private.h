/* essaim-session-private.h: what the models ask of the session, and views never do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-library.h"
#include "essaim-place.h"
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

/* One job in a worker. The task that the callback gets has the session as its source: a model must not be one, as a
 * worker's thread may drop the last reference to a task. Read its answer with g_task_propagate_… */
void             essaim_session_run_async           (EssaimSession       *self,
                                                     EssaimSessionLane    lane,
                                                     EssaimWorkerFunc     func,
                                                     gpointer             data,
                                                     GDestroyNotify       destroy,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
/* All that the person decided and corrected: an EssaimJudgement, the callback's. */
void             essaim_session_load_judgement_async (EssaimSession       *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
/* Cancelled when the session closes; the import reports its progress here, from its thread. */
GCancellable    *essaim_session_begin_import        (EssaimSession       *self,
                                                     GCancellable        *cancellable);
void             essaim_session_begin_progress      (EssaimSession       *self,
                                                     const char          *source);
void             essaim_session_progress            (guint                read,
                                                     guint                total,
                                                     gpointer             session);
void             essaim_session_fetched             (guint64              bytes,
                                                     guint64              total,
                                                     gpointer             session);
void             essaim_session_end_import          (EssaimSession       *self,
                                                     GCancellable        *cancellable);

/* A write through the work worker is not seen by its own data_version: whoever wrote says so. */
void             essaim_session_emit_work_changed   (EssaimSession       *self);
/* Looks at once whether other connections have written (after a job of the writer); the callback comes after the
 * signals. */
void             essaim_session_look_async          (EssaimSession       *self,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
char            *essaim_session_take_told           (EssaimSession       *self);
void             essaim_session_mend                (EssaimSession       *self,
                                                     const GError        *damage);
EssaimPlace     *essaim_session_get_place           (EssaimSession       *self);
void             essaim_session_end_mend            (EssaimSession       *self);
void             essaim_session_emit_work_damaged   (EssaimSession       *self,
                                                     const char          *path,
                                                     const char          *date,
                                                     guint                shortlists,
                                                     guint                entries);
void             essaim_session_emit_failed         (EssaimSession       *self,
                                                     const GError        *error);

void             essaim_session_back_up            (EssaimSession       *self);

G_END_DECLS
