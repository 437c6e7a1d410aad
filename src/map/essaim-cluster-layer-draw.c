/* essaim-cluster-layer-draw.c: the cells, dots and marks of a view, put on a canvas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cluster-layer-private.h"

#include "essaim-map-marks.h"
#include "essaim-territory-shape.h"

static gboolean
get_territory_box (EssaimClusterLayer *self,
                   guint               territory,
                   EssaimWorldBox     *box)
{
  return self->reference != NULL && territory != ESSAIM_NO_TERRITORY &&
         essaim_territory_get_box (self->reference, territory, box);
}

static EssaimMark
get_mark (EssaimClusterLayer     *self,
          const EssaimProjection *view,
          guint                   site)
{
  EssaimIndex *index = essaim_cells_get_index (self->cells);

  if (essaim_index_get_site_precision (index, site) >= ESSAIM_PRECISION_COMMUNE &&
      essaim_projection_get_zoom (view) >= ESSAIM_MAP_EXACT_ZOOM)
    return ESSAIM_MARK_HOLLOW;

  return essaim_cells_get_pins (self->cells) ? ESSAIM_MARK_PIN : ESSAIM_MARK_DOT;
}

static EssaimSpriteState
get_state (EssaimClusterLayer *self,
           guint               cell)
{
  if (cell == self->walked)
    return ESSAIM_SPRITE_WALKED;
  if (cell == self->hovered)
    return ESSAIM_SPRITE_HOVERED;
  if (essaim_map_lights_has_cell (self->lights, cell))
    return ESSAIM_SPRITE_LIT;

  return self->selected != G_MAXUINT ? ESSAIM_SPRITE_FADED : ESSAIM_SPRITE_PLAIN;
}

static void
draw_cell (EssaimClusterLayer     *self,
           const EssaimProjection *view,
           EssaimCanvas           *canvas,
           guint                   cell,
           double                  x,
           double                  y)
{
  const EssaimCluster *cluster = essaim_cells_get (self->cells, cell);
  double radius = essaim_cells_get_radius (self->cells, view);
  guint step = essaim_cells_get_step (self->cells);
  EssaimSpriteState state = get_state (self, cell);

  if (cluster->count == 1)
    {
      EssaimMark mark = get_mark (self, view, cluster->site);

      essaim_canvas_draw (canvas, essaim_sprites_get_mark (self->sprites, mark, state), x, y);
      return;
    }

  essaim_canvas_draw (canvas, essaim_sprites_get_cell (self->sprites, cluster->count, step, radius, state), x, y);
  if (self->selected == G_MAXUINT)
    essaim_canvas_draw (canvas, essaim_sprites_get_count (self->sprites, cluster->count, step, radius), x, y);
}

/**
 * essaim_cluster_layer_draw_cells: (skip)
 * @self: a layer with results
 * @view: what is in sight
 * @canvas: to draw on
 *
 * Draws cells with their counts, and single records as what they are.
 */
void
essaim_cluster_layer_draw_cells (EssaimClusterLayer     *self,
                                 const EssaimProjection *view,
                                 EssaimCanvas           *canvas)
{
  double radius = essaim_cells_get_radius (self->cells, view);

  for (guint i = 0; i < essaim_cells_get_n (self->cells); i++)
    {
      double x, y;

      essaim_projection_to_view (view, essaim_cells_get_place (self->cells, i), &x, &y);
      if (x >= -radius && y >= -radius && x <= view->width + radius && y <= view->height + radius)
        draw_cell (self, view, canvas, i, x, y);
    }
}

/* A territory that is smaller than a cell is told by a ring round that, or by a dot where cells have faded. */
static void
draw_place (EssaimClusterLayer  *self,
            const EssaimDrawing *drawing,
            guint                territory)
{
  EssaimWorldBox box;

  if (!get_territory_box (self, territory, &box) || !essaim_marks_is_small (self->cells, drawing->view, &box))
    return;

  if (self->selected == G_MAXUINT)
    essaim_marks_draw_ring (drawing, &box);
  else
    essaim_marks_draw_spot (drawing, &box);
}

/**
 * essaim_cluster_layer_draw_marks: (skip)
 * @self: a layer with results
 * @view: what is in sight
 * @canvas: to draw on
 *
 * Draws what stands over the cells: the person's territory and the one shown, the selected project, what is lit.
 */
void
essaim_cluster_layer_draw_marks (EssaimClusterLayer     *self,
                                 const EssaimProjection *view,
                                 EssaimCanvas           *canvas)
{
  const EssaimDrawing drawing = { self->cells, view, self->sprites, canvas };

  draw_place (self, &drawing, self->territory);
  if (self->home != self->territory)
    draw_place (self, &drawing, self->home);
  if (self->selected != G_MAXUINT)
    {
      essaim_marks_draw_project (&drawing, self->selected, self->main_site);
      essaim_marks_draw_lit (&drawing, essaim_map_lights_get_sites (self->lights));
    }
}
