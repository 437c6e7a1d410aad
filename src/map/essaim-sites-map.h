/* essaim-sites-map.h: a small still map of the sites of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimSitesMap: metropolitan France, or the overseas department that all sites are in.
 *
 * Properties `dark` (boolean) and `high-contrast` (boolean): bind both to the style manager.
 */
#define ESSAIM_TYPE_SITES_MAP (essaim_sites_map_get_type ())
G_DECLARE_FINAL_TYPE (EssaimSitesMap, essaim_sites_map, ESSAIM, SITES_MAP, GtkWidget)

/* home: degrees, NAN for none. nearest: (nullable): the site that stands out */
void essaim_sites_map_show (EssaimSitesMap      *self,
                            EssaimReference     *reference,
                            const EssaimProject *project,
                            const EssaimSite    *nearest,
                            double               home_lat,
                            double               home_lon);

G_END_DECLS
