/* essaim-session-correct.h: what the person knows better than a source, and what the person adds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-evidence.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/* id: any of the project's record keys. (transfer full) */
void            essaim_session_get_evidence_async  (EssaimSession         *self,
                                                    const char            *id,
                                                    GCancellable          *cancellable,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
EssaimEvidence *essaim_session_get_evidence_finish (EssaimSession         *self,
                                                    GAsyncResult          *result,
                                                    GError               **error);
/* Answers when it is durable and the library shows it, `library-changed` before; while a source is being read, when it
 * is durable. Never cancelled half way. */
void            essaim_session_amend_async         (EssaimSession         *self,
                                                    const EssaimAmendment *amendment,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
gboolean        essaim_session_amend_finish        (EssaimSession         *self,
                                                    GAsyncResult          *result,
                                                    GError               **error);

/* (element-type EssaimProject): what was pasted, a table or lines; at least one. */
void            essaim_session_read_pasted_async   (EssaimSession         *self,
                                                    const char            *text,
                                                    GCancellable          *cancellable,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
GPtrArray      *essaim_session_read_pasted_finish  (EssaimSession         *self,
                                                    GAsyncResult          *result,
                                                    GError               **error);
/* A project of the person's own: id NULL for a new one. Answers with its id. */
void            essaim_session_put_own_async       (EssaimSession         *self,
                                                    EssaimProject         *project,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
char           *essaim_session_put_own_finish      (EssaimSession         *self,
                                                    GAsyncResult          *result,
                                                    GError               **error);
void            essaim_session_remove_own_async    (EssaimSession         *self,
                                                    const char            *id,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
void            essaim_session_restore_own_async   (EssaimSession         *self,
                                                    const char            *id,
                                                    GAsyncReadyCallback    callback,
                                                    gpointer               user_data);
/* Of the two before. */
gboolean        essaim_session_own_finish          (EssaimSession         *self,
                                                    GAsyncResult          *result,
                                                    GError               **error);

G_END_DECLS
