/* test-base-painter.c: land and sea are where they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-base-painter.h"
#include "essaim-reference.h"

#define SIZE 64

typedef struct
{
  EssaimReference *reference;
  EssaimShapes    *shapes;      /* borrowed */
  EssaimBaseStyle  style;
} Scene;

static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->shapes = essaim_reference_get_shapes (scene->reference);
  essaim_map_palette_init (&scene->style.palette, FALSE, FALSE);
  scene->style.line_scale = 1.0;
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_clear_object (&scene->reference);
}

/* The colour in the middle of a small view. */
static guint32
paint (Scene  *scene,
       double  lat,
       double  lon,
       double  zoom)
{
  EssaimWorldPoint middle = essaim_world_from_degrees (lat, lon);
  EssaimProjection view = { middle.x, middle.y, essaim_zoom_to_scale (zoom), SIZE, SIZE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  guint32 color;

  essaim_base_paint (cr, scene->shapes, &view, &scene->style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  color = *(guint32 *) (cairo_image_surface_get_data (surface) + SIZE / 2 * cairo_image_surface_get_stride (surface) +
                        SIZE / 2 * 4) & 0xffffff;
  cairo_surface_destroy (surface);

  return color;
}

static guint32
to_number (const GdkRGBA *color)
{
  return (guint32) (color->red * 255.0f + 0.5f) << 16 | (guint32) (color->green * 255.0f + 0.5f) << 8 |
         (guint32) (color->blue * 255.0f + 0.5f);
}

/* At every zoom: far away nearly all is cut off, and what is left must still be the right side of the coast. */
static void
test_land_and_sea (Scene         *scene,
                   gconstpointer  data)
{
  const EssaimMapPalette *palette = &scene->style.palette;

  for (guint zoom = 5; zoom <= 17; zoom++)
    {
      g_assert_cmphex (paint (scene, 45.70, 2.95, zoom), ==, to_number (&palette->france));
      g_assert_cmphex (paint (scene, 46.50, -4.50, zoom), ==, to_number (&palette->sea));
      g_assert_cmphex (paint (scene, 40.80, -3.90, zoom), ==, to_number (&palette->foreign));
    }
  g_assert_cmphex (paint (scene, -12.83, 45.14, 12.0), ==, to_number (&palette->france));
  g_assert_cmphex (paint (scene, -12.83, 45.60, 12.0), ==, to_number (&palette->sea));
}

static void
test_territories (Scene         *scene,
                  gconstpointer  data)
{
  guint32 plain = paint (scene, 48.1, -3.1, 8.0);

  scene->style.with_territories = TRUE;
  g_assert_cmphex (paint (scene, 48.1, -3.1, 8.0), !=, plain);
  g_assert_cmphex (paint (scene, 46.9, 1.9, 8.0), ==, to_number (&scene->style.palette.france));
}

static void
test_chosen (Scene         *scene,
             gconstpointer  data)
{
  guint32 outside = paint (scene, 46.9, 1.9, 8.0);
  guint32 sea = paint (scene, 46.5, -4.5, 8.0);

  scene->style.chosen = essaim_shapes_lookup (scene->shapes, ESSAIM_SHAPES_TERRITORIES, "region-bretagne");
  g_assert_nonnull (scene->style.chosen);
  g_assert_cmphex (paint (scene, 46.9, 1.9, 8.0), !=, outside);
  g_assert_cmphex (paint (scene, 46.5, -4.5, 8.0), ==, sea);

  /* Inside there is the tint of territories, and no veil: the blue is not weaker than in France itself. */
  g_assert_cmphex (paint (scene, 48.1, -3.1, 8.0), !=, outside);
  g_assert_cmpuint (paint (scene, 48.1, -3.1, 8.0) & 0xff, >, paint (scene, 46.9, 1.9, 8.0) & 0xff);
}

#define ADD(name, func) g_test_add ("/base-painter/" name, Scene, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("land-and-sea", test_land_and_sea);
  ADD ("territories", test_territories);
  ADD ("chosen", test_chosen);

  return g_test_run ();
}
