/* essaim-territories-page.h: the atlas, made when it is first looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimTerritoriesPage: a second map and its answer cost time and memory; who only explores never pays for them. */
#define ESSAIM_TYPE_TERRITORIES_PAGE (essaim_territories_page_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritoriesPage, essaim_territories_page, ESSAIM, TERRITORIES_PAGE, AdwBin)

void     essaim_territories_page_set_explorer (EssaimTerritoriesPage *self,
                                               EssaimExplorer        *explorer);
gboolean essaim_territories_page_is_settled   (EssaimTerritoriesPage *self);
void     essaim_territories_page_show         (EssaimTerritoriesPage *self,
                                               guint                  territory);
gboolean essaim_territories_page_can_travel   (EssaimTerritoriesPage *self,
                                               int                    step);
void     essaim_territories_page_travel       (EssaimTerritoriesPage *self,
                                               int                    step);
gboolean essaim_territories_page_go_back      (EssaimTerritoriesPage *self);

G_END_DECLS
