/* essaim-project-sites.h: where a project is: a small map, the nearest site, and the others behind one row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_PROJECT_SITES (essaim_project_sites_get_type ())
G_DECLARE_FINAL_TYPE (EssaimProjectSites, essaim_project_sites, ESSAIM, PROJECT_SITES, AdwBin)

void essaim_project_sites_show (EssaimProjectSites *self, EssaimExplorer *explorer, EssaimProject *project);

G_END_DECLS
