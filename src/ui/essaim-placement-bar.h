/* essaim-placement-bar.h: how well the sites of a feed are placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-report.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_PLACEMENT_BAR (essaim_placement_bar_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPlacementBar, essaim_placement_bar, ESSAIM, PLACEMENT_BAR, GtkWidget)

void essaim_placement_bar_show (EssaimPlacementBar *self,
                                const EssaimReport *report);

G_END_DECLS
