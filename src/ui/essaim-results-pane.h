/* essaim-results-pane.h: the list of results, its count and its order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimResultsPane: property `compact` (boolean): whether a record has one line instead of three. */
#define ESSAIM_TYPE_RESULTS_PANE (essaim_results_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResultsPane, essaim_results_pane, ESSAIM, RESULTS_PANE, GtkWidget)

void essaim_results_pane_set_models (EssaimResultsPane *self, EssaimExplorer *explorer, EssaimShortlists *shortlists);

G_END_DECLS
