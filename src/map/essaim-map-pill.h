/* essaim-map-pill.h: says over the map what it shows and what it cannot show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-map-census.h"

G_BEGIN_DECLS

/** EssaimMapPill: “1,338 projects, 1,402 sites in view · 195 without a position [Show]”; where that is too wide, only
 * what follows the dot. The button activates `win.show-unplaced`. */
#define ESSAIM_TYPE_MAP_PILL (essaim_map_pill_get_type ())
G_DECLARE_FINAL_TYPE (EssaimMapPill, essaim_map_pill, ESSAIM, MAP_PILL, GtkWidget)

GtkWidget *essaim_map_pill_new           (void);
/* only_unplaced: whether the query asks for those without a position alone */
void       essaim_map_pill_show_census   (EssaimMapPill         *self,
                                          const EssaimMapCensus *census,
                                          gboolean               only_unplaced);
void       essaim_map_pill_show_selected (EssaimMapPill         *self,
                                          guint                  n_sites);

G_END_DECLS
