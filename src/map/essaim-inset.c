/* essaim-inset.c: a small map of an overseas department, with how many records it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-inset.h"

#include "essaim-base-painter.h"
#include "essaim-hexagon.h"

#define WIDTH_PX   54
#define HEIGHT_PX  44
#define RADIUS_PX  7.0f
#define CELL_PX    15.0

struct _EssaimInset
{
  GtkWidget          parent_instance;

  /* Owned */
  EssaimShapes      *shapes;   /* (nullable) */

  /* Borrowed: belongs to the shapes */
  const EssaimShape *shape;

  EssaimMapPalette   palette;
  guint              count;
  guint              step;
};

G_DEFINE_FINAL_TYPE (EssaimInset, essaim_inset, GTK_TYPE_WIDGET)

static void
draw_land (EssaimInset *self,
           cairo_t     *cr)
{
  EssaimWorldBox box = essaim_world_box_of_shape (self->shape);
  EssaimProjection projection = {
    .x = (box.west + box.east) / 2.0,
    .y = (box.north + box.south) / 2.0,
    .width = WIDTH_PX,
    .height = HEIGHT_PX,
  };
  EssaimBaseStyle style = { .palette = self->palette, .line_scale = 0.8, .with_limits = TRUE };

  projection.scale = essaim_projection_fit (&projection, &box, 4.0);
  essaim_base_paint (cr, self->shapes, &projection, &style);
}

static void
draw_count (EssaimInset *self,
            cairo_t     *cr)
{
  g_autofree char *written = essaim_format_count (self->count);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), written);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (bold, pango_attr_size_new_absolute (11 * PANGO_SCALE));
  pango_layout_set_attributes (layout, bold);

  if (self->count == 1)
    essaim_mark_draw (cr, WIDTH_PX / 2.0, HEIGHT_PX / 2.0, ESSAIM_MARK_DOT, &self->palette, ESSAIM_SPRITE_PLAIN);
  else
    essaim_cell_draw (cr, WIDTH_PX / 2.0, HEIGHT_PX / 2.0, CELL_PX, self->count, self->step, layout, &self->palette,
                      ESSAIM_SPRITE_PLAIN);
}

static void
essaim_inset_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  EssaimInset *self = ESSAIM_INSET (widget);
  GdkRGBA edge[4] = { self->palette.region, self->palette.region, self->palette.region, self->palette.region };
  const float width[4] = { 1.0f, 1.0f, 1.0f, 1.0f };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, WIDTH_PX, HEIGHT_PX);
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->shape == NULL)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_land (self, cr);
  if (self->count > 0)
    draw_count (self, cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, width, edge);
}

static void
essaim_inset_measure (GtkWidget      *widget,
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
essaim_inset_finalize (GObject *object)
{
  EssaimInset *self = ESSAIM_INSET (object);

  g_clear_object (&self->shapes);

  G_OBJECT_CLASS (essaim_inset_parent_class)->finalize (object);
}

static void
essaim_inset_class_init (EssaimInsetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = essaim_inset_finalize;
  widget_class->measure = essaim_inset_measure;
  widget_class->snapshot = essaim_inset_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
essaim_inset_init (EssaimInset *self)
{
  essaim_map_palette_init (&self->palette, FALSE, FALSE);
  self->step = 1;
}

/**
 * essaim_inset_new: (skip)
 *
 * Returns: (transfer floating): an empty inset
 */
GtkWidget *
essaim_inset_new (void)
{
  return g_object_new (ESSAIM_TYPE_INSET, NULL);
}

/**
 * essaim_inset_set_shape: (skip)
 * @self: an inset
 * @shapes: the shipped shapes
 * @shape: (nullable): what fills it
 */
void
essaim_inset_set_shape (EssaimInset       *self,
                        EssaimShapes      *shapes,
                        const EssaimShape *shape)
{
  g_set_object (&self->shapes, shapes);
  self->shape = shape;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_inset_set_palette: (skip)
 * @self: an inset
 * @palette: the colours, copied
 */
void
essaim_inset_set_palette (EssaimInset            *self,
                          const EssaimMapPalette *palette)
{
  self->palette = *palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * essaim_inset_set_count: (skip)
 * @self: an inset
 * @count: records there
 * @step: by how much the levels are stretched
 */
void
essaim_inset_set_count (EssaimInset *self,
                        guint        count,
                        guint        step)
{
  if (self->count == count && self->step == step)
    return;

  self->count = count;
  self->step = step;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
