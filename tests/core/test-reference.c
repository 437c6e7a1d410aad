/* test-reference.c: the shipped facts, found and loaded together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-geo-file.h"
#include "essaim-reference.h"

#include <string.h>

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimReference) reference = essaim_reference_new (NULL, &error);
  EssaimGazetteer *gazetteer;

  g_assert_no_error (error);
  g_assert_cmpstr (essaim_reference_get_folder (reference), ==, g_getenv ("ESSAIM_PKGDATADIR"));
  gazetteer = essaim_reference_get_gazetteer (reference);
  g_assert_cmpuint (essaim_gazetteer_get_n_communes (gazetteer), >, 34000);
  g_assert_cmpuint (essaim_territories_get_n (essaim_reference_get_territories (reference)), >, 36000);
  g_assert_cmpuint (essaim_shapes_get_n (essaim_reference_get_shapes (reference), ESSAIM_SHAPES_REGIONS), ==, 18);
  g_assert_cmpstr (essaim_themes_get_code (essaim_reference_get_themes (reference), 0), ==, "ENV");

  g_object_add_weak_pointer (G_OBJECT (gazetteer), (gpointer *) &gazetteer);
  g_clear_object (&reference);
  g_assert_null (gazetteer);
}

/* The variable is obeyed; without it, this program of the build tree finds the data of its own build. */
static void
test_find_folder (void)
{
  g_autofree char *kept = g_strdup (g_getenv ("ESSAIM_PKGDATADIR"));
  g_autofree char *given = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *unnamed = NULL;
  g_autofree char *themes = NULL;

  g_setenv ("ESSAIM_PKGDATADIR", "/some/where", TRUE);
  given = essaim_reference_find_folder ();
  g_setenv ("ESSAIM_PKGDATADIR", "", TRUE);
  unnamed = essaim_reference_find_folder ();
  g_unsetenv ("ESSAIM_PKGDATADIR");
  beside = essaim_reference_find_folder ();
  g_setenv ("ESSAIM_PKGDATADIR", kept, TRUE);

  g_assert_cmpstr (given, ==, "/some/where");
  g_assert_true (g_path_is_absolute (beside));
  g_assert_cmpstr (unnamed, ==, beside);
  themes = g_build_filename (beside, "themes.csv", NULL);
  g_assert_true (g_file_test (themes, G_FILE_TEST_EXISTS));
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_reference_new ("/nowhere", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "/nowhere"));
}

static gpointer
search_in_thread (gpointer data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (data);
  guint n_wrong = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GArray) found = essaim_territories_search (territories, "clermont", 1);

      n_wrong += found->len != 1 || g_array_index (found, guint, 0) != essaim_territories_lookup (territories,
                                                                                                  "clermont-ferrand");
    }

  return GUINT_TO_POINTER (n_wrong);
}

/* Every thread may read; a race would show under a sanitizer. */
static void
test_threads (void)
{
  g_autoptr (EssaimReference) reference = essaim_reference_new (NULL, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_in_thread, reference);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/load", test_load);
  g_test_add_func ("/reference/find-folder", test_find_folder);
  g_test_add_func ("/reference/missing", test_missing);
  g_test_add_func ("/reference/threads", test_threads);

  return g_test_run ();
}
