/* essaim-part-table.c: which parts are shown in which head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-part-table.h"

#include "essaim-hash.h"
#include "essaim-statement.h"

static guint32
find_number (EssaimConnection *connection,
             const char       *sql,
             const char       *id)
{
  EssaimStatement *query = essaim_connection_use (connection, sql, NULL);
  guint32 number;

  if (query == NULL)
    return 0;

  essaim_statement_bind_int (query, 1, (gint64) essaim_hash_text (0, id));
  essaim_statement_bind_static_text (query, 2, id, -1);
  if (!essaim_statement_step (query, NULL))
    return 0;

  number = (guint32) essaim_statement_get_int (query, 0);
  essaim_statement_reset (query);
  return number;
}

/**
 * essaim_part_table_find:
 * @connection: library.db
 * @id: an id that a part has, or had once
 *
 * Returns: the number of the part; 0 when there is none
 */
guint32
essaim_part_table_find (EssaimConnection *connection,
                        const char       *id)
{
  guint32 number = find_number (connection, "SELECT number FROM project WHERE key = ?1 AND id = ?2 "
                                            "AND number NOT IN (SELECT project FROM head)", id);

  return number != 0 ? number : find_number (connection, "SELECT project FROM alias WHERE key = ?1 AND id = ?2", id);
}

/**
 * essaim_part_table_find_head:
 * @connection: library.db
 * @number: of a project
 *
 * Returns: the number of the head that it is shown in; @number for one that is shown itself
 */
guint32
essaim_part_table_find_head (EssaimConnection *connection,
                             guint32           number)
{
  EssaimStatement *query = essaim_connection_use (connection, "SELECT head FROM part WHERE project = ?1", NULL);

  if (query == NULL)
    return number;

  essaim_statement_bind_int (query, 1, number);
  if (essaim_statement_step (query, NULL))
    {
      number = (guint32) essaim_statement_get_int (query, 0);
      essaim_statement_reset (query);
    }

  return number;
}

/**
 * essaim_part_table_get_id:
 * @connection: library.db
 * @number: of a project
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its id; %NULL also without an error: there is no such project
 */
char *
essaim_part_table_get_id (EssaimConnection *connection,
                          guint32           number,
                          GError          **error)
{
  EssaimStatement *query = essaim_connection_use (connection, "SELECT id FROM project WHERE number = ?1", error);
  char *id;

  if (query == NULL)
    return NULL;

  essaim_statement_bind_int (query, 1, number);
  if (!essaim_statement_step (query, error))
    return NULL;

  id = essaim_statement_dup_text (query, 0);
  essaim_statement_reset (query);
  return id;
}

/**
 * essaim_part_table_list:
 * @connection: library.db
 * @head: number of a project
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint32): the numbers of its parts, by their ids; none of one that is no head
 */
GArray *
essaim_part_table_list (EssaimConnection *connection,
                        guint32           head,
                        GError          **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  EssaimStatement *row = essaim_connection_use (connection,
    "SELECT number FROM part JOIN project ON number = part.project WHERE head = ?1 ORDER BY id", error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;

  essaim_statement_bind_int (row, 1, head);
  while (essaim_statement_step (row, &local_error))
    {
      guint32 number = (guint32) essaim_statement_get_int (row, 0);

      g_array_append_val (parts, number);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return g_steal_pointer (&parts);
}

static void
clear_head_cb (gpointer data)
{
  g_free (((EssaimHeadRow *) data)->id);
}

/**
 * essaim_part_table_list_heads:
 * @connection: library.db
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimHeadRow): all heads, by number
 */
GArray *
essaim_part_table_list_heads (EssaimConnection *connection,
                              GError          **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (EssaimHeadRow));
  EssaimStatement *row = essaim_connection_use (connection, 
    "SELECT head.project, content, id FROM head JOIN project ON number = head.project ORDER BY number", error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;

  g_array_set_clear_func (heads, clear_head_cb);
  while (essaim_statement_step (row, &local_error))
    {
      EssaimHeadRow head = {
        .number = (guint32) essaim_statement_get_int (row, 0),
        .content = (guint64) essaim_statement_get_int (row, 1),
        .id = essaim_statement_dup_text (row, 2),
      };

      g_array_append_val (heads, head);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return g_steal_pointer (&heads);
}

/**
 * essaim_part_table_load:
 * @connection: library.db
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint guint): the number of each part that is in a head, and that of the head
 */
GHashTable *
essaim_part_table_load (EssaimConnection *connection,
                        GError          **error)
{
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);
  EssaimStatement *row = essaim_connection_use (connection, "SELECT project, head FROM part", error);
  GError *local_error = NULL;

  if (row == NULL)
    return NULL;

  while (essaim_statement_step (row, &local_error))
    g_hash_table_insert (heads, GUINT_TO_POINTER (essaim_statement_get_int (row, 0)),
                         GUINT_TO_POINTER (essaim_statement_get_int (row, 1)));

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return g_steal_pointer (&heads);
}

/**
 * essaim_part_table_put:
 * @connection: library.db, in a transaction
 * @number: of a part that is in no head
 * @head: number of its head
 * @error: return location
 *
 * Returns: whether the part is shown in that head
 */
gboolean
essaim_part_table_put (EssaimConnection *connection,
                       guint32           number,
                       guint32           head,
                       GError          **error)
{
  EssaimStatement *put = essaim_connection_use (connection, "INSERT INTO part (project, head) VALUES (?1, ?2)", error);

  if (put == NULL)
    return FALSE;

  essaim_statement_bind_int (put, 1, number);
  essaim_statement_bind_int (put, 2, head);
  return essaim_statement_run (put, error);
}

/**
 * essaim_part_table_put_head:
 * @connection: library.db, in a transaction
 * @head: number of a project that is no head yet
 * @content: hash of all that it was made of
 * @origins: who gave each field its value, as essaim_origins_write() has it
 * @error: return location
 *
 * Returns: whether it is a head, still without parts
 */
gboolean
essaim_part_table_put_head (EssaimConnection *connection,
                            guint32           head,
                            guint64           content,
                            const char       *origins,
                            GError          **error)
{
  EssaimStatement *put = essaim_connection_use (connection,
    "INSERT INTO head (project, content, origins) VALUES (?1, ?2, ?3)", error);

  if (put == NULL)
    return FALSE;

  essaim_statement_bind_int (put, 1, head);
  essaim_statement_bind_int (put, 2, (gint64) content);
  essaim_statement_bind_text (put, 3, origins);
  return essaim_statement_run (put, error);
}

static gboolean
run_with_number (EssaimConnection *connection,
                 const char       *sql,
                 guint32           number,
                 GError          **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_int (statement, 1, number);
  return essaim_statement_run (statement, error);
}

/**
 * essaim_part_table_remove_head:
 * @connection: library.db, in a transaction
 * @head: number of a head
 * @error: return location
 *
 * Returns: whether the project is a head no more, and its parts are in none
 */
gboolean
essaim_part_table_remove_head (EssaimConnection *connection,
                               guint32           head,
                               GError          **error)
{
  return run_with_number (connection, "DELETE FROM part WHERE head = ?1", head, error) &&
         run_with_number (connection, "DELETE FROM head WHERE project = ?1", head, error);
}

/**
 * essaim_part_table_count_joined:
 * @connection: library.db, in a transaction
 * @feed: number of a feed
 * @n: (out): how many of its parts are shown in a project that was there without them: one of other feeds, or of a part before
 * @error: return location
 *
 * Returns: whether they were counted
 */
gboolean
essaim_part_table_count_joined (EssaimConnection *connection,
                                gint64            feed,
                                guint            *n,
                                GError          **error)
{
  EssaimStatement *row = essaim_connection_use (connection,
    "SELECT ifnull (sum (min (own, parts - 1)), 0) FROM (SELECT count (*) AS parts, sum (project.feed = ?1) AS own "
    "FROM part JOIN project ON project.number = part.project WHERE NOT gone GROUP BY head)", error);

  if (row == NULL)
    return FALSE;

  essaim_statement_bind_int (row, 1, feed);
  if (!essaim_statement_step (row, error))
    return FALSE;

  *n = (guint) essaim_statement_get_int (row, 0);
  essaim_statement_reset (row);
  return TRUE;
}
