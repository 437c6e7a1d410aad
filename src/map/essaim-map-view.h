/* essaim-map-view.h: the map: base, territories, clusters, keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimMapView: follows an explorer: its results are the clusters, its `selected-id` the sites in full colour, its
 * `territory` the outline (essaim_map_view_show_territory also flies there).
 *
 * Properties: `explorer` (EssaimExplorer, nullable), `dark` (boolean) and `high-contrast` (boolean): bind both to the
 * style manager; `counts` (boolean): the pill that says what is in view; `territories` and `limits` (boolean): what the
 * menu of layers shows and hides; `query-follows` (boolean): whether the query asks for what is in view only, and
 * goes on doing so whenever the view settles.
 *
 * Signals:
 *  - `project-activated` (id utf8): a single record was clicked or opened by key; the map has already selected it in
 *    the explorer.
 *  - `territory-activated` (id utf8): the inside of a labelled territory was clicked, on no cluster.
 *  - `view-settled` (west, south, east, north: degrees): the view stands still since a quarter of a second.
 *
 * What pointer or keyboard are on is the explorer's hover, and what the list puts there lights up.
 *
 * Keys, on the focused map: arrows pan, + and - zoom, 0 the whole of France, h the person's own territory, l the menu
 * of layers, n and p walk the cells, Enter opens, Escape goes back out (it is left to the window when there is nothing
 * to go back from).
 */
#define ESSAIM_TYPE_MAP_VIEW (essaim_map_view_get_type ())
G_DECLARE_FINAL_TYPE (EssaimMapView, essaim_map_view, ESSAIM, MAP_VIEW, GtkWidget)

GtkWidget *essaim_map_view_new               (void);
void       essaim_map_view_set_explorer      (EssaimMapView       *self,
                                              EssaimExplorer      *explorer);
void       essaim_map_view_set_dark          (EssaimMapView       *self,
                                              gboolean             dark);
void       essaim_map_view_set_high_contrast (EssaimMapView       *self,
                                              gboolean             high_contrast);
gboolean   essaim_map_view_get_bounds        (EssaimMapView       *self,
                                              double              *west,
                                              double              *south,
                                              double              *east,
                                              double              *north);
void       essaim_map_view_set_foot          (EssaimMapView       *self,
                                              GtkWidget           *foot);
void       essaim_map_view_show_france       (EssaimMapView       *self);
/* Flies there and outlines it; ESSAIM_NO_TERRITORY: takes the outline away. */
void       essaim_map_view_show_territory    (EssaimMapView       *self,
                                              guint                territory);
/* Degrees. */
void       essaim_map_view_show_box          (EssaimMapView       *self,
                                              double               west,
                                              double               south,
                                              double               east,
                                              double               north);

G_END_DECLS
