/* essaim-theme-icon.c: the picture of what a project is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-theme-icon.h"

/**
 * essaim_theme_icon_set:
 * @image: a picture
 * @themes: the vocabulary
 * @set: the themes of a project; the first one gives icon and colour, none a plain hexagon
 */
void
essaim_theme_icon_set (GtkImage       *image,
                       EssaimThemes   *themes,
                       EssaimThemeSet  set)
{
  int first = g_bit_nth_lsf (set, -1);

  for (guint c = 0; c < ESSAIM_N_CHALLENGES; c++)
    {
      g_autofree char *css_class = g_strdup_printf ("challenge-%s", essaim_challenge_to_code (c));

      if (first >= 0 && first < ESSAIM_N_THEMES && essaim_themes_get_challenge (themes, first) == c)
        gtk_widget_add_css_class (GTK_WIDGET (image), css_class);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (image), css_class);
    }

  gtk_image_set_from_icon_name (image, first >= 0 && first < ESSAIM_N_THEMES ? essaim_themes_get_icon_name (themes, first)
                                                                             : "essaim-hexagon-outline-symbolic");
}
