/* ui-fixture.h: widgets found as a person finds them, and the main loop until they have their places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-shortlists.h"
#include "model-fixture.h"

G_BEGIN_DECLS

/** UiScene: a pane in a window of its own, and the models that it shows. */
typedef struct
{
  ModelScene        scene;
  EssaimExplorer   *explorer;
  EssaimShortlists *shortlists;
  GtkWidget        *window;
  GtkWidget        *pane;
} UiScene;

/* FALSE, and the plan printed, where there is no display. */
gboolean   ui_init                (void);
void       ui_run_idles           (void);
void       ui_wait_for_size       (GtkWidget     *widget);
/* (transfer container): of a type, below a widget, in order; what is not visible left out */
GPtrArray *ui_find_all            (GtkWidget     *widget,
                                   GType          type);
/* (nullable): a label that says just that and is not hidden */
GtkWidget *ui_find_label          (GtkWidget     *widget,
                                   const char    *text);
/* Destroys a window and waits for the end of a widget in it, or of itself: what it still waits for holds it. */
void       ui_close               (GtkWidget     *window,
                                   GtkWidget     *widget);

/* The models, on the projects of a feed, if any. */
void       ui_scene_set_up        (UiScene       *self,
                                   const char    *feed);
/* Gives the window its pane; it is not shown. */
void       ui_scene_put           (UiScene       *self,
                                   GtkWidget     *pane);
/* Shows it, and waits until the pane has a size. */
void       ui_scene_present       (UiScene       *self,
                                   int            width,
                                   int            height);
/* Fails where something is kept alive. */
void       ui_scene_tear_down     (UiScene       *self,
                                   gconstpointer  data);
/* Whether a label of the pane says just that; waits until one does. */
gboolean   ui_scene_says          (UiScene       *self,
                                   const char    *text);
void       ui_scene_wait_for      (UiScene       *self,
                                   const char    *text);
/* A territory, which there must be. */
guint      ui_scene_get_territory (UiScene       *self,
                                   const char    *id);

G_END_DECLS
