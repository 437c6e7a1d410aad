/* essaim-coordinates.h: positions as feeds write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean essaim_coordinate_parse       (const char *text, double *degrees);
/* Latitude first, unless the text itself says otherwise (WKT, GeoJSON, named members). */
gboolean essaim_coordinates_parse_pair (const char *text, double *lat, double *lon);
gboolean essaim_coordinates_in_france  (double lat, double lon);

G_END_DECLS
