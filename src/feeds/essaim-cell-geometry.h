/* essaim-cell-geometry.h: a geometry in one cell of a table: WKT or GeoJSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean essaim_cell_geometry_parse (const char *text, double *x, double *y);
guint    essaim_cell_geometry_srid  (const char *text);

G_END_DECLS
