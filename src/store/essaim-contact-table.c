/* essaim-contact-table.c: telephone and e-mail, which are kept no longer than there is a reason to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-joining-table.h"
#include "essaim-library-private.h"
#include "essaim-part-table.h"
#include "essaim-statement.h"

/* Of project_detail: has contacts that nobody has vouched for since ?1. */
#define IS_OLD \
  "(email IS NOT NULL OR phone IS NOT NULL) AND number IN (SELECT project FROM record WHERE last_seen < ?1) " \
  "AND NOT EXISTS (SELECT 1 FROM record WHERE project = project_detail.number " \
  "AND (last_seen IS NULL OR last_seen >= ?1))"

/* What a head is made of changes without a word of a feed: no hash of it is right any more. */
static const char doubt_sql[] =
  "UPDATE head SET content = 0 WHERE project IN "
  "(SELECT head FROM part JOIN project_detail ON number = part.project WHERE " IS_OLD ")";
static const char erase_sql[] =
  "UPDATE project_detail SET email = NULL, phone = NULL WHERE " IS_OLD;

static gboolean
run_with_date (EssaimConnection  *connection,
               const char        *sql,
               const char        *date,
               GError           **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_text (statement, 1, date);
  return essaim_statement_run (statement, error);
}

/* Whoever is stopped before the heads are made again makes them when the library is opened next. */
static gboolean
erase (EssaimConnection  *connection,
       const char        *date,
       guint             *n_erased,
       GError           **error)
{
  if (!run_with_date (connection, doubt_sql, date, error) || !run_with_date (connection, erase_sql, date, error))
    return FALSE;

  *n_erased = essaim_connection_get_n_changes (connection);
  return (*n_erased == 0 || essaim_joining_table_forget (connection, error)) &&
         essaim_connection_commit (connection, error);
}

/**
 * essaim_library_erase_contacts:
 * @self: the library
 * @date: ISO 8601
 * @n_erased: (out): how many projects have lost theirs
 * @error: return location
 *
 * Forgets telephone and e-mail of what no feed has had since that date. Heads that were made of it are to be made
 * again.
 *
 * Returns: whether none of them has any
 */
gboolean
essaim_library_erase_contacts (EssaimLibrary  *self,
                               const char     *date,
                               guint          *n_erased,
                               GError        **error)
{
  *n_erased = 0;
  if (!essaim_connection_begin (self->connection, error))
    return FALSE;
  if (erase (self->connection, date, n_erased, error))
    return TRUE;

  essaim_connection_rollback (self->connection);
  return FALSE;
}

/**
 * essaim_library_is_past:
 * @self: the library
 * @id: an id that a part has, or had once
 * @date: ISO 8601
 *
 * Returns: whether no feed has had the part since that date; %FALSE also where the library knows nothing of it
 */
gboolean
essaim_library_is_past (EssaimLibrary *self,
                        const char    *id,
                        const char    *date)
{
  const guint32 part = essaim_part_table_find (self->connection, id);
  EssaimStatement *query = part != 0 ? essaim_connection_use (self->connection,
    "SELECT count (*) > 0 AND min (last_seen IS NOT NULL AND last_seen < ?2) FROM record WHERE project = ?1",
    NULL) : NULL;
  gboolean is_past = FALSE;

  if (query == NULL)
    return FALSE;

  essaim_statement_bind_int (query, 1, part);
  essaim_statement_bind_text (query, 2, date);
  if (essaim_statement_step (query, NULL))
    {
      is_past = essaim_statement_get_int (query, 0) != 0;
      essaim_statement_reset (query);
    }

  return is_past;
}
