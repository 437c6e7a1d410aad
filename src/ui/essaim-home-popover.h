/* essaim-home-popover.h: any territory of France, to be chosen as one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_HOME_POPOVER (essaim_home_popover_get_type ())
G_DECLARE_FINAL_TYPE (EssaimHomePopover, essaim_home_popover, ESSAIM, HOME_POPOVER, GtkPopover)

GtkWidget *essaim_home_popover_new (EssaimExplorer *explorer);

G_END_DECLS
