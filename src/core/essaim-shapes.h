/* essaim-shapes.h: the outlines that the map draws, ready in world units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** EssaimShapeLayer: what a shape is, and for which scale. */
typedef enum
{
  ESSAIM_SHAPES_COUNTRIES,
  ESSAIM_SHAPES_FRANCE,
  ESSAIM_SHAPES_FRANCE_LOW,
  ESSAIM_SHAPES_REGIONS,
  ESSAIM_SHAPES_REGIONS_LOW,
  ESSAIM_SHAPES_DEPARTEMENTS,
  ESSAIM_SHAPES_DEPARTEMENTS_LOW,
  ESSAIM_SHAPES_EPCI,
  ESSAIM_SHAPES_EPCI_LOW,
  ESSAIM_SHAPES_EPT,
  ESSAIM_SHAPES_COMMUNES,
  ESSAIM_SHAPES_TERRITORIES,
  ESSAIM_SHAPES_TERRITORIES_LOW,
} EssaimShapeLayer;
#define ESSAIM_N_SHAPE_LAYERS 13

/** EssaimWorldPoint: Web Mercator, 0–2³² from west to east and from north to south. */
typedef struct
{
  guint32 x;
  guint32 y;
} EssaimWorldPoint;

/** EssaimShape: rings filled by the even-odd rule; everything belongs to the EssaimShapes. */
typedef struct
{
  const char             *id;
  const char             *name;
  EssaimWorldPoint        low;      /* north-west corner */
  EssaimWorldPoint        high;     /* south-east corner */
  EssaimWorldPoint        label;    /* inside, farthest from the edge; 0,0 when not known */
  guint                   n_rings;
  const guint32          *ring_ends;/* n_rings ends (exclusive) in points */
  const EssaimWorldPoint *points;
} EssaimShape;

#define ESSAIM_TYPE_SHAPES (essaim_shapes_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShapes, essaim_shapes, ESSAIM, SHAPES, GObject)

EssaimShapes      *essaim_shapes_new    (const char *path, GError **error);
guint              essaim_shapes_get_n  (EssaimShapes *self, EssaimShapeLayer layer);
const EssaimShape *essaim_shapes_get    (EssaimShapes *self, EssaimShapeLayer layer, guint i);
const EssaimShape *essaim_shapes_lookup (EssaimShapes *self, EssaimShapeLayer layer, const char *id);
const EssaimShape *essaim_shapes_at     (EssaimShapes *self, EssaimShapeLayer layer, double lat, double lon);

G_END_DECLS
