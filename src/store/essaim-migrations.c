/* essaim-migrations.c: databases brought to their present shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-migrations.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "essaim-statement.h"
#include "essaim-store-error.h"
#include "essaim-store-resource.h"

/* Written in the header of each file (“ESSA”), so that a database of another program is not taken for ours. */
#define APPLICATION_ID 0x45535341

/* (nullable): the step is the last one when the next is missing */
static GBytes *
load_step (const char *name,
           guint       step)
{
  g_autofree char *path = g_strdup_printf ("/fr/essaim/store/%s-%u.sql", name, step);

  return g_resource_lookup_data (essaim_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * essaim_migrations_count:
 * @name: of a database, without `.db`
 *
 * Returns: the steps there are, which is also the present `user_version`
 */
guint
essaim_migrations_count (const char *name)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GBytes) sql = load_step (name, n + 1);

      if (sql == NULL)
        return n;
    }
}

/* A file that says it is at step 0 must be empty; any other must be marked as ours. */
static gboolean
is_ours (EssaimConnection *connection,
         gint64            version,
         gboolean         *ours,
         GError          **error)
{
  gint64 tables = 0, application = 0;

  if (!essaim_connection_get_int (connection, "SELECT count (*) FROM sqlite_schema", &tables, error) ||
      !essaim_connection_get_int (connection, "PRAGMA application_id", &application, error))
    return FALSE;

  *ours = version == 0 ? tables == 0 : application == APPLICATION_ID;
  return TRUE;
}

static gboolean
check_ours (EssaimConnection *connection,
            gint64            version,
            GError          **error)
{
  g_autofree char *file = NULL;
  gboolean ours;

  if (!is_ours (connection, version, &ours, error))
    return FALSE;
  if (ours)
    return TRUE;

  file = g_path_get_basename (essaim_connection_get_path (connection));
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED,
               _("The file “%s” was not made by Essaim: move it away to begin again."), file);
  return FALSE;
}

static gboolean
apply_steps (EssaimConnection *connection,
             const char       *name,
             guint             version,
             guint             last,
             GError          **error)
{
  for (guint step = version + 1; step <= last; step++)
    {
      g_autoptr (GBytes) sql = load_step (name, step);
      g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                               APPLICATION_ID, step);

      if (!essaim_connection_execute (connection, g_bytes_get_data (sql, NULL), error) ||
          !essaim_connection_execute (connection, mark, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_migrations_apply:
 * @connection: a connection that may write
 * @name: of the database, without `.db`
 * @error: return location; `ESSAIM_STORE_ERROR_DAMAGED` when the file is a database of another program
 *
 * All steps that are missing are done in one transaction: killed at any moment, the file is as before or as after.
 *
 * Returns: whether the database now has its present shape
 */
gboolean
essaim_migrations_apply (EssaimConnection *connection,
                         const char       *name,
                         GError          **error)
{
  gint64 version;

  /* The version is read inside the transaction: two programs may come here at once. */
  if (!essaim_connection_begin (connection, error))
    return FALSE;

  if (essaim_connection_get_int (connection, "PRAGMA user_version", &version, error) &&
      check_ours (connection, version, error) &&
      apply_steps (connection, name, version, essaim_migrations_count (name), error))
    return essaim_connection_commit (connection, error);

  essaim_connection_rollback (connection);
  return FALSE;
}

/* (nullable): all that the schema says, without comments and line breaks, which may differ among versions of the
 * program */
static char *
describe_schema (EssaimConnection *connection,
                 GError          **error)
{
  g_autoptr (EssaimStatement) query = essaim_connection_prepare (connection,
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name", error);
  g_autoptr (GRegex) blanks = g_regex_new ("(?:--[^\n]*|\\s)+", 0, 0, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    {
      for (int column = 0; column < 4; column++)
        g_string_append_printf (text, "%s ", essaim_statement_get_text (query, column));
      g_string_append (text, ";\n");
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_regex_replace_literal (blanks, text->str, text->len, 0, " ", 0, error);
}

/* A new database, in memory, of an old version */
static EssaimConnection *
make_example (const char *name,
              guint       version,
              GError    **error)
{
  g_autoptr (EssaimConnection) example = essaim_connection_open (NULL, ESSAIM_CONNECTION_REBUILDABLE, version, error);

  if (example == NULL || !apply_steps (example, name, 0, version, error))
    return NULL;

  return g_steal_pointer (&example);
}

/**
 * essaim_migrations_check_shape:
 * @connection: a connection to a file that may have come from anywhere
 * @name: of the database that it is said to be, without `.db`
 * @error: return location; `ESSAIM_STORE_ERROR_DAMAGED` for another program's file
 *
 * Compares all tables, indices, triggers and views with those that this program makes, at the version of the file.
 *
 * Returns: whether they are the same; %FALSE also without @error
 */
gboolean
essaim_migrations_check_shape (EssaimConnection *connection,
                               const char       *name,
                               GError          **error)
{
  g_autoptr (EssaimConnection) example = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  gint64 version;

  if (!essaim_connection_get_int (connection, "PRAGMA user_version", &version, error) ||
      !check_ours (connection, version, error))
    return FALSE;
  if (version < 1 || version > essaim_migrations_count (name))
    return FALSE;

  example = make_example (name, (guint) version, error);
  expected = example != NULL ? describe_schema (example, error) : NULL;
  found = expected != NULL ? describe_schema (connection, error) : NULL;

  return found != NULL && g_str_equal (found, expected);
}

static gboolean
make_folder (const char *folder,
             GError    **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE,
               _("The folder “%s” cannot be made: check that you may write there."), folder);
  return FALSE;
}

static gboolean
back_up (EssaimConnection *connection,
         const char       *folder,
         const char       *name,
         gint64            version,
         GError          **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H%M%SZ");
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *file = g_strdup_printf ("%s-version-%d-%s.db", name, (int) version, date);
  g_autofree char *path = g_build_filename (backups, file, NULL);

  return make_folder (backups, error) && essaim_connection_copy_to (connection, path, error);
}

/**
 * essaim_migrations_open:
 * @folder: (nullable): where the databases are; %NULL for a database in memory
 * @name: of the database, without `.db`
 * @mode: how it is opened
 * @error: return location, as essaim_connection_open()
 *
 * Returns: (transfer full): a connection to a database in its present shape (of whatever shape when read-only)
 */
EssaimConnection *
essaim_migrations_open (const char          *folder,
                        const char          *name,
                        EssaimConnectionMode mode,
                        GError             **error)
{
  g_autoptr (EssaimConnection) connection = NULL;
  g_autofree char *file = g_strconcat (name, ".db", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;
  guint newest = essaim_migrations_count (name);
  gint64 version;

  if (folder != NULL && mode != ESSAIM_CONNECTION_READ_ONLY && !make_folder (folder, error))
    return NULL;
  connection = essaim_connection_open (path, mode, newest, error);
  if (connection == NULL || !essaim_connection_get_int (connection, "PRAGMA user_version", &version, error))
    return NULL;

  /* Nothing to do takes no lock: another program may be writing for a while. */
  if (mode == ESSAIM_CONNECTION_READ_ONLY || (version > 0 && version == newest))
    return check_ours (connection, version, error) ? g_steal_pointer (&connection) : NULL;
  if (version > 0 && version < newest && mode == ESSAIM_CONNECTION_DURABLE && folder != NULL &&
      !back_up (connection, folder, name, version, error))
    return NULL;

  return essaim_migrations_apply (connection, name, error) ? g_steal_pointer (&connection) : NULL;
}
