/* essaim-map-limits.c: how far the map may be moved, so that no hard edge of the backdrop shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-limits.h"

#include <math.h>

/* Where the shipped countries are whole (data/geo, countries.py): degrees. West of Ireland there is only sea. */
typedef struct
{
  double west, south, east, north;
} Window;

/* The first is for whatever is nowhere near another. */
static const Window windows[] = {
  { -28.0, 39.0, 18.0, 57.0 },       /* metropolitan France */
  { -64.0, 13.0, -59.0, 19.0 },      /* Antilles */
  { -59.0, 0.5, -49.0, 8.0 },        /* Guyane */
  { 42.0, -23.5, 59.0, -10.0 },      /* La Réunion, Mayotte */
  { -57.5, 46.0, -55.0, 48.0 },      /* Saint-Pierre-et-Miquelon */
  { 163.0, -23.0, 168.5, -19.0 },    /* Nouvelle-Calédonie */
  { -155.0, -28.0, -134.0, -7.0 },   /* Polynésie française */
  { -178.5, -14.5, -176.0, -13.0 },  /* Wallis-et-Futuna */
};

static double
get_distance (const EssaimWorldBox *box,
              double                x,
              double                y)
{
  return hypot (x - CLAMP (x, box->west, box->east), y - CLAMP (y, box->north, box->south));
}

static EssaimWorldBox
get_window (guint i)
{
  return essaim_world_box_from_degrees (windows[i].west, windows[i].south, windows[i].east, windows[i].north);
}

static EssaimWorldBox
find_window (double x,
             double y)
{
  EssaimWorldBox nearest = get_window (0);

  for (guint i = 1; i < G_N_ELEMENTS (windows); i++)
    {
      EssaimWorldBox box = get_window (i);

      if (get_distance (&box, x, y) < get_distance (&nearest, x, y))
        nearest = box;
    }

  return nearest;
}

/* The middle of a view so wide (in world units) that it stays between low and high. */
static double
keep_within (double middle,
             double extent,
             double low,
             double high)
{
  if (extent >= high - low)
    return (low + high) / 2.0;

  return CLAMP (middle, low + extent / 2.0, high - extent / 2.0);
}

/**
 * essaim_map_limits_apply: (skip)
 * @projection: (inout): a view; brought to the nearest one that is allowed
 *
 * A view stays in the window that its middle is in (or nearest to), and is not larger than that.
 */
void
essaim_map_limits_apply (EssaimProjection *projection)
{
  EssaimWorldBox box = find_window (projection->x, projection->y);
  double least = MAX (projection->width / (box.east - box.west), projection->height / (box.south - box.north));

  projection->scale = CLAMP (projection->scale, MAX (least, essaim_zoom_to_scale (ESSAIM_MIN_ZOOM)),
                             essaim_zoom_to_scale (ESSAIM_MAX_ZOOM));
  projection->x = keep_within (projection->x, projection->width / projection->scale, box.west, box.east);
  projection->y = keep_within (projection->y, projection->height / projection->scale, box.north, box.south);
}

/**
 * essaim_map_limits_get_france: (skip)
 *
 * Returns: the box round metropolitan France
 */
EssaimWorldBox
essaim_map_limits_get_france (void)
{
  return essaim_world_box_from_degrees (-5.2, 41.3, 9.7, 51.2);
}

/**
 * essaim_overseas_get_department: (skip)
 * @overseas: one of the five
 *
 * Returns: the code of the department
 */
const char *
essaim_overseas_get_department (EssaimOverseas overseas)
{
  static const char *codes[] = { "971", "972", "973", "974", "976" };

  return codes[overseas];
}
