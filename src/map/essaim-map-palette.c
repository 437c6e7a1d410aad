/* essaim-map-palette.c: the colours of the map
 *
 * The text on each level has a contrast of at least 5.2:1; the darkest cell in light is the brightest in dark.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-palette.h"

#define ALPHA(hex, opacity)                   \
  {                                           \
    .red = (((hex) >> 16) & 0xff) / 255.0f,   \
    .green = (((hex) >> 8) & 0xff) / 255.0f,  \
    .blue = ((hex) & 0xff) / 255.0f,          \
    .alpha = (opacity),                       \
  }
#define RGB(hex) ALPHA (hex, 1.0f)

static const EssaimMapPalette light = {
  .sea = RGB (0xdbe7ee),
  .foreign = RGB (0xecebe7),
  .france = RGB (0xfbfaf6),
  .departement = RGB (0xdedad0),
  .region = RGB (0xc3bdb0),
  .coast = RGB (0xa39d91),
  .foreign_border = RGB (0xcfccc4),
  .accent = RGB (0xe5a50a),
  .edge = ALPHA (0x8a5a00, 0.55f),
  .dot_halo = RGB (0xffffff),
  .place = RGB (0x1a5fb4),
  .place_tint = ALPHA (0x1a5fb4, 0.07f),
  .place_halo = ALPHA (0xffffff, 0.8f),
  .place_label = RGB (0x174c8f),
  .town_label = RGB (0x3d3d3d),
  .label_halo = ALPHA (0xffffff, 0.85f),
  .levels = {
    { 2, 0.66, RGB (0xfff0c4), RGB (0x5c3a00) },
    { 4, 0.74, RGB (0xf9d976), RGB (0x4a2f00) },
    { 10, 0.82, RGB (0xe5a50a), RGB (0x2b1b00) },
    { 25, 0.90, RGB (0x945800), RGB (0xffffff) },
    { 60, 0.97, RGB (0x613800), RGB (0xffffff) },
  },
};

static const EssaimMapPalette dark_palette = {
  .sea = RGB (0x161d24),
  .foreign = RGB (0x2a2b2c),
  .france = RGB (0x343536),
  .departement = RGB (0x454647),
  .region = RGB (0x5b5c5d),
  .coast = RGB (0x77797b),
  .foreign_border = RGB (0x3a3b3c),
  .accent = RGB (0xe5a50a),
  .edge = ALPHA (0xf8c63c, 0.55f),
  .dot_halo = RGB (0x1e1e1e),
  .place = RGB (0x78aeed),
  .place_tint = ALPHA (0x78aeed, 0.07f),
  .place_halo = ALPHA (0x000000, 0.5f),
  .place_label = RGB (0xb6d5fb),
  .town_label = RGB (0xdedede),
  .label_halo = ALPHA (0x1e1e1e, 0.85f),
  .levels = {
    { 2, 0.66, RGB (0x4d3a12), RGB (0xffe6a6) },
    { 4, 0.74, RGB (0x7a560c), RGB (0xfff1cf) },
    { 10, 0.82, RGB (0xb37d00), RGB (0x1a1000) },
    { 25, 0.90, RGB (0xe5a50a), RGB (0x1a1000) },
    { 60, 0.97, RGB (0xffdf85), RGB (0x2b1b00) },
  },
};

/**
 * essaim_map_palette_init: (skip)
 * @palette: (out): the colours
 * @dark: whether the window is dark
 * @high_contrast: whether all lines and edges shall be plain, and outlines do without tints
 */
void
essaim_map_palette_init (EssaimMapPalette *palette,
                         gboolean          dark,
                         gboolean          high_contrast)
{
  *palette = dark ? dark_palette : light;

  if (high_contrast)
    {
      GdkRGBA line = dark ? (GdkRGBA) RGB (0xffffff) : (GdkRGBA) RGB (0x000000);

      palette->coast = palette->edge = palette->town_label = line;
      line.alpha = 0.5f;
      palette->region = palette->foreign_border = palette->departement = line;
      palette->label_halo.alpha = 1.0f;
      palette->place_tint.alpha = 0.0f;
    }
}

/**
 * essaim_map_palette_get_level: (skip)
 * @palette: the colours
 * @count: records in a cell, at least 2
 * @step: by how much the levels are stretched, as there are many records: 1, 2, 5, 10…
 *
 * Returns: how such a cell looks
 */
const EssaimLevelColors *
essaim_map_palette_get_level (const EssaimMapPalette *palette,
                              guint                   count,
                              guint                   step)
{
  guint level = ESSAIM_N_CLUSTER_LEVELS - 1;

  while (level > 0 && palette->levels[level].least * step > count)
    level--;

  return &palette->levels[level];
}
