/* essaim-place-map-private.h: what the map of one place and its pointer and keys share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-map-labels.h"
#include "essaim-place-map.h"
#include "essaim-projection.h"

G_BEGIN_DECLS

struct _EssaimPlaceMap
{
  GtkWidget         parent_instance;

  /* Owned */
  EssaimReference  *reference;     /* (nullable) */
  EssaimMapLabels  *labels;        /* (nullable) */
  EssaimSprites    *sprites;       /* (nullable): until it is drawn */
  cairo_surface_t  *base;          /* (nullable): as painted last */

  EssaimProjection  painted;       /* what @base shows */
  EssaimProjection  view;
  EssaimMapPalette  palette;
  EssaimWorldPoint  place;
  EssaimWorldPoint  former;
  EssaimWorldPoint  dragged_from;  /* middle of the view, or the marker */
  int               painted_scale;
  guint             has_place : 1;
  guint             has_former : 1;
  guint             exact : 1;
  guint             moving : 1;    /* the marker, not the map */
  guint             placed : 1;    /* the view suits its size */
  guint             dark : 1;
  guint             high_contrast : 1;
};

void     essaim_place_map_init_input  (EssaimPlaceMap   *self);
void     essaim_place_map_show_france (EssaimPlaceMap   *self);
gboolean essaim_place_map_is_in_view  (EssaimPlaceMap   *self,
                                       EssaimWorldPoint  point);
/* Pixels. */
void     essaim_place_map_place_at    (EssaimPlaceMap   *self,
                                       double            x,
                                       double            y);
void     essaim_place_map_pan         (EssaimPlaceMap   *self,
                                       double            dx,
                                       double            dy);

G_END_DECLS
