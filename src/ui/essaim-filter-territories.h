/* essaim-filter-territories.h: the territories that a person may look in: any by name, their own, the labelled ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_FILTER_TERRITORIES (essaim_filter_territories_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFilterTerritories, essaim_filter_territories, ESSAIM, FILTER_TERRITORIES, GtkWidget)

GtkWidget *essaim_filter_territories_new (EssaimExplorer *explorer);

G_END_DECLS
