/* essaim-label-placer.c: finds a free place for each name, greedily
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-label-placer.h"

/* Pixels from one place that is tried to the next. */
#define STEP_PX 12.0

/* What is taken is listed by squares of so many pixels. */
#define SQUARE_PX 64

struct _EssaimLabelPlacer
{
  /* Owned */
  GArray           **squares;   /* (element-type EssaimRect): row by row */

  EssaimRect         area;
  int                n_columns;
  int                n_rows;

  /* Borrowed, while one name is placed */
  const EssaimRect  *within;    /* (nullable) */
};

/* The squares that a rectangle touches; what lies outside the area counts to its edge. */
typedef struct
{
  int left, top, right, bottom;
} Squares;

static Squares
get_squares (EssaimLabelPlacer *self,
             const EssaimRect  *rect)
{
  double x = rect->x - self->area.x;
  double y = rect->y - self->area.y;

  return (Squares) {
    .left = CLAMP ((int) (x / SQUARE_PX), 0, self->n_columns - 1),
    .top = CLAMP ((int) (y / SQUARE_PX), 0, self->n_rows - 1),
    .right = CLAMP ((int) ((x + rect->width) / SQUARE_PX), 0, self->n_columns - 1),
    .bottom = CLAMP ((int) ((y + rect->height) / SQUARE_PX), 0, self->n_rows - 1),
  };
}

static gboolean
overlap (const EssaimRect *a,
         const EssaimRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_within (const EssaimRect *rect,
           const EssaimRect *frame)
{
  return rect->x >= frame->x && rect->y >= frame->y && rect->x + rect->width <= frame->x + frame->width &&
         rect->y + rect->height <= frame->y + frame->height;
}

static gboolean
is_free (EssaimLabelPlacer *self,
         const EssaimRect  *rect)
{
  Squares squares = get_squares (self, rect);

  if (self->within != NULL && !is_within (rect, self->within))
    return FALSE;

  for (int row = squares.top; row <= squares.bottom; row++)
    for (int column = squares.left; column <= squares.right; column++)
      {
        GArray *taken = self->squares[row * self->n_columns + column];

        for (guint i = 0; taken != NULL && i < taken->len; i++)
          if (overlap (rect, &g_array_index (taken, EssaimRect, i)))
            return FALSE;
      }

  return TRUE;
}

static gboolean
try_at (EssaimLabelPlacer *self,
        double             x,
        double             y,
        EssaimRect        *rect)
{
  rect->x = x - rect->width / 2.0;
  rect->y = y - rect->height / 2.0;

  return is_free (self, rect);
}

/* In eight directions, so far from the point that the name's nearest edge is @gap away. */
static gboolean
try_round (EssaimLabelPlacer *self,
           double             x,
           double             y,
           double             gap,
           EssaimRect        *rect)
{
  static const gint8 directions[][2] = {
    { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (try_at (self, x + directions[i][0] * (rect->width / 2.0 + gap),
                y + directions[i][1] * (rect->height / 2.0 + gap),
                rect))
      return TRUE;

  return FALSE;
}

/**
 * essaim_label_placer_new: (skip)
 * @area: where names go, for the most part
 *
 * Returns: (transfer full): a plane where all is free
 */
EssaimLabelPlacer *
essaim_label_placer_new (EssaimRect area)
{
  EssaimLabelPlacer *self = g_new0 (EssaimLabelPlacer, 1);

  self->area = area;
  self->n_columns = (int) (area.width / SQUARE_PX) + 1;
  self->n_rows = (int) (area.height / SQUARE_PX) + 1;
  self->squares = g_new0 (GArray *, self->n_columns * self->n_rows);

  return self;
}

/**
 * essaim_label_placer_free: (skip)
 * @self: a placer
 */
void
essaim_label_placer_free (EssaimLabelPlacer *self)
{
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->squares[i], g_array_unref);
  g_free (self->squares);
  g_free (self);
}

/**
 * essaim_label_placer_occupy: (skip)
 * @self: a placer
 * @rect: where no name may go
 */
void
essaim_label_placer_occupy (EssaimLabelPlacer *self,
                            EssaimRect         rect)
{
  Squares squares = get_squares (self, &rect);

  for (int row = squares.top; row <= squares.bottom; row++)
    for (int column = squares.left; column <= squares.right; column++)
      {
        GArray **taken = &self->squares[row * self->n_columns + column];

        if (*taken == NULL)
          *taken = g_array_new (FALSE, FALSE, sizeof (EssaimRect));
        g_array_append_val (*taken, rect);
      }
}

/**
 * essaim_label_placer_place: (skip)
 * @self: a placer
 * @x: of what is named
 * @y: of what is named
 * @width: of the name
 * @height: of the name
 * @reach: how far from the point its edge may be
 * @within: (nullable): the frame that it must not leave
 * @rect: (out): where the name goes, when it has a place
 *
 * Takes the nearest free place: on the point, else round it, else farther round it.
 *
 * Returns: whether there is one
 */
gboolean
essaim_label_placer_place (EssaimLabelPlacer *self,
                           double             x,
                           double             y,
                           double             width,
                           double             height,
                           double             reach,
                           const EssaimRect  *within,
                           EssaimRect        *rect)
{
  gboolean found;

  self->within = within;
  *rect = (EssaimRect) { 0.0, 0.0, width, height };
  found = try_at (self, x, y, rect);
  for (double gap = 0.0; !found && gap <= reach; gap += STEP_PX)
    found = try_round (self, x, y, gap, rect);
  if (found)
    essaim_label_placer_occupy (self, *rect);

  return found;
}
