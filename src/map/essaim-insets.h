/* essaim-insets.h: the overseas departments at the foot of the map, each a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-map-limits.h"
#include "essaim-map-palette.h"
#include "essaim-reference.h"
#include "essaim-results.h"

G_BEGIN_DECLS

/** EssaimInsets: signal `activated` (EssaimOverseas as uint). */
#define ESSAIM_TYPE_INSETS (essaim_insets_get_type ())
G_DECLARE_FINAL_TYPE (EssaimInsets, essaim_insets, ESSAIM, INSETS, GtkWidget)

GtkWidget *essaim_insets_new           (void);
void       essaim_insets_set_reference (EssaimInsets           *self,
                                        EssaimReference        *reference);
void       essaim_insets_set_palette   (EssaimInsets           *self,
                                        const EssaimMapPalette *palette);
void       essaim_insets_set_results   (EssaimInsets           *self,
                                        EssaimResults          *results);
/* The one shown on the map beside has no inset. */
void       essaim_insets_set_territory (EssaimInsets           *self,
                                        guint                   territory);
/* By how much the levels of cells are stretched on the map beside. */
void       essaim_insets_set_step      (EssaimInsets           *self,
                                        guint                   step);

G_END_DECLS
