/* essaim-backup.c: copies of the work and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "essaim-migrations.h"
#include "essaim-stamp.h"
#include "essaim-statement.h"
#include "essaim-store-error.h"

#define KEPT_BACKUPS 7
#define BACKUP_PREFIX "work-"
/* Milliseconds from 1970 to the end of the year 9999. */
#define LAST_TIME G_GINT64_CONSTANT (253402300799999)

/**
 * essaim_backup_get_file:
 * @folder: the data folder
 * @name: of a database, without `.db`
 *
 * Returns: (transfer full): its path
 */
char *
essaim_backup_get_file (const char *folder,
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

/**
 * essaim_backup_open_present:
 * @folder: the data folder
 * @name: of a database, without `.db`
 * @error: return location for an error
 *
 * Without a file there is nothing to open, which is no error; nor is a file that was made a moment before the program was
 * killed, and has nothing in it.
 *
 * Returns: (transfer full) (nullable): a connection for reading; %NULL also without @error
 */
EssaimConnection *
essaim_backup_open_present (const char  *folder,
                            const char  *name,
                            GError     **error)
{
  g_autofree char *path = essaim_backup_get_file (folder, name);
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

/**
 * essaim_backup_open_sound:
 * @path: of a file that may have come from anywhere
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`, or `_FAILED` when it is no sound copy of the work
 *
 * Reads all of it.
 *
 * Returns: (transfer full) (nullable): a connection for reading
 */
EssaimConnection *
essaim_backup_open_sound (const char  *path,
                          GError     **error)
{
  g_autoptr (EssaimConnection) connection = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("The file “%s” was not found."), path);
      return NULL;
    }

  connection = essaim_connection_open (path, ESSAIM_CONNECTION_READ_ONLY, essaim_migrations_count ("work"), &local_error);
  if (local_error != NULL && !g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (connection != NULL && is_sound (connection))
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

/**
 * essaim_backup_list:
 * @folder: the data folder
 *
 * Returns: (transfer full) (element-type utf8): the paths of the copies in its `backups`, oldest first
 */
GPtrArray *
essaim_backup_list (const char *folder)
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

/* (nullable): the newest copy, where there is nothing that it is a copy of */
static char *
find_last_copy_of_lost (const char *folder)
{
  g_autofree char *path = essaim_backup_get_file (folder, "work");
  g_autoptr (GPtrArray) backups = essaim_backup_list (folder);
  GStatBuf found;

  if (backups->len == 0 || (g_stat (path, &found) == 0 && found.st_size > 0))
    return NULL;

  return g_strdup (g_ptr_array_index (backups, backups->len - 1));
}

/**
 * essaim_backup_check_present:
 * @folder: the data folder
 * @error: return location; `ESSAIM_STORE_ERROR_DAMAGED` where work.db is missing or empty and has copies
 *
 * Work that was lost must not be taken for work that was never begun: what is made then would stand in the way of what
 * is to come back.
 *
 * Returns: whether work.db may be opened, or made
 */
gboolean
essaim_backup_check_present (const char  *folder,
                             GError     **error)
{
  g_autofree char *copy = find_last_copy_of_lost (folder);

  if (copy == NULL)
    return TRUE;

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED,
               _("The file “work.db” is lost: bring its newest copy back with “essaimctl restore %s”, or move the folder"
                 " “backups” away to begin again."), copy);

  return FALSE;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf at, bt;

  return g_stat (a, &at) == 0 && g_stat (b, &bt) == 0 && at.st_dev == bt.st_dev && at.st_ino == bt.st_ino;
}

/* A name is on the disk once its folder is: before that, no older copy may go. */
static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return errno == EACCES;

  /* Some file systems cannot do that. */
  done = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  g_close (fd, NULL);

  return done;
}

/* The copy is read back before it takes its name, so that a bad one never replaces a good one. */
static gboolean
copy_verified (EssaimConnection  *connection,
               const char        *path,
               gboolean           is_own,
               GError           **error)
{
  /* Two programs may make a copy at once. */
  g_autofree char *part = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
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
      /* Elsewhere it is the copy that cannot be written, not the work. */
      if (is_own)
        g_set_error (error, ESSAIM_STORE_ERROR, local_error->code, _("The copy could not be made: %s"),
                     local_error->message);
      else
        g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                     _("The copy could not be written to “%s”: check that its folder is there, that you may write in it, "
                       "and that there is room left on the disk."), path);
      return FALSE;
    }

  copy = essaim_backup_open_sound (part, error);
  if (copy != NULL && g_rename (part, path) == 0 && sync_folder (path))
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

/* Copies of one day have one of these. */
static gboolean
is_same_day (const char *a,
             const char *b)
{
  g_autofree char *first = g_path_get_basename (a);
  g_autofree char *second = g_path_get_basename (b);

  return strncmp (first, second, strlen (BACKUP_PREFIX "0000-00-00")) == 0;
}

/* Kept are the newest ones, and the newest of each of the last days that have one: many copies of today push out no older
 * day. So is the one just made, whatever its date: the clock may have gone back. */
static void
remove_old_backups (const char *folder,
                    const char *newest)
{
  g_autoptr (GPtrArray) backups = essaim_backup_list (folder);
  guint days = 0;

  for (guint n = 0; n < backups->len; n++)
    {
      guint i = backups->len - 1 - n;
      const char *path = g_ptr_array_index (backups, i);
      gboolean ends_day = n == 0 || !is_same_day (path, g_ptr_array_index (backups, i + 1));

      days += ends_day;
      if (n >= KEPT_BACKUPS && !(ends_day && days <= KEPT_BACKUPS) && !g_str_equal (path, newest))
        g_unlink (path);
    }
}

/**
 * essaim_backup_make:
 * @folder: the data folder
 * @path: (nullable): where the copy goes; %NULL for the folder's own backups, of which the newest seven are kept, and the newest of
 *   each of the last seven days that have one
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

  connection = essaim_backup_open_present (folder, "work", &local_error);
  if (connection == NULL)
    {
      if (local_error == NULL)
        g_set_error_literal (&local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND,
                             _("There is no work to copy yet."));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  target = path != NULL ? g_strdup (path) : make_backup_path (folder, "", error);
  if (target == NULL || !copy_verified (connection, target, path == NULL, error))
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
  g_autoptr (EssaimConnection) copy = essaim_backup_open_sound (backup, NULL);
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

  connection = essaim_backup_open_present (folder, "work", &local_error);
  if (connection == NULL)
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  backups = essaim_backup_list (folder);
  if (is_backed_up (connection, backups))
    return TRUE;

  path = essaim_backup_make (folder, NULL, error);

  return path != NULL;
}

/* Whether nothing was made, or something today: then the first change of the day is not to come. */
static gboolean
is_begun_today (const char *folder)
{
  g_autoptr (EssaimConnection) connection = essaim_backup_open_present (folder, "work", NULL);
  g_autofree char *stamp = connection != NULL ? read_stamp (connection) : NULL;
  gint64 day = G_TIME_SPAN_DAY / 1000;

  return stamp != NULL && essaim_stamp_is_valid (stamp) &&
         (*stamp == '\0' || essaim_stamp_get_time (stamp) / day == g_get_real_time () / 1000 / day);
}

/**
 * essaim_backup_make_before_change:
 * @folder: the data folder
 * @error: return location for an error
 *
 * Makes the daily copy before the first change of a day, so that it holds what the days before have left. Work that was
 * begun today, or has been changed today, needs none.
 *
 * Returns: whether the work is safe; %FALSE only with @error
 */
gboolean
essaim_backup_make_before_change (const char  *folder,
                                  GError     **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return is_begun_today (folder) || essaim_backup_make_daily (folder, error);
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
  g_autofree char *present = essaim_backup_get_file (folder, "work");
  g_autofree char *target = NULL;
  g_autoptr (EssaimConnection) connection = NULL;

  if (!g_file_test (present, G_FILE_TEST_EXISTS))
    return TRUE;

  target = make_backup_path (folder, "before-restore-", error);
  if (target == NULL)
    return FALSE;

  connection = essaim_backup_open_sound (present, NULL);
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

  copy = essaim_backup_open_sound (path, error);
  if (copy == NULL || !set_present_aside (folder, error))
    return FALSE;

  work = essaim_migrations_open (folder, "work", ESSAIM_CONNECTION_DURABLE, error);

  return work != NULL &&
         essaim_connection_copy_from (work, copy, error) &&
         essaim_migrations_apply (work, "work", error);
}
