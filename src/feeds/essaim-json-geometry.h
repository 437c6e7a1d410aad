/* essaim-json-geometry.h: one point for a GeoJSON geometry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-json-stream.h"

G_BEGIN_DECLS

typedef struct _EssaimJsonGeometry EssaimJsonGeometry;

EssaimJsonGeometry *essaim_json_geometry_new        (void);
void                essaim_json_geometry_free       (EssaimJsonGeometry *self);
void                essaim_json_geometry_reset      (EssaimJsonGeometry *self);
void                essaim_json_geometry_add_scalar (EssaimJsonGeometry *self, const EssaimJsonScalar *scalar);
void                essaim_json_geometry_add_key    (EssaimJsonGeometry *self, const char *text, gsize length);
void                essaim_json_geometry_add_start  (EssaimJsonGeometry *self, gboolean is_array);
void                essaim_json_geometry_add_end    (EssaimJsonGeometry *self, gboolean is_array);
gboolean            essaim_json_geometry_get_point  (EssaimJsonGeometry *self, double *x, double *y);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJsonGeometry, essaim_json_geometry_free)

G_END_DECLS
