/* essaim-library-aside.c: a library that cannot be used, put aside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "essaim-library-private.h"
#include "essaim-migrations.h"
#include "essaim-store-error.h"

#define FILE_NAME "library.db"
#define NEW_NAME FILE_NAME ".new"
#define ASIDE_PREFIX FILE_NAME ".corrupt-"

/* Programs that wait for the same library to be mended lock it; it stays, empty. */
#define LOCK_NAME "library.lock"
#define LOCK_STEP (G_USEC_PER_SEC / 20)

/**
 * essaim_library_is_damaged:
 * @folder: where library.db is
 *
 * Reads all of it, which takes a while.
 *
 * Returns: whether there is one, and it cannot be used by any version of the program
 */
gboolean
essaim_library_is_damaged (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimConnection) connection = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;

  connection = essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_REBUILDABLE, &error);
  if (connection == NULL)
    return g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);

  return essaim_connection_is_damaged (connection);
}

/**
 * essaim_library_lock_mending:
 * @folder: where library.db is
 * @cancellable: (nullable): stops waiting
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_WRITABLE`, or #G_IO_ERROR_CANCELLED
 *
 * Waits until no other program puts the library aside or fills it again. What was known of its damage before may no longer be true
 * then.
 *
 * Returns: a file to close when that is done; -1 with @error
 */
int
essaim_library_lock_mending (const char    *folder,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  int lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock < 0)
    {
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE,
                   _("The file “%s” could not be written: %s"), path, g_strerror (errno));
      return -1;
    }
  while (flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (lock);
          return -1;
        }
      g_usleep (LOCK_STEP);
    }

  return lock;
}

static void
remove_files (const char *folder,
              const char *prefix,
              const char *kept)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && (kept == NULL || !g_str_has_prefix (name, kept)))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/* An empty library, without a log: that of a program which was killed here goes first. */
static gboolean
make_new (const char  *folder,
          GError     **error)
{
  g_autofree char *path = g_build_filename (folder, NEW_NAME, NULL);
  g_autoptr (EssaimConnection) connection = NULL;

  remove_files (folder, NEW_NAME, NULL);
  connection = essaim_connection_open (path, ESSAIM_CONNECTION_REBUILDABLE, essaim_migrations_count ("library"), error);

  return connection != NULL && essaim_migrations_apply (connection, "library", error) &&
         essaim_connection_execute (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* One that nothing has: two libraries may be put aside within a second. */
static char *
choose_name (const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (int seconds = 0;; seconds++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_seconds (now, seconds);
      g_autofree char *name = g_date_time_format (then, ASIDE_PREFIX "%Y-%m-%dT%H%M%SZ");
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

static gboolean
move (const char  *folder,
      const char  *from,
      const char  *to,
      GError     **error)
{
  g_autofree char *old_path = g_build_filename (folder, from, NULL);
  g_autofree char *new_path = g_build_filename (folder, to, NULL);

  if (g_rename (old_path, new_path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE, _("The file “%s” could not be set aside: %s"),
               old_path, g_strerror (errno));
  return FALSE;
}

/* The old file has both names until the new one has taken its own: a program that finds none in between would make one.
 * Some file systems know no second names. */
static gboolean
replace (const char  *folder,
         const char  *aside,
         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *aside_path = g_build_filename (folder, aside, NULL);

  if (link (path, aside_path) != 0 && !move (folder, FILE_NAME, aside, error))
    return FALSE;

  return move (folder, NEW_NAME, FILE_NAME, error);
}

/**
 * essaim_library_set_aside:
 * @folder: where library.db is, which this program has not open
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_WRITABLE`, or as essaim_connection_open()
 *
 * An empty library takes its place at once, and is made before, under another name. SQLite finds journals by name: a program
 * that has opened the damaged file, and not read it yet, would take the journal of a file made in its place for its own, roll it
 * back into the damaged file, and delete it under the program that writes. See “How To Corrupt An SQLite Database File”,
 * “Unlinking or renaming a database file while in use”, https://sqlite.org/howtocorrupt.html
 *
 * The log of the damaged file goes first: beside the new one it would be taken for the log of that one. Several programs may find
 * the same damage: hold essaim_library_lock_mending(), and look again.
 *
 * Returns: (transfer full): the name that the file has now
 */
char *
essaim_library_set_aside (const char  *folder,
                          GError     **error)
{
  g_autofree char *name = choose_name (folder);
  g_autofree char *log = g_strconcat (name, "-wal", NULL);
  g_autofree char *memory = g_strconcat (name, "-shm", NULL);

  if (!make_new (folder, error) || !move (folder, FILE_NAME "-wal", log, error) ||
      !move (folder, FILE_NAME "-shm", memory, error) || !replace (folder, name, error))
    return NULL;

  remove_files (folder, ASIDE_PREFIX, name);
  return g_steal_pointer (&name);
}
