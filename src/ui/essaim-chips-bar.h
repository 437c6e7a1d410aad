/* essaim-chips-bar.h: what is asked for, chip by chip, over the panes that answer it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimChipsBar: property `narrow` (boolean): with the button of the filters and the person's own territory, which a wide
 * window has in its header bar; short words, no export. */
#define ESSAIM_TYPE_CHIPS_BAR (essaim_chips_bar_get_type ())
G_DECLARE_FINAL_TYPE (EssaimChipsBar, essaim_chips_bar, ESSAIM, CHIPS_BAR, GtkWidget)

void essaim_chips_bar_set_explorer (EssaimChipsBar *self, EssaimExplorer *explorer);

G_END_DECLS
