/* essaim-json-geometry.c: one point for a GeoJSON geometry (RFC 7946, section 3.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-geometry.h"

#include <math.h>
#include <string.h>

/* Enough for the outline of a region; a marker needs no more. */
#define MAX_POINTS 200000

#define MAX_NUMBER_BYTES 64

typedef struct
{
  double x;
  double y;
} Point;

struct _EssaimJsonGeometry
{
  /* Owned */
  GArray   *points;     /* (element-type Point) */
  GArray   *parts;      /* (element-type guint): where each ring or line ends */

  guint     depth;          /* of what is open in the geometry */
  guint     coordinates;    /* the depth at which the coordinates are open; 0 outside */
  gboolean  are_coordinates_next;
  gboolean  is_type_next;
  guint     n_numbers;      /* of the position that is open */
  Point     position;
  gboolean  is_area;
  gboolean  is_line;
};

/**
 * essaim_json_geometry_new:
 *
 * Returns: (transfer full): a collector of what a geometry consists of
 */
EssaimJsonGeometry *
essaim_json_geometry_new (void)
{
  EssaimJsonGeometry *self = g_new0 (EssaimJsonGeometry, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * essaim_json_geometry_free:
 * @self: (transfer full): a collector
 */
void
essaim_json_geometry_free (EssaimJsonGeometry *self)
{
  g_array_unref (self->points);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * essaim_json_geometry_reset:
 * @self: a collector
 *
 * Forgets everything, for the next geometry.
 */
void
essaim_json_geometry_reset (EssaimJsonGeometry *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->parts, 0);
  self->depth = self->coordinates = self->n_numbers = 0;
  self->are_coordinates_next = self->is_type_next = self->is_area = self->is_line = FALSE;
}

static double
parse_number (const char *text,
              gsize       length)
{
  char copy[MAX_NUMBER_BYTES];
  char *end;
  double number;

  if (length == 0 || length >= sizeof copy)
    return NAN;

  memcpy (copy, text, length);
  copy[length] = '\0';
  number = g_ascii_strtod (copy, &end);

  return end == copy + length ? number : NAN;
}

/**
 * essaim_json_geometry_add_scalar:
 * @self: a collector
 * @scalar: a value; texts that are numbers are taken for numbers
 */
void
essaim_json_geometry_add_scalar (EssaimJsonGeometry     *self,
                                 const EssaimJsonScalar *scalar)
{
  if (self->is_type_next)
    {
      self->is_area |= memmem (scalar->text, scalar->length, "Polygon", 7) != NULL;
      self->is_line |= memmem (scalar->text, scalar->length, "Line", 4) != NULL;
    }
  self->is_type_next = self->are_coordinates_next = FALSE;
  if (self->coordinates == 0)
    return;

  if (self->n_numbers == 0)
    self->position.x = parse_number (scalar->text, scalar->length);
  else if (self->n_numbers == 1)
    self->position.y = parse_number (scalar->text, scalar->length);
  self->n_numbers++;
}

/**
 * essaim_json_geometry_add_key:
 * @self: a collector
 * @text: (array length=length): the name of a member
 * @length: its bytes
 */
void
essaim_json_geometry_add_key (EssaimJsonGeometry *self,
                              const char         *text,
                              gsize               length)
{
  self->is_type_next = length == 4 && memcmp (text, "type", 4) == 0;
  self->are_coordinates_next = length == 11 && memcmp (text, "coordinates", 11) == 0;
}

/**
 * essaim_json_geometry_add_start:
 * @self: a collector
 * @is_array: whether an array opens, or an object
 */
void
essaim_json_geometry_add_start (EssaimJsonGeometry *self,
                                gboolean            is_array)
{
  self->depth++;
  self->n_numbers = 0;
  if (self->are_coordinates_next && is_array && self->coordinates == 0)
    self->coordinates = self->depth;
  self->is_type_next = self->are_coordinates_next = FALSE;
}

static void
end_part (EssaimJsonGeometry *self)
{
  guint end = self->points->len;
  guint start = self->parts->len > 0 ? g_array_index (self->parts, guint, self->parts->len - 1) : 0;

  if (end > start)
    g_array_append_val (self->parts, end);
}

/**
 * essaim_json_geometry_add_end:
 * @self: a collector
 * @is_array: whether an array closes, or an object
 */
void
essaim_json_geometry_add_end (EssaimJsonGeometry *self,
                              gboolean            is_array)
{
  gboolean is_position = self->n_numbers > 0;

  if (self->coordinates > 0 && is_position && self->n_numbers > 1 && self->points->len < MAX_POINTS
      && isfinite (self->position.x) && isfinite (self->position.y))
    g_array_append_val (self->points, self->position);
  if (self->coordinates > 0 && (!is_position || self->depth == self->coordinates))
    end_part (self);

  self->n_numbers = 0;
  if (self->depth == self->coordinates)
    self->coordinates = 0;
  self->depth--;
}

static const Point *
get_part (EssaimJsonGeometry *self,
          guint               part,
          guint              *n)
{
  guint start = part > 0 ? g_array_index (self->parts, guint, part - 1) : 0;

  *n = g_array_index (self->parts, guint, part) - start;

  return &g_array_index (self->points, Point, start);
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

/* Moves a point of a ring's height into the ring: to the middle of the widest stretch inside, unless it is inside. */
static void
move_inside (const Point *points,
             guint        n,
             Point       *point)
{
  g_autoptr(GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  double widest = 0;
  double x = point->x;

  for (guint i = 0; i < n; i++)
    {
      const Point *a = &points[i];
      const Point *b = &points[i + 1 < n ? i + 1 : 0];

      if ((a->y > point->y) != (b->y > point->y))
        {
          double crossing = a->x + (point->y - a->y) / (b->y - a->y) * (b->x - a->x);

          g_array_append_val (crossings, crossing);
        }
    }
  g_array_sort (crossings, compare_doubles);

  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double left = g_array_index (crossings, double, i);
      double right = g_array_index (crossings, double, i + 1);

      if (point->x >= left && point->x <= right)
        return;
      if (right - left > widest)
        {
          widest = right - left;
          x = (left + right) / 2;
        }
    }
  point->x = x;
}

static Point
find_area_point (EssaimJsonGeometry *self)
{
  double largest = 0;
  Point found = g_array_index (self->points, Point, 0);
  const Point *ring = NULL;
  guint n_ring = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Point centroid;
      guint n;
      const Point *points = get_part (self, i, &n);
      double area = measure_ring (points, n, &centroid);

      if (area > largest)
        {
          largest = area;
          found = centroid;
          ring = points;
          n_ring = n;
        }
    }

  if (ring != NULL)
    move_inside (ring, n_ring, &found);

  return found;
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
find_line_point (EssaimJsonGeometry *self)
{
  double longest = -1;
  Point found = g_array_index (self->points, Point, 0);

  for (guint i = 0; i < self->parts->len; i++)
    {
      guint n;
      const Point *points = get_part (self, i, &n);
      double length = measure_line (points, n);

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
find_midmost_point (EssaimJsonGeometry *self)
{
  const Point *points = (const Point *) self->points->data;
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
 * essaim_json_geometry_get_point:
 * @self: a collector
 * @x: (out): degrees east, or whatever the first number of a position is
 * @y: (out): degrees north, or whatever the second number of a position is
 *
 * The point itself, or the one in the midst of several; inside the largest polygon, at its centroid where that is
 * inside; half way along the longest line.
 *
 * Returns: whether there is one
 */
gboolean
essaim_json_geometry_get_point (EssaimJsonGeometry *self,
                                double             *x,
                                double             *y)
{
  Point point;

  if (self->parts->len == 0)
    return FALSE;

  if (self->is_area)
    point = find_area_point (self);
  else
    point = self->is_line ? find_line_point (self) : find_midmost_point (self);
  *x = point.x;
  *y = point.y;

  return TRUE;
}
