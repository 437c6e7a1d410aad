/* essaim-explorer-places.c: where the person looks: the territory shown, their own, what is under the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explorer-private.h"

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
 */
void
essaim_explorer_set_home (EssaimExplorer *self,
                          guint           territory)
{
  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  if (self->home == territory)
    return;

  self->home = territory;
  g_object_notify (G_OBJECT (self), "home");
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
