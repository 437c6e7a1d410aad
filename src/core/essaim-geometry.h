/* essaim-geometry.h: Mercator, distances, point in polygon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-shapes.h"

G_BEGIN_DECLS

/** ESSAIM_EARTH_RADIUS_KM: mean radius, (2a + b) / 3 of WGS 84. Moritz, “Geodetic Reference System 1980”, J. Geodesy 74 (2000). */
#define ESSAIM_EARTH_RADIUS_KM 6371.0088

EssaimWorldPoint essaim_world_from_degrees (double lat, double lon);
void             essaim_world_to_degrees   (EssaimWorldPoint point, double *lat, double *lon);
double           essaim_distance_km        (double lat_a, double lon_a, double lat_b, double lon_b);
gboolean         essaim_shape_contains     (const EssaimShape *shape, EssaimWorldPoint point);

G_END_DECLS
