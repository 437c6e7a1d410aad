/* essaim-work-decisions.c: which records are one project, as the person decided; and all that the person judged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "essaim-work-private.h"

/* Ids may have blanks, and are one line. */
static char *
make_decision_uuid (const char *a,
                    const char *b)
{
  g_autofree char *key = g_strjoin ("\n", a, b, NULL);

  return essaim_work_make_uuid ("decision", key);
}

static gboolean
read_decision (EssaimWork          *self,
               const char          *uuid,
               EssaimDecisionKind  *kind,
               GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *joined = essaim_work_get_text (self, "SELECT joined FROM decision WHERE uuid = ?1 AND NOT deleted",
                                                  &uuid, 1, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *kind = joined == NULL ? ESSAIM_DECISION_NONE
                         : g_str_equal (joined, "0") ? ESSAIM_DECISION_SPLIT : ESSAIM_DECISION_JOINED;
  return TRUE;
}

static gboolean
write_decision (EssaimWork          *self,
                const char          *uuid,
                const char          *a,
                const char          *b,
                EssaimDecisionKind   kind,
                GError             **error)
{
  EssaimStatement *add;

  if (kind == ESSAIM_DECISION_NONE)
    return essaim_work_set_field (self, "decision", uuid, "deleted", "1", error);

  add = essaim_work_query (self, "INSERT OR IGNORE INTO decision (uuid, a, b) VALUES (?1, ?2, ?3)",
                           (const char *[]) { uuid, a, b }, 3, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "decision", uuid, "joined", kind == ESSAIM_DECISION_JOINED ? "1" : "0", error) &&
         essaim_work_set_field (self, "decision", uuid, "deleted", "0", error);
}

/* Within a change. What stood before goes into @before, unless it is the same. */
static gboolean
decide (EssaimWork          *self,
        const char          *x,
        const char          *y,
        EssaimDecisionKind   kind,
        GPtrArray           *before,
        GError             **error)
{
  const char *a = strcmp (x, y) < 0 ? x : y;
  const char *b = a == x ? y : x;
  g_autofree char *uuid = make_decision_uuid (a, b);
  EssaimDecisionKind was;

  if (!read_decision (self, uuid, &was, error))
    return FALSE;
  if (was == kind)
    return TRUE;
  g_ptr_array_add (before, g_variant_new (ESSAIM_DECISION_TYPE, a, b, (int) was));

  return write_decision (self, uuid, a, b, kind, error);
}

static gboolean
decide_all (EssaimWork  *self,
            GVariant    *decisions,
            GPtrArray   *before,
            GError     **error)
{
  GVariantIter iter;
  const char *a, *b;
  int kind;

  g_variant_iter_init (&iter, decisions);
  while (g_variant_iter_next (&iter, "(&s&si)", &a, &b, &kind))
    if (!g_str_equal (a, b) && !decide (self, a, b, (EssaimDecisionKind) kind, before, error))
      return FALSE;

  return TRUE;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer kept = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = kept;
    }
}

/**
 * essaim_work_decide:
 * @self: work
 * @decisions: `a(ssi)`: pairs of record keys, in any order, each with an #EssaimDecisionKind; of a pair that comes
 *   twice the last one holds
 * @before: (out) (optional) (transfer full): likewise, what stood before of each pair that has changed, the last one
 *   first: deciding that undoes it
 * @error: return location for an error
 *
 * Decides all of them, or none.
 *
 * Returns: whether that is on the disk
 */
gboolean
essaim_work_decide (EssaimWork  *self,
                    GVariant    *decisions,
                    GVariant   **before,
                    GError     **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GVariant) undo = NULL;
  gboolean is_done;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (g_variant_is_of_type (decisions, G_VARIANT_TYPE (ESSAIM_DECISIONS_TYPE)), FALSE);

  is_done = essaim_work_begin (self, error) &&
            essaim_work_end (self, decide_all (self, decisions, changed, error), error);
  reverse (changed);
  undo = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE (ESSAIM_DECISION_TYPE), (GVariant **) changed->pdata,
                                                  changed->len));
  if (is_done && before != NULL)
    *before = g_steal_pointer (&undo);

  return is_done;
}

static gboolean
read_decisions (EssaimWork       *self,
                EssaimJudgement  *judgement,
                GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *row = essaim_work_query (self, "SELECT a, b, joined FROM decision WHERE NOT deleted ORDER BY a, b",
                                            NULL, 0, error);

  if (row == NULL)
    return FALSE;

  while (essaim_statement_step (row, &local_error))
    essaim_judgement_add_decision (judgement, essaim_statement_get_text (row, 0), essaim_statement_get_text (row, 1),
                                   essaim_statement_get_int (row, 2) != 0);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return local_error == NULL;
}

/**
 * essaim_work_load_judgement:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full): what the person decided and corrected
 */
EssaimJudgement *
essaim_work_load_judgement (EssaimWork  *self,
                            GError     **error)
{
  g_autoptr (EssaimJudgement) judgement = essaim_judgement_new ();
  g_autoptr (GPtrArray) corrections = NULL;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  corrections = essaim_work_list_corrections (self, error);
  if (corrections == NULL || !read_decisions (self, judgement, error))
    return NULL;

  g_ptr_array_unref (judgement->corrections);
  judgement->corrections = g_steal_pointer (&corrections);
  if (!essaim_work_get_feed_order (self, &judgement->feed_order, error))
    return NULL;

  return g_steal_pointer (&judgement);
}
