/* essaim-label-placer.c: finds a free place for each name, greedily
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-label-placer.h"

/* Pixels from one place that is tried to the next. */
#define STEP_PX 12.0

struct _EssaimLabelPlacer
{
  GArray           *taken;    /* (element-type EssaimRect) */

  /* Borrowed, while one name is placed */
  const EssaimRect *within;   /* (nullable) */
};

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
  if (self->within != NULL && !is_within (rect, self->within))
    return FALSE;

  for (guint i = 0; i < self->taken->len; i++)
    {
      const EssaimRect *taken = &g_array_index (self->taken, EssaimRect, i);

      if (rect->x < taken->x + taken->width && taken->x < rect->x + rect->width &&
          rect->y < taken->y + taken->height && taken->y < rect->y + rect->height)
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
    if (try_at (self, x + directions[i][0] * (rect->width / 2.0 + gap), y + directions[i][1] * (rect->height / 2.0 + gap),
                rect))
      return TRUE;

  return FALSE;
}

/**
 * essaim_label_placer_new: (skip)
 *
 * Returns: (transfer full): a plane where all is free
 */
EssaimLabelPlacer *
essaim_label_placer_new (void)
{
  EssaimLabelPlacer *self = g_new0 (EssaimLabelPlacer, 1);

  self->taken = g_array_new (FALSE, FALSE, sizeof (EssaimRect));

  return self;
}

/**
 * essaim_label_placer_free: (skip)
 * @self: a placer
 */
void
essaim_label_placer_free (EssaimLabelPlacer *self)
{
  g_array_unref (self->taken);
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
  g_array_append_val (self->taken, rect);
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
    g_array_append_val (self->taken, *rect);

  return found;
}
