/* essaim-map-lights.c: the sites that light up as the pointer is on them in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-lights.h"

/* The pointer is on one row, mostly. */
#define MAX_SITES 500

struct _EssaimMapLights
{
  /* Owned */
  GArray *sites;   /* (element-type guint32) */
  GArray *cells;   /* (element-type guint): where they are, rising */
};

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

/**
 * essaim_map_lights_new: (skip)
 *
 * Returns: (transfer full): no lights
 */
EssaimMapLights *
essaim_map_lights_new (void)
{
  EssaimMapLights *self = g_new (EssaimMapLights, 1);

  self->sites = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * essaim_map_lights_free: (skip)
 * @self: lights
 */
void
essaim_map_lights_free (EssaimMapLights *self)
{
  g_array_unref (self->sites);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * essaim_map_lights_set_rows: (skip)
 * @self: lights
 * @index: (nullable): what the rows are of
 * @rows: (array length=n_rows) (nullable): of projects, rising
 * @n_rows: how many
 *
 * Lights the sites of these projects that have a point; where they are is told by [method@MapLights.set_cells].
 *
 * Returns: whether there were lights or are now
 */
gboolean
essaim_map_lights_set_rows (EssaimMapLights *self,
                            EssaimIndex     *index,
                            const guint     *rows,
                            guint            n_rows)
{
  gboolean was_lit = self->sites->len > 0;
  guint n_projects = index != NULL ? essaim_index_get_n_projects (index) : 0;

  g_array_set_size (self->sites, 0);
  for (guint i = 0; i < n_rows && rows[i] < n_projects; i++)
    {
      guint first, end;

      essaim_index_get_row_sites (index, rows[i], &first, &end);
      for (guint32 site = first; site < end && self->sites->len < MAX_SITES; site++)
        if (essaim_index_site_has_point (index, site))
          g_array_append_val (self->sites, site);
    }

  return was_lit || self->sites->len > 0;
}

/**
 * essaim_map_lights_set_cells: (skip)
 * @self: lights
 * @cells: (nullable): the present ones
 */
void
essaim_map_lights_set_cells (EssaimMapLights *self,
                             EssaimCells     *cells)
{
  const EssaimWorldPoint *points;

  g_array_set_size (self->cells, 0);
  if (cells == NULL || self->sites->len == 0)
    return;

  points = essaim_index_get_site_points (essaim_cells_get_index (cells));
  for (guint i = 0; i < self->sites->len; i++)
    {
      guint cell = essaim_cells_at (cells, points[g_array_index (self->sites, guint32, i)]);

      if (cell != ESSAIM_NO_CELL)
        g_array_append_val (self->cells, cell);
    }
  g_array_sort (self->cells, compare_cells);
}

/**
 * essaim_map_lights_get_sites: (skip)
 * @self: lights
 *
 * Returns: (transfer none) (element-type guint32): what is lit
 */
GArray *
essaim_map_lights_get_sites (EssaimMapLights *self)
{
  return self->sites;
}

/**
 * essaim_map_lights_has_cell: (skip)
 * @self: lights
 * @cell: a cell
 *
 * Returns: whether it holds something that is lit
 */
gboolean
essaim_map_lights_has_cell (EssaimMapLights *self,
                            guint            cell)
{
  return self->cells->len > 0 && g_array_binary_search (self->cells, &cell, compare_cells, NULL);
}
