/* essaim-map-view.h: the map: base, territories, clusters, keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimMapView: follows an explorer. Signals `project-activated` (id of a project), `territory-activated` (territory id). */
#define ESSAIM_TYPE_MAP_VIEW (essaim_map_view_get_type ())
G_DECLARE_FINAL_TYPE (EssaimMapView, essaim_map_view, ESSAIM, MAP_VIEW, GtkWidget)

GtkWidget *essaim_map_view_new            (void);
void       essaim_map_view_set_explorer   (EssaimMapView *self, EssaimExplorer *explorer);
void       essaim_map_view_show_france    (EssaimMapView *self);
void       essaim_map_view_show_territory (EssaimMapView *self, guint territory);  /* flies there, outlines it; ESSAIM_NO_TERRITORY: none */
void       essaim_map_view_show_project   (EssaimMapView *self, const EssaimProject *project);

G_END_DECLS
