/* essaim-territory-facts.h: label, figures and counts of a territory as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-territory-summary.h"

G_BEGIN_DECLS

void essaim_territory_facts_fill_label   (GtkWidget *list, const EssaimTerritory *territory);
void essaim_territory_facts_fill_sources (GtkWidget *list, const EssaimTerritory *territory);
void essaim_territory_facts_fill_figures (GtkWidget *flow, const EssaimTerritory *territory, const EssaimTerritorySummary *summary);
void essaim_territory_facts_fill_themes  (GtkWidget *list, EssaimThemes *themes, const EssaimTerritorySummary *summary);
void essaim_territory_facts_fill_counts  (GtkWidget *list, EssaimIndex *index, const EssaimTerritorySummary *summary);

G_END_DECLS
