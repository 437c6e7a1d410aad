/* essaim-projection.h: from world units to the pixels of a view, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-geometry.h"

G_BEGIN_DECLS

/** ESSAIM_TILE_SIZE: pixels of the world at zoom 0, as wide as high. */
#define ESSAIM_TILE_SIZE 256

/** EssaimProjection: what a view shows. North is up. */
typedef struct
{
  double x, y;            /* the middle, in world units */
  double scale;           /* pixels of a world unit */
  double width, height;   /* pixels */
} EssaimProjection;

/** EssaimWorldBox: a part of the world, in world units. */
typedef struct
{
  double west, north, east, south;
} EssaimWorldBox;

void             essaim_projection_to_view     (const EssaimProjection *self,
                                                EssaimWorldPoint        point,
                                                double                 *x,
                                                double                 *y);
EssaimWorldPoint essaim_projection_from_view   (const EssaimProjection *self,
                                                double                  x,
                                                double                  y);
EssaimWorldBox   essaim_projection_get_box     (const EssaimProjection *self,
                                                double                  margin);
double           essaim_projection_get_zoom    (const EssaimProjection *self);
double           essaim_projection_fit         (const EssaimProjection *self,
                                                const EssaimWorldBox   *box,
                                                double                  padding);

EssaimWorldBox   essaim_world_box_from_degrees (double                  west,
                                                double                  south,
                                                double                  east,
                                                double                  north);
EssaimWorldBox   essaim_world_box_of_shape     (const EssaimShape      *shape);
gboolean         essaim_world_box_overlaps     (const EssaimWorldBox   *box,
                                                const EssaimShape      *shape);
gboolean         essaim_world_box_contains     (const EssaimWorldBox   *box,
                                                const EssaimWorldBox   *other);

/* libshumate grows a tile evenly from one zoom to the next: a zoom of 5.5 is 1.5 times as large as 5, not √2 times. */
double           essaim_zoom_to_scale          (double                  zoom);
double           essaim_scale_to_zoom          (double                  scale);

G_END_DECLS
