/* test-scratch.c: files for a while, also of programs that were killed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-scratch.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
open_here (void)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = essaim_scratch_open (&path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);

  return path;
}

/* (transfer full): of a process that is no more by now */
static char *
leave_behind (void)
{
  char buffer[4096] = "";
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      char *path = open_here ();

      if (write (ends[1], path, strlen (path)) > 0)
        kill (getpid (), SIGKILL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  g_assert_cmpint (read (ends[0], buffer, sizeof buffer - 1), >, 0);
  close (ends[0]);
  close (ends[1]);

  return g_strdup (buffer);
}

static void
test_sweep (void)
{
  g_autofree char *mine = open_here ();
  g_autofree char *left = leave_behind ();
  g_autofree char *other = g_build_filename (g_get_tmp_dir (), "essaim-scratch-notes", NULL);
  GStatBuf found;

  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  g_assert_cmpint (g_stat (left, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0077, ==, 0);

  essaim_scratch_sweep ();
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));

  g_unlink (mine);
  g_unlink (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scratch/sweep", test_sweep);

  return g_test_run ();
}
