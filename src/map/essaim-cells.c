/* essaim-cells.c: the cells of the present results at the present zoom
 *
 * Cells are fixed to the world at every half zoom, so that they stand still while the map is moved and are drawn
 * between 0.84 and 1.19 times their size. Up to zoom 8 all are made at once; above, those in view and half a view
 * round it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cells.h"

#include <math.h>

#define RADIUS_PX      22.0
#define PIN_RADIUS_PX  16.0
#define WHOLE_BAND     16     /* half zooms: zoom 8 */
#define PIN_BAND       26     /* zoom 13: only what stands nearly on one spot is still gathered */
#define DOT_HIT_PX     11.0
#define HIGHEST_LEVEL  60     /* records of a cell, times the step */

struct _EssaimCells
{
  /* Owned */
  EssaimResults  *results;
  EssaimClusters *clusters;   /* (nullable) until the first update */

  EssaimWorldBox  box;        /* of the clusters; unused when they are all there */
  int             band;       /* half zooms */
  guint           step;       /* by how much the levels of cells are stretched */
};

static int
get_band (const EssaimProjection *projection)
{
  return (int) lround (2.0 * essaim_projection_get_zoom (projection));
}

static double
get_band_radius (int band)
{
  return band >= PIN_BAND ? PIN_RADIUS_PX : RADIUS_PX;
}

static guint32
to_world (double units)
{
  return (guint32) CLAMP (units, 0.0, (double) G_MAXUINT32);
}

static void
make_clusters (EssaimCells            *self,
               const EssaimProjection *projection)
{
  EssaimIndex *index = essaim_results_get_index (self->results);
  const EssaimWorldPoint *points = essaim_index_get_site_points (index);
  guint zoom = self->band / 2;
  double radius = get_band_radius (self->band) * (self->band % 2 == 1 ? M_SQRT1_2 : 1.0);
  const guint32 *sites;
  guint n_sites;

  sites = essaim_results_get_sites (self->results, &n_sites);
  g_clear_pointer (&self->clusters, essaim_clusters_free);
  if (self->band <= WHOLE_BAND)
    {
      self->clusters = essaim_clusters_new (points, sites, n_sites, zoom, radius, ESSAIM_TILE_SIZE);
      return;
    }

  self->box = essaim_projection_get_box (projection, MAX (projection->width, projection->height) / 2.0);
  self->clusters = essaim_clusters_new_in (points, sites, n_sites, zoom, radius, ESSAIM_TILE_SIZE,
                                           (EssaimWorldPoint) { to_world (self->box.west), to_world (self->box.north) },
                                           (EssaimWorldPoint) { to_world (self->box.east),
                                                                to_world (self->box.south) });
}

/* With many records every cell would be of the highest level: levels are stretched until it has a tenth of the cells
 * at most. Where only a part of the cells is made they are not, as they would change while the map is moved. */
static guint
find_step (EssaimCells *self)
{
  static const guint steps[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
  guint n = essaim_cells_get_n (self);
  guint i = 0;

  while (self->band <= WHOLE_BAND && i + 1 < G_N_ELEMENTS (steps))
    {
      guint n_high = 0;

      for (guint cell = 0; cell < n; cell++)
        n_high += essaim_cells_get (self, cell)->count >= HIGHEST_LEVEL * steps[i];
      if (n_high * 10 <= n)
        break;
      i++;
    }

  return steps[i];
}

static gboolean
is_in_view (const EssaimProjection *projection,
            EssaimWorldPoint        point)
{
  double x, y;

  essaim_projection_to_view (projection, point, &x, &y);

  return x >= 0.0 && y >= 0.0 && x < projection->width && y < projection->height;
}

/**
 * essaim_cells_new: (skip)
 * @results: what is shown
 *
 * Returns: (transfer full): no cells yet
 */
EssaimCells *
essaim_cells_new (EssaimResults *results)
{
  EssaimCells *self = g_new0 (EssaimCells, 1);

  self->results = g_object_ref (results);
  self->band = -1;

  return self;
}

/**
 * essaim_cells_free: (skip)
 * @self: cells
 */
void
essaim_cells_free (EssaimCells *self)
{
  g_object_unref (self->results);
  g_clear_pointer (&self->clusters, essaim_clusters_free);
  g_free (self);
}

/**
 * essaim_cells_get_results: (skip)
 * @self: cells
 *
 * Returns: (transfer none): what is shown
 */
EssaimResults *
essaim_cells_get_results (EssaimCells *self)
{
  return self->results;
}

/**
 * essaim_cells_get_index: (skip)
 * @self: cells
 *
 * Returns: (transfer none): what the results are of
 */
EssaimIndex *
essaim_cells_get_index (EssaimCells *self)
{
  return essaim_results_get_index (self->results);
}

/**
 * essaim_cells_update: (skip)
 * @self: cells
 * @projection: the view
 *
 * Makes the cells of this view, unless they are there.
 *
 * Returns: whether they were made anew; numbers of cells then mean others
 */
gboolean
essaim_cells_update (EssaimCells            *self,
                     const EssaimProjection *projection)
{
  EssaimWorldBox view = essaim_projection_get_box (projection, 0.0);
  int band = get_band (projection);

  if (band == self->band && (band <= WHOLE_BAND || essaim_world_box_contains (&self->box, &view)))
    return FALSE;

  self->band = band;
  make_clusters (self, projection);
  self->step = find_step (self);

  return TRUE;
}

/**
 * essaim_cells_get_radius: (skip)
 * @self: cells
 * @projection: the view
 *
 * Returns: from the middle of a cell to a corner, in pixels of the view, as it is drawn
 */
double
essaim_cells_get_radius (EssaimCells            *self,
                         const EssaimProjection *projection)
{
  if (self->band >= PIN_BAND)
    return RADIUS_PX;

  return get_band_radius (self->band) * exp2 (essaim_projection_get_zoom (projection) - self->band / 2.0);
}

/**
 * essaim_cells_get_pins: (skip)
 * @self: cells
 *
 * Returns: whether single records are shown as pins, as the view is near
 */
gboolean
essaim_cells_get_pins (EssaimCells *self)
{
  return self->band >= PIN_BAND;
}

/**
 * essaim_cells_get_step: (skip)
 * @self: cells
 *
 * Returns: by how much the levels are stretched; see [func@map_palette_get_level]
 */
guint
essaim_cells_get_step (EssaimCells *self)
{
  return self->step;
}

/**
 * essaim_cells_get_n: (skip)
 * @self: cells
 *
 * Returns: how many there are
 */
guint
essaim_cells_get_n (EssaimCells *self)
{
  return self->clusters != NULL ? essaim_clusters_get_n (self->clusters) : 0;
}

/**
 * essaim_cells_get: (skip)
 * @self: cells
 * @cell: a number below [method@Cells.get_n]
 *
 * Returns: (transfer none): the cell, from north to south, from west to east
 */
const EssaimCluster *
essaim_cells_get (EssaimCells *self,
                  guint        cell)
{
  return essaim_clusters_get (self->clusters, cell);
}

/**
 * essaim_cells_get_place: (skip)
 * @self: cells
 * @cell: a number below [method@Cells.get_n]
 *
 * Returns: where it is drawn: in the middle of the honeycomb's cell; near, on the spot of one of its records
 */
EssaimWorldPoint
essaim_cells_get_place (EssaimCells *self,
                        guint        cell)
{
  const EssaimCluster *cluster = essaim_cells_get (self, cell);

  if (self->band < PIN_BAND)
    return cluster->centre;

  return essaim_index_get_site_points (essaim_results_get_index (self->results))[cluster->site];
}

/**
 * essaim_cells_find: (skip)
 * @self: cells
 * @projection: the view
 * @x: pixels from its left
 * @y: pixels from its top
 *
 * A single record is found at its point, a cell by its hexagon as drawn.
 *
 * Returns: the cell there, or %ESSAIM_NO_CELL
 */
guint
essaim_cells_find (EssaimCells            *self,
                   const EssaimProjection *projection,
                   double                  x,
                   double                  y)
{
  double radius = essaim_cells_get_radius (self, projection);
  guint nearest = ESSAIM_NO_CELL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < essaim_cells_get_n (self); i++)
    {
      const EssaimCluster *cluster = essaim_cells_get (self, i);
      double reach = cluster->count == 1 ? DOT_HIT_PX : MAX (radius * 0.9, DOT_HIT_PX);
      double at_x, at_y, distance;

      essaim_projection_to_view (projection, essaim_cells_get_place (self, i), &at_x, &at_y);
      distance = hypot (at_x - x, at_y - y);
      if (distance > reach || distance >= least)
        continue;
      nearest = i;
      least = distance;
    }

  return nearest;
}

/**
 * essaim_cells_at: (skip)
 * @self: cells
 * @point: of a site
 *
 * Returns: the cell that holds it, or %ESSAIM_NO_CELL
 */
guint
essaim_cells_at (EssaimCells      *self,
                 EssaimWorldPoint  point)
{
  const EssaimCluster *cluster = self->clusters != NULL ? essaim_clusters_find (self->clusters, point) : NULL;

  return cluster != NULL ? (guint) (cluster - essaim_clusters_get (self->clusters, 0)) : ESSAIM_NO_CELL;
}

/**
 * essaim_cells_get_sites: (skip)
 * @self: cells
 * @cell: a cell
 *
 * Returns: (transfer full) (element-type guint32): its sites
 */
GArray *
essaim_cells_get_sites (EssaimCells *self,
                        guint        cell)
{
  return essaim_clusters_get_sites (self->clusters, essaim_cells_get (self, cell));
}

/**
 * essaim_cells_get_rows: (skip)
 * @self: cells
 * @cell: a cell
 *
 * Returns: (transfer full) (element-type guint): the rows of the index that have sites there, each once, rising
 */
GArray *
essaim_cells_get_rows (EssaimCells *self,
                       guint        cell)
{
  EssaimIndex *index = essaim_results_get_index (self->results);
  g_autoptr (GArray) sites = essaim_cells_get_sites (self, cell);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), sites->len);

  /* Sites rise, and so do their rows. */
  for (guint i = 0; i < sites->len; i++)
    {
      guint row = essaim_index_get_site_row (index, g_array_index (sites, guint32, i));

      if (rows->len == 0 || row != g_array_index (rows, guint, rows->len - 1))
        g_array_append_val (rows, row);
    }

  return rows;
}

/**
 * essaim_cells_walk: (skip)
 * @self: cells
 * @projection: the view
 * @from: the present cell, or %ESSAIM_NO_CELL to begin
 * @step: 1 for the next, -1 for the one before
 *
 * Walks the cells in view from north to south; after the last comes the first.
 *
 * Returns: the cell, or %ESSAIM_NO_CELL when none is in view
 */
guint
essaim_cells_walk (EssaimCells            *self,
                   const EssaimProjection *projection,
                   guint                   from,
                   int                     step)
{
  guint n = essaim_cells_get_n (self);
  guint at = from != ESSAIM_NO_CELL ? from : step > 0 ? n - 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      at = (at + n + step) % n;
      if (is_in_view (projection, essaim_cells_get_place (self, at)))
        return at;
    }

  return ESSAIM_NO_CELL;
}
