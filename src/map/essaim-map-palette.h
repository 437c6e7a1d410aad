/* essaim-map-palette.h: the colours of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESSAIM_N_CLUSTER_LEVELS 5

/** EssaimLevelColors: of the cells with so many records. */
typedef struct
{
  guint   least;    /* records, times the step */
  double  radius;   /* share of the cell's */
  GdkRGBA fill;
  GdkRGBA text;
} EssaimLevelColors;

/** EssaimMapPalette: a value. */
typedef struct
{
  GdkRGBA           sea, foreign, france;
  GdkRGBA           departement, region, coast, foreign_border;
  GdkRGBA           accent, edge, dot_halo;        /* records: dots, the edge of cells, what is round a dot */
  GdkRGBA           place, place_halo;             /* territories and what is selected */
  GdkRGBA           place_tint;                    /* fills territories */
  GdkRGBA           place_label, town_label, label_halo;
  EssaimLevelColors levels[ESSAIM_N_CLUSTER_LEVELS];
} EssaimMapPalette;

void                     essaim_map_palette_init      (EssaimMapPalette       *palette,
                                                       gboolean                dark,
                                                       gboolean                high_contrast);
const EssaimLevelColors *essaim_map_palette_get_level (const EssaimMapPalette *palette,
                                                       guint                   count,
                                                       guint                   step);

G_END_DECLS
