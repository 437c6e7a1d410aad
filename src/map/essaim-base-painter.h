/* essaim-base-painter.h: paints land, borders and territories from the shipped shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-map-palette.h"
#include "essaim-projection.h"

G_BEGIN_DECLS

/** EssaimBaseStyle: what is painted, beside the land itself. */
typedef struct
{
  EssaimMapPalette   palette;
  gboolean           with_territories;   /* outlines of the labelled ones */
  gboolean           with_limits;        /* of departments and EPCI */
  const EssaimShape *home;               /* (nullable): the person's own, outlined */
  const EssaimShape *chosen;             /* (nullable): what lies outside it is veiled */
  double             line_scale;         /* 1; less for a small picture */
} EssaimBaseStyle;

void essaim_base_paint (cairo_t                *cr,
                        EssaimShapes           *shapes,
                        const EssaimProjection *projection,
                        const EssaimBaseStyle  *style);

G_END_DECLS
