/* essaim-shape-path.c: a shape as a cairo path
 *
 * A ring that leaves the view is cut along its edge, as cairo has 24 bits for a coordinate and a country at zoom 17
 * needs more; points closer than half a pixel to the one before are left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shape-path.h"

#include <math.h>

#define CLOSE_PX 0.5

typedef struct
{
  double x, y;
} Point;

/* One side of the view: what is kept has sign × coordinate ≤ limit. */
typedef struct
{
  gboolean along_y;
  double   sign;
  double   limit;
} Side;

static double
get_excess (const Side *side,
            Point       point)
{
  return side->sign * (side->along_y ? point.y : point.x) - side->limit;
}

/* I. E. Sutherland and G. W. Hodgman, “Reentrant polygon clipping”, CACM 17 (1974): one side. */
static void
clip_to_side (const Side *side,
              GArray     *from,
              GArray     *to)
{
  g_array_set_size (to, 0);

  for (guint i = 0; i < from->len; i++)
    {
      Point a = g_array_index (from, Point, i == 0 ? from->len - 1 : i - 1);
      Point b = g_array_index (from, Point, i);
      double excess_a = get_excess (side, a);
      double excess_b = get_excess (side, b);

      if ((excess_a > 0.0) != (excess_b > 0.0))
        {
          double t = excess_a / (excess_a - excess_b);
          Point cut = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

          g_array_append_val (to, cut);
        }
      if (excess_b <= 0.0)
        g_array_append_val (to, b);
    }
}

static void
clip_to_view (GArray                 *points,
              GArray                 *spare,
              const EssaimProjection *projection,
              double                  margin)
{
  const Side sides[] = {
    { FALSE, -1.0, margin },
    { FALSE, 1.0, projection->width + margin },
    { TRUE, -1.0, margin },
    { TRUE, 1.0, projection->height + margin },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i += 2)
    {
      clip_to_side (&sides[i], points, spare);
      clip_to_side (&sides[i + 1], spare, points);
    }
}

static void
project_ring (const EssaimShape      *shape,
              guint                   first,
              guint                   end,
              const EssaimProjection *projection,
              GArray                 *points)
{
  Point last = { -INFINITY, -INFINITY };

  g_array_set_size (points, 0);
  for (guint i = first; i < end; i++)
    {
      Point point;

      essaim_projection_to_view (projection, shape->points[i], &point.x, &point.y);
      if (fabs (point.x - last.x) < CLOSE_PX && fabs (point.y - last.y) < CLOSE_PX)
        continue;
      g_array_append_val (points, point);
      last = point;
    }
}

static void
add_ring (cairo_t *cr,
          GArray  *points)
{
  if (points->len < 3)
    return;

  cairo_new_sub_path (cr);
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      cairo_line_to (cr, point->x, point->y);
    }
  cairo_close_path (cr);
}

/**
 * essaim_shape_add_path: (skip)
 * @shape: a shape
 * @cr: where its rings are added to the path, in the pixels of the view
 * @projection: the view
 * @margin: pixels beyond the view where a ring may be cut: more than any line is wide
 *
 * Fill it by the even-odd rule.
 */
void
essaim_shape_add_path (const EssaimShape      *shape,
                       cairo_t                *cr,
                       const EssaimProjection *projection,
                       double                  margin)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autoptr (GArray) spare = g_array_new (FALSE, FALSE, sizeof (Point));
  EssaimWorldBox view = essaim_projection_get_box (projection, margin);
  EssaimWorldBox box = essaim_world_box_of_shape (shape);
  gboolean inside = essaim_world_box_contains (&view, &box);

  for (guint ring = 0, first = 0; ring < shape->n_rings; first = shape->ring_ends[ring++])
    {
      project_ring (shape, first, shape->ring_ends[ring], projection, points);
      if (!inside)
        clip_to_view (points, spare, projection, margin);
      add_ring (cr, points);
    }
}
