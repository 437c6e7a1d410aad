/* essaim-map-labels.h: the names on the map: which, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-label-placer.h"
#include "essaim-projection.h"
#include "essaim-reference.h"
#include "essaim-sprites.h"

G_BEGIN_DECLS

typedef struct _EssaimMapLabels EssaimMapLabels;

EssaimMapLabels *essaim_map_labels_new   (EssaimReference        *reference);
void             essaim_map_labels_free  (EssaimMapLabels        *self);
/* placer: holds what no name may cover. territory: the one shown, or ESSAIM_NO_TERRITORY. margin: pixels round the
 * view. */
void             essaim_map_labels_place (EssaimMapLabels        *self,
                                          const EssaimProjection *projection,
                                          double                  margin,
                                          EssaimLabelPlacer      *placer,
                                          EssaimSprites          *sprites,
                                          guint                   territory);
/* Paints at most so many names anew; answers whether all are drawn. */
gboolean         essaim_map_labels_draw  (EssaimMapLabels        *self,
                                          const EssaimProjection *projection,
                                          EssaimSprites          *sprites,
                                          EssaimCanvas           *canvas,
                                          guint                   max_new);
/* Whether the territory shown has its name on the map. */
gboolean         essaim_map_labels_names (EssaimMapLabels        *self,
                                          guint                   territory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMapLabels, essaim_map_labels_free)

G_END_DECLS
