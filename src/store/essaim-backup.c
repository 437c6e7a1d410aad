/* essaim-backup.c: integrity, copies and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-migrations.h"
#include "essaim-stamp.h"
#include "essaim-statement.h"
#include "essaim-store-error.h"

#define KEPT_BACKUPS 7
#define BACKUP_PREFIX "work-"
/* Milliseconds from 1970 to the end of the year 9999. */
#define LAST_TIME G_GINT64_CONSTANT (253402300799999)

/**
 * essaim_health_free:
 * @health: (transfer full) (nullable): what was found
 */
void
essaim_health_free (EssaimHealth *health)
{
  if (health == NULL)
    return;

  g_free (health->library);
  g_free (health->work);
  g_free (health);
}

static char *
get_file (const char *folder,
          const char *name)
{
  g_autofree char *file = g_strconcat (name, ".db", NULL);

  return g_build_filename (folder, file, NULL);
}

/* Killed while it made the file, a program leaves something to be rolled back, which reading alone may not do. */
static EssaimConnection *
open_to_read (const char  *folder,
              const char  *name,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  EssaimConnection *connection = essaim_migrations_open (folder, name, ESSAIM_CONNECTION_READ_ONLY, &local_error);

  if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE))
    connection = essaim_migrations_open (folder, name, ESSAIM_CONNECTION_DURABLE, error);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return connection;
}

/* (nullable): without a file there is nothing to open, which is no error; nor is a file that was made a moment before
 * the program was killed, and has nothing in it. */
static EssaimConnection *
open_present (const char  *folder,
              const char  *name,
              GError     **error)
{
  g_autofree char *path = get_file (folder, name);
  g_autoptr (EssaimConnection) connection = NULL;
  gint64 version = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  connection = open_to_read (folder, name, error);
  if (connection == NULL ||
      !essaim_connection_get_int (connection, "PRAGMA user_version", &version, error) ||
      version == 0)
    return NULL;

  return g_steal_pointer (&connection);
}

static char *
read_stamp (EssaimConnection *connection)
{
  g_autoptr (EssaimStatement) query = essaim_connection_prepare (connection, "SELECT stamp FROM replica", NULL);

  return query != NULL && essaim_statement_step (query, NULL) ? essaim_statement_dup_text (query, 0) : NULL;
}

/* A file that says who it is, and when it was last changed; a time that no calendar has would leave no room for more. */
static gboolean
has_replica (EssaimConnection *connection)
{
  g_autofree char *stamp = read_stamp (connection);
  gint64 n;

  return stamp != NULL && essaim_stamp_is_valid (stamp) && essaim_stamp_get_time (stamp) <= LAST_TIME &&
         essaim_connection_get_int (connection, "SELECT count (*) FROM replica", &n, NULL) && n == 1;
}

/* Whether all of it can be read, and can do nothing but be read. */
static gboolean
is_sound (EssaimConnection *connection)
{
  g_autofree char *damage = essaim_connection_find_damage (connection, FALSE);

  return damage == NULL && essaim_migrations_check_shape (connection, "work", NULL) && has_replica (connection);
}

/* Opens a file that may have come from anywhere, and reads all of it. */
static EssaimConnection *
open_sound (const char  *path,
            GError     **error)
{
  g_autoptr (EssaimConnection) connection = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("The file “%s” was not found."), path);
      return NULL;
    }

  connection = essaim_connection_open (path, ESSAIM_CONNECTION_READ_ONLY, essaim_migrations_count ("work"), error);
  if (connection == NULL)
    return NULL;

  if (is_sound (connection))
    return g_steal_pointer (&connection);

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
               _("The file “%s” is not a sound copy of the work."), path);

  return NULL;
}

/* Copies made by themselves are named by their time: `work-2026-…`; other files in the folder are not touched. */
static gboolean
is_dated (const char *file)
{
  return g_str_has_prefix (file, BACKUP_PREFIX) && g_ascii_isdigit (file[strlen (BACKUP_PREFIX)]) &&
         g_str_has_suffix (file, ".db");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* (element-type utf8): paths, oldest first */
static GPtrArray *
list_backups (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (is_dated (file))
      g_ptr_array_add (paths, g_build_filename (backups, file, NULL));
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

/* What to do depends on the file: one can be read again, the other cannot. */
static char *
tell_damage (const char *name,
             const char *found)
{
  g_debug ("%s.db: %s", name, found);

  if (g_str_equal (name, "work"))
    return g_strdup (_("The file “work.db” is damaged; restore it from the newest copy in “backups”."));

  return g_strdup (_("The file “library.db” is damaged; move it away and import the sources again."));
}

/* Whether there is an empty file where there was work once. */
static gboolean
was_filled (const char *folder)
{
  g_autofree char *path = get_file (folder, "work");
  g_autoptr (GPtrArray) backups = list_backups (folder);

  return backups->len > 0 && g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
examine (const char        *folder,
         const char        *name,
         EssaimConnection **connection)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = NULL;

  *connection = open_present (folder, name, &error);
  if (error != NULL)
    return g_strdup (error->message);

  if (*connection != NULL)
    damage = essaim_connection_find_damage (*connection, FALSE);
  else if (g_str_equal (name, "work") && was_filled (folder))
    damage = g_strdup ("empty");

  return damage != NULL ? tell_damage (name, damage) : g_strdup ("ok");
}

/**
 * essaim_health_check:
 * @folder: the data folder
 * @error: return location for an error
 *
 * Reads every page of both databases. A file that is not there is sound: it will be made.
 *
 * Returns: (transfer full): what was found
 */
EssaimHealth *
essaim_health_check (const char  *folder,
                     GError     **error)
{
  g_autoptr (EssaimHealth) health = g_new0 (EssaimHealth, 1);
  g_autoptr (EssaimConnection) library = NULL;
  g_autoptr (EssaimConnection) work = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gint64 shortlists = 0, entries = 0;

  g_return_val_if_fail (folder != NULL, NULL);

  health->library = examine (folder, "library", &library);
  health->work = examine (folder, "work", &work);

  if (work != NULL && g_str_equal (health->work, "ok") &&
      (!essaim_connection_get_int (work, "SELECT count (*) FROM shortlist WHERE NOT deleted", &shortlists, error) ||
       !essaim_connection_get_int (work,
                                   "SELECT count (*) FROM entry JOIN shortlist ON shortlist.uuid = entry.shortlist"
                                   " WHERE NOT entry.deleted AND NOT shortlist.deleted",
                                   &entries, error)))
    return NULL;

  backups = list_backups (folder);
  health->shortlists = shortlists;
  health->entries = entries;
  health->backups = backups->len;

  return g_steal_pointer (&health);
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf at, bt;

  return g_stat (a, &at) == 0 && g_stat (b, &bt) == 0 && at.st_dev == bt.st_dev && at.st_ino == bt.st_ino;
}

/* The copy is read back before it takes its name, so that a bad one never replaces a good one. */
static gboolean
copy_verified (EssaimConnection  *connection,
               const char        *path,
               GError           **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (EssaimConnection) copy = NULL;
  g_autoptr (GError) local_error = NULL;

  if (is_same_file (path, essaim_connection_get_path (connection)))
    {
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                   _("“%s” is the work itself; choose another file for the copy."), path);
      return FALSE;
    }

  if (!essaim_connection_copy_to (connection, part, &local_error))
    {
      /* It is the copy that cannot be written, not the work. */
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED, _("The copy could not be made: %s"),
                   local_error->message);
      return FALSE;
    }

  copy = open_sound (part, error);
  if (copy != NULL && g_rename (part, path) == 0)
    return TRUE;

  if (copy != NULL)
    g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                 _("The copy could not be saved as “%s”: %s"), path, g_strerror (errno));
  g_unlink (part);

  return FALSE;
}

static char *
make_backup_path (const char  *folder,
                  const char  *what,
                  GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H%M%SZ");
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *file = g_strconcat (BACKUP_PREFIX, what, date, ".db", NULL);

  if (g_mkdir_with_parents (backups, 0700) == 0)
    return g_build_filename (backups, file, NULL);

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE,
               _("The folder “%s” cannot be made; check that you may write there."), backups);

  return NULL;
}

/* The one just made is kept whatever its date: the clock may have gone back. */
static void
remove_old_backups (const char *folder,
                    const char *newest)
{
  g_autoptr (GPtrArray) backups = list_backups (folder);
  guint left = backups->len;

  for (guint i = 0; i < backups->len && left > KEPT_BACKUPS; i++)
    {
      const char *path = g_ptr_array_index (backups, i);

      if (!g_str_equal (path, newest) && g_unlink (path) == 0)
        left--;
    }
}

/**
 * essaim_backup_make:
 * @folder: the data folder
 * @path: (nullable): where the copy goes; %NULL for the folder's own backups, of which the newest seven are kept
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND` when there is no work yet
 *
 * Copies work.db as it is now, even while it is written to, and reads the copy back.
 *
 * Returns: (transfer full): the path of the copy
 */
char *
essaim_backup_make (const char  *folder,
                    const char  *path,
                    GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EssaimConnection) connection = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  connection = open_present (folder, "work", &local_error);
  if (connection == NULL)
    {
      if (local_error == NULL)
        g_set_error_literal (&local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND,
                             _("There is no work to copy yet."));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  target = path != NULL ? g_strdup (path) : make_backup_path (folder, "", error);
  if (target == NULL || !copy_verified (connection, target, error))
    return NULL;

  if (path == NULL)
    remove_old_backups (folder, target);

  return g_steal_pointer (&target);
}

/* Every change of the work moves its stamp on: no clock or file date is asked. */
static gboolean
is_changed_since (EssaimConnection *connection,
                  const char       *backup)
{
  g_autoptr (EssaimConnection) copy = open_sound (backup, NULL);
  g_autofree char *now = read_stamp (connection);
  g_autofree char *then = copy != NULL ? read_stamp (copy) : NULL;

  return then == NULL || g_strcmp0 (now, then) != 0;
}

static gboolean
is_from_today (const char *backup)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *prefix = g_date_time_format (now, BACKUP_PREFIX "%Y-%m-%dT");
  g_autofree char *file = g_path_get_basename (backup);

  return g_str_has_prefix (file, prefix);
}

/* Whether some copy is from today, or holds all there is. */
static gboolean
is_backed_up (EssaimConnection *connection,
              GPtrArray        *backups)
{
  for (guint i = 0; i < backups->len; i++)
    if (is_from_today (g_ptr_array_index (backups, i)))
      return TRUE;

  return backups->len > 0 && !is_changed_since (connection, g_ptr_array_index (backups, backups->len - 1));
}

/**
 * essaim_backup_make_daily:
 * @folder: the data folder
 * @error: return location for an error
 *
 * Makes a copy unless there is one from today, or nothing has changed since the last one.
 *
 * Returns: whether the work is safe; %FALSE only with @error
 */
gboolean
essaim_backup_make_daily (const char  *folder,
                          GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EssaimConnection) connection = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  connection = open_present (folder, "work", &local_error);
  if (connection == NULL)
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  backups = list_backups (folder);
  if (is_backed_up (connection, backups))
    return TRUE;

  path = essaim_backup_make (folder, NULL, error);

  return path != NULL;
}

/* A damaged file cannot be copied as a database: it is moved away with its log. */
static gboolean
move_away (const char  *present,
           const char  *target,
           GError     **error)
{
  static const char * const suffixes[] = { "-wal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (present, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE,
                       _("The file “%s” could not be set aside: %s"), from, g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
set_present_aside (const char  *folder,
                   GError     **error)
{
  g_autofree char *present = get_file (folder, "work");
  g_autofree char *target = NULL;
  g_autoptr (EssaimConnection) connection = NULL;

  if (!g_file_test (present, G_FILE_TEST_EXISTS))
    return TRUE;

  target = make_backup_path (folder, "before-restore-", error);
  if (target == NULL)
    return FALSE;

  connection = open_sound (present, NULL);
  if (connection != NULL)
    return essaim_connection_copy_to (connection, target, error);

  return move_away (present, target, error);
}

/**
 * essaim_backup_restore:
 * @folder: the data folder
 * @path: a copy made by [func@backup_make]
 * @error: return location for an error
 *
 * Makes the work what it was when the copy was made. The copy is checked first, and the present work is kept beside the
 * backups, whatever its state. Other programs that have the work open see it change.
 *
 * Returns: whether the work is restored
 */
gboolean
essaim_backup_restore (const char  *folder,
                       const char  *path,
                       GError     **error)
{
  g_autoptr (EssaimConnection) copy = NULL;
  g_autoptr (EssaimConnection) work = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  copy = open_sound (path, error);
  if (copy == NULL || !set_present_aside (folder, error))
    return FALSE;

  work = essaim_migrations_open (folder, "work", ESSAIM_CONNECTION_DURABLE, error);

  return work != NULL &&
         essaim_connection_copy_from (work, copy, error) &&
         essaim_migrations_apply (work, "work", error);
}
