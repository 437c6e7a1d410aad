/* test-map-view.c: the map as a person meets it: pointer, keyboard, screen reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"
#include "model-fixture.h"

#define WIDTH  800
#define HEIGHT 700

typedef struct
{
  ModelScene      model;
  EssaimExplorer *explorer;
  GtkWidget      *window;
  EssaimMapView  *map;       /* borrowed: the window's */
  char           *project;   /* (nullable): last activated */
  char           *territory; /* (nullable): last activated */
} Scene;

static void
activated_cb (GtkWidget   *map,
              const char  *id,
              char       **kept)
{
  g_free (*kept);
  *kept = g_strdup (id);
}

static gboolean
is_laid_out (gpointer user_data)
{
  Scene *scene = user_data;

  return gtk_widget_get_mapped (GTK_WIDGET (scene->map)) && gtk_widget_get_width (GTK_WIDGET (scene->map)) >= WIDTH;
}

static void
set_up (Scene         *scene,
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
  gtk_window_set_default_size (GTK_WINDOW (scene->window), WIDTH, HEIGHT);
  essaim_map_view_set_explorer (scene->map, scene->explorer);
  g_signal_connect (scene->map, "project-activated", G_CALLBACK (activated_cb), &scene->project);
  g_signal_connect (scene->map, "territory-activated", G_CALLBACK (activated_cb), &scene->territory);
  gtk_window_present (GTK_WINDOW (scene->window));
  model_wait (is_laid_out, scene);
  gtk_test_widget_wait_for_draw (scene->window);
}

static void
tear_down (Scene         *scene,
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

/* The first controller of a kind, of the map or of what it is made of. */
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

static gboolean
press_key (Scene *scene,
           guint  key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (GTK_WIDGET (scene->map), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key,
                         0, 0,
                         &handled);

  return handled;
}

/* The map of libshumate has a click gesture of its own; a press and a release of either are handled by whoever
 * listens. */
static void
drag (Scene  *scene,
      double  from_x,
      double  from_y,
      double  to_x,
      double  to_y)
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

static void
click (Scene  *scene,
       double  x,
       double  y)
{
  drag (scene, x, y, x, y);
}

static EssaimProjection
get_view (Scene *scene)
{
  return essaim_map_flight_get_view (scene->map->flight);
}

static void
click_at (Scene  *scene,
          double  lat,
          double  lon)
{
  EssaimProjection view = get_view (scene);
  double x, y;

  essaim_projection_to_view (&view, essaim_world_from_degrees (lat, lon), &x, &y);
  click (scene, x, y);
}

static gboolean
has_project (gpointer user_data)
{
  return ((Scene *) user_data)->project != NULL;
}

static gboolean
has_popover (gpointer user_data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((Scene *) user_data)->map->popover));
}

static gboolean
shows (Scene  *scene,
       double  lat,
       double  lon)
{
  EssaimProjection view = get_view (scene);
  double x, y;

  essaim_projection_to_view (&view, essaim_world_from_degrees (lat, lon), &x, &y);

  return x > 0.0 && y > 0.0 && x < view.width && y < view.height;
}

static void
show_mayotte (Scene *scene)
{
  EssaimTerritories *territories = essaim_reference_get_territories (scene->model.reference);

  essaim_map_view_show_territory (scene->map, essaim_territories_lookup (territories, "mayotte"));
}

static void
test_home (Scene         *scene,
           gconstpointer  data)
{
  g_assert_true (shows (scene, 51.0, 2.4));
  g_assert_true (shows (scene, 42.5, 2.5));
  g_assert_true (shows (scene, 48.4, -4.7));
  g_assert_true (shows (scene, 41.5, 9.2));

  essaim_map_view_zoom (scene->map, 4.0);
  g_assert_false (shows (scene, 48.4, -4.7));
  g_assert_true (press_key (scene, GDK_KEY_0));
  g_assert_true (shows (scene, 48.4, -4.7));
}

static void
test_click_on_record (Scene         *scene,
                      gconstpointer  data)
{
  show_mayotte (scene);
  click_at (scene, -12.78, 45.23);
  model_wait (has_project, scene);
  g_assert_cmpstr (scene->project, ==, "actions:4");
  g_assert_cmpstr (essaim_explorer_get_selected_id (scene->explorer), ==, "actions:4");
}

/* The two sites near Lille are one cell from afar: it opens. */
static void
test_click_on_cell (Scene         *scene,
                    gconstpointer  data)
{
  EssaimProjection before = get_view (scene);
  EssaimCells *cells = essaim_cluster_layer_get_cells (scene->map->clusters);
  gboolean found = FALSE;

  for (guint i = 0; i < essaim_cells_get_n (cells) && !found; i++)
    {
      const EssaimCluster *cluster = essaim_cells_get (cells, i);
      double lat, lon, x, y;

      essaim_world_to_degrees (cluster->centre, &lat, &lon);
      if (cluster->count != 2 || lat < 50.0)
        continue;
      found = TRUE;
      essaim_projection_to_view (&before, cluster->centre, &x, &y);
      click (scene, x, y);
    }
  g_assert_true (found);
  g_assert_cmpfloat (get_view (scene).scale, >=, before.scale * 2.0);
  g_assert_true (shows (scene, 50.69, 3.17));
  g_assert_true (shows (scene, 50.63, 3.06));
  g_assert_null (scene->project);
}

/* No zoom tells apart what stands on one spot: there is a list. */
static void
test_click_on_one_spot (Scene         *scene,
                        gconstpointer  data)
{
  click_at (scene, 45.78, 3.08);
  model_wait (has_popover, scene);
  g_assert_null (scene->project);
  gtk_popover_popdown (GTK_POPOVER (scene->map->popover));
}

static void
test_click_on_territory (Scene         *scene,
                         gconstpointer  data)
{
  click_at (scene, 48.2, -3.0);
  g_assert_cmpstr (scene->territory, ==, "region-bretagne");
  g_clear_pointer (&scene->territory, g_free);
  click_at (scene, 46.0, -5.0);
  g_assert_null (scene->territory);
}

static void
test_drag_is_no_click (Scene         *scene,
                       gconstpointer  data)
{
  EssaimProjection view = get_view (scene);
  double x, y;

  essaim_projection_to_view (&view, essaim_world_from_degrees (48.2, -3.0), &x, &y);
  drag (scene, x - 60.0, y, x, y);
  g_assert_null (scene->territory);
}

static void
test_keyboard (Scene         *scene,
               gconstpointer  data)
{
  EssaimClusterLayer *clusters = scene->map->clusters;
  EssaimProjection before = get_view (scene);
  guint first, second;

  g_assert_true (press_key (scene, GDK_KEY_plus));
  g_assert_cmpfloat_with_epsilon (get_view (scene).scale, before.scale * 2.0, before.scale * 0.01);
  g_assert_true (press_key (scene, GDK_KEY_Left));
  g_assert_cmpfloat (get_view (scene).x, <, before.x);
  g_assert_true (press_key (scene, GDK_KEY_Escape));
  g_assert_cmpfloat_with_epsilon (get_view (scene).scale, before.scale, before.scale * 0.001);

  /* From north to south: Lille, then Clermont-Ferrand; then round again. */
  g_assert_false (press_key (scene, GDK_KEY_Return));
  g_assert_true (press_key (scene, GDK_KEY_n));
  first = essaim_cluster_layer_get_walked (clusters);
  g_assert_true (press_key (scene, GDK_KEY_n));
  second = essaim_cluster_layer_get_walked (clusters);
  g_assert_cmpuint (first, !=, second);
  gtk_test_accessible_assert_property (scene->map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 records, of which 1 Food, near Clermont-Ferrand");
  g_assert_true (press_key (scene, GDK_KEY_p));
  g_assert_cmpuint (essaim_cluster_layer_get_walked (clusters), ==, first);
  g_assert_true (press_key (scene, GDK_KEY_Return));
  g_assert_cmpfloat (get_view (scene).scale, >=, before.scale * 2.0);

  /* Escape: first the cell, then the way out, then it is the window's. */
  g_assert_true (press_key (scene, GDK_KEY_n));
  g_assert_true (press_key (scene, GDK_KEY_Escape));
  g_assert_cmpuint (essaim_cluster_layer_get_walked (clusters), ==, ESSAIM_NO_CELL);
  g_assert_true (press_key (scene, GDK_KEY_Escape));
  g_assert_false (press_key (scene, GDK_KEY_Escape));
}

static void
test_limits (Scene         *scene,
             gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    press_key (scene, GDK_KEY_minus);
  g_assert_true (shows (scene, 46.6, 2.5));
  for (guint i = 0; i < 60; i++)
    press_key (scene, GDK_KEY_Down);
  g_assert_false (shows (scene, 36.9, 3.0));
}

static void
test_follows_explorer (Scene         *scene,
                       gconstpointer  data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (scene->model.reference);
  EssaimCells *cells;

  essaim_explorer_set_text (scene->explorer, "velo");
  model_wait_answer (scene->explorer);
  cells = essaim_cluster_layer_get_cells (scene->map->clusters);
  g_assert_cmpuint (essaim_cells_get_n (cells), ==, 1);
  g_assert_true (essaim_cells_get_results (cells) == essaim_explorer_get_results (scene->explorer));

  essaim_explorer_set_territory (scene->explorer, essaim_territories_lookup (territories, "clermont-ferrand"));
  g_assert_cmpuint (scene->map->territory, ==, essaim_explorer_get_territory (scene->explorer));
  gtk_test_widget_wait_for_draw (scene->window);
  essaim_explorer_set_territory (scene->explorer, ESSAIM_NO_TERRITORY);
  g_assert_cmpuint (scene->map->territory, ==, ESSAIM_NO_TERRITORY);

  essaim_map_view_set_dark (scene->map, TRUE);
  essaim_map_view_set_high_contrast (scene->map, TRUE);
  gtk_test_widget_wait_for_draw (scene->window);
  essaim_map_view_set_explorer (scene->map, NULL);
  g_assert_null (essaim_cluster_layer_get_cells (scene->map->clusters));
  gtk_test_widget_wait_for_draw (scene->window);
}

static void
test_show_project (Scene         *scene,
                   gconstpointer  data)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimProjection before = get_view (scene);
  EssaimSite *site;

  essaim_project_add_site (project)->precision = ESSAIM_PRECISION_NONE;
  essaim_map_view_show_project (scene->map, project);
  g_assert_cmpfloat (get_view (scene).x, ==, before.x);

  site = essaim_project_add_site (project);
  site->lat = -20.9;
  site->lon = 55.45;
  site->precision = ESSAIM_PRECISION_POINT;
  essaim_map_view_show_project (scene->map, project);
  g_assert_true (shows (scene, -20.9, 55.45));
  g_assert_false (shows (scene, 46.6, 2.5));
}

/* A territory asked for while the map had another size is fitted again; a map that was moved stays where it is. */
static void
test_refit (Scene         *scene,
            gconstpointer  data)
{
  double wide, narrow;

  show_mayotte (scene);
  wide = get_view (scene).scale;
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 300, 300 }, -1);
  narrow = get_view (scene).scale;
  g_assert_cmpfloat (narrow, <, wide);
  g_assert_true (shows (scene, -12.8, 45.15));

  press_key (scene, GDK_KEY_plus);
  wide = get_view (scene).scale;
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 600, 400 }, -1);
  g_assert_cmpfloat_with_epsilon (get_view (scene).scale, wide, wide * 0.001);
}

/* Every widget that can be operated says what it is. */
static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_accessible (Scene         *scene,
                 gconstpointer  data)
{
  essaim_map_view_describe (scene->map);
  gtk_test_accessible_assert_property (scene->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of France, 3 results in view");
  show_mayotte (scene);
  essaim_map_view_describe (scene->map);
  gtk_test_accessible_assert_property (scene->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of Mayotte, 1 result in view");
  check_names (GTK_WIDGET (scene->map));
}

static void
test_insets (Scene         *scene,
             gconstpointer  data)
{
  GtkWidget *mayotte = gtk_widget_get_last_child (scene->map->insets);

  gtk_test_accessible_assert_property (mayotte, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mayotte, 1 record");
  g_assert_true (gtk_widget_get_child_visible (scene->map->insets));
  g_signal_emit_by_name (mayotte, "clicked");
  g_assert_true (shows (scene, -12.8, 45.15));

  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 500, HEIGHT }, -1);
  g_assert_false (gtk_widget_get_child_visible (scene->map->insets));
}

#define ADD(name, func) g_test_add ("/map-view/" name, Scene, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  ADD ("home", test_home);
  ADD ("click-on-record", test_click_on_record);
  ADD ("click-on-cell", test_click_on_cell);
  ADD ("click-on-one-spot", test_click_on_one_spot);
  ADD ("click-on-territory", test_click_on_territory);
  ADD ("drag-is-no-click", test_drag_is_no_click);
  ADD ("keyboard", test_keyboard);
  ADD ("limits", test_limits);
  ADD ("follows-explorer", test_follows_explorer);
  ADD ("show-project", test_show_project);
  ADD ("refit", test_refit);
  ADD ("accessible", test_accessible);
  ADD ("insets", test_insets);

  return g_test_run ();
}
