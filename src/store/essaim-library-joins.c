/* essaim-library-joins.c: records of one thing in several feeds, shown as one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-joins.h"

#include "essaim-joiner.h"
#include "essaim-library-private.h"
#include "essaim-part-table.h"
#include "essaim-statement.h"
#include "essaim-store-error.h"

#include <glib/gi18n-lib.h>

static const char all_pairs_sql[] =
  "SELECT a.id, b.id, score, reasons, verdict, ifnull (x.head = y.head, 0) FROM likeness "
  "JOIN project AS a ON a.number = likeness.a JOIN project AS b ON b.number = likeness.b "
  "LEFT JOIN part AS x ON x.project = likeness.a LEFT JOIN part AS y ON y.project = likeness.b "
  "WHERE x.head = y.head OR NOT (a.gone OR b.gone) ORDER BY score DESC, min (a.id, b.id), max (a.id, b.id)";
static const char links_sql[] =
  "SELECT a.id, b.id, score, reasons, verdict, 1 FROM part AS x JOIN likeness ON likeness.a = x.project "
  "JOIN part AS y ON y.project = likeness.b AND y.head = x.head "
  "JOIN project AS a ON a.number = likeness.a JOIN project AS b ON b.number = likeness.b "
  "WHERE x.head = ?1 ORDER BY score DESC, min (a.id, b.id), max (a.id, b.id)";

/**
 * essaim_pair_free:
 * @pair: (nullable): a pair
 */
void
essaim_pair_free (EssaimPair *pair)
{
  if (pair == NULL)
    return;

  g_free (pair->a);
  g_free (pair->b);
  g_free (pair);
}

/**
 * essaim_library_join_parts:
 * @self: the library, in a transaction
 * @judgement: (nullable): what the person decided
 * @matcher: (nullable): one that was given all parts, or is comparing them; %NULL: they are read
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Compares all parts and groups them.
 *
 * Returns: whether the heads are what they should be
 */
gboolean
essaim_library_join_parts (EssaimLibrary          *self,
                           const EssaimJudgement  *judgement,
                           EssaimPartMatcher      *matcher,
                           GCancellable           *cancellable,
                           GError                **error)
{
  g_autoptr (EssaimPartMatcher) own = NULL;

  if (matcher == NULL)
    {
      matcher = own = essaim_part_matcher_new (self->folder, error);
      if (own == NULL || !essaim_part_matcher_add_stored (own, self->connection, error))
        return FALSE;
    }

  return essaim_joiner_join (self->connection, self->reference, judgement, matcher, cancellable, error);
}

/* Does what there is to do in one transaction. */
static gboolean
join (EssaimLibrary         *self,
      const EssaimJudgement *judgement,
      EssaimJoining          what,
      GCancellable          *cancellable,
      GError               **error)
{
  gboolean is_done;

  if (!essaim_connection_begin (self->connection, error))
    return FALSE;

  essaim_connection_set_cancellable (self->connection, cancellable);
  is_done = what == ESSAIM_JOINING_TO_GROUP
              ? essaim_joiner_group (self->connection, self->reference, judgement, 0, error)
              : essaim_library_join_parts (self, judgement, NULL, cancellable, error);
  essaim_connection_set_cancellable (self->connection, NULL);
  if (is_done)
    return essaim_connection_commit (self->connection, error);

  essaim_connection_rollback (self->connection);
  return FALSE;
}

/**
 * essaim_library_regroup:
 * @self: the library
 * @judgement: what the person decided
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * To be called after a decision or a correction. Records are not compared again; only heads that change are written.
 *
 * Returns: whether the library shows what was decided; otherwise it is as it was
 */
gboolean
essaim_library_regroup (EssaimLibrary         *self,
                        const EssaimJudgement *judgement,
                        GCancellable          *cancellable,
                        GError               **error)
{
  g_return_val_if_fail (ESSAIM_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (judgement != NULL, FALSE);

  return join (self, judgement, ESSAIM_JOINING_TO_GROUP, cancellable, error);
}

/**
 * essaim_library_rejoin:
 * @self: the library
 * @judgement: what the person decided
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Compares all records, then does as essaim_library_regroup().
 *
 * Returns: whether it is done; otherwise the library is as it was
 */
gboolean
essaim_library_rejoin (EssaimLibrary         *self,
                       const EssaimJudgement *judgement,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_return_val_if_fail (ESSAIM_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (judgement != NULL, FALSE);

  return join (self, judgement, ESSAIM_JOINING_TO_MATCH, cancellable, error);
}

/**
 * essaim_library_ensure_joined:
 * @self: the library
 * @judgement: what the person decided
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Does what a program that was killed between two writes has left undone, or an older one did not know of. Mostly nothing.
 *
 * Returns: whether the library shows what was decided
 */
gboolean
essaim_library_ensure_joined (EssaimLibrary         *self,
                              const EssaimJudgement *judgement,
                              GCancellable          *cancellable,
                              GError               **error)
{
  EssaimJoining state;

  g_return_val_if_fail (ESSAIM_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (judgement != NULL, FALSE);

  return essaim_joiner_get_state (self->connection, judgement, &state, error) &&
         (state == ESSAIM_JOINING_DONE || join (self, judgement, state, cancellable, error));
}

/* Parts of a head, or the project itself. */
static GPtrArray *
read_parts (EssaimConnection *connection,
            guint32           number,
            GError          **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  g_autoptr (GArray) parts = essaim_part_table_list (connection, number, error);

  if (parts == NULL)
    return NULL;
  if (parts->len == 0)
    g_array_append_val (parts, number);

  for (guint i = 0; i < parts->len; i++)
    {
      EssaimProject *project = essaim_project_reader_read (connection, g_array_index (parts, guint32, i), error);

      if (project == NULL)
        return NULL;
      g_ptr_array_add (projects, project);
    }

  return g_steal_pointer (&projects);
}

/**
 * essaim_library_get_parts:
 * @self: the library
 * @id: an id that a project or a part of it has, or had once
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` without such a project
 *
 * Returns: (transfer full) (element-type EssaimProject): what each record says, by their ids; the project itself when it
 *   has one only
 */
GPtrArray *
essaim_library_get_parts (EssaimLibrary *self,
                          const char    *id,
                          GError       **error)
{
  GPtrArray *parts = NULL;
  guint32 number;

  g_return_val_if_fail (ESSAIM_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!essaim_connection_begin_read (self->connection, error))
    return NULL;

  if (essaim_library_find_number (self, id, &number))
    parts = read_parts (self->connection, number, error);
  else
    g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("There is no project “%s”."), id);
  essaim_connection_rollback (self->connection);

  return parts;
}

static EssaimPair *
read_pair (EssaimStatement *row)
{
  EssaimPair *pair = g_new0 (EssaimPair, 1);

  pair->a = essaim_statement_dup_text (row, 0);
  pair->b = essaim_statement_dup_text (row, 1);
  pair->score = essaim_statement_get_double (row, 2);
  pair->reasons = (guint) essaim_statement_get_int (row, 3);
  pair->verdict = (EssaimVerdict) essaim_statement_get_int (row, 4);
  pair->is_joined = essaim_statement_get_int (row, 5) != 0;

  /* Numbers are of the library; the order of ids is everybody's. */
  if (g_strcmp0 (pair->a, pair->b) > 0)
    {
      char *a = pair->a;

      pair->a = pair->b;
      pair->b = a;
    }

  return pair;
}

static GPtrArray *
read_pairs (EssaimStatement *row,
            GError         **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_pair_free);
  GError *local_error = NULL;

  while (essaim_statement_step (row, &local_error))
    g_ptr_array_add (pairs, read_pair (row));

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return g_steal_pointer (&pairs);
}

/**
 * essaim_library_list_pairs:
 * @self: the library
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimPair): the parts that look like one, but for those that no feed has any
 *   more, the likest first
 */
GPtrArray *
essaim_library_list_pairs (EssaimLibrary *self,
                           GError       **error)
{
  EssaimStatement *row = essaim_connection_use (self->connection, all_pairs_sql, error);

  return row != NULL ? read_pairs (row, error) : NULL;
}

/**
 * essaim_library_list_links:
 * @self: the library
 * @id: an id that a project or a part of it has, or had once
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimPair): which parts of the project look like one, the likest first; none
 *   where the project has one part only, or is not there
 */
GPtrArray *
essaim_library_list_links (EssaimLibrary *self,
                           const char    *id,
                           GError       **error)
{
  EssaimStatement *row = essaim_connection_use (self->connection, links_sql, error);
  guint32 number = 0;

  if (row == NULL)
    return NULL;

  essaim_library_find_number (self, id, &number);
  essaim_statement_bind_int (row, 1, number);
  return read_pairs (row, error);
}

/**
 * essaim_library_resolve:
 * @self: the library
 * @id: an id that a part has, or had once
 *
 * Returns: (transfer full) (nullable): the id that this part has now; %NULL when there is none
 */
char *
essaim_library_resolve (EssaimLibrary *self,
                        const char    *id)
{
  guint32 part = essaim_part_table_find (self->connection, id);

  return part != 0 ? essaim_part_table_get_id (self->connection, part, NULL) : NULL;
}
