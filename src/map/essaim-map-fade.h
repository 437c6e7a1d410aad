/* essaim-map-fade.h: what was drawn gives way to what is drawn now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-projection.h"

G_BEGIN_DECLS

/** EssaimMapFade: the last frame of a layer, for as long as it is seen through the next ones. */
typedef struct _EssaimMapFade EssaimMapFade;

EssaimMapFade *essaim_map_fade_new   (GtkWidget              *widget);
void           essaim_map_fade_free  (EssaimMapFade          *self);
void           essaim_map_fade_begin (EssaimMapFade          *self);
void           essaim_map_fade_draw  (EssaimMapFade          *self,
                                      GskRenderNode          *node,
                                      const EssaimProjection *view,
                                      GtkSnapshot            *snapshot);

G_END_DECLS
