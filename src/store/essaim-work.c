/* essaim-work.c: work.db: opening, changes with their stamps, settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-work-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-backup.h"
#include "essaim-migrations.h"
#include "essaim-stamp.h"
#include "essaim-store-error.h"

/* Of UUIDs made from names (RFC 9562 §5.5): our own namespace. */
static const guint8 uuid_namespace[16] = {
  0x5b, 0x0e, 0x2a, 0x4f, 0x91, 0xd3, 0x4c, 0x7e, 0x8a, 0x16, 0x3f, 0xc2, 0x70, 0xb9, 0xe4, 0xd8,
};

G_DEFINE_FINAL_TYPE (EssaimWork, essaim_work, G_TYPE_OBJECT)

static void
essaim_work_finalize (GObject *object)
{
  EssaimWork *self = ESSAIM_WORK (object);

  g_clear_pointer (&self->connection, essaim_connection_free);
  g_clear_object (&self->reference);
  g_free (self->stamp);

  G_OBJECT_CLASS (essaim_work_parent_class)->finalize (object);
}

static void
essaim_work_class_init (EssaimWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_work_finalize;
}

static void
essaim_work_init (EssaimWork *self)
{
}

/**
 * essaim_work_make_uuid:
 * @kind: what it is of
 * @key: its key among its kind
 *
 * Makes the UUID that everybody makes for the same thing: version 5 of RFC 9562.
 *
 * Returns: (transfer full): the UUID
 */
char *
essaim_work_make_uuid (const char *kind,
                       const char *key)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 b[20];
  gsize length = sizeof b;

  g_checksum_update (checksum, uuid_namespace, sizeof uuid_namespace);
  g_checksum_update (checksum, (const guint8 *) kind, strlen (kind) + 1);
  g_checksum_update (checksum, (const guint8 *) key, strlen (key));
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (b[6] & 0x0f) | 0x50;
  b[8] = (b[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
                          b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

/* Without its one row of `replica`, or with a stamp that is none, nothing that is written could be told from what was. */
static gboolean
set_damaged (GError **error)
{
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED,
               _("The file “%s” is damaged: restore it from a backup, or move it away to begin again."), "work.db");

  return FALSE;
}

static gboolean
read_replica (EssaimWork  *self,
              char       **id,
              char       **stamp,
              GError     **error)
{
  EssaimStatement *query = essaim_work_query (self, "SELECT id, stamp FROM replica", NULL, 0, error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  if (essaim_statement_step (query, &local_error))
    {
      *id = essaim_statement_dup_text (query, 0);
      *stamp = essaim_statement_dup_text (query, 1);
      essaim_statement_reset (query);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return (*id != NULL && *stamp != NULL && essaim_stamp_is_valid (*stamp)) || set_damaged (error);
}

static gboolean
take_stamp (EssaimWork  *self,
            GError     **error)
{
  g_autofree char *replica = NULL;
  g_autofree char *last = NULL;
  EssaimStatement *update;

  if (!read_replica (self, &replica, &last, error))
    return FALSE;

  g_free (self->stamp);
  self->stamp = essaim_stamp_next (last, replica, g_get_real_time () / 1000);
  if (self->stamp == NULL)
    return set_damaged (error);

  update = essaim_work_query (self, "UPDATE replica SET stamp = ?1", (const char *[]) { self->stamp }, 1, error);

  return update != NULL && essaim_statement_run (update, error);
}

/**
 * essaim_work_begin:
 * @self: work without a change under way
 * @error: return location for an error
 *
 * Takes the write lock and a new stamp.
 *
 * Returns: whether fields may be set
 */
gboolean
essaim_work_begin (EssaimWork  *self,
                   GError     **error)
{
  if (!essaim_connection_begin (self->connection, error))
    return FALSE;

  return take_stamp (self, error) || essaim_work_end (self, FALSE, error);
}

/**
 * essaim_work_end:
 * @self: work with a change under way
 * @done: whether all of it went well; %FALSE undoes it
 * @error: return location for an error; set already where @done is %FALSE
 *
 * Returns: whether the change is on the disk
 */
gboolean
essaim_work_end (EssaimWork  *self,
                 gboolean     done,
                 GError     **error)
{
  g_clear_pointer (&self->stamp, g_free);
  if (done)
    return essaim_connection_commit (self->connection, error);

  essaim_connection_rollback (self->connection);

  return FALSE;
}

/**
 * essaim_work_query:
 * @self: work
 * @sql: one statement; a text of the program
 * @texts: (array length=n) (nullable): what its parameters stand for
 * @n: how many
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the statement, ready to step
 */
EssaimStatement *
essaim_work_query (EssaimWork          *self,
                   const char          *sql,
                   const char * const  *texts,
                   guint                n,
                   GError             **error)
{
  EssaimStatement *statement = essaim_connection_use (self->connection, sql, error);

  for (guint i = 0; statement != NULL && i < n; i++)
    essaim_statement_bind_text (statement, i + 1, texts[i]);

  return statement;
}

/**
 * essaim_work_get_text:
 * @self: work
 * @sql: a query for one column; a text of the program
 * @texts: (array length=n) (nullable): what its parameters stand for
 * @n: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the first row's; %NULL without a row, and with @error set when the query failed
 */
char *
essaim_work_get_text (EssaimWork          *self,
                      const char          *sql,
                      const char * const  *texts,
                      guint                n,
                      GError             **error)
{
  EssaimStatement *statement = essaim_work_query (self, sql, texts, n, error);
  char *text = NULL;

  if (statement != NULL && essaim_statement_step (statement, error))
    {
      text = essaim_statement_dup_text (statement, 0);
      essaim_statement_reset (statement);
    }

  return text;
}

static gboolean
put_stamp (EssaimWork  *self,
           const char  *uuid,
           const char  *field,
           GError     **error)
{
  EssaimStatement *put = essaim_work_query (self,
    "INSERT OR REPLACE INTO stamp (row, field, stamp) VALUES (?1, ?2, ?3)",
    (const char *[]) { uuid, field, self->stamp }, 3, error);

  return put != NULL && essaim_statement_run (put, error);
}

/**
 * essaim_work_set_field:
 * @self: work with a change under way
 * @table: of the row
 * @uuid: of the row
 * @field: a column of it
 * @value: (nullable): its new value; numbers as text
 * @error: return location for an error
 *
 * Sets one field and stamps it. A field that has this value already keeps its stamp: to say it again changes nothing.
 *
 * Returns: whether it is set
 */
gboolean
essaim_work_set_field (EssaimWork  *self,
                       const char  *table,
                       const char  *uuid,
                       const char  *field,
                       const char  *value,
                       GError     **error)
{
  g_autofree char *text = g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE uuid = ?1 AND %s IS NOT ?2",
                                           table, field, field);
  EssaimStatement *update = essaim_work_query (self, g_intern_string (text),
                                               (const char *[]) { uuid, value }, 2, error);

  if (update == NULL || !essaim_statement_run (update, error))
    return FALSE;

  return essaim_connection_get_n_changes (self->connection) == 0 || put_stamp (self, uuid, field, error);
}

/**
 * essaim_work_open:
 * @folder: (nullable): the data folder, made when missing; %NULL for work in memory, for tests
 * @reference: the shipped data
 * @error: return location for an error in `ESSAIM_STORE_ERROR`; `_DAMAGED` also where the work is gone and copies of it
 *   are not
 *
 * Returns: (transfer full): the person's work
 */
EssaimWork *
essaim_work_open (const char       *folder,
                  EssaimReference  *reference,
                  GError          **error)
{
  EssaimConnection *connection;
  EssaimWork *self;

  if (folder != NULL && !essaim_backup_check_present (folder, error))
    return NULL;
  connection = essaim_migrations_open (folder, "work", ESSAIM_CONNECTION_DURABLE, error);
  if (connection == NULL)
    return NULL;

  self = g_object_new (ESSAIM_TYPE_WORK, NULL);
  self->connection = connection;
  self->reference = g_object_ref (reference);

  return self;
}

/**
 * essaim_work_is_moved:
 * @self: work
 *
 * Returns: whether its file is no longer where it was opened: it was put aside, and is to be opened anew
 */
gboolean
essaim_work_is_moved (EssaimWork *self)
{
  return essaim_connection_is_moved (self->connection);
}

/**
 * essaim_work_get_data_version:
 * @self: work
 *
 * Returns: a number that changes when another connection has changed the work
 */
gint64
essaim_work_get_data_version (EssaimWork *self)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), 0);

  return essaim_connection_get_data_version (self->connection);
}

/**
 * essaim_work_get_setting:
 * @self: work
 * @name: of the setting
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its value; %NULL also without @error when it was never set
 */
char *
essaim_work_get_setting (EssaimWork  *self,
                         const char  *name,
                         GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return essaim_work_get_text (self, "SELECT value FROM setting WHERE name = ?1", &name, 1, error);
}

static gboolean
put_setting (EssaimWork  *self,
             const char  *name,
             const char  *value,
             GError     **error)
{
  g_autofree char *uuid = essaim_work_make_uuid ("setting", name);
  EssaimStatement *add = essaim_work_query (self, "INSERT OR IGNORE INTO setting (uuid, name) VALUES (?1, ?2)",
                                            (const char *[]) { uuid, name }, 2, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "setting", uuid, "value", value, error);
}

/**
 * essaim_work_set_setting:
 * @self: work
 * @name: of the setting
 * @value: (nullable): its value; %NULL unsets it
 * @error: return location for an error
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_setting (EssaimWork  *self,
                         const char  *name,
                         const char  *value,
                         GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, put_setting (self, name, value, error), error);
}
