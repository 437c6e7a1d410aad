/* essaim-contact-table.c: telephone and e-mail, which are kept no longer than there is a reason to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-private.h"
#include "essaim-statement.h"

static const char erase_sql[] =
  "UPDATE project_detail SET email = NULL, phone = NULL WHERE (email IS NOT NULL OR phone IS NOT NULL) "
  "AND number IN (SELECT project FROM record WHERE last_seen < ?1) "
  "AND NOT EXISTS (SELECT 1 FROM record WHERE project = project_detail.number "
  "AND (last_seen IS NULL OR last_seen >= ?1))";

static gboolean
erase (EssaimConnection  *connection,
       const char        *date,
       guint             *n_erased,
       GError           **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, erase_sql, error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_text (statement, 1, date);
  if (!essaim_statement_run (statement, error))
    return FALSE;

  *n_erased = essaim_connection_get_n_changes (connection);
  return essaim_connection_commit (connection, error);
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
