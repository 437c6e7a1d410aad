/* essaim-session-judge.h: what the person decides about records: that two are one, or are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-likeness.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimSighting: what one source alone says of a project, and what makes it a part of it. */
typedef struct
{
  EssaimProject *project;
  guint          reasons;    /* bits 1 << EssaimLikenessReason: of its best likeness to another part; 0: none */
  gboolean       same_title; /* as that other part */
  gboolean       by_hand;    /* the person joined it */
} EssaimSighting;

/** EssaimQuestion: two records that look like one, which nobody has decided about. */
typedef struct
{
  char   *a;          /* ids of records, the smaller one first */
  char   *b;
  double  score;      /* 0 to 1 */
  guint   reasons;    /* bits 1 << EssaimLikenessReason */
} EssaimQuestion;

EssaimQuestion *essaim_question_copy (const EssaimQuestion *question);
void            essaim_question_free (EssaimQuestion       *question);
/* Of the same two records; for a GHashTable. */
guint           essaim_question_hash (gconstpointer         question);
gboolean        essaim_question_equal (gconstpointer         question,
                                      gconstpointer         other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimQuestion, essaim_question_free)

/* id: of a project or of any of its records. (element-type EssaimSighting): one for each source, by their ids. */
void        essaim_session_list_sightings_async  (EssaimSession        *self,
                                                  const char           *id,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray  *essaim_session_list_sightings_finish (EssaimSession        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
/* (element-type EssaimQuestion): the likest first; of two projects that are alike in several records, one. */
void        essaim_session_list_questions_async  (EssaimSession        *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray  *essaim_session_list_questions_finish (EssaimSession        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/* Each answers when the decision is durable, also while a feed is being read; the library follows soon, and tells so by
 * `library-changed`. */
void        essaim_session_join_async            (EssaimSession        *self,
                                                  const char           *a,
                                                  const char           *b,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void        essaim_session_keep_apart_async      (EssaimSession        *self,
                                                  const char           *a,
                                                  const char           *b,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
/* record: id of one of the records of the project */
void        essaim_session_split_async           (EssaimSession        *self,
                                                  const char           *project,
                                                  const char           *record,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
/* The number of the deed, which takes it back; 0 with an error. */
guint       essaim_session_judge_finish          (EssaimSession        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void        essaim_session_take_back_async       (EssaimSession        *self,
                                                  guint                 deed,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean    essaim_session_take_back_finish      (EssaimSession        *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
