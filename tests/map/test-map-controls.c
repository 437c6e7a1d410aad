/* test-map-controls.c: what floats over the map: the pill, buttons and menu; and what it tells when it stands still
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-scene.h"

static void
assert_pill (MapScene   *scene,
             const char *text)
{
  g_assert_true (gtk_widget_get_visible (scene->map->pill));
  gtk_test_accessible_assert_property (scene->map->pill, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

static void
show_territory (MapScene   *scene,
                const char *id)
{
  guint territory = essaim_territories_lookup (essaim_reference_get_territories (scene->model.reference), id);

  essaim_explorer_set_territory (scene->explorer, territory);
  essaim_map_view_show_territory (scene->map, territory);
}

/* Five projects with six sites: one has no position, one is overseas. */
static void
test_pill (MapScene      *scene,
           gconstpointer  data)
{
  map_scene_settle (scene);
  assert_pill (scene, "3 projects, 4 sites in view; 1 without a position");

  show_territory (scene, "mayotte");
  map_scene_settle (scene);
  assert_pill (scene, "1 project, 1 site in view; 1 without a position");

  essaim_explorer_set_placed (scene->explorer, ESSAIM_PLACED_YES);
  model_wait_answer (scene->explorer);
  assert_pill (scene, "1 project, 1 site in view");

  essaim_explorer_set_placed (scene->explorer, ESSAIM_PLACED_NO);
  model_wait_answer (scene->explorer);
  assert_pill (scene, "0 projects, 0 sites in view; 1 without a position");

  g_object_set (scene->map, "counts", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (scene->map->pill));
}

static void
test_pill_of_project (MapScene      *scene,
                      gconstpointer  data)
{
  essaim_explorer_select (scene->explorer, "actions:3");
  model_wait_answer (scene->explorer);
  map_scene_settle (scene);
  assert_pill (scene, "2 sites of the chosen project");

  essaim_explorer_select (scene->explorer, "actions:5");
  model_wait_answer (scene->explorer);
  map_scene_settle (scene);
  assert_pill (scene, "The chosen project has no position");

  essaim_explorer_select (scene->explorer, NULL);
  map_scene_settle (scene);
  assert_pill (scene, "3 projects, 4 sites in view; 1 without a position");
}

/* Where there is no room, what is missing stays. */
static void
test_short_pill (MapScene      *scene,
                 gconstpointer  data)
{
  GtkWidget *seen, *unplaced;

  map_scene_settle (scene);
  seen = gtk_widget_get_next_sibling (gtk_widget_get_first_child (scene->map->pill));
  unplaced = gtk_widget_get_last_child (scene->map->pill);
  g_assert_true (gtk_widget_get_child_visible (seen));

  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 320, 600 }, -1);
  g_assert_false (gtk_widget_get_child_visible (seen));
  g_assert_true (gtk_widget_get_child_visible (unplaced));
  assert_pill (scene, "3 projects, 4 sites in view; 1 without a position");
}

static void
test_leave_territory (MapScene      *scene,
                      gconstpointer  data)
{
  double home = map_scene_get_view (scene).scale;

  g_assert_false (gtk_widget_get_visible (scene->map->back));
  show_territory (scene, "mayotte");
  g_assert_true (gtk_widget_get_visible (scene->map->back));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (scene->map->insets)));

  g_signal_emit_by_name (scene->map->back, "clicked");
  g_assert_cmpuint (essaim_explorer_get_territory (scene->explorer), ==, ESSAIM_NO_TERRITORY);
  g_assert_false (gtk_widget_get_visible (scene->map->back));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (scene->map->insets)));
  g_assert_cmpfloat_with_epsilon (map_scene_get_view (scene).scale, home, home * 0.001);
}

static void
test_menu (MapScene      *scene,
           gconstpointer  data)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (scene->map->layers));
  g_autoptr (GMenuModel) places = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  gboolean shown;

  g_assert_cmpint (g_menu_model_get_n_items (places), ==, 1 + ESSAIM_N_OVERSEAS);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene->map), "map.overseas", "i", ESSAIM_N_OVERSEAS - 1));
  g_assert_cmpfloat (essaim_projection_get_zoom (&(EssaimProjection) { .scale = map_scene_get_view (scene).scale }), >,
                     8.0);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (scene->map), "map.territories", NULL));
  g_object_get (scene->map, "territories", &shown, NULL);
  g_assert_false (shown);
  gtk_test_widget_wait_for_draw (scene->window);
}

static void
test_settled (MapScene      *scene,
              gconstpointer  data)
{
  double west, south, east, north;
  guint before;

  map_scene_settle (scene);
  g_assert_cmpfloat (scene->bounds[0], <, -4.8);
  g_assert_cmpfloat (scene->bounds[1], <, 42.4);
  g_assert_cmpfloat (scene->bounds[2], >, 9.5);
  g_assert_cmpfloat (scene->bounds[3], >, 51.0);

  /* Many steps, one word. */
  before = scene->n_settled;
  for (guint i = 0; i < 5; i++)
    map_scene_press_key (scene, GDK_KEY_Left);
  map_scene_settle (scene);
  g_assert_cmpuint (scene->n_settled, ==, before + 1);
  g_assert_true (essaim_map_view_get_bounds (scene->map, &west, &south, &east, &north));
  g_assert_cmpfloat (west, ==, scene->bounds[0]);
  g_assert_cmpfloat (south, ==, scene->bounds[1]);
  g_assert_cmpfloat (east, ==, scene->bounds[2]);
  g_assert_cmpfloat (north, ==, scene->bounds[3]);
}

/* In the visible map: the query goes where the view goes, and gives up when its box is taken away. */
static void
test_query_follows (MapScene      *scene,
                    gconstpointer  data)
{
  gboolean follows;

  map_scene_settle (scene);
  g_object_set (scene->map, "query-follows", TRUE, NULL);
  model_wait_answer (scene->explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (scene->explorer)), ==, 3);

  show_territory (scene, "mayotte");
  map_scene_settle (scene);
  model_wait_answer (scene->explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (scene->explorer)), ==, 1);

  essaim_explorer_clear (scene->explorer);
  g_object_get (scene->map, "query-follows", &follows, NULL);
  g_assert_false (follows);
  model_wait_answer (scene->explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (scene->explorer)), ==, 5);

  g_object_set (scene->map, "query-follows", TRUE, NULL);
  g_object_set (scene->map, "query-follows", FALSE, NULL);
  g_assert_false (essaim_query_has_box (essaim_explorer_get_query (scene->explorer)));
}

/* A size of another pane's making keeps the middle where it is. */
static void
test_keeps_centre (MapScene      *scene,
                   gconstpointer  data)
{
  EssaimProjection before;

  map_scene_press_key (scene, GDK_KEY_plus);
  map_scene_press_key (scene, GDK_KEY_Left);
  before = map_scene_get_view (scene);
  gtk_widget_size_allocate (GTK_WIDGET (scene->map), &(GtkAllocation) { 0, 0, 500, MAP_SCENE_HEIGHT }, -1);
  g_assert_cmpfloat_with_epsilon (map_scene_get_view (scene).x, before.x, 1.0 / before.scale);
  g_assert_cmpfloat_with_epsilon (map_scene_get_view (scene).scale, before.scale, before.scale * 0.001);
}

#define ADD(name, func) g_test_add ("/map-controls/" name, MapScene, NULL, map_scene_set_up, func, map_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!map_scene_init (&argc, &argv))
    return 0;

  ADD ("pill", test_pill);
  ADD ("pill-of-project", test_pill_of_project);
  ADD ("short-pill", test_short_pill);
  ADD ("leave-territory", test_leave_territory);
  ADD ("menu", test_menu);
  ADD ("settled", test_settled);
  ADD ("query-follows", test_query_follows);
  ADD ("keeps-centre", test_keeps_centre);

  return g_test_run ();
}
