/* essaim-theme-icon.h: the picture of what a project is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-themes.h"

G_BEGIN_DECLS

const char *essaim_challenge_get_css_class (EssaimChallenge challenge);
void        essaim_theme_icon_set          (GtkImage *image, EssaimThemes *themes, EssaimThemeSet set);

G_END_DECLS
