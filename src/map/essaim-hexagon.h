/* essaim-hexagon.h: the marks of the map, drawn with cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-sprites.h"

G_BEGIN_DECLS

void essaim_cell_draw  (cairo_t                *cr,
                        double                  x,
                        double                  y,
                        double                  radius,
                        guint                   count,
                        guint                   step,
                        PangoLayout            *text,
                        const EssaimMapPalette *palette,
                        EssaimSpriteState       state);
void essaim_count_draw (cairo_t                *cr,
                        double                  x,
                        double                  y,
                        PangoLayout            *text,
                        const GdkRGBA          *color);
void essaim_mark_draw  (cairo_t                *cr,
                        double                  x,
                        double                  y,
                        EssaimMark              mark,
                        const EssaimMapPalette *palette,
                        EssaimSpriteState       state);
void essaim_ring_draw  (cairo_t                *cr,
                        double                  x,
                        double                  y,
                        double                  radius,
                        const EssaimMapPalette *palette);

G_END_DECLS
