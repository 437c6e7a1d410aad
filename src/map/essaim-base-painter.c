/* essaim-base-painter.c: paints land, borders and territories from the shipped shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-base-painter.h"

#include "essaim-shape-path.h"

/* Zooms from which a kind of line, or the finer shapes, are of use. */
#define ZOOM_DEPARTEMENTS 5.8
#define ZOOM_DETAIL       7.3
#define ZOOM_EPCI         8.8

#define MARGIN_PX 16.0
#define HOME_PX   44.0

/* One painting. */
typedef struct
{
  cairo_t                *cr;
  EssaimShapes           *shapes;
  const EssaimProjection *projection;
  const EssaimBaseStyle  *style;
  EssaimWorldBox          box;      /* what can be seen */
  double                  zoom;
} Painting;

static EssaimShapeLayer
get_layer (const Painting   *painting,
           EssaimShapeLayer  detail,
           EssaimShapeLayer  low)
{
  return painting->zoom < ZOOM_DETAIL ? low : detail;
}

static void
add_layer (const Painting   *painting,
           EssaimShapeLayer  layer)
{
  for (guint i = 0; i < essaim_shapes_get_n (painting->shapes, layer); i++)
    {
      const EssaimShape *shape = essaim_shapes_get (painting->shapes, layer, i);

      if (essaim_world_box_overlaps (&painting->box, shape))
        essaim_shape_add_path (shape, painting->cr, painting->projection, MARGIN_PX);
    }
}

static void
fill (const Painting *painting,
      const GdkRGBA  *color,
      double          share)
{
  cairo_set_source_rgba (painting->cr, color->red, color->green, color->blue, color->alpha * share);
  cairo_fill_preserve (painting->cr);
}

static void
stroke (const Painting *painting,
        const GdkRGBA  *color,
        double          width)
{
  gdk_cairo_set_source_rgba (painting->cr, color);
  cairo_set_line_width (painting->cr, width * painting->style->line_scale);
  cairo_stroke_preserve (painting->cr);
}

static void
paint_land (const Painting *painting)
{
  const EssaimMapPalette *palette = &painting->style->palette;

  gdk_cairo_set_source_rgba (painting->cr, &palette->sea);
  cairo_paint (painting->cr);

  add_layer (painting, ESSAIM_SHAPES_COUNTRIES);
  fill (painting, &palette->foreign, 1.0);
  stroke (painting, &palette->foreign_border, 1.0);
  cairo_new_path (painting->cr);

  add_layer (painting, get_layer (painting, ESSAIM_SHAPES_FRANCE, ESSAIM_SHAPES_FRANCE_LOW));
  fill (painting, &palette->france, 1.0);
  cairo_new_path (painting->cr);
}

static void
paint_borders (const Painting *painting)
{
  const EssaimMapPalette *palette = &painting->style->palette;

  if (painting->style->with_limits && painting->zoom >= ZOOM_EPCI)
    {
      add_layer (painting, ESSAIM_SHAPES_EPCI);
      stroke (painting, &palette->departement, 0.7);
      cairo_new_path (painting->cr);
    }
  if (painting->style->with_limits && painting->zoom >= ZOOM_DEPARTEMENTS)
    {
      add_layer (painting, get_layer (painting, ESSAIM_SHAPES_DEPARTEMENTS, ESSAIM_SHAPES_DEPARTEMENTS_LOW));
      stroke (painting, &palette->departement, painting->zoom >= ZOOM_EPCI ? 1.6 : 1.0);
      cairo_new_path (painting->cr);
    }

  add_layer (painting, get_layer (painting, ESSAIM_SHAPES_REGIONS, ESSAIM_SHAPES_REGIONS_LOW));
  stroke (painting, &palette->region, 1.2);
  cairo_new_path (painting->cr);

  add_layer (painting, get_layer (painting, ESSAIM_SHAPES_FRANCE, ESSAIM_SHAPES_FRANCE_LOW));
  stroke (painting, &palette->coast, 1.1);
  cairo_new_path (painting->cr);
}

static void
paint_territories (const Painting *painting)
{
  const EssaimMapPalette *palette = &painting->style->palette;
  EssaimShapeLayer layer = get_layer (painting, ESSAIM_SHAPES_TERRITORIES, ESSAIM_SHAPES_TERRITORIES_LOW);

  /* One by one: they overlap. */
  for (guint i = 0; i < essaim_shapes_get_n (painting->shapes, layer); i++)
    {
      const EssaimShape *shape = essaim_shapes_get (painting->shapes, layer, i);

      if (!essaim_world_box_overlaps (&painting->box, shape))
        continue;
      essaim_shape_add_path (shape, painting->cr, painting->projection, MARGIN_PX);
      fill (painting, &palette->place_tint, 1.0);
      stroke (painting, &palette->place, 1.3);
      cairo_new_path (painting->cr);
    }
}

/* Where it is smaller than a cell, a ring tells of it instead. */
static void
paint_home (const Painting *painting)
{
  const EssaimMapPalette *palette = &painting->style->palette;
  EssaimWorldBox box = essaim_world_box_of_shape (painting->style->home);

  if ((box.east - box.west) * painting->projection->scale < HOME_PX)
    return;

  essaim_shape_add_path (painting->style->home, painting->cr, painting->projection, MARGIN_PX);
  fill (painting, &palette->place_tint, 1.0);
  stroke (painting, &palette->place, 2.0);
  cairo_new_path (painting->cr);
}

/* The veil is the colour of foreign land: with the even-odd rule, what is chosen is a hole in France. */
static void
paint_chosen (const Painting *painting)
{
  const EssaimMapPalette *palette = &painting->style->palette;
  const EssaimShape *chosen = painting->style->chosen;

  add_layer (painting, get_layer (painting, ESSAIM_SHAPES_FRANCE, ESSAIM_SHAPES_FRANCE_LOW));
  essaim_shape_add_path (chosen, painting->cr, painting->projection, MARGIN_PX);
  fill (painting, &palette->foreign, 0.6);
  cairo_new_path (painting->cr);

  essaim_shape_add_path (chosen, painting->cr, painting->projection, MARGIN_PX);
  fill (painting, &palette->place_tint, 1.0);
  stroke (painting, &palette->place_halo, 5.0);
  stroke (painting, &palette->place, 2.4);
  cairo_new_path (painting->cr);
}

/**
 * essaim_base_paint: (skip)
 * @cr: painted from (0, 0), as large as the view
 * @shapes: the shipped shapes
 * @projection: the view
 * @style: colours, and what else is painted
 *
 * Needs no display; any thread may do it.
 */
void
essaim_base_paint (cairo_t                *cr,
                   EssaimShapes           *shapes,
                   const EssaimProjection *projection,
                   const EssaimBaseStyle  *style)
{
  Painting painting = {
    .cr = cr,
    .shapes = shapes,
    .projection = projection,
    .style = style,
    .box = essaim_projection_get_box (projection, MARGIN_PX),
    .zoom = essaim_projection_get_zoom (projection),
  };

  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  paint_land (&painting);
  paint_borders (&painting);
  if (style->with_territories)
    paint_territories (&painting);
  if (style->home != NULL && essaim_world_box_overlaps (&painting.box, style->home))
    paint_home (&painting);
  if (style->chosen != NULL)
    paint_chosen (&painting);
  cairo_restore (cr);
}
