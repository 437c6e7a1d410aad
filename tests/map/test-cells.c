/* test-cells.c: the cells of results at a zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cells.h"

#include <math.h>

#define N_PLACES 3000

typedef struct
{
  EssaimReference *reference;
  EssaimIndex     *index;
  EssaimResults   *results;
  EssaimCells     *cells;
} Scene;

static void
add_project (EssaimIndexBuilder *builder,
             guint               number,
             double              lat,
             double              lon,
             guint               n_sites)
{
  EssaimIndexProject project = { .number = number, .id = "a:1", .title = "A", .funding_eur = NAN };
  EssaimIndexSite site = {
    .lat = lat,
    .lon = lon,
    .precision = isfinite (lat) ? ESSAIM_PRECISION_POINT : ESSAIM_PRECISION_NONE,
    .commune = ESSAIM_NO_COMMUNE,
    .department = ESSAIM_NO_DEPARTMENT,
    .funding_eur = NAN,
  };
  guint source = essaim_index_builder_add_source (builder, "a", "A");

  project.sources = &source;
  project.n_sources = 1;
  essaim_index_builder_add_project (builder, &project);
  for (guint i = 0; i < n_sites; i++)
    essaim_index_builder_add_site (builder, &site);
}

/* The first project is alone in Brest, the second has two sites on one spot in Nice, the third no point; the others
 * are anywhere. */
static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  EssaimIndexBuilder *builder;

  scene->reference = essaim_reference_new (NULL, NULL);
  builder = essaim_index_builder_new (scene->reference);
  add_project (builder, 1, 48.39, -4.49, 1);
  add_project (builder, 2, 43.70, 7.27, 2);
  add_project (builder, 3, NAN, NAN, 1);
  for (guint i = 0; i < N_PLACES; i++)
    add_project (builder, 4 + i, g_rand_double_range (rand, 44.0, 47.5), g_rand_double_range (rand, 0.0, 4.0), 1);
  scene->index = essaim_index_builder_end (builder);
  scene->results = essaim_results_new (scene->index, query, NULL, 0);
  scene->cells = essaim_cells_new (scene->results);
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_clear_pointer (&scene->cells, essaim_cells_free);
  g_assert_finalize_object (g_steal_pointer (&scene->results));
  g_assert_finalize_object (g_steal_pointer (&scene->index));
  g_clear_object (&scene->reference);
}

static EssaimProjection
look_at (double lat,
         double lon,
         double zoom)
{
  EssaimWorldPoint middle = essaim_world_from_degrees (lat, lon);

  return (EssaimProjection) { middle.x, middle.y, essaim_zoom_to_scale (zoom), 1000.0, 800.0 };
}

static guint
count_all (EssaimCells *cells)
{
  guint n = 0;

  for (guint i = 0; i < essaim_cells_get_n (cells); i++)
    n += essaim_cells_get (cells, i)->count;

  return n;
}

static void
test_update (Scene         *scene,
             gconstpointer  data)
{
  EssaimProjection view = look_at (46.6, 2.5, 6.0);

  g_assert_cmpuint (essaim_cells_get_n (scene->cells), ==, 0);
  g_assert_true (essaim_cells_update (scene->cells, &view));
  g_assert_cmpuint (count_all (scene->cells), ==, N_PLACES + 3);

  /* A move, or a little zoom, keeps them. */
  view.x += 500.0 / view.scale;
  g_assert_false (essaim_cells_update (scene->cells, &view));
  view.scale *= 1.1;
  g_assert_false (essaim_cells_update (scene->cells, &view));
  g_assert_cmpfloat_with_epsilon (essaim_cells_get_radius (scene->cells, &view), 22.0 * 1.1, 1e-6);
  view.scale *= 2.0;
  g_assert_true (essaim_cells_update (scene->cells, &view));
}

/* Near, only what is round the view is made; what is in view is whole all the same. */
static void
test_near (Scene         *scene,
           gconstpointer  data)
{
  EssaimProjection view = look_at (45.8, 2.0, 10.0);
  guint n_in_view = 0, n_counted = 0;
  const guint32 *sites;
  guint n_sites;
  double x, y;

  g_assert_true (essaim_cells_update (scene->cells, &view));
  g_assert_cmpuint (count_all (scene->cells), <, N_PLACES);
  sites = essaim_results_get_sites (scene->results, &n_sites);
  for (guint i = 0; i < n_sites; i++)
    {
      essaim_projection_to_view (&view, essaim_index_get_site_points (scene->index)[sites[i]], &x, &y);
      n_in_view += x >= 0.0 && x < view.width && y >= 0.0 && y < view.height;
    }
  for (guint i = 0; i < essaim_cells_get_n (scene->cells); i++)
    {
      essaim_projection_to_view (&view, essaim_cells_get (scene->cells, i)->centre, &x, &y);
      if (x > -22.0 && x < view.width + 22.0 && y > -22.0 && y < view.height + 22.0)
        n_counted += essaim_cells_get (scene->cells, i)->count;
    }
  g_assert_cmpuint (n_in_view, >, 10);
  g_assert_cmpuint (n_counted, >=, n_in_view);

  /* Half a view away they are still there; three views away they are others. */
  view.x += 500.0 / view.scale;
  g_assert_false (essaim_cells_update (scene->cells, &view));
  view.x += 3000.0 / view.scale;
  g_assert_true (essaim_cells_update (scene->cells, &view));
}

static void
test_find (Scene         *scene,
           gconstpointer  data)
{
  EssaimProjection view = look_at (48.39, -4.49, 7.0);
  guint cell;

  essaim_cells_update (scene->cells, &view);
  cell = essaim_cells_find (scene->cells, &view, 500.0, 400.0);
  g_assert_cmpuint (cell, !=, ESSAIM_NO_CELL);
  g_assert_cmpuint (essaim_cells_get (scene->cells, cell)->count, ==, 1);
  g_assert_cmpuint (essaim_index_get_site_row (scene->index, essaim_cells_get (scene->cells, cell)->site), ==, 0);
  g_assert_cmpuint (essaim_cells_find (scene->cells, &view, 509.0, 400.0), ==, cell);
  g_assert_cmpuint (essaim_cells_find (scene->cells, &view, 515.0, 400.0), ==, ESSAIM_NO_CELL);
}

/* Every cell is found at its own middle, at every zoom. */
static void
test_find_each (Scene         *scene,
                gconstpointer  data)
{
  for (double zoom = 5.0; zoom <= 9.0; zoom += 0.25)
    {
      EssaimProjection view = look_at (45.8, 2.0, zoom);

      essaim_cells_update (scene->cells, &view);
      for (guint i = 0; i < essaim_cells_get_n (scene->cells); i++)
        {
          double x, y;

          if (essaim_cells_get (scene->cells, i)->count == 1)
            continue;
          essaim_projection_to_view (&view, essaim_cells_get (scene->cells, i)->centre, &x, &y);
          g_assert_cmpuint (essaim_cells_find (scene->cells, &view, x, y), ==, i);
        }
    }
}

static void
test_rows (Scene         *scene,
           gconstpointer  data)
{
  EssaimProjection view = look_at (43.70, 7.27, 16.0);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) sites = NULL;
  guint cell;

  essaim_cells_update (scene->cells, &view);
  g_assert_true (essaim_cells_get_pins (scene->cells));
  cell = essaim_cells_find (scene->cells, &view, 500.0, 400.0);
  g_assert_cmpuint (essaim_cells_get (scene->cells, cell)->count, ==, 2);
  sites = essaim_cells_get_sites (scene->cells, cell);
  g_assert_cmpuint (sites->len, ==, 2);
  rows = essaim_cells_get_rows (scene->cells, cell);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (g_array_index (rows, guint, 0), ==, 1);
}

static void
test_walk (Scene         *scene,
           gconstpointer  data)
{
  EssaimProjection view = look_at (45.8, 2.0, 7.0);
  guint first, cell;
  guint n = 0;
  double last_y = -G_MAXDOUBLE;
  double radius;

  essaim_cells_update (scene->cells, &view);
  radius = essaim_cells_get_radius (scene->cells, &view);
  first = cell = essaim_cells_walk (scene->cells, &view, ESSAIM_NO_CELL, 1);
  do
    {
      double x, y;

      /* A single record stands anywhere in its cell. */
      essaim_projection_to_view (&view, essaim_cells_get (scene->cells, cell)->centre, &x, &y);
      g_assert_true (x >= 0.0 && x < view.width && y >= 0.0 && y < view.height);
      g_assert_cmpfloat (y, >, last_y - 2.0 * radius);
      last_y = y;
      g_assert_cmpuint (essaim_cells_walk (scene->cells, &view, essaim_cells_walk (scene->cells, &view, cell, 1), -1),
                        ==, cell);
      cell = essaim_cells_walk (scene->cells, &view, cell, 1);
      n++;
    }
  while (cell != first);
  g_assert_cmpuint (n, >, 20);

  view = look_at (40.0, -20.0, 7.0);
  g_assert_cmpuint (essaim_cells_walk (scene->cells, &view, ESSAIM_NO_CELL, 1), ==, ESSAIM_NO_CELL);
}

/* However many there are, a tenth of the cells at most is of the highest level. */
static void
test_step (Scene         *scene,
           gconstpointer  data)
{
  EssaimProjection view = look_at (45.8, 2.0, 5.0);
  guint n_high = 0;

  essaim_cells_update (scene->cells, &view);
  g_assert_cmpuint (essaim_cells_get_step (scene->cells), >, 1);
  for (guint i = 0; i < essaim_cells_get_n (scene->cells); i++)
    n_high += essaim_cells_get (scene->cells, i)->count >= 60 * essaim_cells_get_step (scene->cells);
  g_assert_cmpuint (n_high * 10, <=, essaim_cells_get_n (scene->cells));

  view = look_at (45.8, 2.0, 8.0);
  essaim_cells_update (scene->cells, &view);
  g_assert_cmpuint (essaim_cells_get_step (scene->cells), ==, 1);
}

#define ADD(name, func) g_test_add ("/cells/" name, Scene, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("update", test_update);
  ADD ("near", test_near);
  ADD ("find", test_find);
  ADD ("find-each", test_find_each);
  ADD ("rows", test_rows);
  ADD ("walk", test_walk);
  ADD ("step", test_step);

  return g_test_run ();
}
