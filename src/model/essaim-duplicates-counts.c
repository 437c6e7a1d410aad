/* essaim-duplicates-counts.c: how far the questions are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-duplicates-private.h"

/* A pair that is hardly alike, as a person reads its score: per cent. */
#define WEAK 25

/**
 * essaim_duplicates_find_answer: (skip)
 * @self: the questions
 * @question: one of them
 *
 * Returns: (nullable): the last answer to it
 */
EssaimDuplicatesAnswer *
essaim_duplicates_find_answer (EssaimDuplicates     *self,
                               const EssaimQuestion *question)
{
  return g_hash_table_lookup (self->answered, question);
}

/**
 * essaim_duplicates_was_put_off: (skip)
 * @self: the questions
 * @question: one of them
 *
 * Returns: whether it comes again when those put off are taken up
 */
gboolean
essaim_duplicates_was_put_off (EssaimDuplicates     *self,
                               const EssaimQuestion *question)
{
  const EssaimDuplicatesAnswer *answer = essaim_duplicates_find_answer (self, question);

  return answer != NULL && answer->put_off;
}

/**
 * essaim_question_is_weak: (skip)
 * @question: a question
 *
 * Returns: whether its two records are hardly alike
 */
gboolean
essaim_question_is_weak (const EssaimQuestion *question)
{
  return question->score * 100 + 0.5 < WEAK + 1;
}

/**
 * essaim_duplicates_get_loaded:
 * @self: the questions
 *
 * Returns: whether it is known which there are
 */
gboolean
essaim_duplicates_get_loaded (EssaimDuplicates *self)
{
  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), FALSE);

  return self->loaded;
}

/**
 * essaim_duplicates_get_n_open:
 * @self: the questions
 *
 * Returns: how many wait for an answer, those put off with them
 */
guint
essaim_duplicates_get_n_open (EssaimDuplicates *self)
{
  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), 0);

  return self->questions->len;
}

/**
 * essaim_duplicates_get_n_weak:
 * @self: the questions
 *
 * Returns: how many are about pairs that are hardly alike, asked or put away
 */
guint
essaim_duplicates_get_n_weak (EssaimDuplicates *self)
{
  guint n;

  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), 0);

  n = self->n_left_out;
  for (guint i = 0; i < self->questions->len; i++)
    n += essaim_question_is_weak (self->questions->pdata[i]);

  return n;
}

/**
 * essaim_duplicates_is_weak:
 * @self: the questions
 *
 * Returns: whether what is asked now is about a pair that is hardly alike
 */
gboolean
essaim_duplicates_is_weak (EssaimDuplicates *self)
{
  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), FALSE);

  return self->current != NULL && essaim_question_is_weak (self->current);
}

/**
 * essaim_duplicates_get_n_put_off:
 * @self: the questions
 *
 * Returns: how many were put off
 */
guint
essaim_duplicates_get_n_put_off (EssaimDuplicates *self)
{
  guint n = 0;

  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), 0);

  for (guint i = 0; i < self->questions->len; i++)
    n += essaim_duplicates_was_put_off (self, self->questions->pdata[i]);

  return n;
}

/**
 * essaim_duplicates_get_n_answered:
 * @self: the questions
 *
 * Returns: how many were answered, and not taken back
 */
guint
essaim_duplicates_get_n_answered (EssaimDuplicates *self)
{
  guint n = 0;

  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), 0);

  for (guint i = 0; i < self->answers->len; i++)
    n += !((EssaimDuplicatesAnswer *) self->answers->pdata[i])->put_off;

  return n;
}

/**
 * essaim_duplicates_get_current:
 * @self: the questions
 *
 * Returns: (transfer none) (nullable): what is asked now
 */
const EssaimQuestion *
essaim_duplicates_get_current (EssaimDuplicates *self)
{
  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), NULL);

  return self->current;
}

/**
 * essaim_duplicates_get_asks_weak:
 * @self: the questions
 *
 * Returns: whether pairs that are hardly alike are asked about
 */
gboolean
essaim_duplicates_get_asks_weak (EssaimDuplicates *self)
{
  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), TRUE);

  return self->asks_weak;
}
