/* essaim-place-map.h: a map on which one place is shown, chosen and moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimPlaceMap: a click puts the marker there, a drag of the marker moves it, a drag of the map moves the map.
 *
 * Keys, on the focused map: arrows move the marker (with Shift by a pixel, with Ctrl the map instead), + and - zoom, 0 the
 * whole of France, Enter puts the marker in the middle when there is none. The wheel zooms once the map has the focus, or
 * with Ctrl: until then it is the page's.
 *
 * Properties `dark` (boolean) and `high-contrast` (boolean): bind both to the style manager.
 *
 * Signal: `placed` (lat double, lon double): the person has put the marker there.
 */
#define ESSAIM_TYPE_PLACE_MAP (essaim_place_map_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPlaceMap, essaim_place_map, ESSAIM, PLACE_MAP, GtkWidget)

void essaim_place_map_set_reference (EssaimPlaceMap  *self,
                                     EssaimReference *reference);
/* Degrees; NAN: none. exact: a point, not the middle of a commune. It is brought into view. */
void essaim_place_map_set_place     (EssaimPlaceMap  *self,
                                     double           lat,
                                     double           lon,
                                     gboolean         exact);
/* Where the source has it, shown beside; NAN: nowhere else. */
void essaim_place_map_set_former    (EssaimPlaceMap  *self,
                                     double           lat,
                                     double           lon);
void essaim_place_map_zoom          (EssaimPlaceMap  *self,
                                     double           factor);

G_END_DECLS
