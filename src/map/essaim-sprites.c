/* essaim-sprites.c: cells, dots and names of the map, painted once and then copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sprites.h"

#include <math.h>

#include <gsk/gsk.h>

#include "essaim-hexagon.h"

/* While the zoom moves, cells come in every size: the old ones are dropped now and then. */
#define MAX_SPRITES 3000
#define MARGIN_PX   4.0

struct _EssaimSprites
{
  /* Owned */
  PangoContext         *context;
  PangoFontDescription *font;
  GHashTable           *marks;     /* key → EssaimSprite */
  GHashTable           *labels;    /* style and text → EssaimSprite */

  EssaimMapPalette      palette;
  int                   scale;
};

static void
sprite_free (gpointer data)
{
  EssaimSprite *sprite = data;

  g_clear_pointer (&sprite->surface, cairo_surface_destroy);
  g_clear_object (&sprite->texture);
  g_clear_object (&sprite->layout);
  g_free (sprite);
}

/* What a mark is of. */
typedef enum
{
  KIND_CELL,
  KIND_COUNT,
  KIND_RING,
  KIND_MARK,
} Kind;

/* Hundreds are looked up for a frame: 2 bits of kind, 4 and 5 bits of looks, 21 bits of a number. */
static gpointer
make_key (Kind  kind,
          guint look,
          guint size,
          guint number)
{
  return GUINT_TO_POINTER (kind | look << 2 | size << 6 | MIN (number, (1u << 21) - 1) << 11);
}

static EssaimSprite *
add_sprite (GHashTable *sprites,
            gpointer    key,
            double      width,
            double      height)
{
  EssaimSprite *sprite = g_new0 (EssaimSprite, 1);

  if (g_hash_table_size (sprites) >= MAX_SPRITES)
    g_hash_table_remove_all (sprites);

  /* Even numbers: the middle is then a whole pixel. */
  sprite->width = 2.0 * ceil (width / 2.0 + MARGIN_PX);
  sprite->height = 2.0 * ceil (height / 2.0 + MARGIN_PX);
  g_hash_table_insert (sprites, key, sprite);

  return sprite;
}

static cairo_t *
begin_painting (EssaimSprites *self,
                EssaimSprite  *sprite)
{
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) sprite->width * self->scale,
                                                (int) sprite->height * self->scale);
  cairo_surface_set_device_scale (sprite->surface, self->scale, self->scale);

  return cairo_create (sprite->surface);
}

static PangoLayout *
new_layout (EssaimSprites *self,
            const char    *text,
            double         size,
            PangoWeight    weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (self->font);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static void
get_label_look (EssaimLabelStyle  style,
                double           *size,
                PangoWeight      *weight)
{
  *size = style == ESSAIM_LABEL_REGION ? 13.0 : style == ESSAIM_LABEL_TOWN ? 11.5 : 12.0;
  *weight = style == ESSAIM_LABEL_TOWN ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD;
}

static void
draw_label (EssaimSprites    *self,
            cairo_t          *cr,
            PangoLayout      *layout,
            EssaimLabelStyle  style)
{
  gboolean is_place = style == ESSAIM_LABEL_REGION || style == ESSAIM_LABEL_TERRITORY;

  cairo_move_to (cr, MARGIN_PX, MARGIN_PX);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 3.0);
  gdk_cairo_set_source_rgba (cr, &self->palette.label_halo);
  cairo_stroke (cr);

  cairo_move_to (cr, MARGIN_PX, MARGIN_PX);
  gdk_cairo_set_source_rgba (cr, is_place ? &self->palette.place_label : &self->palette.town_label);
  pango_cairo_show_layout (cr, layout);
}

static GdkTexture *
make_texture (EssaimSprite *sprite)
{
  cairo_surface_t *surface = sprite->surface;
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * essaim_sprites_new: (skip)
 * @context: for the font
 * @palette: the colours, copied
 * @scale: device pixels of a pixel
 *
 * Returns: (transfer full): no sprites yet; they are painted when asked for
 */
EssaimSprites *
essaim_sprites_new (PangoContext           *context,
                    const EssaimMapPalette *palette,
                    int                     scale)
{
  EssaimSprites *self = g_new0 (EssaimSprites, 1);

  self->context = g_object_ref (context);
  self->font = pango_font_description_copy (pango_context_get_font_description (context));
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, sprite_free);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sprite_free);
  self->palette = *palette;
  self->scale = scale;

  return self;
}

/**
 * essaim_sprites_free: (skip)
 * @self: sprites
 */
void
essaim_sprites_free (EssaimSprites *self)
{
  g_object_unref (self->context);
  pango_font_description_free (self->font);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->labels);
  g_free (self);
}

/**
 * essaim_sprites_fit: (skip)
 * @self: sprites
 * @context: for the font
 * @scale: device pixels of a pixel
 *
 * Returns: whether they are of this font and this scale
 */
gboolean
essaim_sprites_fit (EssaimSprites *self,
                    PangoContext  *context,
                    int            scale)
{
  return self->scale == scale && pango_font_description_equal (self->font,
                                                               pango_context_get_font_description (context));
}

/**
 * essaim_sprites_get_palette: (skip)
 * @self: sprites
 *
 * Returns: (transfer none): their colours
 */
const EssaimMapPalette *
essaim_sprites_get_palette (EssaimSprites *self)
{
  return &self->palette;
}

/**
 * essaim_sprites_get_cell: (skip)
 * @self: sprites
 * @count: records in the cell, at least 2
 * @step: by how much the levels are stretched
 * @radius: of the honeycomb's cell, in pixels
 * @state: how it looks beside the others
 *
 * Returns: (transfer none): the cell without its count, to be drawn at once
 */
EssaimSprite *
essaim_sprites_get_cell (EssaimSprites     *self,
                         guint              count,
                         guint              step,
                         double             radius,
                         EssaimSpriteState  state)
{
  int rounded = (int) round (radius);
  guint level = essaim_map_palette_get_level (&self->palette, count, step) - self->palette.levels;
  gpointer key = make_key (KIND_CELL, state, level, rounded);
  EssaimSprite *sprite = g_hash_table_lookup (self->marks, key);

  if (sprite == NULL)
    {
      cairo_t *cr;

      sprite = add_sprite (self->marks, key, rounded * 2.0, rounded * 2.0);
      cr = begin_painting (self, sprite);
      essaim_cell_draw (cr, sprite->width / 2.0, sprite->height / 2.0, rounded, count, step, NULL, &self->palette, state);
      cairo_destroy (cr);
    }

  return sprite;
}

/**
 * essaim_sprites_get_count: (skip)
 * @self: sprites
 * @count: records in a cell, at least 2
 * @step: by how much the levels are stretched
 * @radius: of the honeycomb's cell, in pixels
 *
 * Returns: (transfer none): the count, to be drawn at once
 */
EssaimSprite *
essaim_sprites_get_count (EssaimSprites *self,
                          guint          count,
                          guint          step,
                          double         radius)
{
  const EssaimLevelColors *level = essaim_map_palette_get_level (&self->palette, count, step);
  double size = radius < 16.0 ? 10.0 : count >= 1000 ? 11.0 : 12.0;
  gpointer key = make_key (KIND_COUNT, (guint) (level - self->palette.levels), (guint) size, count);
  EssaimSprite *sprite = g_hash_table_lookup (self->marks, key);

  if (sprite == NULL)
    {
      g_autofree char *written = essaim_format_count (count);
      g_autoptr (PangoLayout) layout = new_layout (self, written, size, PANGO_WEIGHT_BOLD);
      int width, height;
      cairo_t *cr;

      pango_layout_get_pixel_size (layout, &width, &height);
      sprite = add_sprite (self->marks, key, width, height);
      cr = begin_painting (self, sprite);
      essaim_count_draw (cr, sprite->width / 2.0, sprite->height / 2.0, layout, &level->text);
      cairo_destroy (cr);
    }

  return sprite;
}

/**
 * essaim_sprites_get_ring: (skip)
 * @self: sprites
 * @radius: of the honeycomb's cell, in pixels
 *
 * Returns: (transfer none): what goes round the cell of a chosen place
 */
EssaimSprite *
essaim_sprites_get_ring (EssaimSprites *self,
                         double         radius)
{
  int rounded = (int) round (radius);
  gpointer key = make_key (KIND_RING, 0, 0, rounded);
  EssaimSprite *sprite = g_hash_table_lookup (self->marks, key);

  if (sprite == NULL)
    {
      cairo_t *cr;

      sprite = add_sprite (self->marks, key, rounded * 2.0, rounded * 2.0);
      cr = begin_painting (self, sprite);
      essaim_ring_draw (cr, sprite->width / 2.0, sprite->height / 2.0, rounded, &self->palette);
      cairo_destroy (cr);
    }

  return sprite;
}

/**
 * essaim_sprites_get_mark: (skip)
 * @self: sprites
 * @mark: what stands at a point
 * @state: how it looks beside the others
 *
 * Returns: (transfer none): the mark, to be drawn at once
 */
EssaimSprite *
essaim_sprites_get_mark (EssaimSprites     *self,
                         EssaimMark         mark,
                         EssaimSpriteState  state)
{
  gpointer key = make_key (KIND_MARK, state, mark, 0);
  EssaimSprite *sprite = g_hash_table_lookup (self->marks, key);

  if (sprite == NULL)
    {
      cairo_t *cr;

      sprite = add_sprite (self->marks, key, 32.0, 32.0);
      cr = begin_painting (self, sprite);
      essaim_mark_draw (cr, sprite->width / 2.0, sprite->height / 2.0, mark, &self->palette, state);
      cairo_destroy (cr);
    }

  return sprite;
}

/**
 * essaim_sprites_get_label: (skip)
 * @self: sprites
 * @text: a name
 * @style: of what
 *
 * Returns: (transfer none): the name with its halo, measured, and painted if it was before
 */
EssaimSprite *
essaim_sprites_get_label (EssaimSprites    *self,
                          const char       *text,
                          EssaimLabelStyle  style)
{
  g_autofree char *key = g_strdup_printf ("%d%s", style, text);
  EssaimSprite *sprite = g_hash_table_lookup (self->labels, key);

  if (sprite == NULL)
    {
      PangoLayout *layout;
      PangoWeight weight;
      double size;
      int width, height;

      get_label_look (style, &size, &weight);
      layout = new_layout (self, text, size, weight);
      pango_layout_get_pixel_size (layout, &width, &height);
      sprite = add_sprite (self->labels, g_steal_pointer (&key), width, height);
      sprite->layout = layout;
      sprite->style = style;
    }

  return sprite;
}

/**
 * essaim_sprites_paint_label: (skip)
 * @self: sprites
 * @sprite: a name that was only measured
 */
void
essaim_sprites_paint_label (EssaimSprites *self,
                            EssaimSprite  *sprite)
{
  cairo_t *cr = begin_painting (self, sprite);

  draw_label (self, cr, sprite->layout, sprite->style);
  cairo_destroy (cr);
  g_clear_object (&sprite->layout);
}

/**
 * essaim_canvas_begin: (skip)
 * @canvas: (out): to draw to
 * @widget: the widget that draws
 * @snapshot: its snapshot
 */
void
essaim_canvas_begin (EssaimCanvas *canvas,
                     GtkWidget    *widget,
                     GtkSnapshot  *snapshot)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  canvas->snapshot = snapshot;
  canvas->scale = gtk_widget_get_scale_factor (widget);
  canvas->cr = NULL;
  if (renderer == NULL || g_type_is_a (G_OBJECT_TYPE (renderer), GSK_TYPE_CAIRO_RENDERER))
    canvas->cr = gtk_snapshot_append_cairo (snapshot,
                                            &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                 gtk_widget_get_height (widget)));
}

/**
 * essaim_canvas_draw: (skip)
 * @canvas: where to
 * @sprite: what
 * @x: where its middle goes; brought to a whole device pixel
 * @y: where its middle goes
 */
void
essaim_canvas_draw (EssaimCanvas *canvas,
                    EssaimSprite *sprite,
                    double        x,
                    double        y)
{
  double left = round ((x - sprite->width / 2.0) * canvas->scale) / canvas->scale;
  double top = round ((y - sprite->height / 2.0) * canvas->scale) / canvas->scale;

  if (canvas->cr != NULL)
    {
      cairo_set_source_surface (canvas->cr, sprite->surface, left, top);
      cairo_paint (canvas->cr);
      return;
    }

  if (sprite->texture == NULL)
    sprite->texture = make_texture (sprite);
  gtk_snapshot_append_texture (canvas->snapshot, sprite->texture,
                               &GRAPHENE_RECT_INIT (left, top, sprite->width, sprite->height));
}

/**
 * essaim_canvas_end: (skip)
 * @canvas: what [func@canvas_begin] began
 */
void
essaim_canvas_end (EssaimCanvas *canvas)
{
  g_clear_pointer (&canvas->cr, cairo_destroy);
}

/**
 * essaim_format_count: (skip)
 * @count: a number
 *
 * Returns: (transfer full): it, as short as a cell needs it: “999”, “1,2 k”, “12 k”
 */
char *
essaim_format_count (guint count)
{
  if (count < 1000)
    return g_strdup_printf ("%u", count);
  if (count < 9950)
    return g_strdup_printf ("%.1f\u202fk", count / 1000.0);

  return g_strdup_printf ("%.0f\u202fk", count / 1000.0);
}
