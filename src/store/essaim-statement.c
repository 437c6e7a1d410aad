/* essaim-statement.c: a prepared SQL statement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-statement.h"

#include <math.h>

#include "essaim-connection-private.h"

struct _EssaimStatement
{
  /* Owned */
  sqlite3_stmt     *handle;

  /* Borrowed */
  EssaimConnection *connection;

  int               binding;   /* the first failure of a binding, or SQLITE_OK */
};

/**
 * essaim_statement_new:
 * @connection: a connection, which must outlive the statement
 * @sql: one statement
 * @kept: whether it will be used many times
 * @error: return location
 *
 * Returns: (transfer full): the statement
 */
EssaimStatement *
essaim_statement_new (EssaimConnection *connection,
                      const char       *sql,
                      gboolean          kept,
                      GError          **error)
{
  EssaimStatement *self;
  sqlite3_stmt *handle;
  int code = sqlite3_prepare_v3 (essaim_connection_get_handle (connection), sql, -1,
                                 kept ? SQLITE_PREPARE_PERSISTENT : 0, &handle, NULL);

  if (code != SQLITE_OK)
    {
      essaim_connection_set_error (connection, code, error);
      return NULL;
    }

  self = g_new0 (EssaimStatement, 1);
  self->handle = handle;
  self->connection = connection;
  return self;
}

/**
 * essaim_statement_free:
 * @self: (nullable): a statement from essaim_connection_prepare()
 */
void
essaim_statement_free (EssaimStatement *self)
{
  if (self == NULL)
    return;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static void
note_binding (EssaimStatement *self,
              int              code)
{
  if (self->binding == SQLITE_OK)
    self->binding = code;
}

/**
 * essaim_statement_bind_int:
 * @self: a statement
 * @parameter: from 1
 * @value: what it is to stand for
 */
void
essaim_statement_bind_int (EssaimStatement *self,
                           int              parameter,
                           gint64           value)
{
  note_binding (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

/**
 * essaim_statement_bind_double:
 * @self: a statement
 * @parameter: from 1
 * @value: what it is to stand for; `NAN` is NULL
 */
void
essaim_statement_bind_double (EssaimStatement *self,
                              int              parameter,
                              double           value)
{
  note_binding (self, isnan (value) ? sqlite3_bind_null (self->handle, parameter)
                                    : sqlite3_bind_double (self->handle, parameter, value));
}

/**
 * essaim_statement_bind_text:
 * @self: a statement
 * @parameter: from 1
 * @value: (nullable): UTF-8, copied; %NULL is NULL
 */
void
essaim_statement_bind_text (EssaimStatement *self,
                            int              parameter,
                            const char      *value)
{
  note_binding (self, sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_TRANSIENT));
}

/**
 * essaim_statement_bind_static_text:
 * @self: a statement
 * @parameter: from 1
 * @value: (nullable): UTF-8, not copied: it must stay until the statement was run or reset
 * @length: in bytes; -1 up to the end
 */
void
essaim_statement_bind_static_text (EssaimStatement *self,
                                   int              parameter,
                                   const char      *value,
                                   gssize           length)
{
  note_binding (self, sqlite3_bind_text (self->handle, parameter, value, (int) length, SQLITE_STATIC));
}

/**
 * essaim_statement_bind_column:
 * @self: a statement
 * @parameter: from 1
 * @row: another statement, with a row, which it must keep until @self was run or reset
 * @column: of @row, from 0: a text or NULL
 */
void
essaim_statement_bind_column (EssaimStatement *self,
                              int              parameter,
                              EssaimStatement *row,
                              int              column)
{
  const char *text = essaim_statement_get_text (row, column);

  essaim_statement_bind_static_text (self, parameter, text, sqlite3_column_bytes (row->handle, column));
}

/**
 * essaim_statement_bind_blob:
 * @self: a statement
 * @parameter: from 1
 * @data: bytes, copied
 * @length: in bytes
 */
void
essaim_statement_bind_blob (EssaimStatement *self,
                            int              parameter,
                            gconstpointer    data,
                            gsize            length)
{
  note_binding (self, sqlite3_bind_blob64 (self->handle, parameter, data, length, SQLITE_TRANSIENT));
}

/**
 * essaim_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Returns: %TRUE with a row; %FALSE at the end or with an error, and the statement is then reset
 */
gboolean
essaim_statement_step (EssaimStatement *self,
                       GError         **error)
{
  int code = self->binding == SQLITE_OK ? sqlite3_step (self->handle) : self->binding;

  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    essaim_connection_set_error (self->connection, code, error);
  essaim_statement_reset (self);
  return FALSE;
}

/**
 * essaim_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Returns: whether it was done to its end
 */
gboolean
essaim_statement_run (EssaimStatement *self,
                      GError         **error)
{
  GError *local_error = NULL;

  while (essaim_statement_step (self, &local_error));

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return TRUE;
}

/**
 * essaim_statement_reset:
 * @self: a statement; its bindings are cleared
 */
void
essaim_statement_reset (EssaimStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->binding = SQLITE_OK;
}

/**
 * essaim_statement_get_int:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: its value; 0 for NULL
 */
gint64
essaim_statement_get_int (EssaimStatement *self,
                          int              column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * essaim_statement_get_double:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: its value; `NAN` for NULL
 */
double
essaim_statement_get_double (EssaimStatement *self,
                             int              column)
{
  if (sqlite3_column_type (self->handle, column) == SQLITE_NULL)
    return NAN;

  return sqlite3_column_double (self->handle, column);
}

/**
 * essaim_statement_get_text:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: (nullable): its value, valid until the next step; %NULL for NULL
 */
const char *
essaim_statement_get_text (EssaimStatement *self,
                           int              column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * essaim_statement_dup_text:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: (nullable) (transfer full): a copy of its value; %NULL for NULL
 */
char *
essaim_statement_dup_text (EssaimStatement *self,
                           int              column)
{
  return g_strdup (essaim_statement_get_text (self, column));
}

/**
 * essaim_statement_is_null:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: whether its value is NULL
 */
gboolean
essaim_statement_is_null (EssaimStatement *self,
                          int              column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
