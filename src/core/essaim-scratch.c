/* essaim-scratch.c: files that this program needs for a while
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-scratch.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Then the number of the process, and six letters. */
#define PREFIX "essaim-scratch-"

/**
 * essaim_scratch_open:
 * @path: (out): of the file, which only its owner may read
 * @error: return location
 *
 * Makes a file in the temporary folder. Its name says which process it is of.
 *
 * Returns: a descriptor of it, to be written; -1 with @error
 */
int
essaim_scratch_open (char   **path,
                     GError **error)
{
  g_autofree char *template = g_strdup_printf (PREFIX "%d-XXXXXX", (int) getpid ());

  return g_file_open_tmp (template, path, error);
}

/* Another user's, or one that is not ours at all, is left alone. A number that is in use again keeps its file until the next time. */
static gboolean
is_left_behind (const char *path,
                const char *name)
{
  GStatBuf found;
  gint64 process;
  g_auto (GStrv) parts = g_strsplit (name + strlen (PREFIX), "-", 2);

  return parts[0] != NULL && g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT, &process, NULL) &&
         g_lstat (path, &found) == 0 && S_ISREG (found.st_mode) && found.st_uid == getuid () &&
         kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}

/**
 * essaim_scratch_sweep:
 *
 * Removes the files of processes that are no more: they were killed before they could do so themselves.
 */
void
essaim_scratch_sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, PREFIX))
      {
        g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

        if (is_left_behind (path, name))
          g_unlink (path);
      }
}
