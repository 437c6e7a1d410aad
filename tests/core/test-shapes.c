/* test-shapes.c: outlines by id and by place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer.h"
#include "essaim-geometry.h"
#include "essaim-shapes.h"
#include "geo-fixture.h"

#include <math.h>
#include <string.h>

static EssaimShapes *shapes;

static const char *
id_at (EssaimShapeLayer layer,
       double           lat,
       double           lon)
{
  const EssaimShape *shape = essaim_shapes_at (shapes, layer, lat, lon);

  return shape != NULL ? shape->id : "none";
}

static void
test_layers (void)
{
  const guint expected[ESSAIM_N_SHAPE_LAYERS] = { 52, 1, 1, 18, 18, 101, 101, 1255, 1255, 12, 4, 26, 26 };

  for (guint i = 0; i < ESSAIM_N_SHAPE_LAYERS; i++)
    g_assert_cmpuint (essaim_shapes_get_n (shapes, i), ==, expected[i]);
}

static void
test_lookup (void)
{
  const EssaimShape *shape = essaim_shapes_lookup (shapes, ESSAIM_SHAPES_DEPARTEMENTS, "63");

  g_assert_nonnull (shape);
  g_assert_cmpstr (shape->name, ==, "Puy-de-Dôme");
  g_assert_cmpstr (essaim_shapes_lookup (shapes, ESSAIM_SHAPES_DEPARTEMENTS_LOW, "63")->name, ==, "Puy-de-Dôme");
  g_assert_cmpstr (essaim_shapes_lookup (shapes, ESSAIM_SHAPES_TERRITORIES, "mayotte")->name, ==, "Mayotte");
  g_assert_null (essaim_shapes_lookup (shapes, ESSAIM_SHAPES_TERRITORIES, "genevois-innovales"));
  g_assert_null (essaim_shapes_lookup (shapes, ESSAIM_SHAPES_DEPARTEMENTS, "20"));
  g_assert_null (essaim_shapes_lookup (shapes, ESSAIM_SHAPES_DEPARTEMENTS, NULL));
}

static void
assert_shape_is_sound (const EssaimShape *shape)
{
  guint32 n_points;

  g_assert_cmpuint (shape->n_rings, >, 0);
  n_points = shape->ring_ends[shape->n_rings - 1];
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpuint (shape->points[i].x, >=, shape->low.x);
      g_assert_cmpuint (shape->points[i].x, <=, shape->high.x);
      g_assert_cmpuint (shape->points[i].y, >=, shape->low.y);
      g_assert_cmpuint (shape->points[i].y, <=, shape->high.y);
    }
}

static void
test_every_shape (void)
{
  for (guint layer = 0; layer < ESSAIM_N_SHAPE_LAYERS; layer++)
    for (guint i = 0; i < essaim_shapes_get_n (shapes, layer); i++)
      {
        const EssaimShape *shape = essaim_shapes_get (shapes, layer, i);

        assert_shape_is_sound (shape);
        g_assert_true (essaim_shapes_lookup (shapes, layer, shape->id) == shape);
        g_assert_cmpstr (shape->name, !=, "");
      }
}

/* The label of a detailed shape lies inside it, but for one thin EPCI of Corsica. */
static void
test_labels (void)
{
  const EssaimShapeLayer layers[] = { ESSAIM_SHAPES_REGIONS, ESSAIM_SHAPES_DEPARTEMENTS, ESSAIM_SHAPES_EPCI,
                                      ESSAIM_SHAPES_EPT, ESSAIM_SHAPES_TERRITORIES };

  for (guint l = 0; l < G_N_ELEMENTS (layers); l++)
    for (guint i = 0; i < essaim_shapes_get_n (shapes, layers[l]); i++)
      {
        const EssaimShape *shape = essaim_shapes_get (shapes, layers[l], i);

        if (!g_str_equal (shape->id, "200073252"))
          g_assert_true (essaim_shape_contains (shape, shape->label));
      }
}

static void
test_at (void)
{
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, 45.78, 3.09), ==, "63");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_REGIONS, 45.78, 3.09), ==, "84");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_EPCI, 45.78, 3.09), ==, "246300701");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_TERRITORIES, 45.78, 3.09), ==, "clermont-ferrand");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, -12.80, 45.15), ==, "976");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, 4.93, -52.33), ==, "973");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS_LOW, -21.1, 55.5), ==, "974");
  /* London, the ocean, both ends of the Earth and its back. */
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, 51.5, -0.12), ==, "none");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_COUNTRIES, 51.5, -0.12), ==, "826");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, 45.0, -30.0), ==, "none");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, 90.0, 0.0), ==, "none");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, -90.0, 180.0), ==, "none");
  g_assert_cmpstr (id_at (ESSAIM_SHAPES_DEPARTEMENTS, NAN, NAN), ==, "none");
}

/* The points of nearly all communes lie in the shapes of their EPCI (data/geo/README.md: 99.9 %). */
static void
test_communes_in_epci (void)
{
  g_autofree char *path = geo_fixture_get_path ("geo/communes.bin");
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimGazetteer) gazetteer = essaim_gazetteer_new (path, &error);
  guint n_tried = 0, n_inside = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < essaim_gazetteer_get_n_communes (gazetteer); i += 7)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, i);

      if (*commune->epci == '\0' || isnan (commune->lat))
        continue;
      n_tried++;
      n_inside += g_str_equal (id_at (ESSAIM_SHAPES_EPCI, commune->lat, commune->lon), commune->epci);
    }
  g_assert_cmpuint (n_tried, >, 4900);
  g_assert_cmpfloat (n_inside, >, 0.995 * n_tried);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = geo_fixture_get_path ("geo/shapes.bin");
  shapes = essaim_shapes_new (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/shapes/layers", test_layers);
  g_test_add_func ("/shapes/lookup", test_lookup);
  g_test_add_func ("/shapes/every-shape", test_every_shape);
  g_test_add_func ("/shapes/labels", test_labels);
  g_test_add_func ("/shapes/at", test_at);
  g_test_add_func ("/shapes/communes-in-epci", test_communes_in_epci);

  status = g_test_run ();
  g_assert_finalize_object (shapes);

  return status;
}
