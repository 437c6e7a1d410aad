/* essaim-territory-names.h: territories found by their whole names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-territories.h"

G_BEGIN_DECLS

typedef struct _EssaimTerritoryNames EssaimTerritoryNames;

EssaimTerritoryNames *essaim_territory_names_new  (EssaimTerritories *territories);
void                  essaim_territory_names_free (EssaimTerritoryNames *self);
GArray               *essaim_territory_names_find (EssaimTerritoryNames *self, const char *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTerritoryNames, essaim_territory_names_free)

G_END_DECLS
