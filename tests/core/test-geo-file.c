/* test-geo-file.c: truncated, foreign and hurt files give an error or are read, and never crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer.h"
#include "essaim-geo-file.h"
#include "essaim-shapes.h"
#include "geo-fixture.h"

#include <string.h>

typedef GObject *(*Loader) (const char *path, GError **error);

static GObject *
load_gazetteer (const char  *path,
                GError     **error)
{
  EssaimGazetteer *gazetteer = essaim_gazetteer_new (path, error);

  if (gazetteer != NULL)
    {
      g_autoptr (GArray) completions = essaim_gazetteer_complete (gazetteer, "630", 50);
      double lat, lon;

      g_assert_cmpuint (completions->len, <=, 50);
      essaim_gazetteer_find_nearest (gazetteer, 45.78, 3.09, NULL);
      essaim_gazetteer_resolve_code (gazetteer, "75110", NULL, NULL);
      essaim_gazetteer_find_by_name (gazetteer, "Saint-Denis", "93200", ESSAIM_NO_DEPARTMENT);
      essaim_gazetteer_locate_postcode (gazetteer, "97400", &lat, &lon, NULL);
    }

  return (GObject *) gazetteer;
}

static GObject *
load_shapes (const char  *path,
             GError     **error)
{
  EssaimShapes *shapes = essaim_shapes_new (path, error);

  if (shapes != NULL)
    for (guint i = 0; i < ESSAIM_N_SHAPE_LAYERS; i++)
      {
        essaim_shapes_at (shapes, i, 45.78, 3.09);
        essaim_shapes_lookup (shapes, i, "63");
      }

  return (GObject *) shapes;
}

static void
assert_refused (Loader      load,
                const char *bytes,
                gsize       size)
{
  g_autofree char *path = geo_fixture_write (bytes, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (path, &error));
  g_assert_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, path));
  g_remove (path);
}

static void
check_damage (Loader      load,
              const char *name)
{
  g_autofree char *path = geo_fixture_get_path (name);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);

  assert_refused (load, "", 0);
  assert_refused (load, "insee;name\n01001;L'Abergement\n", 30);
  for (gsize left = 1; left < size; left = left * 5 / 2)
    assert_refused (load, bytes, left);
  assert_refused (load, bytes, size - 1);

  /* A file of the other byte order, and one of a later layout. */
  bytes[8] ^= 0x7f;
  assert_refused (load, bytes, size);
  bytes[8] ^= 0x7f;
  bytes[12] ^= 0x7f;
  assert_refused (load, bytes, size);
}

static void
check_noise (Loader      load,
             const char *name)
{
  g_autofree char *path = geo_fixture_get_path (name);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (63113);
  guint n_refused = 0;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint run = 0; run < 60; run++)
    {
      g_autofree char *hurt = g_memdup2 (bytes, size);
      g_autofree char *hurt_path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GObject) loaded = NULL;

      /* Often in the directory of sections, for the rest anywhere. */
      for (guint i = 0; i < 8; i++)
        hurt[g_rand_int_range (rand, 24, run % 2 == 0 ? 96 : (gint32) size)] = (char) g_rand_int (rand);

      hurt_path = geo_fixture_write (hurt, size);
      loaded = load (hurt_path, &error);
      g_assert_true ((loaded == NULL) == (error != NULL));
      n_refused += loaded == NULL;
      g_remove (hurt_path);
    }
  g_assert_cmpuint (n_refused, >, 20);
}

static void
test_damaged_communes (void)
{
  check_damage (load_gazetteer, "geo/communes.bin");
}

static void
test_damaged_shapes (void)
{
  check_damage (load_shapes, "geo/shapes.bin");
}

static void
test_noise_in_communes (void)
{
  check_noise (load_gazetteer, "geo/communes.bin");
}

static void
test_noise_in_shapes (void)
{
  check_noise (load_shapes, "geo/shapes.bin");
}

static void
test_exchanged (void)
{
  g_autofree char *communes = geo_fixture_get_path ("geo/communes.bin");
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_shapes_new (communes, &error));
  g_assert_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_DAMAGED);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_gazetteer_new ("/nowhere/communes.bin", &error));
  g_assert_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "/nowhere/communes.bin"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo-file/damaged-communes", test_damaged_communes);
  g_test_add_func ("/geo-file/damaged-shapes", test_damaged_shapes);
  g_test_add_func ("/geo-file/noise-in-communes", test_noise_in_communes);
  g_test_add_func ("/geo-file/noise-in-shapes", test_noise_in_shapes);
  g_test_add_func ("/geo-file/exchanged", test_exchanged);
  g_test_add_func ("/geo-file/missing", test_missing);

  return g_test_run ();
}
