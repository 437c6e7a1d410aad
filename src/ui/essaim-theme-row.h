/* essaim-theme-row.h: how much of a theme there is, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-themes.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_THEME_ROW (essaim_theme_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimThemeRow, essaim_theme_row, ESSAIM, THEME_ROW, GtkListBoxRow)

GtkWidget *essaim_theme_row_new (EssaimThemes *themes,
                                 guint         theme,
                                 guint         count,
                                 guint         most,
                                 double        per_project);

G_END_DECLS
