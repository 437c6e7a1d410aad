/* essaim-cell-text.c: a cell of the map in words, for tooltips and screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cell-text.h"

#include <glib/gi18n-lib.h>

static EssaimReference *
get_reference (EssaimCells *cells)
{
  return essaim_index_get_reference (essaim_cells_get_index (cells));
}

/* The theme that most of the rows have. */
static guint
count_main_theme (EssaimIndex *index,
                  GArray      *rows,
                  guint       *theme)
{
  guint counts[ESSAIM_N_THEMES] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      EssaimThemeSet themes = essaim_index_get_themes (index, g_array_index (rows, guint, i));

      for (guint t = 0; t < ESSAIM_N_THEMES; t++)
        counts[t] += (themes >> t) & 1u;
    }

  *theme = 0;
  for (guint t = 1; t < ESSAIM_N_THEMES; t++)
    if (counts[t] > counts[*theme])
      *theme = t;

  return counts[*theme];
}

/**
 * essaim_cell_describe: (skip)
 * @cells: the cells
 * @cell: one of them
 *
 * Returns: (transfer full): “12 records, of which 5 Mobility”
 */
char *
essaim_cell_describe (EssaimCells *cells,
                      guint        cell)
{
  EssaimThemes *themes = essaim_reference_get_themes (get_reference (cells));
  g_autoptr (GArray) rows = essaim_cells_get_rows (cells, cell);
  guint theme;
  guint n = count_main_theme (essaim_cells_get_index (cells), rows, &theme);

  if (n == 0)
    return g_strdup_printf (ngettext ("%u record", "%u records", rows->len), rows->len);

  /* Translators: %s is a theme. */
  return g_strdup_printf (ngettext ("%u record, of which %u %s", "%u records, of which %u %s", rows->len), rows->len, n,
                          essaim_themes_get_short_label (themes, theme));
}

/**
 * essaim_cell_describe_with_place: (skip)
 * @cells: the cells
 * @cell: one of them
 *
 * Returns: (transfer full): “12 records, of which 5 Mobility, near Gerzat”
 */
char *
essaim_cell_describe_with_place (EssaimCells *cells,
                                 guint        cell)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (get_reference (cells));
  const EssaimWorldPoint *points = essaim_index_get_site_points (essaim_cells_get_index (cells));
  g_autofree char *what = essaim_cell_describe (cells, cell);
  double lat, lon, km;
  guint commune;

  /* The middle of a cell may be nobody's: one of its records tells where it is. */
  essaim_world_to_degrees (points[essaim_cells_get (cells, cell)->site], &lat, &lon);
  commune = essaim_gazetteer_find_nearest (gazetteer, lat, lon, &km);
  if (commune == ESSAIM_NO_COMMUNE)
    return g_steal_pointer (&what);

  /* Translators: “12 records, of which 5 Mobility”, and a commune. */
  return g_strdup_printf (_("%s, near %s"), what, essaim_gazetteer_get_commune (gazetteer, commune)->name);
}

/* Projects with a site in view, each once. */
static guint
count_rows_in_view (EssaimCells            *cells,
                    const EssaimProjection *projection)
{
  EssaimResults *results = essaim_cells_get_results (cells);
  EssaimIndex *index = essaim_results_get_index (results);
  const EssaimWorldPoint *points = essaim_index_get_site_points (index);
  g_autofree guint8 *seen = g_new0 (guint8, essaim_index_get_n_projects (index) / 8 + 1);
  EssaimWorldBox box = essaim_projection_get_box (projection, 0.0);
  const guint32 *sites;
  guint n_sites, n = 0;

  sites = essaim_results_get_sites (results, &n_sites);
  for (guint i = 0; i < n_sites; i++)
    {
      EssaimWorldPoint point = points[sites[i]];
      guint row;

      if (point.x < box.west || point.x > box.east || point.y < box.north || point.y > box.south)
        continue;
      row = essaim_index_get_site_row (index, sites[i]);
      n += (seen[row / 8] >> row % 8 & 1) == 0;
      seen[row / 8] |= 1 << row % 8;
    }

  return n;
}

/**
 * essaim_cells_describe_view: (skip)
 * @cells: (nullable): the cells
 * @reference: (nullable): the shipped facts
 * @projection: the view
 * @territory: the one shown, or %ESSAIM_NO_TERRITORY
 *
 * Returns: (transfer full): “Map of Mayotte, 51 results in view”
 */
char *
essaim_cells_describe_view (EssaimCells            *cells,
                            EssaimReference        *reference,
                            const EssaimProjection *projection,
                            guint                   territory)
{
  guint n = cells != NULL ? count_rows_in_view (cells, projection) : 0;

  if (reference == NULL || territory == ESSAIM_NO_TERRITORY)
    return g_strdup_printf (ngettext ("Map of France, %u result in view", "Map of France, %u results in view", n), n);

  /* Translators: %s is a territory. */
  return g_strdup_printf (ngettext ("Map of %s, %u result in view", "Map of %s, %u results in view", n),
                          essaim_territories_get (essaim_reference_get_territories (reference), territory)->name, n);
}
