/* essaim-preview.c: a source as it would be, before it is a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-preview.h"

static void
column_free (gpointer data)
{
  EssaimPreviewColumn *column = data;

  g_free (column->name);
  g_free (column->label);
  g_strfreev (column->values);
  g_free (column);
}

static void
cell_clear (gpointer data)
{
  EssaimPreviewCell *cell = data;

  g_free (cell->read);
  g_free (cell->understood);
}

/**
 * essaim_preview_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
EssaimPreviewTable *
essaim_preview_table_new (void)
{
  EssaimPreviewTable *table = g_new0 (EssaimPreviewTable, 1);

  table->columns = g_ptr_array_new_with_free_func (column_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return table;
}

/**
 * essaim_preview_table_free:
 * @table: (transfer full): a table
 */
void
essaim_preview_table_free (EssaimPreviewTable *table)
{
  g_free (table->mapping);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/**
 * essaim_preview_table_add_row:
 * @table: a table
 *
 * Returns: (transfer none) (element-type EssaimPreviewCell): a row without cells, which the caller adds
 */
GArray *
essaim_preview_table_add_row (EssaimPreviewTable *table)
{
  GArray *row = g_array_sized_new (FALSE, FALSE, sizeof (EssaimPreviewCell), table->columns->len);

  g_array_set_clear_func (row, cell_clear);
  g_ptr_array_add (table->rows, row);

  return row;
}

/**
 * essaim_preview_table_get_cell:
 * @table: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell
 */
const EssaimPreviewCell *
essaim_preview_table_get_cell (const EssaimPreviewTable *table,
                               guint                     row,
                               guint                     column)
{
  return &g_array_index ((GArray *) table->rows->pdata[row], EssaimPreviewCell, column);
}

/**
 * essaim_preview_new:
 *
 * Returns: (transfer full): a preview of nothing
 */
EssaimPreview *
essaim_preview_new (void)
{
  EssaimPreview *preview = g_new0 (EssaimPreview, 1);

  preview->report = essaim_report_new (NULL);
  preview->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  preview->points = g_array_new (FALSE, FALSE, sizeof (EssaimPreviewPoint));

  return preview;
}

/**
 * essaim_preview_free:
 * @preview: (transfer full): a preview
 */
void
essaim_preview_free (EssaimPreview *preview)
{
  essaim_report_free (preview->report);
  g_ptr_array_unref (preview->projects);
  g_array_unref (preview->points);
  g_free (preview);
}
