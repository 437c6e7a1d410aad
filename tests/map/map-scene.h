/* map-scene.h: a map with a few records in a window, and hands to use it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-map-view-private.h"
#include "model-fixture.h"

#define MAP_SCENE_WIDTH  800
#define MAP_SCENE_HEIGHT 700

typedef struct
{
  ModelScene      model;
  EssaimExplorer *explorer;
  GtkWidget      *window;
  EssaimMapView  *map;         /* borrowed: the window's */
  char           *project;     /* (nullable): last activated */
  char           *territory;   /* (nullable): last activated */
  double          bounds[4];   /* west, south, east, north: where the view settled last */
  guint           n_settled;
} MapScene;

/* FALSE without a display: the tests are then skipped. */
gboolean         map_scene_init      (int           *argc,
                                      char        ***argv);
void             map_scene_set_up    (MapScene      *scene,
                                      gconstpointer  data);
void             map_scene_tear_down (MapScene      *scene,
                                      gconstpointer  data);
gboolean         map_scene_press_key (MapScene      *scene,
                                      guint          key);
/* From one spot to another; a click when they are the same. */
void             map_scene_drag      (MapScene      *scene,
                                      double         from_x,
                                      double         from_y,
                                      double         to_x,
                                      double         to_y);
void             map_scene_move_to   (MapScene      *scene,
                                      double         x,
                                      double         y);
/* Until the view stands still and has said so. */
void             map_scene_settle    (MapScene      *scene);
EssaimProjection map_scene_get_view  (MapScene      *scene);
