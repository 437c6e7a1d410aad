/* test-map-palette.c: the colours can be read and told apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-palette.h"

#include <math.h>

static double
linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2, relative luminance and contrast ratio. */
static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double high = MAX (get_luminance (a), get_luminance (b));
  double low = MIN (get_luminance (a), get_luminance (b));

  return (high + 0.05) / (low + 0.05);
}

static void
test_contrast (gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  EssaimMapPalette palette;

  essaim_map_palette_init (&palette, dark, FALSE);
  for (guint i = 0; i < ESSAIM_N_CLUSTER_LEVELS; i++)
    g_assert_cmpfloat (get_contrast (&palette.levels[i].fill, &palette.levels[i].text), >=, 4.5);
  g_assert_cmpfloat (get_contrast (&palette.place_label, &palette.france), >=, 4.5);
  g_assert_cmpfloat (get_contrast (&palette.place_label, &palette.sea), >=, 4.5);
  g_assert_cmpfloat (get_contrast (&palette.town_label, &palette.france), >=, 7.0);

  /* More is darker in light, and brighter in dark. */
  for (guint i = 1; i < ESSAIM_N_CLUSTER_LEVELS; i++)
    {
      double step = get_luminance (&palette.levels[i].fill) - get_luminance (&palette.levels[i - 1].fill);

      g_assert_true (dark ? step > 0.0 : step < 0.0);
    }
}

static void
test_levels (void)
{
  EssaimMapPalette palette;
  const guint counts[] = { 2, 3, 4, 9, 10, 24, 25, 59, 60, 100000 };

  essaim_map_palette_init (&palette, FALSE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_true (essaim_map_palette_get_level (&palette, counts[i], 1) == &palette.levels[i / 2]);

  g_assert_true (essaim_map_palette_get_level (&palette, 99, 10) == &palette.levels[1]);
  g_assert_true (essaim_map_palette_get_level (&palette, 100, 10) == &palette.levels[2]);
  g_assert_true (essaim_map_palette_get_level (&palette, 2, 10) == &palette.levels[0]);
}

static void
test_high_contrast (void)
{
  EssaimMapPalette plain, high;

  essaim_map_palette_init (&plain, FALSE, FALSE);
  essaim_map_palette_init (&high, FALSE, TRUE);
  g_assert_cmpfloat (get_contrast (&high.coast, &high.france), >=, 7.0);
  g_assert_cmpfloat (get_contrast (&high.coast, &high.france), >, get_contrast (&plain.coast, &plain.france));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map-palette/contrast/light", GINT_TO_POINTER (FALSE), test_contrast);
  g_test_add_data_func ("/map-palette/contrast/dark", GINT_TO_POINTER (TRUE), test_contrast);
  g_test_add_func ("/map-palette/levels", test_levels);
  g_test_add_func ("/map-palette/high-contrast", test_high_contrast);

  return g_test_run ();
}
