/* essaim-feed-table.c: the feeds that brought the records of library.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-private.h"
#include "essaim-statement.h"

/**
 * essaim_feed_table_find:
 * @connection: library.db
 * @id: a feed's id
 * @number: (out): its number here; 0 when nothing came from it yet
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
essaim_feed_table_find (EssaimConnection *connection,
                        const char       *id,
                        gint64           *number,
                        GError          **error)
{
  EssaimStatement *query = essaim_connection_use (connection, "SELECT number FROM feed WHERE id = ?1", error);
  GError *local_error = NULL;

  *number = 0;
  if (query == NULL)
    return FALSE;

  essaim_statement_bind_text (query, 1, id);
  if (essaim_statement_step (query, &local_error))
    {
      *number = essaim_statement_get_int (query, 0);
      essaim_statement_reset (query);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_feed_table_put:
 * @connection: library.db, in a transaction
 * @feed: what is known of a feed
 * @number: (out): its number here
 * @error: return location
 *
 * Adds the feed, or replaces what was known of it.
 *
 * Returns: whether it is kept
 */
gboolean
essaim_feed_table_put (EssaimConnection        *connection,
                       const EssaimRefreshFeed *feed,
                       gint64                  *number,
                       GError                 **error)
{
  EssaimStatement *put = essaim_connection_use (connection,
    "INSERT INTO feed (id, title, licence, uri) VALUES (?1, ?2, ?3, ?4) "
    "ON CONFLICT (id) DO UPDATE SET title = excluded.title, licence = excluded.licence, uri = excluded.uri", error);

  if (put == NULL)
    return FALSE;

  essaim_statement_bind_text (put, 1, feed->id);
  essaim_statement_bind_text (put, 2, feed->title);
  essaim_statement_bind_text (put, 3, feed->licence);
  essaim_statement_bind_text (put, 4, feed->uri);

  return essaim_statement_run (put, error) && essaim_feed_table_find (connection, feed->id, number, error);
}

/* Its parts are in no head. What refers comes before what it refers to; the text index forgets texts while they are still there. */
static const char * const remove_sql[] = {
  "DELETE FROM project_text WHERE rowid IN (SELECT number FROM project WHERE feed = ?1)",
  "DELETE FROM likeness WHERE a IN (SELECT number FROM project WHERE feed = ?1)",
  "DELETE FROM likeness WHERE b IN (SELECT number FROM project WHERE feed = ?1)",
  "DELETE FROM record WHERE feed = ?1",
  "DELETE FROM alias WHERE project IN (SELECT number FROM project WHERE feed = ?1)",
  "DELETE FROM site WHERE project IN (SELECT number FROM project WHERE feed = ?1)",
  "DELETE FROM project_detail WHERE number IN (SELECT number FROM project WHERE feed = ?1)",
  "DELETE FROM project WHERE feed = ?1",
  "DELETE FROM feed WHERE number = ?1",
};

/* These know it by its id, also when it never brought anything. */
static const char * const remove_by_id_sql[] = {
  "DELETE FROM refresh WHERE feed = ?1",
  "DELETE FROM answer WHERE feed = ?1",
};

static gboolean
run_by_id (EssaimConnection *connection,
           const char       *sql,
           const char       *id,
           GError          **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_text (statement, 1, id);
  return essaim_statement_run (statement, error);
}

static gboolean
run_by_number (EssaimConnection *connection,
               const char       *sql,
               gint64            number,
               GError          **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_int (statement, 1, number);
  return essaim_statement_run (statement, error);
}

/**
 * essaim_feed_table_remove:
 * @connection: library.db, in a transaction
 * @id: a feed's id
 * @error: return location
 *
 * Returns: whether the feed is gone, with its records, projects and refreshes; also when it never brought anything
 */
gboolean
essaim_feed_table_remove (EssaimConnection *connection,
                          const char       *id,
                          GError          **error)
{
  gint64 number;

  if (!essaim_feed_table_find (connection, id, &number, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (remove_by_id_sql); i++)
    if (!run_by_id (connection, remove_by_id_sql[i], id, error))
      return FALSE;
  for (guint i = 0; number != 0 && i < G_N_ELEMENTS (remove_sql); i++)
    if (!run_by_number (connection, remove_sql[i], number, error))
      return FALSE;

  return TRUE;
}
