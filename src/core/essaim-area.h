/* essaim-area.h: where on the map a query looks, tested in world units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-geometry.h"
#include "essaim-query.h"

G_BEGIN_DECLS

/** EssaimWorldBox: from its north-west corner; unsigned numbers wrap round, so it may cross the 180th meridian. */
typedef struct
{
  guint32 west;
  guint32 north;
  guint32 width;
  guint32 height;
} EssaimWorldBox;

/** EssaimSphere: a point to measure from, on a sphere of radius 1; chords rise with distances and need no arc sine. */
typedef struct
{
  double lon;         /* radians */
  double y;           /* Mercator ordinate, 0 on the equator */
  double exp_y;
  double cosh_y;
} EssaimSphere;

/** EssaimArea: what a query asks of one point. */
typedef struct
{
  gboolean       is_everywhere;
  gboolean       is_nowhere;
  EssaimWorldBox box;              /* of the query */
  EssaimWorldBox round_box;        /* round the circle */
  gboolean       has_circle;
  EssaimSphere   centre;
  double         max_chord2;
} EssaimArea;

void         essaim_area_init     (EssaimArea *area, const EssaimQuery *query);
gboolean     essaim_area_contains (const EssaimArea *area, EssaimWorldPoint point);

EssaimSphere essaim_sphere_at     (double lat, double lon);
double       essaim_sphere_chord2 (const EssaimSphere *from, EssaimWorldPoint point);

G_END_DECLS
