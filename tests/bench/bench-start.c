/* bench-start.c: how long a program takes to show its window, and its memory some seconds later
 *
 * Writes milliseconds from the start of the program until the server has mapped a window of it, then megabytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <X11/Xlib.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SMALLEST_PX 200

/* Clients also map windows without a face, of one pixel. */
static void
wait_for_window (Display *display)
{
  XWindowAttributes attributes;
  XEvent event;

  do
    {
      do
        XNextEvent (display, &event);
      while (event.type != MapNotify);
    }
  while (!XGetWindowAttributes (display, event.xmap.window, &attributes) || attributes.width < SMALLEST_PX);
}

/* The part of the memory that is in RAM, in megabytes. */
static double
get_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmRSS:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) * 1024 / 1e6 : 0;
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  g_autoptr (GError) error = NULL;
  gint64 start;
  GPid pid;

  if (argc < 3 || display == NULL)
    {
      fprintf (stderr, "Usage, on an X display: %s SECONDS PROGRAM …\n", argv[0]);
      return 2;
    }

  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);
  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 2, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid,
                      &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  wait_for_window (display);
  printf ("%.1f", (g_get_monotonic_time () - start) / 1000.0);
  g_usleep ((gulong) (g_ascii_strtod (argv[1], NULL) * G_USEC_PER_SEC));
  printf (" %.1f\n", get_memory (pid));
  kill (pid, SIGTERM);

  return 0;
}
