/* essaim-rows.h: the small pieces that panes are made of: chips, facts, links
 *
 * Feed text goes through these, which never read it as markup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-themes.h"

G_BEGIN_DECLS

GtkWidget *essaim_chip_new       (const char *text, const char *css_class);
GtkWidget *essaim_theme_chip_new (EssaimThemes *themes, guint theme, EssaimThemeHow how);
GtkWidget *essaim_fact_row_new   (const char *title, const char *value);
GtkWidget *essaim_link_row_new   (const char *title, const char *subtitle, const char *uri);
void       essaim_drop_down_name (GtkWidget *drop_down, const char *name);
void       essaim_box_clear      (GtkWidget *box);

G_END_DECLS
