/* essaim-refresh-table.c: what became of each refresh
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-text.h"
#include "essaim-library-private.h"
#include "essaim-now.h"
#include "essaim-statement.h"

/* A feed's refreshes that are remembered beside the last good one, and the reports that are kept of them; of older ones only outcome
 * and sentence. */
#define REFRESHES_KEPT "200"
#define REPORTS_KEPT "20"

static gboolean
run_for_feed (EssaimConnection *connection,
              const char       *sql,
              const char       *feed,
              GError          **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_text (statement, 1, feed);
  return essaim_statement_run (statement, error);
}

static gboolean
drop_old (EssaimConnection *connection,
          const char       *feed,
          GError          **error)
{
  return run_for_feed (connection,
    "UPDATE refresh SET report = NULL WHERE feed = ?1 AND report IS NOT NULL AND number NOT IN "
    "(SELECT number FROM refresh WHERE feed = ?1 ORDER BY number DESC LIMIT " REPORTS_KEPT ")", feed, error) &&
    run_for_feed (connection,
    "DELETE FROM refresh WHERE feed = ?1 AND number NOT IN "
    "(SELECT number FROM refresh WHERE feed = ?1 ORDER BY number DESC LIMIT " REFRESHES_KEPT ") AND number IS NOT "
    "(SELECT max (number) FROM refresh WHERE feed = ?1 AND outcome < 2 AND NOT reread)", feed, error);
}

/**
 * essaim_refresh_table_add:
 * @connection: library.db, in a transaction
 * @report: of a refresh
 * @date: when
 * @reread: whether it was from what is kept: neither a success nor a failure of the source
 * @error: return location
 *
 * Returns: whether the refresh is remembered
 */
gboolean
essaim_refresh_table_add (EssaimConnection   *connection,
                          const EssaimReport *report,
                          const char         *date,
                          gboolean            reread,
                          GError            **error)
{
  g_autoptr (JsonNode) node = essaim_report_to_json (report);
  g_autofree char *json = essaim_json_to_text (node, FALSE);
  EssaimStatement *add = essaim_connection_use (connection,
    "INSERT INTO refresh (feed, date, outcome, message, report, unreachable, reread) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);

  if (add == NULL)
    return FALSE;

  essaim_statement_bind_text (add, 1, report->feed);
  essaim_statement_bind_text (add, 2, date);
  essaim_statement_bind_int (add, 3, report->outcome);
  essaim_statement_bind_text (add, 4, report->message);
  essaim_statement_bind_text (add, 5, json);
  essaim_statement_bind_int (add, 6, report->unreachable);
  essaim_statement_bind_int (add, 7, reread);

  return essaim_statement_run (add, error) && drop_old (connection, report->feed, error);
}

/* (nullable) (transfer full): the first column of the newest row. */
static char *
find_text (EssaimConnection *connection,
           const char       *sql,
           const char       *feed,
           GError          **error)
{
  EssaimStatement *query = essaim_connection_use (connection, sql, error);
  char *text = NULL;

  if (query == NULL)
    return NULL;

  essaim_statement_bind_text (query, 1, feed);
  if (essaim_statement_step (query, error))
    {
      text = essaim_statement_dup_text (query, 0);
      essaim_statement_reset (query);
    }

  return text;
}

/**
 * essaim_refresh_table_last_success:
 * @connection: library.db
 * @feed: a feed's id
 * @error: return location
 *
 * Returns: (nullable) (transfer full): when it was last read whole, changed or not; %NULL when never
 */
char *
essaim_refresh_table_last_success (EssaimConnection *connection,
                                   const char       *feed,
                                   GError          **error)
{
  return find_text (connection,
    "SELECT date FROM refresh WHERE feed = ?1 AND outcome < 2 AND NOT reread ORDER BY number DESC LIMIT 1", feed, error);
}

/* EssaimOutcome, as it is written in the table. */
G_STATIC_ASSERT (ESSAIM_OUTCOME_IMPORTED == 0 && ESSAIM_OUTCOME_UNCHANGED == 1 && ESSAIM_OUTCOME_REFUSED == 2 &&
                 ESSAIM_OUTCOME_FAILED == 3);

static EssaimRefreshState *
read_last_try (EssaimConnection *connection,
               const char       *feed,
               GError          **error)
{
  EssaimStatement *query = essaim_connection_use (connection,
    "SELECT date, outcome, message, unreachable, "
    "(SELECT count (*) FROM record WHERE last_seen IS NULL AND feed = (SELECT number FROM feed WHERE id = ?1)), "
    "(SELECT count (*) FROM refresh WHERE feed = ?1 AND outcome IN (2, 3) AND NOT unreachable AND number > "
    "ifnull ((SELECT max (number) FROM refresh WHERE feed = ?1 AND outcome < 2 AND NOT reread), 0)) "
    "FROM refresh WHERE feed = ?1 AND NOT reread ORDER BY number DESC LIMIT 1", error);
  EssaimRefreshState *state = NULL;

  if (query == NULL)
    return NULL;

  essaim_statement_bind_text (query, 1, feed);
  if (essaim_statement_step (query, error))
    {
      state = g_new0 (EssaimRefreshState, 1);
      state->last_try = essaim_statement_dup_text (query, 0);
      state->outcome = (EssaimOutcome) essaim_statement_get_int (query, 1);
      state->message = essaim_statement_dup_text (query, 2);
      state->unreachable = essaim_statement_get_int (query, 3) != 0;
      state->records = (guint) essaim_statement_get_int (query, 4);
      state->n_failures = (guint) essaim_statement_get_int (query, 5);
      essaim_statement_reset (query);
    }

  return state;
}

/**
 * essaim_library_get_refresh_state:
 * @self: the library
 * @feed: a feed's id
 * @error: return location
 *
 * Returns: (nullable) (transfer full): its last refreshes; %NULL without an error when there was none
 */
EssaimRefreshState *
essaim_library_get_refresh_state (EssaimLibrary *self,
                                  const char    *feed,
                                  GError       **error)
{
  EssaimRefreshState *state = read_last_try (self->connection, feed, error);

  if (state != NULL)
    state->last_success = essaim_refresh_table_last_success (self->connection, feed, NULL);

  /* All records were counted: their pages, up to 16 MB, are not kept for the next time. */
  essaim_connection_execute (self->connection, "PRAGMA shrink_memory", NULL);

  return state;
}

/**
 * essaim_refresh_state_free:
 * @state: (nullable): what essaim_library_get_refresh_state() returned
 */
void
essaim_refresh_state_free (EssaimRefreshState *state)
{
  if (state == NULL)
    return;

  g_free (state->last_success);
  g_free (state->last_try);
  g_free (state->message);
  g_free (state);
}

/**
 * essaim_library_get_last_report:
 * @self: the library
 * @feed: a feed's id
 * @error: return location
 *
 * Returns: (nullable) (transfer full): the report of its last refresh; %NULL without an error when there was none
 */
JsonNode *
essaim_library_get_last_report (EssaimLibrary *self,
                                const char    *feed,
                                GError       **error)
{
  g_autofree char *json = find_text (self->connection,
    "SELECT report FROM refresh WHERE feed = ?1 AND report IS NOT NULL ORDER BY number DESC LIMIT 1", feed, error);

  return json != NULL ? json_from_string (json, error) : NULL;
}

/**
 * essaim_library_note_failure:
 * @self: the library
 * @report: of a refresh that did not reach the store
 * @error: return location
 *
 * Returns: whether it is remembered
 */
gboolean
essaim_library_note_failure (EssaimLibrary      *self,
                             const EssaimReport *report,
                             GError            **error)
{
  g_autofree char *date = essaim_now ();

  if (!essaim_connection_begin (self->connection, error))
    return FALSE;
  if (essaim_refresh_table_add (self->connection, report, date, FALSE, error))
    return essaim_connection_commit (self->connection, error);

  essaim_connection_rollback (self->connection);
  return FALSE;
}
