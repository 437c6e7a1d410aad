/* test-map-view.c: the map as a person meets it: pointer, keyboard, screen reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-scene.h"

static void
click_at (MapScene *scene,
          double  lat,
          double  lon)
{
  EssaimProjection view = map_scene_get_view (scene);
  double x, y;

  essaim_projection_to_view (&view, essaim_world_from_degrees (lat, lon), &x, &y);
  map_scene_drag (scene, x, y, x, y);
}

static gboolean
has_project (gpointer user_data)
{
  return ((MapScene *) user_data)->project != NULL;
}

static gboolean
has_popover (gpointer user_data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((MapScene *) user_data)->map->popover));
}

static gboolean
shows (MapScene *scene,
       double  lat,
       double  lon)
{
  EssaimProjection view = map_scene_get_view (scene);
  double x, y;

  essaim_projection_to_view (&view, essaim_world_from_degrees (lat, lon), &x, &y);

  return x > 0.0 && y > 0.0 && x < view.width && y < view.height;
}

static void
show_mayotte (MapScene *scene)
{
  EssaimTerritories *territories = essaim_reference_get_territories (scene->model.reference);

  essaim_map_view_show_territory (scene->map, essaim_territories_lookup (territories, "mayotte"));
}

static void
test_home (MapScene      *scene,
           gconstpointer  data)
{
  g_assert_true (shows (scene, 51.0, 2.4));
  g_assert_true (shows (scene, 42.5, 2.5));
  g_assert_true (shows (scene, 48.4, -4.7));
  g_assert_true (shows (scene, 41.5, 9.2));

  essaim_map_view_zoom (scene->map, 4.0);
  g_assert_false (shows (scene, 48.4, -4.7));
  g_assert_true (map_scene_press_key (scene, GDK_KEY_0));
  g_assert_true (shows (scene, 48.4, -4.7));
}

static void
test_click_on_record (MapScene      *scene,
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
test_click_on_cell (MapScene      *scene,
                    gconstpointer  data)
{
  EssaimProjection before = map_scene_get_view (scene);
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
      map_scene_drag (scene, x, y, x, y);
    }
  g_assert_true (found);
  g_assert_cmpfloat (map_scene_get_view (scene).scale, >=, before.scale * 2.0);
  g_assert_true (shows (scene, 50.69, 3.17));
  g_assert_true (shows (scene, 50.63, 3.06));
  g_assert_null (scene->project);
}

/* No zoom tells apart what stands on one spot: there is a list. */
static void
test_click_on_one_spot (MapScene      *scene,
                        gconstpointer  data)
{
  click_at (scene, 45.78, 3.08);
  model_wait (has_popover, scene);
  g_assert_null (scene->project);
  gtk_popover_popdown (GTK_POPOVER (scene->map->popover));
}

static void
test_click_on_territory (MapScene      *scene,
                         gconstpointer  data)
{
  click_at (scene, 48.2, -3.0);
  g_assert_cmpstr (scene->territory, ==, "region-bretagne");
  g_clear_pointer (&scene->territory, g_free);
  click_at (scene, 46.0, -5.0);
  g_assert_null (scene->territory);
}

static void
test_drag_is_no_click (MapScene      *scene,
                       gconstpointer  data)
{
  EssaimProjection view = map_scene_get_view (scene);
  double x, y;

  essaim_projection_to_view (&view, essaim_world_from_degrees (48.2, -3.0), &x, &y);
  map_scene_drag (scene, x - 60.0, y, x, y);
  g_assert_null (scene->territory);
}

static void
test_keyboard (MapScene      *scene,
               gconstpointer  data)
{
  EssaimClusterLayer *clusters = scene->map->clusters;
  EssaimProjection before = map_scene_get_view (scene);
  guint first, second;

  g_assert_true (map_scene_press_key (scene, GDK_KEY_plus));
  g_assert_cmpfloat_with_epsilon (map_scene_get_view (scene).scale, before.scale * 2.0, before.scale * 0.01);
  g_assert_true (map_scene_press_key (scene, GDK_KEY_Left));
  g_assert_cmpfloat (map_scene_get_view (scene).x, <, before.x);
  g_assert_true (map_scene_press_key (scene, GDK_KEY_Escape));
  g_assert_cmpfloat_with_epsilon (map_scene_get_view (scene).scale, before.scale, before.scale * 0.001);

  /* From north to south: Lille, then Clermont-Ferrand; then round again. */
  g_assert_false (map_scene_press_key (scene, GDK_KEY_Return));
  g_assert_true (map_scene_press_key (scene, GDK_KEY_n));
  first = essaim_cluster_layer_get_walked (clusters);
  g_assert_true (map_scene_press_key (scene, GDK_KEY_n));
  second = essaim_cluster_layer_get_walked (clusters);
  g_assert_cmpuint (first, !=, second);
  gtk_test_accessible_assert_property (scene->map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 records, of which 1 Food, near Clermont-Ferrand");
  g_assert_true (map_scene_press_key (scene, GDK_KEY_p));
  g_assert_cmpuint (essaim_cluster_layer_get_walked (clusters), ==, first);
  g_assert_true (map_scene_press_key (scene, GDK_KEY_Return));
  g_assert_cmpfloat (map_scene_get_view (scene).scale, >=, before.scale * 2.0);

  /* Escape: first the cell, then the way out, then it is the window's. */
  g_assert_true (map_scene_press_key (scene, GDK_KEY_n));
  g_assert_true (map_scene_press_key (scene, GDK_KEY_Escape));
  g_assert_cmpuint (essaim_cluster_layer_get_walked (clusters), ==, ESSAIM_NO_CELL);
  g_assert_true (map_scene_press_key (scene, GDK_KEY_Escape));
  g_assert_false (map_scene_press_key (scene, GDK_KEY_Escape));
}

static void
test_limits (MapScene      *scene,
             gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    map_scene_press_key (scene, GDK_KEY_minus);
  g_assert_true (shows (scene, 46.6, 2.5));
  for (guint i = 0; i < 60; i++)
    map_scene_press_key (scene, GDK_KEY_Down);
  g_assert_false (shows (scene, 36.9, 3.0));
}

static void
test_follows_explorer (MapScene      *scene,
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
test_show_box (MapScene      *scene,
               gconstpointer  data)
{
  essaim_map_view_show_box (scene->map, 55.45, -20.9, 55.45, -20.9);
  g_assert_true (shows (scene, -20.9, 55.45));
  g_assert_false (shows (scene, 46.6, 2.5));

  essaim_map_view_show_box (scene->map, -1.0, 43.0, 5.0, 50.0);
  g_assert_true (shows (scene, 43.1, -0.9));
  g_assert_true (shows (scene, 49.9, 4.9));
}

/* A territory asked for while the map had another size is fitted again; a map that was moved stays where it is. */
static void
test_refit (MapScene      *scene,
            gconstpointer  data)
{
  double wide, narrow;

  show_mayotte (scene);
  wide = map_scene_get_view (scene).scale;
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 300, 300 }, -1);
  narrow = map_scene_get_view (scene).scale;
  g_assert_cmpfloat (narrow, <, wide);
  g_assert_true (shows (scene, -12.8, 45.15));

  map_scene_press_key (scene, GDK_KEY_plus);
  wide = map_scene_get_view (scene).scale;
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 600, 400 }, -1);
  g_assert_cmpfloat_with_epsilon (map_scene_get_view (scene).scale, wide, wide * 0.001);
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
test_accessible (MapScene      *scene,
                 gconstpointer  data)
{
  map_scene_settle (scene);
  gtk_test_accessible_assert_property (scene->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of France, 3 projects in view");
  show_mayotte (scene);
  map_scene_settle (scene);
  gtk_test_accessible_assert_property (scene->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map of Mayotte, 1 project in view");
  check_names (GTK_WIDGET (scene->map));
}

static void
test_insets (MapScene      *scene,
             gconstpointer  data)
{
  GtkWidget *mayotte = gtk_widget_get_last_child (scene->map->insets);
  GtkWidget *foot = g_object_ref_sink (gtk_label_new (NULL));

  gtk_test_accessible_assert_property (mayotte, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mayotte, 1 record");
  g_assert_true (gtk_widget_get_child_visible (scene->map->insets));
  g_signal_emit_by_name (mayotte, "clicked");
  g_assert_true (shows (scene, -12.8, 45.15));

  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 500, MAP_SCENE_HEIGHT }, -1);
  g_assert_false (gtk_widget_get_child_visible (scene->map->insets));

  /* Something over the middle leaves less room. */
  gtk_widget_set_size_request (foot, 400, -1);
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 720, MAP_SCENE_HEIGHT }, -1);
  g_assert_true (gtk_widget_get_child_visible (scene->map->insets));
  essaim_map_view_set_foot (scene->map, foot);
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 720, MAP_SCENE_HEIGHT }, -1);
  g_assert_false (gtk_widget_get_child_visible (scene->map->insets));
  g_assert_finalize_object (foot);
}

static gboolean
is_fading (gpointer user_data)
{
  MapScene *scene = user_data;
  GtkWidget *layer = GTK_WIDGET (scene->map->clusters);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  gboolean fading;

  GTK_WIDGET_GET_CLASS (layer)->snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  fading = gsk_render_node_get_node_type (node) == GSK_CROSS_FADE_NODE;
  gsk_render_node_unref (node);

  return fading;
}

static gboolean
has_faded (gpointer user_data)
{
  return !is_fading (user_data);
}

static void
set_animations (gboolean animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
}

/* The cells of another filter come softly, or at once for who wants that. */
static void
test_fade (MapScene      *scene,
           gconstpointer  data)
{
  set_animations (TRUE);
  g_assert_false (is_fading (scene));
  essaim_explorer_set_text (scene->explorer, "jardin");
  model_wait (is_fading, scene);
  model_wait (has_faded, scene);

  set_animations (FALSE);
  essaim_explorer_set_text (scene->explorer, "");
  model_wait_answer (scene->explorer);
  g_assert_false (is_fading (scene));
}

/* What fades was seen where it is no more. */
static void
test_fade_and_move (MapScene      *scene,
                    gconstpointer  data)
{
  set_animations (TRUE);
  essaim_explorer_set_text (scene->explorer, "jardin");
  model_wait (is_fading, scene);
  set_animations (FALSE);
  essaim_map_view_zoom (scene->map, 2.0);
  g_assert_false (is_fading (scene));
  essaim_map_view_zoom (scene->map, 0.5);
  g_assert_false (is_fading (scene));
}

#define ADD(name, func) g_test_add ("/map-view/" name, MapScene, NULL, map_scene_set_up, func, map_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!map_scene_init (&argc, &argv))
    return 0;

  ADD ("home", test_home);
  ADD ("fade", test_fade);
  ADD ("fade-and-move", test_fade_and_move);
  ADD ("click-on-record", test_click_on_record);
  ADD ("click-on-cell", test_click_on_cell);
  ADD ("click-on-one-spot", test_click_on_one_spot);
  ADD ("click-on-territory", test_click_on_territory);
  ADD ("drag-is-no-click", test_drag_is_no_click);
  ADD ("keyboard", test_keyboard);
  ADD ("limits", test_limits);
  ADD ("follows-explorer", test_follows_explorer);
  ADD ("show-box", test_show_box);
  ADD ("refit", test_refit);
  ADD ("accessible", test_accessible);
  ADD ("insets", test_insets);

  return g_test_run ();
}
