/* essaim-likeness-table.c: which parts look like one, as it was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-likeness-table.h"

#include "essaim-statement.h"

static GArray *
load (EssaimConnection *connection,
      const char       *sql,
      GError          **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (EssaimLikeness));
  EssaimStatement *row = essaim_connection_use (connection, sql, error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;

  while (essaim_statement_step (row, &local_error))
    {
      EssaimLikeness pair = {
        .a = (guint32) essaim_statement_get_int (row, 0),
        .b = (guint32) essaim_statement_get_int (row, 1),
        .score = (float) essaim_statement_get_double (row, 2),
        .reasons = (guint32) essaim_statement_get_int (row, 3),
        .verdict = (guint8) essaim_statement_get_int (row, 4),
      };

      g_array_append_val (pairs, pair);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return g_steal_pointer (&pairs);
}

/**
 * essaim_likeness_table_load_sure:
 * @connection: library.db
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimLikeness): the pairs that are sure; a and b are numbers of parts
 */
GArray *
essaim_likeness_table_load_sure (EssaimConnection *connection,
                                 GError          **error)
{
  G_STATIC_ASSERT (ESSAIM_VERDICT_SURE == 2);

  return load (connection, "SELECT a, b, score, reasons, verdict FROM likeness WHERE verdict = 2 ORDER BY a, b", error);
}

static int
compare_pairs (const EssaimLikeness *x,
               const EssaimLikeness *y)
{
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return x->b < y->b ? -1 : x->b > y->b;
}

static gboolean
is_same (const EssaimLikeness *x,
         const EssaimLikeness *y)
{
  return x->score == y->score && x->reasons == y->reasons && x->verdict == y->verdict;
}

static gboolean
put (EssaimConnection     *connection,
     const EssaimLikeness *pair,
     GError              **error)
{
  EssaimStatement *statement = essaim_connection_use (connection,
    "INSERT OR REPLACE INTO likeness (a, b, score, reasons, verdict) VALUES (?1, ?2, ?3, ?4, ?5)", error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_int (statement, 1, pair->a);
  essaim_statement_bind_int (statement, 2, pair->b);
  essaim_statement_bind_double (statement, 3, pair->score);
  essaim_statement_bind_int (statement, 4, pair->reasons);
  essaim_statement_bind_int (statement, 5, pair->verdict);

  return essaim_statement_run (statement, error);
}

static gboolean
drop (EssaimConnection     *connection,
      const EssaimLikeness *pair,
      GError              **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, "DELETE FROM likeness WHERE a = ?1 AND b = ?2", error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_int (statement, 1, pair->a);
  essaim_statement_bind_int (statement, 2, pair->b);

  return essaim_statement_run (statement, error);
}

/**
 * essaim_likeness_table_replace:
 * @connection: library.db, in a transaction
 * @pairs: (element-type EssaimLikeness): all there are now; a and b are numbers of parts, by which they are sorted
 * @error: return location
 *
 * Writes only what is not there already: most refreshes change few of them.
 *
 * Returns: whether the table holds these
 */
gboolean
essaim_likeness_table_replace (EssaimConnection *connection,
                               const GArray     *pairs,
                               GError          **error)
{
  g_autoptr (GArray) before = load (connection, "SELECT a, b, score, reasons, verdict FROM likeness ORDER BY a, b", error);

  if (before == NULL)
    return FALSE;

  for (guint i = 0, j = 0; i < before->len || j < pairs->len;)
    {
      const EssaimLikeness *old = i < before->len ? &g_array_index (before, EssaimLikeness, i) : NULL;
      const EssaimLikeness *new = j < pairs->len ? &g_array_index (pairs, EssaimLikeness, j) : NULL;
      int order = old == NULL ? 1 : new == NULL ? -1 : compare_pairs (old, new);

      if (order < 0 ? !drop (connection, old, error)
                    : (order > 0 || !is_same (old, new)) && !put (connection, new, error))
        return FALSE;
      i += order <= 0;
      j += order >= 0;
    }

  return TRUE;
}
