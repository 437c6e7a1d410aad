/* essaim-hexagon.c: the marks of the map, drawn with cairo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-hexagon.h"

#include <math.h>

#define FADED 0.35

static void
set_source (cairo_t       *cr,
            const GdkRGBA *color,
            double         opacity)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

/* An edge that tells the state: nothing, the accent under the pointer, the colour of places under the keyboard and,
 * finer, for what is under the pointer in the list. */
static void
stroke_edge (cairo_t                *cr,
             const EssaimMapPalette *palette,
             EssaimSpriteState       state,
             double                  opacity)
{
  switch (state)
    {
    case ESSAIM_SPRITE_HOVERED:
      set_source (cr, &palette->accent, 1.0);
      cairo_set_line_width (cr, 2.0);
      break;
    case ESSAIM_SPRITE_WALKED:
      set_source (cr, &palette->dot_halo, 1.0);
      cairo_set_line_width (cr, 6.0);
      cairo_stroke_preserve (cr);
      set_source (cr, &palette->place, 1.0);
      cairo_set_line_width (cr, 3.0);
      break;
    case ESSAIM_SPRITE_LIT:
      set_source (cr, &palette->place, 1.0);
      cairo_set_line_width (cr, 2.4);
      break;
    case ESSAIM_SPRITE_PLAIN:
    case ESSAIM_SPRITE_FADED:
    default:
      set_source (cr, &palette->edge, opacity);
      cairo_set_line_width (cr, 1.0);
    }
  cairo_stroke (cr);
}

/* From the middle; @radius is to a corner, and one corner is up. */
static void
add_hexagon (cairo_t *cr,
             double   x,
             double   y,
             double   radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < 6; i++)
    cairo_line_to (cr, x + radius * sin (i * G_PI / 3.0), y - radius * cos (i * G_PI / 3.0));
  cairo_close_path (cr);
}

/**
 * essaim_cell_draw: (skip)
 * @cr: drawn to
 * @x: of the middle
 * @y: of the middle
 * @radius: of the honeycomb's cell; the more records, the more of it is filled
 * @count: records, at least 2
 * @step: by how much the levels are stretched
 * @text: (nullable): the count, written
 * @palette: the colours
 * @state: how it looks beside the others
 */
void
essaim_cell_draw (cairo_t                *cr,
                  double                  x,
                  double                  y,
                  double                  radius,
                  guint                   count,
                  guint                   step,
                  PangoLayout            *text,
                  const EssaimMapPalette *palette,
                  EssaimSpriteState       state)
{
  const EssaimLevelColors *level = essaim_map_palette_get_level (palette, count, step);
  double opacity = state == ESSAIM_SPRITE_FADED ? FADED : 1.0;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_hexagon (cr, x, y, radius * level->radius);
  set_source (cr, &level->fill, opacity);
  cairo_fill_preserve (cr);
  stroke_edge (cr, palette, state, opacity);

  if (text != NULL && state != ESSAIM_SPRITE_FADED)
    essaim_count_draw (cr, x, y, text, &level->text);
}

/**
 * essaim_count_draw: (skip)
 * @cr: drawn to
 * @x: of the middle
 * @y: of the middle
 * @text: the count, written
 * @color: of the text
 */
void
essaim_count_draw (cairo_t       *cr,
                   double         x,
                   double         y,
                   PangoLayout   *text,
                   const GdkRGBA *color)
{
  PangoRectangle ink;

  pango_layout_get_pixel_extents (text, &ink, NULL);
  cairo_move_to (cr, x - ink.x - ink.width / 2.0, y - ink.y - ink.height / 2.0);
  set_source (cr, color, 1.0);
  pango_cairo_show_layout (cr, text);
}

static void
add_disc (cairo_t *cr,
          double   x,
          double   y,
          double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
}

static void
draw_dot (cairo_t                *cr,
          double                  x,
          double                  y,
          gboolean                hollow,
          const EssaimMapPalette *palette,
          EssaimSpriteState       state)
{
  double opacity = state == ESSAIM_SPRITE_FADED ? FADED : 1.0;

  add_disc (cr, x, y, hollow ? 6.0 : 6.5);
  set_source (cr, &palette->dot_halo, opacity);
  cairo_fill (cr);

  add_disc (cr, x, y, hollow ? 4.0 : 5.0);
  set_source (cr, state == ESSAIM_SPRITE_LIT ? &palette->place : &palette->accent, opacity);
  if (hollow)
    {
      cairo_set_line_width (cr, 2.2);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }

  if (state == ESSAIM_SPRITE_HOVERED || state == ESSAIM_SPRITE_WALKED)
    {
      add_disc (cr, x, y, 8.0);
      stroke_edge (cr, palette, state, 1.0);
    }
}

static void
draw_pin (cairo_t                *cr,
          double                  x,
          double                  y,
          double                  radius,
          const GdkRGBA          *fill,
          const EssaimMapPalette *palette,
          EssaimSpriteState       state)
{
  double opacity = state == ESSAIM_SPRITE_FADED ? FADED : 1.0;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_hexagon (cr, x, y, radius);
  set_source (cr, &palette->dot_halo, opacity);
  cairo_set_line_width (cr, 3.0);
  cairo_stroke_preserve (cr);
  set_source (cr, fill, opacity);
  cairo_fill_preserve (cr);
  stroke_edge (cr, palette, state, opacity);
}

/**
 * essaim_mark_draw: (skip)
 * @cr: drawn to
 * @x: of the point
 * @y: of the point
 * @mark: what stands there
 * @palette: the colours
 * @state: how it looks beside the others
 */
void
essaim_mark_draw (cairo_t                *cr,
                  double                  x,
                  double                  y,
                  EssaimMark              mark,
                  const EssaimMapPalette *palette,
                  EssaimSpriteState       state)
{
  switch (mark)
    {
    case ESSAIM_MARK_DOT:
    case ESSAIM_MARK_HOLLOW:
      draw_dot (cr, x, y, mark == ESSAIM_MARK_HOLLOW, palette, state);
      break;
    case ESSAIM_MARK_PIN:
      draw_pin (cr, x, y, 8.5, state == ESSAIM_SPRITE_LIT ? &palette->place : &palette->accent, palette, state);
      break;
    case ESSAIM_MARK_SELECTED:
      draw_pin (cr, x, y, 11.0, &palette->accent, palette, state);
      break;
    case ESSAIM_MARK_MAIN:
    default:
      draw_pin (cr, x, y, 15.0, &palette->place, palette, state);
      add_disc (cr, x, y, 5.0);
      set_source (cr, &palette->dot_halo, 1.0);
      cairo_fill (cr);
    }
}

/**
 * essaim_ring_draw: (skip)
 * @cr: drawn to
 * @x: of the middle of a cell
 * @y: of the middle of a cell
 * @radius: of the honeycomb's cell
 * @palette: the colours
 *
 * Says that a chosen place, too small to outline, lies in the cell.
 */
void
essaim_ring_draw (cairo_t                *cr,
                  double                  x,
                  double                  y,
                  double                  radius,
                  const EssaimMapPalette *palette)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_hexagon (cr, x, y, radius);
  set_source (cr, &palette->dot_halo, 1.0);
  cairo_set_line_width (cr, 5.0);
  cairo_stroke_preserve (cr);
  set_source (cr, &palette->place, 1.0);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}
