/* essaim-territory-counts.h: what there is in a territory as rows, each opens the projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-result-item.h"
#include "essaim-territory-summary.h"

G_BEGIN_DECLS

void essaim_territory_counts_fill_kinds   (GtkWidget                    *list,
                                           const EssaimTerritorySummary *summary);
void essaim_territory_counts_fill_sources (GtkWidget                    *list,
                                           const EssaimTerritorySummary *summary);
void essaim_territory_counts_fill_names   (GtkWidget                    *list,
                                           GPtrArray                    *items,
                                           EssaimKind                    kind);

G_END_DECLS
