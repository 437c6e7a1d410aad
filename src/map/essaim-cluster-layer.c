/* essaim-cluster-layer.c: the records on the map, as cells and dots, and the names between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cluster-layer-private.h"

#include <math.h>

#include "essaim-base-layer.h"
#include "essaim-map-marks.h"

/* Names are placed so far beyond the view that it can be moved a little without placing them again. */
#define LABEL_MARGIN_PX 120.0

/* While the zoom moves, names keep their places for so long, although cells grow a little towards them. */
#define LABEL_US 250000

#define NEW_LABELS 8   /* a frame: a name costs a fifth of a millisecond when it is new */

G_DEFINE_FINAL_TYPE (EssaimClusterLayer, essaim_cluster_layer, SHUMATE_TYPE_LAYER)

static void
forget_labels (EssaimClusterLayer *self)
{
  self->labelled.scale = 0.0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Brings the cells to the view; what the pointer and the keyboard were on is lost when they are others. */
static void
update_cells (EssaimClusterLayer     *self,
              const EssaimProjection *view)
{
  if (self->cells == NULL || !essaim_cells_update (self->cells, view))
    return;

  self->hovered = ESSAIM_NO_CELL;
  self->walked = ESSAIM_NO_CELL;
  self->labelled.scale = 0.0;
  essaim_map_lights_set_cells (self->lights, self->cells);
}

static void
update_main_site (EssaimClusterLayer *self)
{
  EssaimIndex *index = self->cells != NULL ? essaim_cells_get_index (self->cells) : NULL;
  double lat = NAN, lon = NAN;

  if (self->reference != NULL && self->home != ESSAIM_NO_TERRITORY)
    essaim_territories_get_centre (essaim_reference_get_territories (self->reference), self->home, &lat, &lon);

  self->main_site = G_MAXUINT;
  if (index != NULL && self->selected < essaim_index_get_n_projects (index))
    self->main_site = essaim_marks_find_main (index, self->selected, lat, lon);
}

static void
update_sprites (EssaimClusterLayer *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->sprites != NULL && essaim_sprites_fit (self->sprites, context, scale))
    return;

  g_clear_pointer (&self->sprites, essaim_sprites_free);
  self->sprites = essaim_sprites_new (context, &self->palette, scale);
  self->labelled.scale = 0.0;
}

static gboolean
label_timeout_cb (gpointer user_data)
{
  EssaimClusterLayer *self = user_data;

  self->label_timer = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static gboolean
are_labels_good (EssaimClusterLayer     *self,
                 const EssaimProjection *view)
{
  gint64 left = self->labelled_at + LABEL_US - g_get_monotonic_time ();

  if (self->labelled.scale == view->scale)
    return self->labelled.width == view->width && self->labelled.height == view->height &&
           fabs (self->labelled.x - view->x) * view->scale < LABEL_MARGIN_PX &&
           fabs (self->labelled.y - view->y) * view->scale < LABEL_MARGIN_PX;

  if (self->labelled.scale == 0.0 || left <= 0)
    return FALSE;

  if (self->label_timer == 0)
    self->label_timer = g_timeout_add (left / 1000 + 1, label_timeout_cb, self);

  return TRUE;
}

static void
update_labels (EssaimClusterLayer     *self,
               const EssaimProjection *view)
{
  const EssaimNaming naming = { self->territory, self->home, self->selected, self->with_territories };

  if (self->labels == NULL || are_labels_good (self, view))
    return;

  essaim_map_labels_place (self->labels, view, LABEL_MARGIN_PX, self->cells, self->sprites, &naming);
  self->labelled = *view;
  self->labelled_at = g_get_monotonic_time ();
}

/* The next frame: drawing cannot ask for it while it draws. */
static void
draw_again_later (EssaimClusterLayer *self)
{
  if (self->label_timer == 0)
    self->label_timer = g_timeout_add (1, label_timeout_cb, self);
}

/* (transfer full) (nullable) */
static GskRenderNode *
draw (EssaimClusterLayer     *self,
      const EssaimProjection *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  EssaimCanvas canvas;

  essaim_canvas_begin (&canvas, GTK_WIDGET (self), snapshot);
  if (self->cells != NULL)
    essaim_cluster_layer_draw_cells (self, view, &canvas);
  if (self->labels != NULL && !essaim_map_labels_draw (self->labels, view, self->sprites, &canvas, NEW_LABELS))
    draw_again_later (self);
  if (self->cells != NULL)
    essaim_cluster_layer_draw_marks (self, view, &canvas);
  essaim_canvas_end (&canvas);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
essaim_cluster_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  EssaimClusterLayer *self = ESSAIM_CLUSTER_LAYER (widget);
  EssaimProjection view = essaim_projection_of_layer (SHUMATE_LAYER (self));

  update_sprites (self);
  update_cells (self, &view);
  update_labels (self, &view);
  essaim_map_fade_draw (self->fade, draw (self, &view), &view, snapshot);
}

static void
essaim_cluster_layer_constructed (GObject *object)
{
  ShumateViewport *viewport;

  G_OBJECT_CLASS (essaim_cluster_layer_parent_class)->constructed (object);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
essaim_cluster_layer_dispose (GObject *object)
{
  EssaimClusterLayer *self = ESSAIM_CLUSTER_LAYER (object);

  g_clear_handle_id (&self->label_timer, g_source_remove);
  g_clear_pointer (&self->fade, essaim_map_fade_free);
  g_clear_pointer (&self->cells, essaim_cells_free);
  g_clear_pointer (&self->labels, essaim_map_labels_free);
  g_clear_pointer (&self->sprites, essaim_sprites_free);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (essaim_cluster_layer_parent_class)->dispose (object);
}

static void
essaim_cluster_layer_finalize (GObject *object)
{
  essaim_map_lights_free (ESSAIM_CLUSTER_LAYER (object)->lights);

  G_OBJECT_CLASS (essaim_cluster_layer_parent_class)->finalize (object);
}

static void
essaim_cluster_layer_class_init (EssaimClusterLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = essaim_cluster_layer_constructed;
  object_class->dispose = essaim_cluster_layer_dispose;
  object_class->finalize = essaim_cluster_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = essaim_cluster_layer_snapshot;
}

static void
essaim_cluster_layer_init (EssaimClusterLayer *self)
{
  essaim_map_palette_init (&self->palette, FALSE, FALSE);
  self->lights = essaim_map_lights_new ();
  self->fade = essaim_map_fade_new (GTK_WIDGET (self));
  self->selected = G_MAXUINT;
  self->main_site = G_MAXUINT;
  self->territory = ESSAIM_NO_TERRITORY;
  self->home = ESSAIM_NO_TERRITORY;
  self->with_territories = TRUE;
  self->hovered = ESSAIM_NO_CELL;
  self->walked = ESSAIM_NO_CELL;
}

/**
 * essaim_cluster_layer_new: (skip)
 * @viewport: of the map
 *
 * Returns: (transfer floating): a layer without records
 */
EssaimClusterLayer *
essaim_cluster_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ESSAIM_TYPE_CLUSTER_LAYER, "viewport", viewport, NULL);
}

/**
 * essaim_cluster_layer_set_reference: (skip)
 * @self: a layer
 * @reference: (nullable): what is named on the map
 */
void
essaim_cluster_layer_set_reference (EssaimClusterLayer *self,
                                    EssaimReference    *reference)
{
  if (!g_set_object (&self->reference, reference))
    return;

  g_clear_pointer (&self->labels, essaim_map_labels_free);
  if (reference != NULL)
    self->labels = essaim_map_labels_new (reference);
  forget_labels (self);
}

/**
 * essaim_cluster_layer_set_palette: (skip)
 * @self: a layer
 * @palette: the colours, copied
 */
void
essaim_cluster_layer_set_palette (EssaimClusterLayer     *self,
                                  const EssaimMapPalette *palette)
{
  self->palette = *palette;
  g_clear_pointer (&self->sprites, essaim_sprites_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_cluster_layer_set_results: (skip)
 * @self: a layer
 * @results: (nullable): what is shown
 */
void
essaim_cluster_layer_set_results (EssaimClusterLayer *self,
                                  EssaimResults      *results)
{
  if (self->cells != NULL && essaim_cells_get_results (self->cells) == results)
    return;

  if (self->cells != NULL && results != NULL)
    essaim_map_fade_begin (self->fade);
  g_clear_pointer (&self->cells, essaim_cells_free);
  self->cells = results != NULL ? essaim_cells_new (results) : NULL;
  self->hovered = ESSAIM_NO_CELL;
  self->walked = ESSAIM_NO_CELL;
  essaim_map_lights_set_rows (self->lights, NULL, NULL, 0);
  essaim_map_lights_set_cells (self->lights, NULL);
  update_main_site (self);
  forget_labels (self);
}

/**
 * essaim_cluster_layer_set_selected: (skip)
 * @self: a layer
 * @row: of the selected project in the index of the results; G_MAXUINT for none
 */
void
essaim_cluster_layer_set_selected (EssaimClusterLayer *self,
                                   guint               row)
{
  if (self->selected == row)
    return;

  self->selected = row;
  update_main_site (self);
  forget_labels (self);
}

/**
 * essaim_cluster_layer_set_lit: (skip)
 * @self: a layer
 * @rows: (array length=n_rows) (nullable): of projects in the index of the results: what the pointer is on in the list
 * @n_rows: how many
 */
void
essaim_cluster_layer_set_lit (EssaimClusterLayer *self,
                              const guint        *rows,
                              guint               n_rows)
{
  EssaimIndex *index = self->cells != NULL ? essaim_cells_get_index (self->cells) : NULL;

  if (!essaim_map_lights_set_rows (self->lights, index, rows, n_rows))
    return;

  essaim_map_lights_set_cells (self->lights, self->cells);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_cluster_layer_set_home: (skip)
 * @self: a layer
 * @territory: the person's own, or %ESSAIM_NO_TERRITORY
 */
void
essaim_cluster_layer_set_home (EssaimClusterLayer *self,
                               guint               territory)
{
  if (self->home == territory)
    return;

  self->home = territory;
  update_main_site (self);
  forget_labels (self);
}

/**
 * essaim_cluster_layer_set_with_territories: (skip)
 * @self: a layer
 * @with_territories: whether the labelled ones are named
 */
void
essaim_cluster_layer_set_with_territories (EssaimClusterLayer *self,
                                           gboolean            with_territories)
{
  if (self->with_territories == with_territories)
    return;

  self->with_territories = with_territories;
  forget_labels (self);
}

/**
 * essaim_cluster_layer_set_territory: (skip)
 * @self: a layer
 * @territory: the one shown, or %ESSAIM_NO_TERRITORY
 */
void
essaim_cluster_layer_set_territory (EssaimClusterLayer *self,
                                    guint               territory)
{
  if (self->territory == territory)
    return;

  self->territory = territory;
  forget_labels (self);
}

/**
 * essaim_cluster_layer_get_cells: (skip)
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the cells of the present view
 */
EssaimCells *
essaim_cluster_layer_get_cells (EssaimClusterLayer *self)
{
  EssaimProjection view = essaim_projection_of_layer (SHUMATE_LAYER (self));

  if (view.width > 0.0 && view.height > 0.0)
    update_cells (self, &view);

  return self->cells;
}

/**
 * essaim_cluster_layer_find: (skip)
 * @self: a layer
 * @x: pixels from its left
 * @y: pixels from its top
 *
 * Returns: the cell or the single record there, or %ESSAIM_NO_CELL
 */
guint
essaim_cluster_layer_find (EssaimClusterLayer *self,
                           double              x,
                           double              y)
{
  EssaimProjection view = essaim_projection_of_layer (SHUMATE_LAYER (self));
  EssaimCells *cells = essaim_cluster_layer_get_cells (self);

  return cells != NULL ? essaim_cells_find (cells, &view, x, y) : ESSAIM_NO_CELL;
}

/**
 * essaim_cluster_layer_get_hovered: (skip)
 * @self: a layer
 *
 * Returns: the cell under the pointer, or %ESSAIM_NO_CELL
 */
guint
essaim_cluster_layer_get_hovered (EssaimClusterLayer *self)
{
  return self->hovered;
}

/**
 * essaim_cluster_layer_set_hovered: (skip)
 * @self: a layer
 * @cell: under the pointer, or %ESSAIM_NO_CELL
 */
void
essaim_cluster_layer_set_hovered (EssaimClusterLayer *self,
                                  guint               cell)
{
  if (self->hovered == cell)
    return;

  self->hovered = cell;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_cluster_layer_get_walked: (skip)
 * @self: a layer
 *
 * Returns: the cell of the keyboard, or %ESSAIM_NO_CELL
 */
guint
essaim_cluster_layer_get_walked (EssaimClusterLayer *self)
{
  return self->walked;
}

/**
 * essaim_cluster_layer_set_walked: (skip)
 * @self: a layer
 * @cell: of the keyboard, or %ESSAIM_NO_CELL
 */
void
essaim_cluster_layer_set_walked (EssaimClusterLayer *self,
                                 guint               cell)
{
  if (self->walked == cell)
    return;

  self->walked = cell;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
