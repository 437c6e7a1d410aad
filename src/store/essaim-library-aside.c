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
  g_autofree char *damage = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;

  connection = essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_REBUILDABLE, &error);
  if (connection == NULL)
    return g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
  damage = essaim_connection_find_damage (connection, TRUE);

  return damage != NULL;
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

/* The last one is enough. */
static void
remove_earlier (const char *folder,
                const char *last)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ASIDE_PREFIX) && !g_str_has_prefix (name, last))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
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

/**
 * essaim_library_set_aside:
 * @folder: where library.db is, which this program has not open
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_WRITABLE`
 *
 * Its log goes first: beside a new file it would be taken for the log of that one. Several programs may find the same damage: hold
 * essaim_library_lock_mending(), and look again.
 *
 * Returns: (transfer full): the name that the file has now
 */
char *
essaim_library_set_aside (const char  *folder,
                          GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = g_date_time_format (now, ASIDE_PREFIX "%Y-%m-%dT%H%M%SZ");
  g_autofree char *log = g_strconcat (name, "-wal", NULL);
  g_autofree char *memory = g_strconcat (name, "-shm", NULL);

  if (!move (folder, FILE_NAME "-wal", log, error) || !move (folder, FILE_NAME "-shm", memory, error) ||
      !move (folder, FILE_NAME, name, error))
    return NULL;

  remove_earlier (folder, name);
  return g_steal_pointer (&name);
}
