/* essaim-cells.h: the cells of the present results at the present zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-clusters.h"
#include "essaim-projection.h"
#include "essaim-results.h"

G_BEGIN_DECLS

typedef struct _EssaimCells EssaimCells;

EssaimCells         *essaim_cells_new         (EssaimResults          *results);
void                 essaim_cells_free        (EssaimCells            *self);
EssaimIndex         *essaim_cells_get_index   (EssaimCells            *self);
EssaimResults       *essaim_cells_get_results (EssaimCells            *self);
gboolean             essaim_cells_update      (EssaimCells            *self,
                                               const EssaimProjection *projection);
double               essaim_cells_get_radius  (EssaimCells            *self,
                                               const EssaimProjection *projection);
gboolean             essaim_cells_get_pins    (EssaimCells            *self);
guint                essaim_cells_get_step    (EssaimCells            *self);
guint                essaim_cells_get_n       (EssaimCells            *self);
const EssaimCluster *essaim_cells_get         (EssaimCells            *self,
                                               guint                   cell);
EssaimWorldPoint     essaim_cells_get_place   (EssaimCells            *self,
                                               guint                   cell);
guint                essaim_cells_find        (EssaimCells            *self,
                                               const EssaimProjection *projection,
                                               double                  x,
                                               double                  y);
guint                essaim_cells_at          (EssaimCells            *self,
                                               EssaimWorldPoint        point);
/* (transfer full) (element-type guint32) */
GArray              *essaim_cells_get_sites   (EssaimCells            *self,
                                               guint                   cell);
/* (transfer full) (element-type guint): rows of the index, each once */
GArray              *essaim_cells_get_rows    (EssaimCells            *self,
                                               guint                   cell);
guint                essaim_cells_walk        (EssaimCells            *self,
                                               const EssaimProjection *projection,
                                               guint                   from,
                                               int                     step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimCells, essaim_cells_free)

/** ESSAIM_NO_CELL: no cell. */
#define ESSAIM_NO_CELL G_MAXUINT

G_END_DECLS
