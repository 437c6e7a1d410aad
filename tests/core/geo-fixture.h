/* geo-fixture.h: the shipped facts for tests, and files that were hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <glib/gstdio.h>

static inline char *
geo_fixture_get_path (const char *name)
{
  return g_build_filename (g_getenv ("ESSAIM_PKGDATADIR"), name, NULL);
}

/* Writes @bytes to a new file of the temporary folder. */
static inline char *
geo_fixture_write (const char *bytes,
                   gsize       size)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("essaim-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);

  return path;
}
