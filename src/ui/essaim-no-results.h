/* essaim-no-results.h: stands where the list would be: what was asked, and the choice to take back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_NO_RESULTS (essaim_no_results_get_type ())
G_DECLARE_FINAL_TYPE (EssaimNoResults, essaim_no_results, ESSAIM, NO_RESULTS, AdwBin)

void essaim_no_results_set_explorer (EssaimNoResults *self, EssaimExplorer *explorer);

G_END_DECLS
