/* essaim-place-map.c: a map on which one place is shown, chosen and moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-place-map-private.h"

#include <math.h>

#include "essaim-base-painter.h"
#include "essaim-map-limits.h"
#include "essaim-map-style.h"

#define WIDTH_PX    280
#define HEIGHT_PX   220
#define PADDING_PX  12.0
#define MARGIN_PX   24.0   /* nearer to the edge, the marker is out of view */
#define MAX_NAMES   40

#define ZOOM_POINT   11.5
#define ZOOM_COMMUNE 10.5

enum { PROP_0, PROP_DARK, PROP_HIGH_CONTRAST, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { PLACED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimPlaceMap, essaim_place_map, GTK_TYPE_WIDGET)

/**
 * essaim_place_map_show_france: (skip)
 * @self: a map
 */
void
essaim_place_map_show_france (EssaimPlaceMap *self)
{
  EssaimWorldBox france = essaim_map_limits_get_france ();

  self->view.x = (france.west + france.east) / 2.0;
  self->view.y = (france.north + france.south) / 2.0;
  self->view.scale = essaim_projection_fit (&self->view, &france, PADDING_PX);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_place (EssaimPlaceMap *self)
{
  self->view.x = self->place.x;
  self->view.y = self->place.y;
  self->view.scale = essaim_zoom_to_scale (self->exact ? ZOOM_POINT : ZOOM_COMMUNE);
  essaim_map_limits_apply (&self->view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first view follows from the first size. */
static void
choose_view (EssaimPlaceMap *self)
{
  self->placed = self->view.width > 0 && self->view.height > 0;
  if (!self->placed)
    return;

  if (self->has_place)
    show_place (self);
  else
    essaim_place_map_show_france (self);
}

/**
 * essaim_place_map_is_in_view: (skip)
 * @self: a map
 * @point: somewhere
 *
 * Returns: whether it can be seen, and not only at the edge
 */
gboolean
essaim_place_map_is_in_view (EssaimPlaceMap   *self,
                             EssaimWorldPoint  point)
{
  double x, y;

  essaim_projection_to_view (&self->view, point, &x, &y);

  return x >= MARGIN_PX && y >= MARGIN_PX && x <= self->view.width - MARGIN_PX && y <= self->view.height - MARGIN_PX;
}

/**
 * essaim_place_map_place_at: (skip)
 * @self: a map
 * @x: pixels of the view
 * @y: pixels
 *
 * What the person does to the marker; one that was moved by hand is a point.
 */
void
essaim_place_map_place_at (EssaimPlaceMap *self,
                           double          x,
                           double          y)
{
  double lat, lon;

  self->place = essaim_projection_from_view (&self->view, CLAMP (x, 0, self->view.width),
                                             CLAMP (y, 0, self->view.height));
  self->has_place = self->exact = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  essaim_world_to_degrees (self->place, &lat, &lon);
  g_signal_emit (self, signals[PLACED], 0, lat, lon);
}

/**
 * essaim_place_map_pan: (skip)
 * @self: a map
 * @dx: pixels to the east
 * @dy: pixels to the south
 */
void
essaim_place_map_pan (EssaimPlaceMap *self,
                      double          dx,
                      double          dy)
{
  self->view.x += dx / self->view.scale;
  self->view.y += dy / self->view.scale;
  essaim_map_limits_apply (&self->view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is under (x, y) stays there. */
static void
zoom_at (EssaimPlaceMap *self,
         double          factor,
         double          x,
         double          y)
{
  EssaimWorldPoint fixed = essaim_projection_from_view (&self->view, x, y);

  self->view.scale *= factor;
  essaim_map_limits_apply (&self->view);
  self->view.x = fixed.x - (x - self->view.width / 2.0) / self->view.scale;
  self->view.y = fixed.y - (y - self->view.height / 2.0) / self->view.scale;
  essaim_map_limits_apply (&self->view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_painted (EssaimPlaceMap *self,
            int             scale)
{
  return self->base != NULL && self->painted.x == self->view.x && self->painted.y == self->view.y &&
         self->painted.scale == self->view.scale && self->painted.width == self->view.width &&
         self->painted.height == self->view.height && self->painted_scale == scale;
}

/* A marker that is dragged leaves the land below it as it is. */
static void
paint_base (EssaimPlaceMap *self,
            int             scale)
{
  EssaimBaseStyle style = { .palette = self->palette, .with_limits = TRUE, .line_scale = 1.0 };
  cairo_t *cr;

  if (is_painted (self, scale))
    return;

  g_clear_pointer (&self->base, cairo_surface_destroy);
  self->base = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->view.width) * scale,
                                           (int) ceil (self->view.height) * scale);
  cairo_surface_set_device_scale (self->base, scale, scale);
  cr = cairo_create (self->base);
  essaim_base_paint (cr, essaim_reference_get_shapes (self->reference), &self->view, &style);
  cairo_destroy (cr);
  self->painted = self->view;
  self->painted_scale = scale;
}

static void
draw_mark (EssaimPlaceMap    *self,
           EssaimCanvas      *canvas,
           EssaimWorldPoint   point,
           EssaimMark         mark,
           EssaimSpriteState  state)
{
  double x, y;

  essaim_projection_to_view (&self->view, point, &x, &y);
  essaim_canvas_draw (canvas, essaim_sprites_get_mark (self->sprites, mark, state), x, y);
}

static void
draw_names_and_marks (EssaimPlaceMap *self,
                      GtkSnapshot    *snapshot,
                      int             scale)
{
  const EssaimNaming naming = { ESSAIM_NO_TERRITORY, ESSAIM_NO_TERRITORY, G_MAXUINT, FALSE };
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  EssaimCanvas canvas;

  if (self->sprites == NULL)
    self->sprites = essaim_sprites_new (context, &self->palette, scale);
  else
    essaim_sprites_fit (self->sprites, context, scale);

  essaim_map_labels_place (self->labels, &self->view, 0.0, NULL, self->sprites, &naming);
  essaim_canvas_begin (&canvas, GTK_WIDGET (self), snapshot);
  essaim_map_labels_draw (self->labels, &self->view, self->sprites, &canvas, MAX_NAMES);
  if (self->has_former)
    draw_mark (self, &canvas, self->former, ESSAIM_MARK_DOT, ESSAIM_SPRITE_FADED);
  if (self->has_place)
    draw_mark (self, &canvas, self->place, self->exact ? ESSAIM_MARK_MAIN : ESSAIM_MARK_SELECTED, ESSAIM_SPRITE_PLAIN);
  essaim_canvas_end (&canvas);
}

static void
essaim_place_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EssaimPlaceMap *self = ESSAIM_PLACE_MAP (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_t *cr;

  if (self->reference == NULL || !self->placed)
    return;

  paint_base (self, scale);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height));
  cairo_set_source_surface (cr, self->base, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  draw_names_and_marks (self, snapshot, scale);
}

static void
essaim_place_map_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
essaim_place_map_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  EssaimPlaceMap *self = ESSAIM_PLACE_MAP (widget);

  self->view.width = width;
  self->view.height = height;
  if (!self->placed)
    choose_view (self);
}

static void
essaim_place_map_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (essaim_place_map_parent_class)->realize (widget);

  essaim_map_style_add (gtk_widget_get_display (widget));
}

static void
update_palette (EssaimPlaceMap *self)
{
  essaim_map_palette_init (&self->palette, self->dark, self->high_contrast);
  g_clear_pointer (&self->sprites, essaim_sprites_free);
  g_clear_pointer (&self->base, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
essaim_place_map_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  EssaimPlaceMap *self = ESSAIM_PLACE_MAP (object);

  if (prop_id == PROP_DARK)
    g_value_set_boolean (value, self->dark);
  else if (prop_id == PROP_HIGH_CONTRAST)
    g_value_set_boolean (value, self->high_contrast);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_place_map_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  EssaimPlaceMap *self = ESSAIM_PLACE_MAP (object);

  if (prop_id == PROP_DARK)
    self->dark = g_value_get_boolean (value);
  else if (prop_id == PROP_HIGH_CONTRAST)
    self->high_contrast = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  update_palette (self);
}

static void
essaim_place_map_finalize (GObject *object)
{
  EssaimPlaceMap *self = ESSAIM_PLACE_MAP (object);

  g_clear_pointer (&self->labels, essaim_map_labels_free);
  g_clear_pointer (&self->sprites, essaim_sprites_free);
  g_clear_pointer (&self->base, cairo_surface_destroy);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (essaim_place_map_parent_class)->finalize (object);
}

static void
essaim_place_map_class_init (EssaimPlaceMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = essaim_place_map_finalize;
  object_class->get_property = essaim_place_map_get_property;
  object_class->set_property = essaim_place_map_set_property;
  widget_class->measure = essaim_place_map_measure;
  widget_class->size_allocate = essaim_place_map_size_allocate;
  widget_class->snapshot = essaim_place_map_snapshot;
  widget_class->realize = essaim_place_map_realize;

  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PLACED] = g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "essaim-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
essaim_place_map_init (EssaimPlaceMap *self)
{
  essaim_place_map_init_input (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  essaim_map_palette_init (&self->palette, FALSE, FALSE);
}

/**
 * essaim_place_map_set_reference: (skip)
 * @self: a map
 * @reference: shapes and names; once only
 */
void
essaim_place_map_set_reference (EssaimPlaceMap  *self,
                                EssaimReference *reference)
{
  g_return_if_fail (ESSAIM_IS_PLACE_MAP (self));
  g_return_if_fail (self->reference == NULL);

  self->reference = g_object_ref (reference);
  self->labels = essaim_map_labels_new (reference);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_place_map_set_place: (skip)
 * @self: a map
 * @lat: degrees; NAN takes the marker away
 * @lon: degrees
 * @exact: whether it is a point, not the middle of a commune
 *
 * The map goes there when that is out of view.
 */
void
essaim_place_map_set_place (EssaimPlaceMap *self,
                            double          lat,
                            double          lon,
                            gboolean        exact)
{
  gboolean known = isfinite (lat) && isfinite (lon);

  g_return_if_fail (ESSAIM_IS_PLACE_MAP (self));

  self->has_place = known;
  self->exact = exact;
  if (known)
    self->place = essaim_world_from_degrees (lat, lon);
  if (self->placed && known &&
      (!essaim_place_map_is_in_view (self, self->place) ||
       essaim_projection_get_zoom (&self->view) < ZOOM_COMMUNE - 1.0))
    show_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_place_map_set_former: (skip)
 * @self: a map
 * @lat: degrees; NAN where there is none
 * @lon: degrees
 *
 * Shows, paler, where the place was before it was moved.
 */
void
essaim_place_map_set_former (EssaimPlaceMap *self,
                             double          lat,
                             double          lon)
{
  g_return_if_fail (ESSAIM_IS_PLACE_MAP (self));

  self->has_former = isfinite (lat) && isfinite (lon);
  if (self->has_former)
    self->former = essaim_world_from_degrees (lat, lon);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_place_map_zoom: (skip)
 * @self: a map
 * @factor: how many times as large; about the marker where it is in view
 */
void
essaim_place_map_zoom (EssaimPlaceMap *self,
                       double          factor)
{
  double x = self->view.width / 2.0, y = self->view.height / 2.0;

  g_return_if_fail (ESSAIM_IS_PLACE_MAP (self));

  if (!self->placed)
    return;

  if (self->has_place && essaim_place_map_is_in_view (self, self->place))
    essaim_projection_to_view (&self->view, self->place, &x, &y);
  zoom_at (self, factor, x, y);
}
