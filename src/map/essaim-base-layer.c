/* essaim-base-layer.c: the offline base map: land, borders and territories under the records
 *
 * The view and a margin round it are painted at its very scale in a thread; moving the map copies that picture, and
 * asks for the next one in time. While the zoom moves, the last picture is stretched. So lines stay sharp at every
 * zoom, and a frame costs one copy (tiles would be stretched up to twice their size between two whole zooms).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-base-layer.h"

#include <math.h>

#include <gsk/gsk.h>

/* Pixels painted beyond the view on each side, and how near to the edge of that the view may come. */
#define MARGIN_PX 320.0
#define NEAR_PX   160.0

/* One picture, painted or to be painted. */
typedef struct
{
  /* Owned */
  EssaimShapes     *shapes;
  cairo_surface_t  *surface;      /* (nullable) */
  GdkTexture       *texture;      /* (nullable): made when a renderer wants it */

  EssaimProjection  projection;   /* of the picture: the view's with the margin */
  EssaimBaseStyle   style;
  guint             generation;   /* of the style */
  int               device_scale;
} Picture;

struct _EssaimBaseLayer
{
  ShumateLayer     parent_instance;

  /* Owned */
  EssaimShapes    *shapes;        /* (nullable) */
  Picture         *picture;       /* (nullable) until the first */

  EssaimBaseStyle  style;
  guint            generation;
  gboolean         painting;
};

G_DEFINE_FINAL_TYPE (EssaimBaseLayer, essaim_base_layer, SHUMATE_TYPE_LAYER)

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_object (&picture->texture);
  g_object_unref (picture->shapes);
  g_free (picture);
}

static Picture *
picture_new (EssaimBaseLayer        *self,
             const EssaimProjection *view)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->shapes = g_object_ref (self->shapes);
  picture->projection = *view;
  picture->projection.width += 2.0 * MARGIN_PX;
  picture->projection.height += 2.0 * MARGIN_PX;
  picture->style = self->style;
  picture->generation = self->generation;
  picture->device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return picture;
}

static void
picture_paint (Picture *picture)
{
  int scale = picture->device_scale;
  cairo_t *cr;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) picture->projection.width * scale,
                                                 (int) picture->projection.height * scale);
  cairo_surface_set_device_scale (picture->surface, scale, scale);
  cr = cairo_create (picture->surface);
  essaim_base_paint (cr, picture->shapes, &picture->projection, &picture->style);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
}

/* RGB24 has no say on its fourth byte; as texture it must be opaque, which what was painted on an opaque ground is. */
static GdkTexture *
picture_get_texture (Picture *picture)
{
  if (picture->texture == NULL)
    {
      int height = cairo_image_surface_get_height (picture->surface);
      int stride = cairo_image_surface_get_stride (picture->surface);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (picture->surface),
                                                             (gsize) stride * height,
                                                             (GDestroyNotify) cairo_surface_destroy,
                                                             cairo_surface_reference (picture->surface));

      picture->texture = gdk_memory_texture_new (cairo_image_surface_get_width (picture->surface), height,
                                                 GDK_MEMORY_DEFAULT, bytes, stride);
    }

  return picture->texture;
}

/* Whether the picture can be copied, and covers the view for some time yet. */
static gboolean
is_good (EssaimBaseLayer        *self,
         const EssaimProjection *view)
{
  const Picture *picture = self->picture;
  EssaimWorldBox wanted = essaim_projection_get_box (view, NEAR_PX);
  EssaimWorldBox painted;

  if (picture == NULL || picture->generation != self->generation || picture->projection.scale != view->scale ||
      picture->device_scale != gtk_widget_get_scale_factor (GTK_WIDGET (self)))
    return FALSE;

  painted = essaim_projection_get_box (&picture->projection, 0.0);

  return essaim_world_box_contains (&painted, &wanted);
}

static void
take_picture (EssaimBaseLayer *self,
              Picture         *picture)
{
  g_clear_pointer (&self->picture, picture_free);
  self->picture = picture;
}

static void
paint_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  picture_paint (data);
  g_task_return_boolean (task, TRUE);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimBaseLayer) self = user_data;

  self->painting = FALSE;
  take_picture (self, g_task_get_task_data (G_TASK (result)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The thread must not be the one to drop the layer: it is the task's user data. */
static void
ask_for_picture (EssaimBaseLayer        *self,
                 const EssaimProjection *view)
{
  g_autoptr (GTask) task = NULL;

  if (self->painting)
    return;

  self->painting = TRUE;
  task = g_task_new (NULL, NULL, painted_cb, g_object_ref (self));
  g_task_set_task_data (task, picture_new (self, view), NULL);
  g_task_run_in_thread (task, paint_thread);
}

/* At the painted scale the picture is moved by whole device pixels, which is a plain copy. */
static void
draw_picture (EssaimBaseLayer        *self,
              GtkSnapshot            *snapshot,
              const EssaimProjection *view)
{
  Picture *picture = self->picture;
  double stretch = view->scale / picture->projection.scale;
  double width = picture->projection.width * stretch;
  double height = picture->projection.height * stretch;
  double x = (picture->projection.x - view->x) * view->scale + (view->width - width) / 2.0;
  double y = (picture->projection.y - view->y) * view->scale + (view->height - height) / 2.0;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));

  if (stretch == 1.0)
    {
      x = round (x * picture->device_scale) / picture->device_scale;
      y = round (y * picture->device_scale) / picture->device_scale;
    }

  if (renderer == NULL || g_type_is_a (G_OBJECT_TYPE (renderer), GSK_TYPE_CAIRO_RENDERER))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, view->width, view->height));
      double left = ceil (MAX (x + 1.0, 0.0)), top = ceil (MAX (y + 1.0, 0.0));

      /* Whole pixels that the picture covers: nothing has to be looked up beyond its edge, which is slow. */
      cairo_rectangle (cr, left, top, floor (MIN (x + width - 1.0, view->width)) - left,
                       floor (MIN (y + height - 1.0, view->height)) - top);
      cairo_translate (cr, x, y);
      cairo_scale (cr, stretch, stretch);
      cairo_set_source_surface (cr, picture->surface, 0.0, 0.0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
      cairo_fill (cr);
      cairo_destroy (cr);
    }
  else
    {
      gtk_snapshot_append_texture (snapshot, picture_get_texture (picture), &GRAPHENE_RECT_INIT (x, y, width, height));
    }
}

static void
essaim_base_layer_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  EssaimBaseLayer *self = ESSAIM_BASE_LAYER (widget);
  EssaimProjection view = essaim_projection_of_layer (SHUMATE_LAYER (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, view.width, view.height);

  /* The first picture must be there with the window. */
  if (self->picture == NULL && self->shapes != NULL)
    {
      take_picture (self, picture_new (self, &view));
      picture_paint (self->picture);
    }

  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_color (snapshot, &self->style.palette.sea, &bounds);
  if (self->picture != NULL)
    draw_picture (self, snapshot, &view);
  gtk_snapshot_pop (snapshot);

  if (self->shapes != NULL && !is_good (self, &view))
    ask_for_picture (self, &view);
}

static void
essaim_base_layer_constructed (GObject *object)
{
  ShumateViewport *viewport;

  G_OBJECT_CLASS (essaim_base_layer_parent_class)->constructed (object);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
essaim_base_layer_dispose (GObject *object)
{
  EssaimBaseLayer *self = ESSAIM_BASE_LAYER (object);

  g_clear_pointer (&self->picture, picture_free);
  g_clear_object (&self->shapes);

  G_OBJECT_CLASS (essaim_base_layer_parent_class)->dispose (object);
}

static void
essaim_base_layer_class_init (EssaimBaseLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = essaim_base_layer_constructed;
  object_class->dispose = essaim_base_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = essaim_base_layer_snapshot;
}

static void
essaim_base_layer_init (EssaimBaseLayer *self)
{
  essaim_map_palette_init (&self->style.palette, FALSE, FALSE);
  self->style.line_scale = 1.0;
}

/**
 * essaim_base_layer_new: (skip)
 * @viewport: of the map
 *
 * Returns: (transfer floating): a layer that shows the sea
 */
EssaimBaseLayer *
essaim_base_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ESSAIM_TYPE_BASE_LAYER, "viewport", viewport, NULL);
}

/**
 * essaim_base_layer_set_shapes: (skip)
 * @self: a layer
 * @shapes: (nullable): what it draws
 */
void
essaim_base_layer_set_shapes (EssaimBaseLayer *self,
                              EssaimShapes    *shapes)
{
  if (!g_set_object (&self->shapes, shapes))
    return;

  g_clear_pointer (&self->picture, picture_free);
  self->generation++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_base_layer_set_style: (skip)
 * @self: a layer
 * @style: how it draws, copied; its shapes must belong to those of the layer
 */
void
essaim_base_layer_set_style (EssaimBaseLayer       *self,
                             const EssaimBaseStyle *style)
{
  self->style = *style;
  self->generation++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_projection_of_layer: (skip)
 * @layer: a layer of a map
 *
 * Returns: what it shows, of its present size
 */
EssaimProjection
essaim_projection_of_layer (ShumateLayer *layer)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (layer);
  double lat = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  double lon = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  EssaimWorldPoint middle = essaim_world_from_degrees (lat, lon);

  return (EssaimProjection) {
    .x = middle.x,
    .y = middle.y,
    .scale = essaim_zoom_to_scale (shumate_viewport_get_zoom_level (viewport)),
    .width = gtk_widget_get_width (GTK_WIDGET (layer)),
    .height = gtk_widget_get_height (GTK_WIDGET (layer)),
  };
}
