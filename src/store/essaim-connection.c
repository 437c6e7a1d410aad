/* essaim-connection.c: one open SQLite file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-connection-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "essaim-statement.h"
#include "essaim-store-error.h"

/* SQLite's virtual-machine steps between two looks at the cancellable: well under a millisecond. */
#define STEPS_BETWEEN_LOOKS 10000

static void
set_store_error (EssaimConnection *self,
                 int               code,
                 GError          **error)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED,
                   self->rebuildable ? _("The file “%s” is damaged: move it away and import the sources again.")
                                     : _("The file “%s” is damaged: restore it from a backup, or move it away to begin again."),
                   self->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE,
                   _("The file “%s” cannot be written: check that you may write in its folder."), self->name);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                   _("Another program is busy with “%s”: try again in a moment."), self->name);
      break;
    case SQLITE_FULL:
    case SQLITE_IOERR:
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                   _("“%s” could not be saved: check that there is room left on the disk."), self->name);
      break;
    case SQLITE_NOMEM:
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                   _("There is not enough memory left to use “%s”: close other programs and try again."), self->name);
      break;
    default:
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                   _("“%s” could not be used: %s"), self->name, sqlite3_errmsg (self->handle));
      break;
    }
}

/**
 * essaim_connection_set_error:
 * @self: a connection
 * @code: what SQLite answered
 * @error: set to a sentence for the person, in the domain of the layer, or to `G_IO_ERROR_CANCELLED`
 */
void
essaim_connection_set_error (EssaimConnection *self,
                             int               code,
                             GError          **error)
{
  /* A wait for a lock that was cancelled ends as one that was too long. */
  if ((code & 0xff) == SQLITE_INTERRUPT ||
      ((code & 0xff) == SQLITE_BUSY && g_cancellable_is_cancelled (self->cancellable)))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
  else
    set_store_error (self, code, error);
}

/**
 * essaim_connection_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own handle, for this layer
 */
sqlite3 *
essaim_connection_get_handle (EssaimConnection *self)
{
  return self->handle;
}

/**
 * essaim_connection_free:
 * @self: (nullable): a connection; a transaction under way is rolled back
 */
void
essaim_connection_free (EssaimConnection *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  essaim_lexicon_free (self->lexicon);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * essaim_connection_get_path:
 * @self: a connection
 *
 * Returns: (nullable): its file; %NULL in memory
 */
const char *
essaim_connection_get_path (EssaimConnection *self)
{
  return self->path;
}

/**
 * essaim_connection_get_lexicon:
 * @self: a connection
 *
 * Returns: (transfer none): the words that its text tables have met
 */
EssaimLexicon *
essaim_connection_get_lexicon (EssaimConnection *self)
{
  return self->lexicon;
}

/**
 * essaim_connection_execute:
 * @self: a connection
 * @sql: one or several statements; no value from outside is ever part of them
 * @error: return location
 *
 * Returns: whether all were done
 */
gboolean
essaim_connection_execute (EssaimConnection *self,
                           const char       *sql,
                           GError          **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    essaim_connection_set_error (self, code, error);

  return code == SQLITE_OK;
}

/**
 * essaim_connection_prepare:
 * @self: a connection, which must outlive the statement
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full): the statement
 */
EssaimStatement *
essaim_connection_prepare (EssaimConnection *self,
                           const char       *sql,
                           GError          **error)
{
  return essaim_statement_new (self, sql, FALSE, error);
}

/**
 * essaim_connection_use:
 * @self: a connection
 * @sql: one statement; a text of the program, which stays where it is
 * @error: return location
 *
 * Returns: (transfer none): the statement, prepared the first time and kept
 */
EssaimStatement *
essaim_connection_use (EssaimConnection *self,
                       const char       *sql,
                       GError          **error)
{
  EssaimStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = essaim_statement_new (self, sql, TRUE, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, (char *) sql, statement);
    }
  else
    {
      essaim_statement_reset (statement);
    }

  return statement;
}

/**
 * essaim_connection_get_int:
 * @self: a connection
 * @sql: a query without parameters
 * @value: (out): the first column of the first row; 0 without a row
 * @error: return location
 *
 * Returns: whether the query was done
 */
gboolean
essaim_connection_get_int (EssaimConnection *self,
                           const char       *sql,
                           gint64           *value,
                           GError          **error)
{
  g_autoptr (EssaimStatement) query = essaim_connection_prepare (self, sql, error);
  GError *local_error = NULL;

  *value = 0;
  if (query == NULL)
    return FALSE;
  if (essaim_statement_step (query, &local_error))
    *value = essaim_statement_get_int (query, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return TRUE;
}

/**
 * essaim_connection_get_last_row:
 * @self: a connection
 *
 * Returns: the row id of the last row inserted
 */
gint64
essaim_connection_get_last_row (EssaimConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * essaim_connection_get_n_changes:
 * @self: a connection
 *
 * Returns: the rows that the last statement changed
 */
gint64
essaim_connection_get_n_changes (EssaimConnection *self)
{
  return sqlite3_changes64 (self->handle);
}

/**
 * essaim_connection_get_data_version:
 * @self: a connection
 *
 * Returns: a number that changes when another connection, of this program or another one, has committed a change
 */
gint64
essaim_connection_get_data_version (EssaimConnection *self)
{
  gint64 version;

  if (!essaim_connection_get_int (self, "PRAGMA data_version", &version, NULL))
    return -1;

  return version;
}

static int
look_at_cancellable_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * essaim_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what may stop the statements from now on
 */
void
essaim_connection_set_cancellable (EssaimConnection *self,
                                   GCancellable     *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS,
                            cancellable != NULL ? look_at_cancellable_cb : NULL, cancellable);
}

/**
 * essaim_connection_begin_at_once:
 * @self: a connection without a transaction
 *
 * Takes the write lock unless another writer has it.
 *
 * Returns: whether the transaction has begun
 */
gboolean
essaim_connection_begin_at_once (EssaimConnection *self)
{
  gboolean has_begun;

  essaim_connection_set_patient (self, FALSE);
  has_begun = essaim_connection_begin (self, NULL);
  essaim_connection_set_patient (self, TRUE);

  return has_begun;
}

/* All pages of one database over those of another: one write transaction there, one state from here. */
static int
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return sqlite3_errcode (to);

  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

/**
 * essaim_connection_copy_to:
 * @self: a connection
 * @path: where the copy goes, readable by its owner only
 * @error: return location
 *
 * Uses SQLite's backup interface, so that the copy is one state even while others write. A copy that fails leaves no
 * file.
 *
 * Returns: whether the copy is there
 */
gboolean
essaim_connection_copy_to (EssaimConnection *self,
                           const char       *path,
                           GError          **error)
{
  EssaimConnection copy = { .path = (char *) path };
  g_autofree char *name = g_path_get_basename (path);
  int code;

  copy.name = name;
  g_unlink (path);
  if (!essaim_connection_open_handle (&copy, ESSAIM_CONNECTION_DURABLE, error))
    {
      sqlite3_close_v2 (copy.handle);
      return FALSE;
    }

  code = copy_pages (self->handle, copy.handle);
  if (code == SQLITE_OK)
    code = sqlite3_exec (copy.handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    essaim_connection_set_error (&copy, code, error);
  sqlite3_close_v2 (copy.handle);
  if (code != SQLITE_OK)
    g_unlink (path);

  return code == SQLITE_OK;
}

/**
 * essaim_connection_copy_from:
 * @self: a connection that may write, without a transaction
 * @other: a connection to what it is to hold from now on
 * @error: return location
 *
 * Replaces the whole database in one transaction. Other programs that have it open see the new state at their next
 * read.
 *
 * Returns: whether it was replaced; otherwise it is as it was
 */
gboolean
essaim_connection_copy_from (EssaimConnection *self,
                             EssaimConnection *other,
                             GError          **error)
{
  int code;

  g_hash_table_remove_all (self->statements);
  code = copy_pages (other->handle, self->handle);
  if (code != SQLITE_OK)
    essaim_connection_set_error (self, code, error);

  return code == SQLITE_OK;
}

/* (nullable): what SQLite finds wrong; %NULL also with @error, when it could not even look */
static char *
look_for_damage (EssaimConnection *self,
                 gboolean          quick,
                 GError          **error)
{
  g_autoptr (EssaimStatement) check = NULL;

  check = essaim_connection_prepare (self, quick ? "PRAGMA quick_check (1)" : "PRAGMA integrity_check (1)", error);
  if (check != NULL && essaim_statement_step (check, error))
    {
      const char *found = essaim_statement_get_text (check, 0);

      return g_strcmp0 (found, "ok") == 0 ? NULL : g_strdup (found);
    }

  return NULL;
}

/**
 * essaim_connection_find_damage:
 * @self: a connection
 * @quick: whether to leave out the comparison of indices with their tables
 *
 * Returns: (nullable): what SQLite finds wrong with the file; %NULL when it is sound
 */
char *
essaim_connection_find_damage (EssaimConnection *self,
                               gboolean          quick)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = look_for_damage (self, quick, &error);

  return error != NULL ? g_strdup (error->message) : g_steal_pointer (&damage);
}

/**
 * essaim_connection_is_damaged:
 * @self: a connection
 *
 * Compares no indices with their tables. A file that cannot be read, or not now, is not damaged.
 *
 * Returns: whether SQLite finds that what the file says is wrong
 */
gboolean
essaim_connection_is_damaged (EssaimConnection *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = look_for_damage (self, TRUE, &error);

  return damage != NULL || g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
}
