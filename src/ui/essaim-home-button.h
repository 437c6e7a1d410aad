/* essaim-home-button.h: the person's own territory, or the way to choose it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_HOME_BUTTON (essaim_home_button_get_type ())
G_DECLARE_FINAL_TYPE (EssaimHomeButton, essaim_home_button, ESSAIM, HOME_BUTTON, GtkWidget)

void essaim_home_button_set_explorer (EssaimHomeButton *self, EssaimExplorer *explorer);

G_END_DECLS
