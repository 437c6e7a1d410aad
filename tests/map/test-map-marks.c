/* test-map-marks.c: what stands out on the map: the person's own territory, a selected project, what the list points at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-scene.h"

#include <math.h>

#include "essaim-cluster-layer-private.h"
#include "essaim-map-marks.h"

static guint
look_up (MapScene   *scene,
         const char *id)
{
  guint territory = essaim_territories_lookup (essaim_reference_get_territories (scene->model.reference), id);

  g_assert_cmpuint (territory, !=, ESSAIM_NO_TERRITORY);

  return territory;
}

/* How many pixels of the colour of places there are round a point of the map, as it is drawn. */
static guint
count_blue (MapScene *scene,
            double    lat,
            double    lon,
            int       reach)
{
  const int width = MAP_SCENE_WIDTH, height = MAP_SCENE_HEIGHT;
  EssaimProjection view = map_scene_get_view (scene);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (scene->map->map));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;
  double x, y;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  essaim_projection_to_view (&view, essaim_world_from_degrees (lat, lon), &x, &y);
  for (int row = (int) y - reach; row <= (int) y + reach; row++)
    for (int column = (int) x - reach; column <= (int) x + reach; column++)
      {
        const guint32 *line = (const guint32 *) (cairo_image_surface_get_data (surface) +
                                                 row * cairo_image_surface_get_stride (surface));

        n += (line[column] & 0xffffff) == 0x1a5fb4;
      }
  cairo_surface_destroy (surface);

  return n;
}

static void
draw (MapScene *scene)
{
  map_scene_settle (scene);
  gtk_test_widget_wait_for_draw (scene->window);
}

/* A commune is smaller than a cell of the whole of France: a ring tells where it is. */
static void
test_ring (MapScene      *scene,
           gconstpointer  data)
{
  guint before = count_blue (scene, 45.78, 3.08, 30);

  essaim_explorer_set_home (scene->explorer, look_up (scene, "commune:63113"));
  draw (scene);
  g_assert_cmpuint (count_blue (scene, 45.78, 3.08, 30), >, before + 50);

  essaim_explorer_set_home (scene->explorer, ESSAIM_NO_TERRITORY);
  draw (scene);
  g_assert_cmpuint (count_blue (scene, 45.78, 3.08, 30), ==, before);
}

static void
test_locate (MapScene      *scene,
             gconstpointer  data)
{
  EssaimProjection before = map_scene_get_view (scene);

  g_assert_true (map_scene_press_key (scene, GDK_KEY_h));
  g_assert_cmpfloat (map_scene_get_view (scene).scale, ==, before.scale);

  essaim_explorer_set_home (scene->explorer, look_up (scene, "departement:63"));
  g_assert_true (map_scene_press_key (scene, GDK_KEY_h));
  g_assert_cmpfloat (map_scene_get_view (scene).scale, >, before.scale * 2.0);
}

/* Project 3 stands in Roubaix and in Lille. */
static void
test_nearest_site (MapScene      *scene,
                   gconstpointer  data)
{
  EssaimIndex *index = essaim_explorer_get_index (scene->explorer);
  const EssaimWorldPoint *points = essaim_index_get_site_points (index);
  guint row = G_MAXUINT, first, end, main_site;
  double lat, lon;

  for (guint i = 0; i < essaim_index_get_n_projects (index); i++)
    {
      essaim_index_get_row_sites (index, i, &first, &end);
      if (end - first == 2)
        row = i;
    }
  g_assert_cmpuint (row, !=, G_MAXUINT);

  g_assert_cmpuint (essaim_marks_find_main (index, row, NAN, NAN), ==, G_MAXUINT);
  main_site = essaim_marks_find_main (index, row, 50.63, 3.06);
  g_assert_cmpuint (main_site, !=, G_MAXUINT);
  essaim_world_to_degrees (points[main_site], &lat, &lon);
  g_assert_cmpfloat_with_epsilon (lat, 50.63, 0.001);
}

static void
test_only_site (MapScene      *scene,
                gconstpointer  data)
{
  guint before = count_blue (scene, 45.78, 3.08, 16);

  essaim_explorer_select (scene->explorer, "actions:1");
  model_wait_answer (scene->explorer);
  draw (scene);
  g_assert_cmpuint (count_blue (scene, 45.78, 3.08, 16), >, before + 100);
}

/* The rows of a cell under the pointer are the list's to light up; no light is left behind. */
static void
test_hover_from_map (MapScene      *scene,
                     gconstpointer  data)
{
  EssaimHover *hover = essaim_explorer_get_hover (scene->explorer);
  EssaimProjection view = map_scene_get_view (scene);
  EssaimCells *cells = essaim_cluster_layer_get_cells (scene->map->clusters);
  double x, y;
  guint n, cell;

  essaim_projection_to_view (&view, essaim_world_from_degrees (45.78, 3.08), &x, &y);
  map_scene_move_to (scene, x, y);
  cell = essaim_cluster_layer_get_hovered (scene->map->clusters);
  g_assert_cmpuint (cell, !=, ESSAIM_NO_CELL);
  essaim_hover_get_rows (hover, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (scene->map->tip, ==, "2 records, of which 1 Food");
  for (guint i = 0; i < essaim_cells_get_n (cells); i++)
    g_assert_false (essaim_map_lights_has_cell (scene->map->clusters->lights, i));

  map_scene_move_to (scene, x, y + 200.0);
  essaim_hover_get_rows (hover, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (scene->map->tip);
}

static void
test_hover_by_keyboard (MapScene      *scene,
                        gconstpointer  data)
{
  EssaimHover *hover = essaim_explorer_get_hover (scene->explorer);
  guint n;

  map_scene_press_key (scene, GDK_KEY_n);
  essaim_hover_get_rows (hover, &n);
  g_assert_cmpuint (n, ==, 1);
  map_scene_press_key (scene, GDK_KEY_n);
  essaim_hover_get_rows (hover, &n);
  g_assert_cmpuint (n, ==, 2);
  map_scene_press_key (scene, GDK_KEY_Escape);
  essaim_hover_get_rows (hover, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* What the pointer is on in the list lights up here, also after the cells have changed, and what is gone goes out. */
static void
test_hover_from_list (MapScene      *scene,
                      gconstpointer  data)
{
  EssaimHover *hover = essaim_explorer_get_hover (scene->explorer);
  EssaimClusterLayer *layer = scene->map->clusters;
  EssaimWorldPoint place = essaim_world_from_degrees (45.78, 3.08);
  EssaimCells *cells = essaim_cluster_layer_get_cells (layer);
  guint before = count_blue (scene, 45.78, 3.08, 30);
  guint row = essaim_index_get_site_row (essaim_cells_get_index (cells),
                                         essaim_cells_get (cells, essaim_cells_at (cells, place))->site);

  essaim_hover_set_rows (hover, &row, 1);
  g_assert_true (essaim_map_lights_has_cell (layer->lights, essaim_cells_at (cells, place)));
  draw (scene);
  g_assert_cmpuint (count_blue (scene, 45.78, 3.08, 30), >, before + 30);

  map_scene_press_key (scene, GDK_KEY_plus);
  cells = essaim_cluster_layer_get_cells (layer);
  g_assert_true (essaim_map_lights_has_cell (layer->lights, essaim_cells_at (cells, place)));

  essaim_hover_set_rows (hover, NULL, 0);
  g_assert_false (essaim_map_lights_has_cell (layer->lights, essaim_cells_at (cells, place)));

  /* Of another index: nothing to light. */
  row = 1000000;
  essaim_hover_set_rows (hover, &row, 1);
  for (guint i = 0; i < essaim_cells_get_n (cells); i++)
    g_assert_false (essaim_map_lights_has_cell (layer->lights, i));
}

static gboolean
has_more (gpointer user_data)
{
  return essaim_index_get_n_projects (essaim_explorer_get_index (user_data)) == 7;
}

static gboolean
has_activated (gpointer user_data)
{
  return ((MapScene *) user_data)->project != NULL;
}

static void
locate (MapScene *scene,
        double    lat,
        double    lon,
        double   *x,
        double   *y)
{
  EssaimProjection view = map_scene_get_view (scene);

  essaim_projection_to_view (&view, essaim_world_from_degrees (lat, lon), x, y);
}

/* What a click opens and what the pointer is on are asked for one beside the other, and only the last tooltip counts. */
static void
test_click_and_move (MapScene      *scene,
                     gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (&scene->model, "more.csv",
                                                        "id,nom,description,code_insee,commune,lat,lon\n"
                                                        "1,Phare,Mobilité,29019,Brest,48.39,-4.49\n"
                                                        "2,Galet,Mobilité,06088,Nice,43.70,7.26\n");
  double brest[2], nice[2], clermont[2];

  model_wait (has_more, scene->explorer);
  model_wait_answer (scene->explorer);
  map_scene_settle (scene);
  locate (scene, 48.39, -4.49, &brest[0], &brest[1]);
  locate (scene, 43.70, 7.26, &nice[0], &nice[1]);
  locate (scene, 45.78, 3.08, &clermont[0], &clermont[1]);

  map_scene_drag (scene, brest[0], brest[1], brest[0], brest[1]);
  map_scene_move_to (scene, nice[0], nice[1]);
  map_scene_move_to (scene, clermont[0], clermont[1]);
  model_wait (has_activated, scene);
  g_assert_cmpstr (scene->project, ==, "more:1");
  g_assert_cmpstr (scene->map->tip, ==, "2 records, of which 1 Food");

  /* The title of Nice was asked for before this answers. */
  g_clear_pointer (&scene->project, g_free);
  map_scene_drag (scene, brest[0], brest[1], brest[0], brest[1]);
  model_wait (has_activated, scene);
  g_assert_cmpstr (scene->map->tip, ==, "2 records, of which 1 Food");
}

#define ADD(name, func) g_test_add ("/map-marks/" name, MapScene, NULL, map_scene_set_up, func, map_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!map_scene_init (&argc, &argv))
    return 0;

  ADD ("ring", test_ring);
  ADD ("locate", test_locate);
  ADD ("nearest-site", test_nearest_site);
  ADD ("only-site", test_only_site);
  ADD ("hover-from-map", test_hover_from_map);
  ADD ("hover-by-keyboard", test_hover_by_keyboard);
  ADD ("hover-from-list", test_hover_from_list);
  ADD ("click-and-move", test_click_and_move);

  return g_test_run ();
}
