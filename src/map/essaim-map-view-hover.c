/* essaim-map-view-hover.c: what pointer and keyboard are on, shared with the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"

#include "essaim-cell-text.h"

/* A list has no more rows in sight than this. */
#define MAX_SHARED 500

static EssaimHover *
get_hover (EssaimMapView *self)
{
  return self->explorer != NULL ? essaim_explorer_get_hover (self->explorer) : NULL;
}

/* Rows of the list light up here, those of the map itself do not: the cell shows its edge. */
static void
hover_changed_cb (EssaimMapView *self)
{
  guint n_rows = 0;
  const guint *rows = essaim_hover_get_rows (get_hover (self), &n_rows);

  essaim_cluster_layer_set_lit (self->clusters, rows, self->sharing ? 0 : n_rows);
  if (!self->sharing)
    self->shared = FALSE;
}

static void
tip_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (EssaimMapView) self = user_data;
  g_autoptr (GPtrArray) items = essaim_explorer_load_items_finish (ESSAIM_EXPLORER (source), result, NULL);

  if (items == NULL || items->len == 0)
    return;

  g_free (self->tip);
  self->tip = g_strdup (essaim_result_item_get_title (g_ptr_array_index (items, 0)));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

/* The title of a single record is the store's to tell. */
static void
update_tip (EssaimMapView *self)
{
  guint cell = essaim_cluster_layer_get_hovered (self->clusters);
  EssaimCells *cells = essaim_cluster_layer_get_cells (self->clusters);
  const EssaimCluster *cluster;

  /* What is still on its way is of another cell. */
  g_cancellable_cancel (self->telling);
  g_clear_object (&self->telling);
  g_clear_pointer (&self->tip, g_free);
  if (cell == ESSAIM_NO_CELL)
    return;

  cluster = essaim_cells_get (cells, cell);
  if (cluster->count > 1)
    {
      self->tip = essaim_cell_describe (cells, cell);
    }
  else
    {
      guint row = essaim_index_get_site_row (essaim_cells_get_index (cells), cluster->site);

      self->telling = g_cancellable_new ();
      essaim_explorer_load_items_async (self->explorer, &row, 1, self->telling, tip_loaded_cb, g_object_ref (self));
    }
}

/**
 * essaim_map_view_share_hover: (skip)
 * @self: a map
 *
 * Tells the list which projects are in the cell under the pointer, or else in that of the keyboard.
 */
void
essaim_map_view_share_hover (EssaimMapView *self)
{
  EssaimCells *cells = essaim_cluster_layer_get_cells (self->clusters);
  guint cell = essaim_cluster_layer_get_hovered (self->clusters);
  g_autoptr (GArray) rows = NULL;

  if (cell == ESSAIM_NO_CELL)
    cell = essaim_cluster_layer_get_walked (self->clusters);
  if (cells == NULL || (cell == ESSAIM_NO_CELL && !self->shared))
    return;

  if (cell != ESSAIM_NO_CELL)
    rows = essaim_cells_get_rows (cells, cell);
  self->shared = cell != ESSAIM_NO_CELL;
  self->sharing = TRUE;
  essaim_hover_set_rows (get_hover (self), rows != NULL ? &g_array_index (rows, guint, 0) : NULL,
                         rows != NULL ? MIN (rows->len, MAX_SHARED) : 0);
  self->sharing = FALSE;
}

/**
 * essaim_map_view_hover: (skip)
 * @self: a map
 * @cell: under the pointer, or %ESSAIM_NO_CELL
 */
void
essaim_map_view_hover (EssaimMapView *self,
                       guint          cell)
{
  if (essaim_cluster_layer_get_hovered (self->clusters) == cell)
    return;

  essaim_cluster_layer_set_hovered (self->clusters, cell);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cell != ESSAIM_NO_CELL ? "pointer" : NULL);
  update_tip (self);
  essaim_map_view_share_hover (self);
}

/**
 * essaim_map_view_follow_hover: (skip)
 * @self: a map
 * @before: (nullable): whose hover was followed
 *
 * Lights up what the pointer is on in the list of the present explorer.
 */
void
essaim_map_view_follow_hover (EssaimMapView  *self,
                              EssaimExplorer *before)
{
  EssaimHover *hover = get_hover (self);

  if (before != NULL)
    g_signal_handlers_disconnect_by_data (essaim_explorer_get_hover (before), self);
  self->shared = FALSE;
  if (hover != NULL)
    g_signal_connect_object (hover, "changed", G_CALLBACK (hover_changed_cb), self, G_CONNECT_SWAPPED);
}
