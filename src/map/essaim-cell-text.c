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

/**
 * essaim_map_describe: (skip)
 * @reference: (nullable): the shipped facts
 * @territory: the one shown, or %ESSAIM_NO_TERRITORY
 * @n: projects in view
 *
 * Returns: (transfer full): “Map of Mayotte, 51 projects in view”
 */
char *
essaim_map_describe (EssaimReference *reference,
                     guint            territory,
                     guint            n)
{
  if (reference == NULL || territory == ESSAIM_NO_TERRITORY)
    return g_strdup_printf (ngettext ("Map of France, %'u project in view", "Map of France, %'u projects in view", n),
                            n);

  /* Translators: %s is a territory. */
  return g_strdup_printf (ngettext ("Map of %s, %'u project in view", "Map of %s, %'u projects in view", n),
                          essaim_territories_get (essaim_reference_get_territories (reference), territory)->name, n);
}
