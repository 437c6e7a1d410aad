/* essaim-atlas.h: territories by name, on the map, and one of them opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimAtlas: what the Territories page shows. Its map has all projects, whatever is searched elsewhere.
 *
 * Actions: `atlas.back`, `atlas.forward` (through the territories seen), `atlas.close`. */
#define ESSAIM_TYPE_ATLAS (essaim_atlas_get_type ())
G_DECLARE_FINAL_TYPE (EssaimAtlas, essaim_atlas, ESSAIM, ATLAS, AdwBin)

GtkWidget *essaim_atlas_new        (EssaimExplorer *main_explorer);
gboolean   essaim_atlas_is_settled (EssaimAtlas    *self);
void       essaim_atlas_show       (EssaimAtlas    *self,
                                    guint           territory);
gboolean   essaim_atlas_can_travel (EssaimAtlas    *self,
                                    int             step);
void       essaim_atlas_travel     (EssaimAtlas    *self,
                                    int             step);
gboolean   essaim_atlas_go_back    (EssaimAtlas    *self);

G_END_DECLS
