/* essaim-explorer-places.c: where the person looks: the territory shown, their own, what is under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explorer-private.h"

#include <math.h>

/**
 * essaim_explorer_get_territory:
 * @self: an explorer
 *
 * Returns: the territory shown, or %ESSAIM_NO_TERRITORY
 */
guint
essaim_explorer_get_territory (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), ESSAIM_NO_TERRITORY);

  return self->territory;
}

/**
 * essaim_explorer_set_territory:
 * @self: an explorer
 * @territory: to show, or %ESSAIM_NO_TERRITORY
 */
void
essaim_explorer_set_territory (EssaimExplorer *self,
                               guint           territory)
{
  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  if (self->territory == territory)
    return;

  self->territory = territory;
  g_object_notify (G_OBJECT (self), "territory");
}

/**
 * essaim_explorer_get_home:
 * @self: an explorer
 *
 * Returns: the person's own territory, or %ESSAIM_NO_TERRITORY
 */
guint
essaim_explorer_get_home (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), ESSAIM_NO_TERRITORY);

  return self->home;
}

/**
 * essaim_explorer_set_home:
 * @self: an explorer
 * @territory: the person's own, or %ESSAIM_NO_TERRITORY
 *
 * Results that are ordered by distance are ordered anew.
 */
void
essaim_explorer_set_home (EssaimExplorer *self,
                          guint           territory)
{
  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  if (self->home == territory)
    return;

  self->home = territory;
  self->home_lat = NAN;
  self->home_lon = NAN;
  if (territory != ESSAIM_NO_TERRITORY)
    essaim_territories_get_centre (essaim_reference_get_territories (essaim_explorer_get_reference (self)), territory,
                                   &self->home_lat, &self->home_lon);
  g_object_notify (G_OBJECT (self), "home");
  essaim_explorer_set_query (self, self->query);
}

/**
 * essaim_explorer_get_home_point:
 * @self: an explorer
 * @lat: (out): degrees; NAN without a home, or where its point is not known
 * @lon: (out): degrees, or NAN
 *
 * What distances are measured from.
 */
void
essaim_explorer_get_home_point (EssaimExplorer *self,
                                double         *lat,
                                double         *lon)
{
  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  *lat = self->home_lat;
  *lon = self->home_lon;
}

/**
 * essaim_explorer_get_hover:
 * @self: an explorer
 *
 * Returns: (transfer none): what is under the pointer, in map or list
 */
EssaimHover *
essaim_explorer_get_hover (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return self->hover;
}
