/* essaim-shapes.c: the outlines that the map draws, read from shapes.bin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shapes.h"

#include "essaim-geo-file.h"
#include "essaim-geometry.h"

#include <string.h>

/* The tables of build-aux/compilegeo/shapes.py. */
enum
{
  TABLE_LAYERS = 1,
  TABLE_SHAPES,
  TABLE_RINGS,
  TABLE_POINTS,
};

typedef struct
{
  guint32 first;
  guint32 n;
} LayerRow;

typedef struct
{
  guint32          id;
  guint32          name;
  EssaimWorldPoint low;
  EssaimWorldPoint high;
  EssaimWorldPoint label;
  guint32          first_ring;
  guint32          n_rings;
  guint32          first_point;
  guint32          n_points;
} ShapeRow;

struct _EssaimShapes
{
  GObject parent_instance;

  /* Owned */
  EssaimGeoFile *file;
  EssaimShape   *shapes;

  /* Borrowed from the file */
  const LayerRow *layers;
};

G_DEFINE_FINAL_TYPE (EssaimShapes, essaim_shapes, G_TYPE_OBJECT)

static gboolean
is_within (guint32 first,
           guint32 n,
           guint   total)
{
  return first <= total && n <= total - first;
}

static gboolean
are_ring_ends (const guint32 *ends,
               guint          n_rings,
               guint          n_points)
{
  guint32 previous = 0;

  for (guint i = 0; i < n_rings; i++)
    {
      if (ends[i] <= previous || ends[i] > n_points)
        return FALSE;
      previous = ends[i];
    }

  return TRUE;
}

static gboolean
read_shapes (EssaimShapes *self)
{
  guint n_shapes, n_rings, n_points;
  const ShapeRow *rows = essaim_geo_file_get_table (self->file, TABLE_SHAPES, sizeof (ShapeRow), &n_shapes);
  const guint32 *rings = essaim_geo_file_get_table (self->file, TABLE_RINGS, sizeof (guint32), &n_rings);
  const EssaimWorldPoint *points = essaim_geo_file_get_table (self->file, TABLE_POINTS, sizeof (EssaimWorldPoint),
                                                              &n_points);

  if (rows == NULL || rings == NULL || points == NULL)
    return FALSE;

  self->shapes = g_new0 (EssaimShape, n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    {
      const ShapeRow *row = &rows[i];
      EssaimShape *shape = &self->shapes[i];

      if (!is_within (row->first_ring, row->n_rings, n_rings) ||
          !is_within (row->first_point, row->n_points, n_points) ||
          !are_ring_ends (rings + row->first_ring, row->n_rings, row->n_points))
        return FALSE;

      shape->id = essaim_geo_file_get_text (self->file, row->id);
      shape->name = essaim_geo_file_get_text (self->file, row->name);
      shape->low = row->low;
      shape->high = row->high;
      shape->label = row->label;
      shape->n_rings = row->n_rings;
      shape->ring_ends = rings + row->first_ring;
      shape->points = points + row->first_point;
      if (shape->id == NULL || shape->name == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_layers (EssaimShapes *self)
{
  guint n_layers, n_shapes;

  self->layers = essaim_geo_file_get_table (self->file, TABLE_LAYERS, sizeof (LayerRow), &n_layers);
  if (self->layers == NULL || n_layers != ESSAIM_N_SHAPE_LAYERS)
    return FALSE;

  essaim_geo_file_get_table (self->file, TABLE_SHAPES, sizeof (ShapeRow), &n_shapes);
  for (guint i = 0; i < n_layers; i++)
    if (!is_within (self->layers[i].first, self->layers[i].n, n_shapes))
      return FALSE;

  return TRUE;
}

static void
essaim_shapes_finalize (GObject *object)
{
  EssaimShapes *self = ESSAIM_SHAPES (object);

  g_free (self->shapes);
  g_clear_pointer (&self->file, essaim_geo_file_free);

  G_OBJECT_CLASS (essaim_shapes_parent_class)->finalize (object);
}

static void
essaim_shapes_class_init (EssaimShapesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_shapes_finalize;
}

static void
essaim_shapes_init (EssaimShapes *self)
{
}

/**
 * essaim_shapes_new:
 * @path: `geo/shapes.bin` of the shipped data
 * @error: return location for an error of `ESSAIM_REFERENCE_ERROR`
 *
 * Maps the shapes; the result never changes and may be read by any thread.
 *
 * Returns: (transfer full) (nullable): the shapes
 */
EssaimShapes *
essaim_shapes_new (const char  *path,
                   GError     **error)
{
  g_autoptr (EssaimShapes) self = g_object_new (ESSAIM_TYPE_SHAPES, NULL);

  self->file = essaim_geo_file_new (path, "EssaimSh", error);
  if (self->file == NULL)
    return NULL;

  if (!read_shapes (self) || !read_layers (self))
    {
      essaim_geo_file_set_damaged (self->file, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * essaim_shapes_get_n:
 * @self: the shapes
 * @layer: a layer
 *
 * Returns: how many shapes the layer has
 */
guint
essaim_shapes_get_n (EssaimShapes     *self,
                     EssaimShapeLayer  layer)
{
  return self->layers[layer].n;
}

/**
 * essaim_shapes_get:
 * @self: the shapes
 * @layer: a layer
 * @i: the number of a shape in the layer, where they are sorted by id
 *
 * Returns: (transfer none): the shape
 */
const EssaimShape *
essaim_shapes_get (EssaimShapes     *self,
                   EssaimShapeLayer  layer,
                   guint             i)
{
  g_return_val_if_fail (i < self->layers[layer].n, NULL);

  return &self->shapes[self->layers[layer].first + i];
}

/**
 * essaim_shapes_lookup:
 * @self: the shapes
 * @layer: a layer
 * @id: (nullable): an INSEE code, a SIREN, or the id of a labelled territory
 *
 * Returns: (transfer none) (nullable): the shape of that id, or %NULL where there is none
 */
const EssaimShape *
essaim_shapes_lookup (EssaimShapes     *self,
                      EssaimShapeLayer  layer,
                      const char       *id)
{
  const EssaimShape *shapes = self->shapes + self->layers[layer].first;
  guint low = 0, high = self->layers[layer].n;

  while (id != NULL && low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (id, shapes[middle].id);

      if (order == 0)
        return &shapes[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/**
 * essaim_shapes_at:
 * @self: the shapes
 * @layer: a layer
 * @lat: latitude in degrees
 * @lon: longitude in degrees
 *
 * Finds the shape in which a place lies. Labelled territories may overlap: the first by id is meant.
 *
 * Returns: (transfer none) (nullable): the shape, or %NULL where there is none
 */
const EssaimShape *
essaim_shapes_at (EssaimShapes     *self,
                  EssaimShapeLayer  layer,
                  double            lat,
                  double            lon)
{
  const EssaimShape *shapes = self->shapes + self->layers[layer].first;
  EssaimWorldPoint point = essaim_world_from_degrees (lat, lon);

  for (guint i = 0; i < self->layers[layer].n; i++)
    if (essaim_shape_contains (&shapes[i], point))
      return &shapes[i];

  return NULL;
}
