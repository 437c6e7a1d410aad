/* essaim-sprites.h: cells, dots and names of the map, painted once and then copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-map-palette.h"

G_BEGIN_DECLS

/** EssaimSpriteState: how a cell or a dot looks beside the others. */
typedef enum
{
  ESSAIM_SPRITE_PLAIN,
  ESSAIM_SPRITE_HOVERED,
  ESSAIM_SPRITE_WALKED,   /* the cell of the keyboard */
  ESSAIM_SPRITE_LIT,      /* under the pointer in the list */
  ESSAIM_SPRITE_FADED,    /* while something else is selected */
} EssaimSpriteState;

/** EssaimMark: what stands at the true point of a site. */
typedef enum
{
  ESSAIM_MARK_DOT,
  ESSAIM_MARK_HOLLOW,     /* known to the commune only */
  ESSAIM_MARK_PIN,
  ESSAIM_MARK_SELECTED,
  ESSAIM_MARK_MAIN,       /* of what is selected, the only one */
} EssaimMark;

/** EssaimLabelStyle: of a name on the map. */
typedef enum
{
  ESSAIM_LABEL_REGION,
  ESSAIM_LABEL_TERRITORY,
  ESSAIM_LABEL_CITY,
  ESSAIM_LABEL_TOWN,
} EssaimLabelStyle;

/** EssaimSprite: belongs to the EssaimSprites, until they are cleared. */
typedef struct
{
  cairo_surface_t  *surface;        /* (nullable) while a name was only measured */
  GdkTexture       *texture;        /* (nullable) until a renderer wants it */
  double            width, height;  /* its middle stands on the point */

  /* Of a name, until it is painted */
  PangoLayout      *layout;         /* (nullable) */
  EssaimLabelStyle  style;
} EssaimSprite;

/** EssaimCanvas: where a layer copies sprites to: cairo for the cairo renderer, which would convert each texture at
 * each frame; textures for the others. */
typedef struct
{
  GtkSnapshot *snapshot;
  cairo_t     *cr;                  /* (nullable) */
  int          scale;               /* device pixels of a pixel */
} EssaimCanvas;

typedef struct _EssaimSprites EssaimSprites;

EssaimSprites *essaim_sprites_new       (PangoContext           *context,
                                         const EssaimMapPalette *palette,
                                         int                     scale);
void           essaim_sprites_free      (EssaimSprites          *self);
gboolean       essaim_sprites_fit       (EssaimSprites          *self,
                                         PangoContext           *context,
                                         int                     scale);
EssaimSprite  *essaim_sprites_get_cell  (EssaimSprites          *self,
                                         guint                   count,
                                         guint                   step,
                                         double                  radius,
                                         EssaimSpriteState       state);
const EssaimMapPalette *essaim_sprites_get_palette (EssaimSprites *self);
/* What is written on a cell: another for another count, the same at every zoom. */
EssaimSprite  *essaim_sprites_get_count (EssaimSprites          *self,
                                         guint                   count,
                                         guint                   step,
                                         double                  radius);
EssaimSprite  *essaim_sprites_get_ring  (EssaimSprites          *self,
                                         double                  radius);
EssaimSprite  *essaim_sprites_get_mark  (EssaimSprites          *self,
                                         EssaimMark              mark,
                                         EssaimSpriteState       state);
/* Measured; essaim_sprites_paint_label paints it. */
EssaimSprite  *essaim_sprites_get_label (EssaimSprites          *self,
                                         const char             *text,
                                         EssaimLabelStyle        style);
void           essaim_sprites_paint_label (EssaimSprites        *self,
                                         EssaimSprite           *sprite);

void           essaim_canvas_begin      (EssaimCanvas           *canvas,
                                         GtkWidget              *widget,
                                         GtkSnapshot            *snapshot);
void           essaim_canvas_draw       (EssaimCanvas           *canvas,
                                         EssaimSprite           *sprite,
                                         double                  x,
                                         double                  y);
void           essaim_canvas_end        (EssaimCanvas           *canvas);

char          *essaim_format_count      (guint                   count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimSprites, essaim_sprites_free)

G_END_DECLS
