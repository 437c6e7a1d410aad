/* essaim-points-map.h: a still map of many points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-preview.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimPointsMap: metropolitan France and the overseas departments that hold points, painted in a thread.
 *
 * Properties `dark` (boolean) and `high-contrast` (boolean): bind both to the style manager.
 */
#define ESSAIM_TYPE_POINTS_MAP (essaim_points_map_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPointsMap, essaim_points_map, ESSAIM, POINTS_MAP, GtkWidget)

/* points: (element-type EssaimPreviewPoint); may be freed afterwards */
void essaim_points_map_show (EssaimPointsMap *self,
                             EssaimReference *reference,
                             GArray          *points);

G_END_DECLS
