/* essaim-base-layer.h: the offline base map: land, borders and territories under the records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "essaim-base-painter.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_BASE_LAYER (essaim_base_layer_get_type ())
G_DECLARE_FINAL_TYPE (EssaimBaseLayer, essaim_base_layer, ESSAIM, BASE_LAYER, ShumateLayer)

EssaimBaseLayer *essaim_base_layer_new        (ShumateViewport       *viewport);
/* shapes: (nullable): the sea alone */
void             essaim_base_layer_set_shapes (EssaimBaseLayer       *self,
                                               EssaimShapes          *shapes);
void             essaim_base_layer_set_style  (EssaimBaseLayer       *self,
                                               const EssaimBaseStyle *style);
/* What a layer of this size shows. */
EssaimProjection essaim_projection_of_layer   (ShumateLayer          *layer);

G_END_DECLS
