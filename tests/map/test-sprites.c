/* test-sprites.c: cells, dots and names, painted once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sprites.h"

#include <locale.h>

static EssaimSprites *
make_sprites (int scale)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  EssaimMapPalette palette;
  EssaimSprites *sprites;

  essaim_map_palette_init (&palette, FALSE, FALSE);
  sprites = essaim_sprites_new (context, &palette, scale);
  g_object_unref (context);

  return sprites;
}

static guint32
get_pixel (EssaimSprite *sprite,
           double        x,
           double        y)
{
  double scale;

  cairo_surface_get_device_scale (sprite->surface, &scale, &scale);

  return *(guint32 *) (cairo_image_surface_get_data (sprite->surface) +
                       (int) (y * scale) * cairo_image_surface_get_stride (sprite->surface) + (int) (x * scale) * 4);
}

static void
test_count (void)
{
  const struct { guint count; const char *written; } counts[] = {
    { 2, "2" }, { 999, "999" }, { 1000, "1.0\u202fk" }, { 1249, "1.2\u202fk" }, { 9949, "9.9\u202fk" },
    { 9950, "10\u202fk" }, { 123456, "123\u202fk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *written = essaim_format_count (counts[i].count);

      g_assert_cmpstr (written, ==, counts[i].written);
    }
}

static void
test_cells (void)
{
  g_autoptr (EssaimSprites) sprites = make_sprites (1);
  EssaimSprite *cell = essaim_sprites_get_cell (sprites, 12, 1, 22.0, ESSAIM_SPRITE_PLAIN);
  double x = cell->width / 2.0, y = cell->height / 2.0;

  /* Amber, nothing in the corner; so wide as a hexagon on its tip. */
  g_assert_cmphex (get_pixel (cell, x, y), ==, 0xffe5a50a);
  g_assert_cmphex (get_pixel (cell, x, y - 13.0), ==, 0xffe5a50a);
  g_assert_cmphex (get_pixel (cell, 1.0, 1.0), ==, 0);
  g_assert_cmphex (get_pixel (cell, x - 20.0, y), ==, 0);
  g_assert_cmphex (get_pixel (cell, x, y - 20.0), ==, 0);

  g_assert_true (essaim_sprites_get_cell (sprites, 12, 1, 22.3, ESSAIM_SPRITE_PLAIN) == cell);
  g_assert_true (essaim_sprites_get_cell (sprites, 13, 1, 22.0, ESSAIM_SPRITE_PLAIN) == cell);
  g_assert_true (essaim_sprites_get_cell (sprites, 30, 1, 22.0, ESSAIM_SPRITE_PLAIN) != cell);
  g_assert_true (essaim_sprites_get_cell (sprites, 12, 1, 24.0, ESSAIM_SPRITE_PLAIN) != cell);
  g_assert_true (essaim_sprites_get_cell (sprites, 12, 1, 22.0, ESSAIM_SPRITE_HOVERED) != cell);
  cell = essaim_sprites_get_cell (sprites, 12, 10, 22.0, ESSAIM_SPRITE_PLAIN);
  g_assert_cmphex (get_pixel (cell, x, y - 12.0), ==, 0xfffff0c4);
}

/* The same at every zoom, but another for another count. */
static void
test_counts (void)
{
  g_autoptr (EssaimSprites) sprites = make_sprites (1);
  EssaimSprite *count = essaim_sprites_get_count (sprites, 12, 1, 22.0);

  g_assert_true (essaim_sprites_get_count (sprites, 12, 1, 25.0) == count);
  g_assert_true (essaim_sprites_get_count (sprites, 13, 1, 22.0) != count);
  g_assert_true (essaim_sprites_get_count (sprites, 12, 10, 22.0) != count);
}

static void
test_device_scale (void)
{
  g_autoptr (EssaimSprites) sprites = make_sprites (2);
  EssaimSprite *mark = essaim_sprites_get_mark (sprites, ESSAIM_MARK_DOT, ESSAIM_SPRITE_PLAIN);

  g_assert_cmpint (cairo_image_surface_get_width (mark->surface), ==, (int) mark->width * 2);
  g_assert_cmphex (get_pixel (mark, mark->width / 2.0, mark->height / 2.0), ==, 0xffe5a50a);
}

/* A hollow dot has the ground in its middle; the main mark is blue with an eye. */
static void
test_marks (void)
{
  g_autoptr (EssaimSprites) sprites = make_sprites (1);
  EssaimSprite *hollow = essaim_sprites_get_mark (sprites, ESSAIM_MARK_HOLLOW, ESSAIM_SPRITE_PLAIN);
  EssaimSprite *chief = essaim_sprites_get_mark (sprites, ESSAIM_MARK_MAIN, ESSAIM_SPRITE_PLAIN);

  g_assert_cmphex (get_pixel (hollow, hollow->width / 2.0, hollow->height / 2.0), ==, 0xffffffff);
  g_assert_cmphex (get_pixel (chief, chief->width / 2.0, chief->height / 2.0), ==, 0xffffffff);
  g_assert_cmphex (get_pixel (chief, chief->width / 2.0, chief->height / 2.0 - 9.0), ==, 0xff1a5fb4);
}

static void
test_labels (void)
{
  g_autoptr (EssaimSprites) sprites = make_sprites (1);
  EssaimSprite *town = essaim_sprites_get_label (sprites, "Gerzat", ESSAIM_LABEL_TOWN);
  EssaimSprite *longer = essaim_sprites_get_label (sprites, "Clermont-Ferrand", ESSAIM_LABEL_TOWN);

  g_assert_null (town->surface);
  g_assert_cmpfloat (longer->width, >, town->width);
  essaim_sprites_paint_label (sprites, town);
  g_assert_nonnull (town->surface);
  g_assert_true (essaim_sprites_get_label (sprites, "Gerzat", ESSAIM_LABEL_TOWN) == town);
}

static void
test_fit (void)
{
  g_autoptr (EssaimSprites) sprites = make_sprites (1);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Monospace 20");

  g_assert_true (essaim_sprites_fit (sprites, context, 1));
  g_assert_false (essaim_sprites_fit (sprites, context, 2));
  pango_context_set_font_description (context, font);
  g_assert_false (essaim_sprites_fit (sprites, context, 1));
  pango_font_description_free (font);
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sprites/count", test_count);
  g_test_add_func ("/sprites/cells", test_cells);
  g_test_add_func ("/sprites/counts", test_counts);
  g_test_add_func ("/sprites/device-scale", test_device_scale);
  g_test_add_func ("/sprites/marks", test_marks);
  g_test_add_func ("/sprites/labels", test_labels);
  g_test_add_func ("/sprites/fit", test_fit);

  return g_test_run ();
}
