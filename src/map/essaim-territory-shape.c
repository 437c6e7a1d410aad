/* essaim-territory-shape.c: the outline of a territory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-shape.h"

#include <math.h>

/* Degrees round a commune's point: its box is that point. */
#define COMMUNE_DEGREES 0.06

static EssaimShapeLayer
get_layer (EssaimTerritoryKind kind)
{
  switch (kind)
    {
    case ESSAIM_TERRITORY_COMMUNE:
      return ESSAIM_SHAPES_COMMUNES;
    case ESSAIM_TERRITORY_EPCI:
      return ESSAIM_SHAPES_EPCI;
    case ESSAIM_TERRITORY_EPT:
      return ESSAIM_SHAPES_EPT;
    case ESSAIM_TERRITORY_DEPARTEMENT:
      return ESSAIM_SHAPES_DEPARTEMENTS;
    case ESSAIM_TERRITORY_REGION:
      return ESSAIM_SHAPES_REGIONS;
    case ESSAIM_TERRITORY_LABEL:
    default:
      return ESSAIM_SHAPES_TERRITORIES;
    }
}

/**
 * essaim_territory_get_shape: (skip)
 * @reference: the shipped facts
 * @territory: a territory
 *
 * Returns: (transfer none) (nullable): its outline, where there is one
 */
const EssaimShape *
essaim_territory_get_shape (EssaimReference *reference,
                            guint            territory)
{
  const EssaimTerritory *facts = essaim_territories_get (essaim_reference_get_territories (reference), territory);

  return essaim_shapes_lookup (essaim_reference_get_shapes (reference), get_layer (facts->kind),
                               facts->kind == ESSAIM_TERRITORY_LABEL ? facts->id : facts->code);
}

/**
 * essaim_territory_get_box: (skip)
 * @reference: the shipped facts
 * @territory: a territory
 * @box: (out): round its outline, or else round the points of its communes
 *
 * Returns: whether it is known where the territory lies
 */
gboolean
essaim_territory_get_box (EssaimReference *reference,
                          guint            territory,
                          EssaimWorldBox  *box)
{
  const EssaimTerritory *facts = essaim_territories_get (essaim_reference_get_territories (reference), territory);
  const EssaimShape *shape = essaim_territory_get_shape (reference, territory);

  if (shape != NULL)
    *box = essaim_world_box_of_shape (shape);
  else if (facts->n_communes > 0 && isfinite (facts->west) && isfinite (facts->south))
    *box = essaim_world_box_from_degrees (facts->west - COMMUNE_DEGREES, facts->south - COMMUNE_DEGREES,
                                          facts->east + COMMUNE_DEGREES, facts->north + COMMUNE_DEGREES);
  else
    return FALSE;

  return TRUE;
}
