/* essaim-map-marks.c: what stands out over the cells: places with a ring, the sites of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-marks.h"

#include <math.h>

static EssaimWorldPoint
get_middle (const EssaimWorldBox *box)
{
  return (EssaimWorldPoint) { (guint32) ((box->west + box->east) / 2.0), (guint32) ((box->north + box->south) / 2.0) };
}

static void
draw_mark (const EssaimDrawing *drawing,
           EssaimWorldPoint     at,
           EssaimMark           mark,
           EssaimSpriteState    state)
{
  double x, y;

  essaim_projection_to_view (drawing->view, at, &x, &y);
  if (x < -20.0 || y < -20.0 || x > drawing->view->width + 20.0 || y > drawing->view->height + 20.0)
    return;

  essaim_canvas_draw (drawing->canvas, essaim_sprites_get_mark (drawing->sprites, mark, state), x, y);
}

/**
 * essaim_marks_is_small: (skip)
 * @cells: the cells of the view
 * @view: the view
 * @box: round a territory
 *
 * Returns: whether it is smaller than a cell, and so cannot be told by its outline
 */
gboolean
essaim_marks_is_small (EssaimCells            *cells,
                       const EssaimProjection *view,
                       const EssaimWorldBox   *box)
{
  return (box->east - box->west) * view->scale <= 2.0 * essaim_cells_get_radius (cells, view);
}

/**
 * essaim_marks_find_ring: (skip)
 * @cells: the cells of the view
 * @view: the view
 * @box: round a territory that is smaller than a cell
 * @x: (out): the middle of its ring, in pixels
 * @y: (out): the middle of its ring, in pixels
 *
 * The ring goes round the cell that the territory is in, or round the territory where there is none.
 */
void
essaim_marks_find_ring (EssaimCells            *cells,
                        const EssaimProjection *view,
                        const EssaimWorldBox   *box,
                        double                 *x,
                        double                 *y)
{
  guint cell;

  essaim_projection_to_view (view, get_middle (box), x, y);
  cell = essaim_cells_find (cells, view, *x, *y);
  if (cell != ESSAIM_NO_CELL)
    essaim_projection_to_view (view, essaim_cells_get_place (cells, cell), x, y);
}

/**
 * essaim_marks_draw_ring: (skip)
 * @drawing: a frame
 * @box: round a territory that is smaller than a cell
 *
 * Draws a ring round the cell that it is in.
 */
void
essaim_marks_draw_ring (const EssaimDrawing  *drawing,
                        const EssaimWorldBox *box)
{
  double radius = essaim_cells_get_radius (drawing->cells, drawing->view);
  double x, y;

  essaim_marks_find_ring (drawing->cells, drawing->view, box, &x, &y);
  essaim_canvas_draw (drawing->canvas, essaim_sprites_get_ring (drawing->sprites, radius), x, y);
}

/**
 * essaim_marks_draw_spot: (skip)
 * @drawing: a frame
 * @box: round a territory that is smaller than a cell
 *
 * Draws a dot in its middle, while the cells have faded.
 */
void
essaim_marks_draw_spot (const EssaimDrawing  *drawing,
                        const EssaimWorldBox *box)
{
  draw_mark (drawing, get_middle (box), ESSAIM_MARK_DOT, ESSAIM_SPRITE_LIT);
}

/**
 * essaim_marks_draw_project: (skip)
 * @drawing: a frame
 * @row: of a project in the index of the cells
 * @main_site: the site that stands out among the others, or G_MAXUINT
 *
 * Draws all sites of the project: also those that do not answer the query.
 */
void
essaim_marks_draw_project (const EssaimDrawing *drawing,
                           guint                row,
                           guint                main_site)
{
  EssaimIndex *index = essaim_cells_get_index (drawing->cells);
  const EssaimWorldPoint *points = essaim_index_get_site_points (index);
  guint first, end;

  if (row >= essaim_index_get_n_projects (index))
    return;

  essaim_index_get_row_sites (index, row, &first, &end);
  for (guint site = first; site < end; site++)
    if (site != main_site && essaim_index_site_has_point (index, site))
      draw_mark (drawing, points[site], ESSAIM_MARK_SELECTED, ESSAIM_SPRITE_PLAIN);
  if (main_site >= first && main_site < end)
    draw_mark (drawing, points[main_site], ESSAIM_MARK_MAIN, ESSAIM_SPRITE_PLAIN);
}

/**
 * essaim_marks_draw_lit: (skip)
 * @drawing: a frame
 * @sites: (element-type guint32): what the pointer is on in the list
 *
 * Draws them as dots at their points, while no counts are there to be covered.
 */
void
essaim_marks_draw_lit (const EssaimDrawing *drawing,
                       GArray              *sites)
{
  const EssaimWorldPoint *points = essaim_index_get_site_points (essaim_cells_get_index (drawing->cells));

  for (guint i = 0; i < sites->len; i++)
    draw_mark (drawing, points[g_array_index (sites, guint32, i)], ESSAIM_MARK_DOT, ESSAIM_SPRITE_LIT);
}

/**
 * essaim_marks_find_main: (skip)
 * @index: an index
 * @row: of a project
 * @home_lat: degrees; where the person's own territory is measured from, as everywhere; NAN when there is none
 * @home_lon: degrees
 *
 * Returns: its site nearest to home, or its only site, or G_MAXUINT
 */
guint
essaim_marks_find_main (EssaimIndex *index,
                        guint        row,
                        double       home_lat,
                        double       home_lon)
{
  const EssaimWorldPoint *points = essaim_index_get_site_points (index);
  double least = G_MAXDOUBLE;
  gboolean has_home = !isnan (home_lat);
  guint first, end, n = 0, nearest = G_MAXUINT;

  essaim_index_get_row_sites (index, row, &first, &end);
  for (guint site = first; site < end; site++)
    {
      double lat, lon, km = 0.0;

      if (!essaim_index_site_has_point (index, site))
        continue;
      n++;
      essaim_world_to_degrees (points[site], &lat, &lon);
      if (has_home)
        km = essaim_distance_km (lat, lon, home_lat, home_lon);
      if (km >= least)
        continue;
      nearest = site;
      least = km;
    }

  return has_home || n == 1 ? nearest : G_MAXUINT;
}

/**
 * essaim_marks_count_points: (skip)
 * @index: an index
 * @row: of a project, or what is no row
 *
 * Returns: how many of its sites have a point
 */
guint
essaim_marks_count_points (EssaimIndex *index,
                           guint        row)
{
  guint first, end, n = 0;

  if (row >= essaim_index_get_n_projects (index))
    return 0;

  essaim_index_get_row_sites (index, row, &first, &end);
  for (guint site = first; site < end; site++)
    n += essaim_index_site_has_point (index, site);

  return n;
}
