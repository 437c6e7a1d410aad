/* essaim-cluster-layer.h: the records on the map, as cells and dots, and the names between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "essaim-cells.h"
#include "essaim-map-palette.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** ESSAIM_MAP_EXACT_ZOOM: from here on, records known to their commune only are hollow; before, no point is exact. */
#define ESSAIM_MAP_EXACT_ZOOM 9.9

#define ESSAIM_TYPE_CLUSTER_LAYER (essaim_cluster_layer_get_type ())
G_DECLARE_FINAL_TYPE (EssaimClusterLayer, essaim_cluster_layer, ESSAIM, CLUSTER_LAYER, ShumateLayer)

EssaimClusterLayer *essaim_cluster_layer_new           (ShumateViewport        *viewport);
void                essaim_cluster_layer_set_reference (EssaimClusterLayer     *self,
                                                        EssaimReference        *reference);
void                essaim_cluster_layer_set_palette   (EssaimClusterLayer     *self,
                                                        const EssaimMapPalette *palette);
void                essaim_cluster_layer_set_results   (EssaimClusterLayer     *self,
                                                        EssaimResults          *results);
/* The project whose sites stand out, by its row; G_MAXUINT for none. */
void                essaim_cluster_layer_set_selected  (EssaimClusterLayer     *self,
                                                        guint                   row);
/* What the pointer is on in the list. */
void                essaim_cluster_layer_set_lit       (EssaimClusterLayer     *self,
                                                        const guint            *rows,
                                                        guint                   n_rows);
void                essaim_cluster_layer_set_home      (EssaimClusterLayer     *self,
                                                        guint                   territory);
void                essaim_cluster_layer_set_with_territories (EssaimClusterLayer *self,
                                                        gboolean                with_territories);
void                essaim_cluster_layer_set_territory (EssaimClusterLayer     *self,
                                                        guint                   territory);
/* The cells as they are drawn now; (nullable) without results. Numbers of cells mean others after the view or the
 * results changed. */
EssaimCells        *essaim_cluster_layer_get_cells     (EssaimClusterLayer     *self);
guint               essaim_cluster_layer_find          (EssaimClusterLayer     *self,
                                                        double                  x,
                                                        double                  y);
guint               essaim_cluster_layer_get_hovered   (EssaimClusterLayer     *self);
void                essaim_cluster_layer_set_hovered   (EssaimClusterLayer     *self,
                                                        guint                   cell);
guint               essaim_cluster_layer_get_walked    (EssaimClusterLayer     *self);
void                essaim_cluster_layer_set_walked    (EssaimClusterLayer     *self,
                                                        guint                   cell);

G_END_DECLS
