/* essaim-inset.h: a small map of an overseas department, with how many records it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-map-palette.h"
#include "essaim-projection.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_INSET (essaim_inset_get_type ())
G_DECLARE_FINAL_TYPE (EssaimInset, essaim_inset, ESSAIM, INSET, GtkWidget)

GtkWidget *essaim_inset_new         (void);
void       essaim_inset_set_shape   (EssaimInset            *self,
                                     EssaimShapes           *shapes,
                                     const EssaimShape      *shape);
void       essaim_inset_set_palette (EssaimInset            *self,
                                     const EssaimMapPalette *palette);
void       essaim_inset_set_count   (EssaimInset            *self,
                                     guint                   count,
                                     guint                   step);

G_END_DECLS
