/* essaim-cluster-layer-private.h: what the files of the layer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cluster-layer.h"
#include "essaim-map-fade.h"
#include "essaim-map-labels.h"
#include "essaim-map-lights.h"

G_BEGIN_DECLS

struct _EssaimClusterLayer
{
  ShumateLayer      parent_instance;

  /* Owned */
  EssaimReference  *reference;    /* (nullable) */
  EssaimCells      *cells;        /* (nullable) without results */
  EssaimMapLabels  *labels;       /* (nullable) without reference */
  EssaimSprites    *sprites;      /* (nullable) until the first frame */
  EssaimMapLights  *lights;       /* under the pointer in the list */
  EssaimMapFade    *fade;         /* of the results before */

  EssaimMapPalette  palette;
  EssaimProjection  labelled;     /* the view for which the names were placed; scale 0 when they must be placed again */
  gint64            labelled_at;  /* monotonic time */
  guint             label_timer;
  guint             selected;
  guint             main_site;    /* of the selected project, or G_MAXUINT */
  guint             territory;
  guint             home;
  gboolean          with_territories;
  guint             hovered;
  guint             walked;
};

void essaim_cluster_layer_draw_cells (EssaimClusterLayer     *self,
                                      const EssaimProjection *view,
                                      EssaimCanvas           *canvas);
void essaim_cluster_layer_draw_marks (EssaimClusterLayer     *self,
                                      const EssaimProjection *view,
                                      EssaimCanvas           *canvas);

G_END_DECLS
