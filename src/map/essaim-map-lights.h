/* essaim-map-lights.h: the sites that light up as the pointer is on them in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cells.h"

G_BEGIN_DECLS

typedef struct _EssaimMapLights EssaimMapLights;

EssaimMapLights *essaim_map_lights_new       (void);
void             essaim_map_lights_free      (EssaimMapLights *self);
/* Of projects in the index; answers whether anything changed. */
gboolean         essaim_map_lights_set_rows  (EssaimMapLights *self,
                                              EssaimIndex     *index,
                                              const guint     *rows,
                                              guint            n_rows);
/* (nullable): none */
void             essaim_map_lights_set_cells (EssaimMapLights *self,
                                              EssaimCells     *cells);
/* (transfer none) (element-type guint32) */
GArray          *essaim_map_lights_get_sites (EssaimMapLights *self);
gboolean         essaim_map_lights_has_cell  (EssaimMapLights *self,
                                              guint            cell);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMapLights, essaim_map_lights_free)

G_END_DECLS
