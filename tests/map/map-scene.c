/* map-scene.c: a map with a few records in a window, and hands to use it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-scene.h"

static void
activated_cb (GtkWidget   *map,
              const char  *id,
              char       **kept)
{
  g_free (*kept);
  *kept = g_strdup (id);
}

static void
settled_cb (GtkWidget *map,
            double     west,
            double     south,
            double     east,
            double     north,
            MapScene  *scene)
{
  scene->bounds[0] = west;
  scene->bounds[1] = south;
  scene->bounds[2] = east;
  scene->bounds[3] = north;
  scene->n_settled++;
}

static gboolean
is_laid_out (gpointer user_data)
{
  MapScene *scene = user_data;

  return gtk_widget_get_mapped (GTK_WIDGET (scene->map)) &&
         gtk_widget_get_width (GTK_WIDGET (scene->map)) >= MAP_SCENE_WIDTH;
}

gboolean
map_scene_init (int    *argc,
                char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_test_init (argc, argv, NULL);
  if (gtk_init_check ())
    return TRUE;

  g_print ("1..0 # SKIP no display\n");

  return FALSE;
}

void
map_scene_set_up (MapScene      *scene,
                  gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&scene->model, NULL);
  report = model_scene_import (&scene->model, "actions.csv", MODEL_FEED);
  scene->explorer = model_scene_explore (&scene->model);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  scene->window = gtk_window_new ();
  scene->map = ESSAIM_MAP_VIEW (essaim_map_view_new ());
  gtk_window_set_child (GTK_WINDOW (scene->window), GTK_WIDGET (scene->map));
  gtk_window_set_decorated (GTK_WINDOW (scene->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (scene->window), MAP_SCENE_WIDTH, MAP_SCENE_HEIGHT);
  essaim_map_view_set_explorer (scene->map, scene->explorer);
  g_signal_connect (scene->map, "project-activated", G_CALLBACK (activated_cb), &scene->project);
  g_signal_connect (scene->map, "territory-activated", G_CALLBACK (activated_cb), &scene->territory);
  g_signal_connect (scene->map, "view-settled", G_CALLBACK (settled_cb), scene);
  gtk_window_present (GTK_WINDOW (scene->window));
  model_wait (is_laid_out, scene);
  gtk_test_widget_wait_for_draw (scene->window);
}

void
map_scene_tear_down (MapScene      *scene,
                     gconstpointer  data)
{
  GtkWidget *map = GTK_WIDGET (scene->map);

  g_object_add_weak_pointer (G_OBJECT (map), (gpointer *) &map);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&scene->window)));
  while (g_main_context_iteration (NULL, FALSE) || map != NULL)
    ;
  g_assert_finalize_object (g_steal_pointer (&scene->explorer));
  model_scene_tear_down (&scene->model, NULL);
  g_clear_pointer (&scene->project, g_free);
  g_clear_pointer (&scene->territory, g_free);
}

/* The first controller of a kind. */
static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type &&
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE)
        return controller;
    }

  g_assert_not_reached ();
}

gboolean
map_scene_press_key (MapScene *scene,
                     guint     key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (scene->map), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key,
                         0, 0, &handled);

  return handled;
}

/* The map of libshumate has a click gesture of its own; a press and a release of either are handled by whoever
 * listens. */
void
map_scene_drag (MapScene *scene,
                double    from_x,
                double    from_y,
                double    to_x,
                double    to_y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (scene->map->map));
  gpointer gesture = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          g_signal_handler_find (controller, G_SIGNAL_MATCH_ID, g_signal_lookup ("released", GTK_TYPE_GESTURE_CLICK), 0,
                                 NULL, NULL, NULL) != 0)
        gesture = controller;
    }
  g_assert_nonnull (gesture);
  g_signal_emit_by_name (gesture, "pressed", 1, from_x, from_y);
  g_signal_emit_by_name (gesture, "released", 1, to_x, to_y);
}

void
map_scene_move_to (MapScene *scene,
                   double    x,
                   double    y)
{
  g_signal_emit_by_name (find_controller (GTK_WIDGET (scene->map), GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, y);
}

static gboolean
has_settled (gpointer user_data)
{
  return ((MapScene *) user_data)->map->settle_timer == 0;
}

void
map_scene_settle (MapScene *scene)
{
  gtk_test_widget_wait_for_draw (scene->window);
  model_wait (has_settled, scene);
}

EssaimProjection
map_scene_get_view (MapScene *scene)
{
  return essaim_map_flight_get_view (scene->map->flight);
}
