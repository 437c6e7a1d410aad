/* essaim-map-marks.h: what stands out over the cells: places with a ring, the sites of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cells.h"
#include "essaim-sprites.h"

G_BEGIN_DECLS

/** EssaimDrawing: one frame of the records; everything is borrowed. */
typedef struct
{
  EssaimCells            *cells;     /* of the view */
  const EssaimProjection *view;
  EssaimSprites          *sprites;
  EssaimCanvas           *canvas;
} EssaimDrawing;

gboolean essaim_marks_is_small     (EssaimCells            *cells,
                                    const EssaimProjection *view,
                                    const EssaimWorldBox   *box);
void     essaim_marks_find_ring    (EssaimCells            *cells,
                                    const EssaimProjection *view,
                                    const EssaimWorldBox   *box,
                                    double                 *x,
                                    double                 *y);
void     essaim_marks_draw_ring    (const EssaimDrawing  *drawing,
                                    const EssaimWorldBox *box);
void     essaim_marks_draw_spot    (const EssaimDrawing  *drawing,
                                    const EssaimWorldBox *box);
void     essaim_marks_draw_project (const EssaimDrawing  *drawing,
                                    guint                 row,
                                    guint                 main_site);
void     essaim_marks_draw_lit     (const EssaimDrawing  *drawing,
                                    GArray               *sites);
guint    essaim_marks_find_main    (EssaimIndex          *index,
                                    guint                 row,
                                    double                home_lat,
                                    double                home_lon);
guint    essaim_marks_count_points (EssaimIndex          *index,
                                    guint                 row);

G_END_DECLS
