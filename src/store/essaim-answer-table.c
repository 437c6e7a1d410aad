/* essaim-answer-table.c: what servers have said: the last answer of each feed, and for how long to leave a host alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-bodies.h"
#include "essaim-library-private.h"
#include "essaim-statement.h"

/**
 * essaim_answer_free:
 * @answer: (transfer full) (nullable): an answer
 */
void
essaim_answer_free (EssaimAnswer *answer)
{
  if (answer == NULL)
    return;

  g_free (answer->uri);
  g_free (answer->etag);
  g_free (answer->last_modified);
  g_free (answer->since);
  g_free (answer->body);
  g_free (answer->reading);
  g_free (answer);
}

/**
 * essaim_library_get_answer:
 * @self: the library
 * @feed: a feed's id
 * @error: return location
 *
 * Returns: (nullable) (transfer full): its last answer that was accepted; %NULL without an error when there was none
 */
EssaimAnswer *
essaim_library_get_answer (EssaimLibrary *self,
                           const char    *feed,
                           GError       **error)
{
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT uri, etag, last_modified, since, body, reading FROM answer WHERE feed = ?1", error);
  EssaimAnswer *answer = NULL;

  if (query == NULL)
    return NULL;

  essaim_statement_bind_text (query, 1, feed);
  if (essaim_statement_step (query, error))
    {
      answer = g_new0 (EssaimAnswer, 1);
      answer->uri = essaim_statement_dup_text (query, 0);
      answer->etag = essaim_statement_dup_text (query, 1);
      answer->last_modified = essaim_statement_dup_text (query, 2);
      answer->since = essaim_statement_dup_text (query, 3);
      answer->body = essaim_statement_dup_text (query, 4);
      answer->reading = essaim_statement_dup_text (query, 5);
      essaim_statement_reset (query);
    }

  return answer;
}

static void
settle_bodies (EssaimLibrary *self)
{
  g_autoptr (EssaimStatement) query = essaim_connection_prepare (self->connection, "SELECT feed, body FROM answer", NULL);

  while (query != NULL && essaim_statement_step (query, NULL))
    essaim_bodies_settle (self->folder, essaim_statement_get_text (query, 0), essaim_statement_get_text (query, 1));
  essaim_bodies_sweep (self->folder);
}

/**
 * essaim_library_settle_bodies:
 * @self: the library
 *
 * A body that its program could put, but neither keep nor drop, is kept if the records are from it, else dropped. One that is being
 * put right now is left alone.
 */
void
essaim_library_settle_bodies (EssaimLibrary *self)
{
  if (self->folder == NULL || !essaim_bodies_is_unsettled (self->folder) ||
      !essaim_connection_begin_at_once (self->connection))
    return;

  settle_bodies (self);
  essaim_connection_rollback (self->connection);
}

/**
 * essaim_answer_table_put:
 * @connection: library.db, in a transaction
 * @feed: a feed's id
 * @answer: its last answer, accepted
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
essaim_answer_table_put (EssaimConnection   *connection,
                         const char         *feed,
                         const EssaimAnswer *answer,
                         GError            **error)
{
  EssaimStatement *put = essaim_connection_use (connection,
    "INSERT OR REPLACE INTO answer (feed, uri, etag, last_modified, since, body, reading) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);

  if (put == NULL)
    return FALSE;

  essaim_statement_bind_text (put, 1, feed);
  essaim_statement_bind_text (put, 2, answer->uri);
  essaim_statement_bind_text (put, 3, answer->etag);
  essaim_statement_bind_text (put, 4, answer->last_modified);
  essaim_statement_bind_text (put, 5, answer->since);
  essaim_statement_bind_text (put, 6, answer->body);
  essaim_statement_bind_text (put, 7, answer->reading);

  return essaim_statement_run (put, error);
}

/**
 * essaim_library_get_host_wait:
 * @self: the library
 * @host: name of a server
 * @error: return location
 *
 * Returns: (nullable) (transfer full): until when it has asked to be left alone, ISO 8601, which may be past; %NULL also
 *   without @error when it has not
 */
char *
essaim_library_get_host_wait (EssaimLibrary *self,
                              const char    *host,
                              GError       **error)
{
  EssaimStatement *query = essaim_connection_use (self->connection, "SELECT not_before FROM host WHERE name = ?1",
                                                  error);
  char *not_before = NULL;

  if (query == NULL)
    return NULL;

  essaim_statement_bind_text (query, 1, host);
  if (essaim_statement_step (query, error))
    {
      not_before = essaim_statement_dup_text (query, 0);
      essaim_statement_reset (query);
    }

  return not_before;
}

/**
 * essaim_library_set_host_wait:
 * @self: the library
 * @host: name of a server
 * @not_before: (nullable): until when it wants to be left alone, ISO 8601; %NULL: it does not
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
essaim_library_set_host_wait (EssaimLibrary *self,
                              const char    *host,
                              const char    *not_before,
                              GError       **error)
{
  EssaimStatement *put = essaim_connection_use (self->connection, not_before != NULL
                                                  ? "INSERT OR REPLACE INTO host (name, not_before) VALUES (?1, ?2)"
                                                  : "DELETE FROM host WHERE name = ?1 OR name = ?2", error);

  if (put == NULL)
    return FALSE;

  essaim_statement_bind_text (put, 1, host);
  essaim_statement_bind_text (put, 2, not_before != NULL ? not_before : host);

  return essaim_statement_run (put, error);
}
