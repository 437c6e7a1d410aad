/* sync-fixture.h: a library and a work.db of their own for each test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

#include "essaim-sync.h"

/* A data folder of its own for each test. */
typedef struct
{
  EssaimReference *reference;
  char            *folder;
  EssaimLibrary   *library;
  EssaimWork      *work;
} Scene;

static inline EssaimReference *
load_reference (void)
{
  g_autoptr (GError) error = NULL;
  EssaimReference *reference = essaim_reference_new (NULL, &error);

  g_assert_no_error (error);

  return reference;
}

/* For whoever makes many. */
static inline void
set_up_with (Scene           *scene,
             EssaimReference *reference)
{
  g_autoptr (GError) error = NULL;

  scene->reference = g_object_ref (reference);
  scene->folder = g_dir_make_tmp ("essaim-sync-XXXXXX", &error);
  g_assert_no_error (error);
  scene->library = essaim_library_open (scene->folder, scene->reference, &error);
  g_assert_no_error (error);
  scene->work = essaim_work_open (scene->folder, scene->reference, &error);
  g_assert_no_error (error);
}

static inline void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (EssaimReference) reference = load_reference ();

  set_up_with (scene, reference);
}

static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static inline void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&scene->library));
  g_assert_finalize_object (g_steal_pointer (&scene->work));
  g_clear_object (&scene->reference);
  remove_tree (scene->folder);
  g_free (scene->folder);
}

static inline char *
write_file (Scene      *scene,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (scene->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}
