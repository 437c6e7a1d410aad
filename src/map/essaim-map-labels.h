/* essaim-map-labels.h: the names on the map: which, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cells.h"
#include "essaim-reference.h"
#include "essaim-sprites.h"

G_BEGIN_DECLS

/** EssaimNaming: what is named. */
typedef struct
{
  guint    chosen;             /* the one shown, named first; or ESSAIM_NO_TERRITORY */
  guint    home;               /* the person's own, named next; or ESSAIM_NO_TERRITORY */
  guint    selected;           /* a project by its row: all other territories go unnamed; or G_MAXUINT */
  gboolean with_territories;   /* the labelled ones */
} EssaimNaming;

typedef struct _EssaimMapLabels EssaimMapLabels;

EssaimMapLabels *essaim_map_labels_new   (EssaimReference        *reference);
void             essaim_map_labels_free  (EssaimMapLabels        *self);
/* cells: (nullable): they and the sites selected may not be covered. margin: pixels round the view. */
void             essaim_map_labels_place (EssaimMapLabels        *self,
                                          const EssaimProjection *projection,
                                          double                  margin,
                                          EssaimCells            *cells,
                                          EssaimSprites          *sprites,
                                          const EssaimNaming     *naming);
/* Paints at most so many names anew; answers whether all are drawn. */
gboolean         essaim_map_labels_draw  (EssaimMapLabels        *self,
                                          const EssaimProjection *projection,
                                          EssaimSprites          *sprites,
                                          EssaimCanvas           *canvas,
                                          guint                   max_new);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMapLabels, essaim_map_labels_free)

G_END_DECLS
