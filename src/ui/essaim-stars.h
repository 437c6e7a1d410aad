/* essaim-stars.h: a rating, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_STARS (essaim_stars_get_type ())
G_DECLARE_FINAL_TYPE (EssaimStars, essaim_stars, ESSAIM, STARS, GtkWidget)

void  essaim_stars_set_rating      (EssaimStars *self, int rating);
char *essaim_stars_describe_rating (int rating);

G_END_DECLS
