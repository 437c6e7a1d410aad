/* essaim-rating.h: a rating, to be given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimRating: stars that are radio buttons: arrows go from one to the next, the digits choose, 0 clears. Property
 * `rating` (int, 0–5): notifies also when the person gives it. */
#define ESSAIM_TYPE_RATING (essaim_rating_get_type ())
G_DECLARE_FINAL_TYPE (EssaimRating, essaim_rating, ESSAIM, RATING, GtkWidget)

int  essaim_rating_get_rating (EssaimRating *self);
void essaim_rating_set_rating (EssaimRating *self, int rating);

G_END_DECLS
