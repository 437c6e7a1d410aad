/* essaim-correct-place.h: where a project is: a commune by name, a point by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-reference.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_CORRECT_PLACE (essaim_correct_place_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCorrectPlace, essaim_correct_place, ESSAIM, CORRECT_PLACE, AdwBin)

GtkWidget *essaim_correct_place_new (EssaimReference *reference);

G_END_DECLS
