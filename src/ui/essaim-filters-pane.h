/* essaim-filters-pane.h: every filter with the number of results that each choice would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimFiltersPane: property `narrow` (boolean): a sheet of a narrow window, with whole names, rows for a finger and
 * a button that shows the results. */
#define ESSAIM_TYPE_FILTERS_PANE (essaim_filters_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFiltersPane, essaim_filters_pane, ESSAIM, FILTERS_PANE, GtkWidget)

void essaim_filters_pane_set_explorer (EssaimFiltersPane *self, EssaimExplorer *explorer);

G_END_DECLS
