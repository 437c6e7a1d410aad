/* essaim-theme-icon.c: the picture of what a project is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-theme-icon.h"

/**
 * essaim_challenge_get_css_class:
 * @challenge: one of the five
 *
 * Returns: the class that gives a widget its colour
 */
const char *
essaim_challenge_get_css_class (EssaimChallenge challenge)
{
  static const char * const classes[ESSAIM_N_CHALLENGES] = {
    [ESSAIM_CHALLENGE_ECOLOGIQUE] = "challenge-ecologique",
    [ESSAIM_CHALLENGE_INCLUSIVE] = "challenge-inclusive",
    [ESSAIM_CHALLENGE_EDUCATIVE] = "challenge-educative",
    [ESSAIM_CHALLENGE_TERRITORIALE] = "challenge-territoriale",
    [ESSAIM_CHALLENGE_GENERATIONNELLE] = "challenge-generationnelle",
  };

  g_return_val_if_fail (challenge < ESSAIM_N_CHALLENGES, NULL);

  return classes[challenge];
}

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
      const char *css_class = essaim_challenge_get_css_class (c);

      if (first >= 0 && first < ESSAIM_N_THEMES && essaim_themes_get_challenge (themes, first) == c)
        gtk_widget_add_css_class (GTK_WIDGET (image), css_class);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (image), css_class);
    }

  gtk_image_set_from_icon_name (image, first >= 0 && first < ESSAIM_N_THEMES ? essaim_themes_get_icon_name (themes, first)
                                                                             : "essaim-hexagon-outline-symbolic");
}
