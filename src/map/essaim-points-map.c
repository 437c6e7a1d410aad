/* essaim-points-map.c: a still map of many points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-points-map.h"

#include <math.h>

#include "essaim-base-painter.h"
#include "essaim-map-limits.h"

#define NATURAL_PX 420
#define MINIMUM_PX 240
#define PADDING_PX 12.0
#define POINT_PX   2.2
#define INSET_PX   72.0
#define GAP_PX     8.0

/* One painting, for the thread. All owned. */
typedef struct
{
  EssaimShapes    *shapes;
  GArray          *points;        /* (element-type EssaimWorldPoint) */
  cairo_surface_t *surface;

  EssaimBaseStyle  style;
  int              width, height; /* pixels */
  int              scale;
  guint            generation;
} Picture;

struct _EssaimPointsMap
{
  GtkWidget     parent_instance;

  /* Owned */
  EssaimShapes *shapes;       /* (nullable) */
  GArray       *points;       /* (element-type EssaimWorldPoint) */
  Picture      *picture;      /* (nullable) */

  guint         generation;   /* of what is to be painted */
  gboolean      painting;
  gboolean      dark;
  gboolean      high_contrast;
};

enum { PROP_0, PROP_DARK, PROP_HIGH_CONTRAST, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimPointsMap, essaim_points_map, GTK_TYPE_WIDGET)

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->shapes);
  g_array_unref (picture->points);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

static gboolean
holds (const EssaimWorldBox *box,
       EssaimWorldPoint      point)
{
  return point.x >= box->west && point.x <= box->east && point.y >= box->north && point.y <= box->south;
}

/* Points of one pixel are drawn once: what is drawn is bounded by what can be seen. */
static void
draw_points (const Picture          *picture,
             cairo_t                *cr,
             const EssaimProjection *view)
{
  guint stride = (guint) view->width + 1;
  g_autofree guint8 *drawn = g_new0 (guint8, (gsize) stride * ((guint) view->height + 1));

  for (guint i = 0; i < picture->points->len; i++)
    {
      double x, y;

      essaim_projection_to_view (view, g_array_index (picture->points, EssaimWorldPoint, i), &x, &y);
      if (x < 0 || y < 0 || x >= view->width || y >= view->height || drawn[(guint) y * stride + (guint) x])
        continue;

      drawn[(guint) y * stride + (guint) x] = TRUE;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, POINT_PX, 0.0, 2.0 * G_PI);
    }

  gdk_cairo_set_source_rgba (cr, &picture->style.palette.accent);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &picture->style.palette.edge);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
draw_view (const Picture        *picture,
           cairo_t              *cr,
           const EssaimWorldBox *box,
           double                width,
           double                height,
           double                padding)
{
  EssaimProjection view = {
    .x = (box->west + box->east) / 2.0,
    .y = (box->north + box->south) / 2.0,
    .width = width,
    .height = height,
  };

  view.scale = essaim_projection_fit (&view, box, padding);
  essaim_base_paint (cr, picture->shapes, &view, &picture->style);
  draw_points (picture, cr, &view);
}

static gboolean
has_points (const Picture        *picture,
            const EssaimWorldBox *box)
{
  for (guint i = 0; i < picture->points->len; i++)
    if (holds (box, g_array_index (picture->points, EssaimWorldPoint, i)))
      return TRUE;

  return FALSE;
}

static void
draw_inset (const Picture        *picture,
            cairo_t              *cr,
            const EssaimWorldBox *box,
            double                x,
            double                y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, INSET_PX, INSET_PX);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  draw_view (picture, cr, box, INSET_PX, INSET_PX, 4.0);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0.5, 0.5, INSET_PX - 1.0, INSET_PX - 1.0);
  gdk_cairo_set_source_rgba (cr, &picture->style.palette.coast);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The departments over the seas that hold points, along the lower edge. */
static void
draw_insets (const Picture *picture,
             cairo_t       *cr)
{
  double x = GAP_PX;

  for (guint i = 0; i < ESSAIM_N_OVERSEAS; i++)
    {
      const EssaimShape *shape = essaim_shapes_lookup (picture->shapes, ESSAIM_SHAPES_DEPARTEMENTS,
                                                       essaim_overseas_get_department (i));
      EssaimWorldBox box;

      if (shape == NULL)
        continue;
      box = essaim_world_box_of_shape (shape);
      if (!has_points (picture, &box) || x + INSET_PX > picture->width)
        continue;
      draw_inset (picture, cr, &box, x, picture->height - INSET_PX - GAP_PX);
      x += INSET_PX + GAP_PX;
    }
}

static void
paint_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Picture *picture = data;
  EssaimWorldBox france = essaim_map_limits_get_france ();
  cairo_t *cr;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->width * picture->scale,
                                                 picture->height * picture->scale);
  cairo_surface_set_device_scale (picture->surface, picture->scale, picture->scale);
  cr = cairo_create (picture->surface);
  draw_view (picture, cr, &france, picture->width, picture->height, PADDING_PX);
  draw_insets (picture, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
  g_task_return_boolean (task, TRUE);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimPointsMap) self = user_data;

  self->painting = FALSE;
  g_clear_pointer (&self->picture, picture_free);
  self->picture = g_task_get_task_data (G_TASK (result));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static Picture *
picture_new (EssaimPointsMap *self)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->shapes = g_object_ref (self->shapes);
  picture->points = g_array_ref (self->points);
  picture->width = gtk_widget_get_width (GTK_WIDGET (self));
  picture->height = gtk_widget_get_height (GTK_WIDGET (self));
  picture->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  picture->generation = self->generation;
  picture->style.line_scale = 0.8;
  essaim_map_palette_init (&picture->style.palette, self->dark, self->high_contrast);

  return picture;
}

static gboolean
is_right (EssaimPointsMap *self)
{
  const Picture *picture = self->picture;

  return picture != NULL && picture->generation == self->generation &&
         picture->width == gtk_widget_get_width (GTK_WIDGET (self)) &&
         picture->height == gtk_widget_get_height (GTK_WIDGET (self)) &&
         picture->scale == gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* The thread must not be the one to drop the widget: it is the task's user data. */
static void
ask_for_picture (EssaimPointsMap *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->painting)
    return;

  self->painting = TRUE;
  task = g_task_new (NULL, NULL, painted_cb, g_object_ref (self));
  g_task_set_task_data (task, picture_new (self), NULL);
  g_task_run_in_thread (task, paint_thread);
}

static void
essaim_points_map_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  EssaimPointsMap *self = ESSAIM_POINTS_MAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->shapes == NULL || width == 0 || height == 0)
    return;

  if (!is_right (self))
    ask_for_picture (self);
  if (self->picture == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, self->picture->surface, (width - self->picture->width) / 2,
                            (height - self->picture->height) / 2);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
essaim_points_map_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = MINIMUM_PX;
  *natural = NATURAL_PX;
}

static void
essaim_points_map_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  EssaimPointsMap *self = ESSAIM_POINTS_MAP (object);

  if (prop_id == PROP_DARK)
    g_value_set_boolean (value, self->dark);
  else if (prop_id == PROP_HIGH_CONTRAST)
    g_value_set_boolean (value, self->high_contrast);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_points_map_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  EssaimPointsMap *self = ESSAIM_POINTS_MAP (object);

  if (prop_id == PROP_DARK)
    self->dark = g_value_get_boolean (value);
  else if (prop_id == PROP_HIGH_CONTRAST)
    self->high_contrast = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  self->generation++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
essaim_points_map_finalize (GObject *object)
{
  EssaimPointsMap *self = ESSAIM_POINTS_MAP (object);

  g_clear_pointer (&self->picture, picture_free);
  g_clear_object (&self->shapes);
  g_array_unref (self->points);

  G_OBJECT_CLASS (essaim_points_map_parent_class)->finalize (object);
}

static void
essaim_points_map_class_init (EssaimPointsMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = essaim_points_map_finalize;
  object_class->get_property = essaim_points_map_get_property;
  object_class->set_property = essaim_points_map_set_property;
  widget_class->measure = essaim_points_map_measure;
  widget_class->snapshot = essaim_points_map_snapshot;

  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The counts beside it say the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
essaim_points_map_init (EssaimPointsMap *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (EssaimWorldPoint));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * essaim_points_map_show: (skip)
 * @self: a map
 * @reference: the shapes
 * @points: (element-type EssaimPreviewPoint): what is drawn
 */
void
essaim_points_map_show (EssaimPointsMap *self,
                        EssaimReference *reference,
                        GArray          *points)
{
  g_return_if_fail (ESSAIM_IS_POINTS_MAP (self));

  g_set_object (&self->shapes, essaim_reference_get_shapes (reference));
  g_array_unref (self->points);
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (EssaimWorldPoint), points->len);
  for (guint i = 0; i < points->len; i++)
    {
      const EssaimPreviewPoint *at = &g_array_index (points, EssaimPreviewPoint, i);
      EssaimWorldPoint point = essaim_world_from_degrees (at->lat, at->lon);

      g_array_append_val (self->points, point);
    }
  self->generation++;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
