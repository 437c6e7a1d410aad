/* essaim-judgement.c: what the person decided about records, as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-judgement.h"

static void
decision_free (EssaimDecision *decision)
{
  g_free (decision->a);
  g_free (decision->b);
  g_free (decision);
}

/**
 * essaim_judgement_new:
 *
 * Returns: (transfer full): the judgement of a person who has decided nothing yet
 */
EssaimJudgement *
essaim_judgement_new (void)
{
  EssaimJudgement *judgement = g_new0 (EssaimJudgement, 1);

  judgement->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) decision_free);
  judgement->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);

  return judgement;
}

/**
 * essaim_judgement_free:
 * @judgement: (transfer full): a judgement
 */
void
essaim_judgement_free (EssaimJudgement *judgement)
{
  g_ptr_array_unref (judgement->decisions);
  g_ptr_array_unref (judgement->corrections);
  g_strfreev (judgement->feed_order);
  g_free (judgement);
}

/**
 * essaim_judgement_add_decision:
 * @judgement: a judgement
 * @a: id of a record
 * @b: id of another
 * @joined: whether the person joined them, else kept them apart
 */
void
essaim_judgement_add_decision (EssaimJudgement *judgement,
                               const char      *a,
                               const char      *b,
                               gboolean         joined)
{
  EssaimDecision *decision = g_new0 (EssaimDecision, 1);

  decision->a = g_strdup (a);
  decision->b = g_strdup (b);
  decision->joined = joined;
  g_ptr_array_add (judgement->decisions, decision);
}

/**
 * essaim_judgement_add_correction:
 * @judgement: a judgement
 * @correction: (transfer full): a correction
 */
void
essaim_judgement_add_correction (EssaimJudgement  *judgement,
                                 EssaimCorrection *correction)
{
  g_ptr_array_add (judgement->corrections, correction);
}
