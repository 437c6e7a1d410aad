/* essaim-outline.c: points, lines and areas, and one point for all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-outline.h"

#include <math.h>
#include <string.h>

/* Enough for the outline of a region; a marker needs no more. */
#define MAX_POINTS 200000

/* How many heights of a polygon are looked at for its widest stretch. */
#define N_HEIGHTS 7

typedef struct
{
  double x;
  double y;
} Point;

/* A ring or a line. */
typedef struct
{
  guint             start;
  guint             end;
  guint             polygon;    /* rings of one polygon have one number */
  EssaimOutlineKind kind;
} Part;

struct _EssaimOutline
{
  /* Owned */
  GArray *points;     /* (element-type Point) */
  GArray *parts;      /* (element-type Part) */
  GArray *crossings;  /* (element-type double): for finding a point inside */

  guint   n_closed;   /* points in parts */
  guint   n_ended;    /* parts whose kind is known */
  guint   polygon;
};

/**
 * essaim_outline_new:
 *
 * Returns: (transfer full): a collector of what a geometry consists of
 */
EssaimOutline *
essaim_outline_new (void)
{
  EssaimOutline *self = g_new0 (EssaimOutline, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->crossings = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

/**
 * essaim_outline_free:
 * @self: (transfer full): a collector
 */
void
essaim_outline_free (EssaimOutline *self)
{
  g_array_unref (self->crossings);
  g_array_unref (self->parts);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * essaim_outline_reset:
 * @self: a collector
 *
 * Forgets everything, for the next geometry.
 */
void
essaim_outline_reset (EssaimOutline *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->parts, 0);
  self->n_closed = self->n_ended = self->polygon = 0;
}

/**
 * essaim_outline_add:
 * @self: a collector
 * @x: whatever the first number of a position is
 * @y: whatever the second is
 *
 * Adds a position to the part that is open. What is no number, and what comes after 200,000 positions, is left out.
 */
void
essaim_outline_add (EssaimOutline *self,
                    double         x,
                    double         y)
{
  Point point = { x, y };

  if (self->points->len < MAX_POINTS && isfinite (x) && isfinite (y))
    g_array_append_val (self->points, point);
}

/**
 * essaim_outline_close:
 * @self: a collector
 *
 * A bracket closes: what was open ends as a part; where nothing was, the parts before belong together.
 */
void
essaim_outline_close (EssaimOutline *self)
{
  Part part = { self->n_closed, self->points->len, self->polygon, ESSAIM_OUTLINE_POINTS };

  if (part.end > part.start)
    g_array_append_val (self->parts, part);
  else
    self->polygon++;
  self->n_closed = part.end;
}

/**
 * essaim_outline_end_geometry:
 * @self: a collector
 * @kind: what the parts since the last geometry are
 */
void
essaim_outline_end_geometry (EssaimOutline     *self,
                             EssaimOutlineKind  kind)
{
  if (self->points->len > self->n_closed)
    essaim_outline_close (self);

  for (; self->n_ended < self->parts->len; self->n_ended++)
    g_array_index (self->parts, Part, self->n_ended).kind = kind;
  self->polygon++;
}

/**
 * essaim_outline_parse_kind:
 * @type: (array length=length): the name of a type of geometry, in GeoJSON or WKT
 * @length: its bytes
 * @kind: (out): what its parts are; untouched on %FALSE
 *
 * Returns: whether that is a type with positions
 */
gboolean
essaim_outline_parse_kind (const char        *type,
                           gsize              length,
                           EssaimOutlineKind *kind)
{
  static const char * const words[] = { "point", "line", "polygon" };   /* by kind */

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);
      gsize start = length > n && g_ascii_strncasecmp (type, "multi", MIN (length, 5)) == 0 ? 5 : 0;

      if (length >= start + n && g_ascii_strncasecmp (type + start, words[i], n) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

static const Point *
get_points (EssaimOutline *self,
            const Part    *part,
            guint         *n)
{
  *n = part->end - part->start;

  return &g_array_index (self->points, Point, part->start);
}

/* Twice the area of a ring, and its centroid. Bourke, “Calculating the area and centroid of a polygon” (1988). */
static double
measure_ring (const Point *points,
              guint        n,
              Point       *centroid)
{
  double area = 0;
  Point sum = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      const Point *a = &points[i];
      const Point *b = &points[i + 1 < n ? i + 1 : 0];
      double cross = (a->x - points->x) * (b->y - points->y) - (b->x - points->x) * (a->y - points->y);

      area += cross;
      sum.x += (a->x + b->x - 2 * points->x) * cross;
      sum.y += (a->y + b->y - 2 * points->y) * cross;
    }

  *centroid = area != 0 ? (Point) { points->x + sum.x / (3 * area), points->y + sum.y / (3 * area) } : *points;

  return fabs (area);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
cross_ring (EssaimOutline *self,
            const Part    *ring,
            double         y)
{
  guint n;
  const Point *points = get_points (self, ring, &n);

  for (guint i = 0; i < n; i++)
    {
      const Point *a = &points[i];
      const Point *b = &points[i + 1 < n ? i + 1 : 0];

      if ((a->y > y) != (b->y > y))
        {
          double crossing = a->x + (y - a->y) / (b->y - a->y) * (b->x - a->x);

          g_array_append_val (self->crossings, crossing);
        }
    }
}

/* Where a polygon, whose rings are @first to @last, is crossed at a height; holes are outside. */
static void
cross_polygon (EssaimOutline *self,
               guint          first,
               guint          last,
               double         y)
{
  g_array_set_size (self->crossings, 0);
  for (guint i = first; i <= last; i++)
    cross_ring (self, &g_array_index (self->parts, Part, i), y);
  g_array_sort (self->crossings, compare_doubles);
}

static gboolean
is_inside (EssaimOutline *self,
           double         x)
{
  for (guint i = 0; i + 1 < self->crossings->len; i += 2)
    if (x >= g_array_index (self->crossings, double, i) && x <= g_array_index (self->crossings, double, i + 1))
      return TRUE;

  return FALSE;
}

/* Moves @best to the middle of the widest stretch inside at a height, where that is wider than @widest. */
static void
widen (EssaimOutline *self,
       double         y,
       double        *widest,
       Point         *best)
{
  for (guint i = 0; i + 1 < self->crossings->len; i += 2)
    {
      double left = g_array_index (self->crossings, double, i);
      double right = g_array_index (self->crossings, double, i + 1);

      if (right - left > *widest)
        {
          *widest = right - left;
          *best = (Point) { left + (right - left) / 2, y };
        }
    }
}

/* The centroid where that is inside, else the middle of the widest of some stretches across. */
static Point
find_inside (EssaimOutline *self,
             guint          first,
             guint          last,
             Point          centroid)
{
  guint n;
  const Point *points = get_points (self, &g_array_index (self->parts, Part, first), &n);
  double south = points->y, north = points->y, widest = 0;
  Point best = centroid;

  cross_polygon (self, first, last, centroid.y);
  if (is_inside (self, centroid.x))
    return centroid;

  widen (self, centroid.y, &widest, &best);
  for (guint i = 0; i < n; i++)
    {
      south = MIN (south, points[i].y);
      north = MAX (north, points[i].y);
    }
  for (guint i = 1; i <= N_HEIGHTS; i++)
    {
      double y = south + (north - south) * i / (N_HEIGHTS + 1);

      cross_polygon (self, first, last, y);
      widen (self, y, &widest, &best);
    }

  return best;
}

/* Inside the largest polygon. Its first ring is its outline, the others are holes (RFC 7946, section 3.1.6). */
static Point
find_area_point (EssaimOutline *self)
{
  double largest = -1;
  guint best_first = 0, best_last = 0;
  Point best = { 0, 0 };

  for (guint first = 0, last; first < self->parts->len; first = last + 1)
    {
      const Part *outline = &g_array_index (self->parts, Part, first);
      guint n;
      const Point *points = get_points (self, outline, &n);
      Point centroid = *points;
      double area = outline->kind == ESSAIM_OUTLINE_AREAS ? measure_ring (points, n, &centroid) : -1;

      last = first;
      while (last + 1 < self->parts->len && g_array_index (self->parts, Part, last + 1).polygon == outline->polygon)
        last++;
      if (area > largest)
        {
          largest = area;
          best = centroid;
          best_first = first;
          best_last = last;
        }
    }

  return largest > 0 ? find_inside (self, best_first, best_last, best) : best;
}

static double
measure_line (const Point *points,
              guint        n)
{
  double length = 0;

  for (guint i = 1; i < n; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);

  return length;
}

/* Half way along a line. */
static Point
halve_line (const Point *points,
            guint        n)
{
  double rest = measure_line (points, n) / 2;

  for (guint i = 1; i < n; i++)
    {
      const Point *from = &points[i - 1];
      double length = measure_line (from, 2);

      if (length > 0 && length >= rest)
        return (Point) {
          from->x + (points[i].x - from->x) * rest / length,
          from->y + (points[i].y - from->y) * rest / length,
        };
      rest -= length;
    }

  return *points;
}

/* Half way along the longest line. */
static Point
find_line_point (EssaimOutline *self)
{
  double longest = -1;
  Point found = { 0, 0 };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      guint n;
      const Point *points = get_points (self, part, &n);
      double length = part->kind == ESSAIM_OUTLINE_LINES ? measure_line (points, n) : -1;

      if (length > longest)
        {
          longest = length;
          found = halve_line (points, n);
        }
    }

  return found;
}

/* Of points, the one in their midst; of one, the point itself. */
static Point
find_midmost_point (EssaimOutline *self)
{
  const Point *points = (const Point *) (gpointer) self->points->data;
  const Point *found = points;
  guint n = self->points->len;
  Point mean = { 0, 0 };

  for (guint i = 0; i < n; i++)
    mean = (Point) { mean.x + points[i].x / n, mean.y + points[i].y / n };
  for (guint i = 1; i < n; i++)
    if (hypot (points[i].x - mean.x, points[i].y - mean.y) < hypot (found->x - mean.x, found->y - mean.y))
      found = &points[i];

  return *found;
}

/**
 * essaim_outline_get_point:
 * @self: a collector whose geometries have ended
 * @x: (out): of the point
 * @y: (out): of the point
 *
 * The point itself, or the one in the midst of several; inside the largest polygon and outside of its holes, at its
 * centroid where that is inside; half way along the longest line. Areas come before lines, lines before points.
 *
 * Returns: whether there is one
 */
gboolean
essaim_outline_get_point (EssaimOutline *self,
                          double        *x,
                          double        *y)
{
  EssaimOutlineKind kind = ESSAIM_OUTLINE_POINTS;
  Point point;

  if (self->parts->len == 0)
    return FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    kind = MAX (kind, g_array_index (self->parts, Part, i).kind);
  if (kind == ESSAIM_OUTLINE_AREAS)
    point = find_area_point (self);
  else
    point = kind == ESSAIM_OUTLINE_LINES ? find_line_point (self) : find_midmost_point (self);
  *x = point.x;
  *y = point.y;

  return isfinite (point.x) && isfinite (point.y);
}
