/* essaim-connection-transaction.c: several statements that count as one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-connection-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-store-error.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/**
 * essaim_connection_is_moved:
 * @self: a connection
 *
 * Returns: whether another file is by now where this one was, or none: what is written here would be lost
 */
gboolean
essaim_connection_is_moved (EssaimConnection *self)
{
  int moved = 0;

  return self->handle != NULL &&
         sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

/**
 * essaim_connection_is_in_place:
 * @self: a connection
 * @error: return location
 *
 * Returns: whether it may write: no other file is where this one was
 */
gboolean
essaim_connection_is_in_place (EssaimConnection  *self,
                               GError           **error)
{
  if (!essaim_connection_is_moved (self))
    return TRUE;

  g_set_error_literal (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                       _("Another program has put another file in the place of the data meanwhile. Nothing was changed; try again."));
  return FALSE;
}

/**
 * essaim_connection_begin:
 * @self: a connection without a transaction
 * @error: return location
 *
 * Takes the write lock; waits a minute for another writer, unless cancelled.
 *
 * Returns: whether the transaction has begun
 */
gboolean
essaim_connection_begin (EssaimConnection *self,
                         GError          **error)
{
  return essaim_connection_is_in_place (self, error) && essaim_connection_execute (self, "BEGIN IMMEDIATE", error);
}

/**
 * essaim_connection_release_memory:
 * @self: a connection
 *
 * Drops the pages that were kept for reading them again, after a pass over all of a large table.
 */
void
essaim_connection_release_memory (EssaimConnection *self)
{
  sqlite3_db_release_memory (essaim_connection_get_handle (self));
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

/**
 * essaim_connection_begin_read:
 * @self: a connection without a transaction
 * @error: return location
 *
 * Returns: whether a transaction has begun, in which all reads see the same state
 */
gboolean
essaim_connection_begin_read (EssaimConnection *self,
                              GError          **error)
{
  return essaim_connection_execute (self, "BEGIN", error);
}

/**
 * essaim_connection_commit:
 * @self: a connection with a transaction
 * @error: return location
 *
 * Returns: whether all of it is kept; otherwise none of it is
 */
gboolean
essaim_connection_commit (EssaimConnection *self,
                          GError          **error)
{
  if (essaim_connection_is_in_place (self, error) && essaim_connection_execute (self, "COMMIT", error))
    return TRUE;

  essaim_connection_rollback (self);
  return FALSE;
}

/**
 * essaim_connection_rollback:
 * @self: a connection; without a transaction nothing happens
 */
void
essaim_connection_rollback (EssaimConnection *self)
{
  sqlite3 *handle = essaim_connection_get_handle (self);

  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
}
