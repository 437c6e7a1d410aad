/* essaim-joining-table.c: whether heads are what rules and judgement say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-joining-table.h"

#include <string.h>

#include "essaim-hash.h"
#include "essaim-statement.h"

/**
 * essaim_correction_hash:
 * @correction: a correction
 *
 * Returns: a hash of what it makes of its record
 */
guint64
essaim_correction_hash (const EssaimCorrection *correction)
{
  guint64 hash = essaim_hash_text (correction->field, correction->record);

  return essaim_hash_text (essaim_hash_text (hash, correction->value), correction->date);
}

/* The same for the same judgement, in whatever order it is told. */
static guint64
hash_judgement (const EssaimJudgement *judgement)
{
  guint64 hash = 0;

  for (guint i = 0; judgement != NULL && i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];
      gboolean is_first = strcmp (decision->a, decision->b) < 0;

      hash += essaim_hash_text (essaim_hash_text (decision->joined, is_first ? decision->a : decision->b),
                                is_first ? decision->b : decision->a);
    }
  for (guint i = 0; judgement != NULL && i < judgement->corrections->len; i++)
    hash += essaim_correction_hash (judgement->corrections->pdata[i]);
  for (guint i = 0; judgement != NULL && judgement->feed_order != NULL && judgement->feed_order[i] != NULL; i++)
    hash += essaim_hash_text (i, judgement->feed_order[i]);

  return hash;
}

/**
 * essaim_joining_table_put:
 * @connection: library.db, in a transaction
 * @rules: the version of those by which heads were made
 * @judgement: (nullable): what the person had decided
 * @error: return location
 *
 * Returns: whether it is remembered
 */
gboolean
essaim_joining_table_put (EssaimConnection       *connection,
                          int                     rules,
                          const EssaimJudgement  *judgement,
                          GError                **error)
{
  EssaimStatement *put = essaim_connection_use (connection, "INSERT INTO joining (rules, judgement) VALUES (?1, ?2)", error);

  if (put == NULL || !essaim_joining_table_forget (connection, error))
    return FALSE;

  essaim_statement_bind_int (put, 1, rules);
  essaim_statement_bind_int (put, 2, (gint64) hash_judgement (judgement));
  return essaim_statement_run (put, error);
}

/**
 * essaim_joining_table_get:
 * @connection: library.db
 * @rules: the present version of them
 * @judgement: (nullable): what the person has decided
 * @joining: (out): what there is to do
 * @error: return location
 *
 * Returns: whether that is known
 */
gboolean
essaim_joining_table_get (EssaimConnection       *connection,
                          int                     rules,
                          const EssaimJudgement  *judgement,
                          EssaimJoining          *joining,
                          GError                **error)
{
  EssaimStatement *query = essaim_connection_use (connection, "SELECT rules, judgement FROM joining", error);
  GError *local_error = NULL;

  *joining = ESSAIM_JOINING_TO_MATCH;
  if (query == NULL)
    return FALSE;

  if (essaim_statement_step (query, &local_error))
    {
      gboolean is_judged = (guint64) essaim_statement_get_int (query, 1) == hash_judgement (judgement);

      if (essaim_statement_get_int (query, 0) == rules)
        *joining = is_judged ? ESSAIM_JOINING_DONE : ESSAIM_JOINING_TO_GROUP;
      essaim_statement_reset (query);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_joining_table_forget:
 * @connection: library.db, in a transaction
 * @error: return location
 *
 * Returns: whether all parts will be compared when heads are looked after next
 */
gboolean
essaim_joining_table_forget (EssaimConnection  *connection,
                             GError           **error)
{
  EssaimStatement *forget = essaim_connection_use (connection, "DELETE FROM joining", error);

  return forget != NULL && essaim_statement_run (forget, error);
}
