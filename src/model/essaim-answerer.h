/* essaim-answerer.h: answers queries over one index, in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-results.h"
#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_ANSWERER (essaim_answerer_get_type ())
G_DECLARE_FINAL_TYPE (EssaimAnswerer, essaim_answerer, ESSAIM, ANSWERER, GObject)

EssaimAnswerer *essaim_answerer_new           (EssaimSession       *session,
                                               EssaimIndex         *index);
void            essaim_answerer_answer_async  (EssaimAnswerer      *self,
                                               const EssaimQuery   *query,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
EssaimResults  *essaim_answerer_answer_finish (EssaimAnswerer      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
/* How many projects each query (element-type EssaimQuery) finds: (element-type guint). Their text is that of the last
 * answer, or none. */
void            essaim_answerer_count_async   (EssaimAnswerer      *self,
                                               GPtrArray           *queries,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
GArray         *essaim_answerer_count_finish  (EssaimAnswerer      *self,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
