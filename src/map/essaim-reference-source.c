/* essaim-reference-source.c: tells libshumate the size and projection of the world; it has no tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reference-source.h"

#include "essaim-map-limits.h"
#include "essaim-projection.h"

struct _EssaimReferenceSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (EssaimReferenceSource, essaim_reference_source, SHUMATE_TYPE_MAP_SOURCE)

static void
essaim_reference_source_class_init (EssaimReferenceSourceClass *klass)
{
}

static void
essaim_reference_source_init (EssaimReferenceSource *self)
{
}

/**
 * essaim_reference_source_new: (skip)
 *
 * Returns: (transfer full): a source for [method@Shumate.Viewport.set_reference_map_source]
 */
ShumateMapSource *
essaim_reference_source_new (void)
{
  return g_object_new (ESSAIM_TYPE_REFERENCE_SOURCE,
                       "id", "essaim-reference",
                       "name", "Essaim",
                       "tile-size", ESSAIM_TILE_SIZE,
                       "min-zoom-level", ESSAIM_MIN_ZOOM,
                       "max-zoom-level", ESSAIM_MAX_ZOOM,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
}
