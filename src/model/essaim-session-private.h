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

void             essaim_session_match_text_async   (EssaimSession *self, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray          *essaim_session_match_text_finish  (EssaimSession *self, GAsyncResult *result, GError **error);
void             essaim_session_get_cards_async    (EssaimSession *self, const guint32 *numbers, guint n, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray       *essaim_session_get_cards_finish   (EssaimSession *self, GAsyncResult *result, GError **error);
/* The worker that owns work.db (its database is an EssaimWork). */
EssaimWorker    *essaim_session_get_work_worker    (EssaimSession *self);

G_END_DECLS
