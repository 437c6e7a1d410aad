/* essaim-duplicates-private.h: the questions, and what was answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-duplicates.h"

G_BEGIN_DECLS

/** EssaimDuplicatesAnswer: to one question. */
typedef struct
{
  EssaimQuestion *question;
  guint           deed;      /* its number in the session; 0: not yet, or it was only put off */
  guint           put_off : 1;
  guint           sending : 1;
} EssaimDuplicatesAnswer;

struct _EssaimDuplicates
{
  GObject         parent_instance;

  /* Owned */
  EssaimSession  *session;
  GPtrArray      *questions;   /* (element-type EssaimQuestion): as the store has them, without those answered meanwhile */
  GPtrArray      *answers;     /* (element-type EssaimDuplicatesAnswer): the last one is the first to be taken back */
  GHashTable     *answered;    /* (element-type EssaimQuestion EssaimDuplicatesAnswer): the last to each question, borrowed from answers */
  GPtrArray      *returned;    /* (element-type EssaimQuestion): answers to these were taken back; the store may not know yet */
  EssaimQuestion *current;     /* (nullable) */
  GCancellable   *cancellable; /* (nullable): of the loading under way */

  guint           n_sending;   /* answers on their way to the store */
  guint           n_left_out;  /* weak questions that are not asked */
  guint           asks_weak : 1;
  guint           loaded : 1;
};

/* essaim-duplicates-counts.c */
/* (nullable): the last answer to a question */
EssaimDuplicatesAnswer *essaim_duplicates_find_answer (EssaimDuplicates     *self,
                                                       const EssaimQuestion *question);
gboolean                essaim_duplicates_was_put_off (EssaimDuplicates     *self,
                                                       const EssaimQuestion *question);
gboolean                essaim_question_is_weak       (const EssaimQuestion *question);

G_END_DECLS
