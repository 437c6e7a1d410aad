/* essaim-label-placer.h: finds a free place for each name, greedily
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimRect: pixels. */
typedef struct
{
  double x, y, width, height;
} EssaimRect;

typedef struct _EssaimLabelPlacer EssaimLabelPlacer;

EssaimLabelPlacer *essaim_label_placer_new    (EssaimRect         area);
void               essaim_label_placer_free   (EssaimLabelPlacer *self);
void               essaim_label_placer_occupy (EssaimLabelPlacer *self,
                                               EssaimRect         rect);
gboolean           essaim_label_placer_place  (EssaimLabelPlacer *self,
                                               double             x,
                                               double             y,
                                               double             width,
                                               double             height,
                                               double             reach,
                                               const EssaimRect  *within,
                                               EssaimRect        *rect);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimLabelPlacer, essaim_label_placer_free)

G_END_DECLS
