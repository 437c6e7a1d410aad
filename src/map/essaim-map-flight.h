/* essaim-map-flight.h: moves a map smoothly to another view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "essaim-projection.h"

G_BEGIN_DECLS

typedef struct _EssaimMapFlight EssaimMapFlight;

EssaimMapFlight  *essaim_map_flight_new        (GtkWidget              *widget,
                                                ShumateViewport        *viewport);
void              essaim_map_flight_free       (EssaimMapFlight        *self);
/* Jumps when animations are off or the way is long. */
void              essaim_map_flight_go         (EssaimMapFlight        *self,
                                                const EssaimProjection *to);
void              essaim_map_flight_jump       (EssaimMapFlight        *self,
                                                const EssaimProjection *to);
void              essaim_map_flight_stop       (EssaimMapFlight        *self);
gboolean          essaim_map_flight_is_flying  (EssaimMapFlight        *self);
/* Where it is going, or else where it is: what the next step starts from. */
EssaimProjection  essaim_map_flight_get_target (EssaimMapFlight        *self);
EssaimProjection  essaim_map_flight_get_view   (EssaimMapFlight        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMapFlight, essaim_map_flight_free)

G_END_DECLS
