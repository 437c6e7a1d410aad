/* essaim-themes-card.h: all themes of a territory as bars, most first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-territory-summary.h"

G_BEGIN_DECLS

/** EssaimThemesCard: a row opens the projects (`territory.explore`). Themes without a record come last; many of them are
 * one row until it is opened. */
#define ESSAIM_TYPE_THEMES_CARD (essaim_themes_card_get_type ())
G_DECLARE_FINAL_TYPE (EssaimThemesCard, essaim_themes_card, ESSAIM, THEMES_CARD, AdwBin)

void essaim_themes_card_show (EssaimThemesCard             *self,
                              const EssaimTerritorySummary *summary);

G_END_DECLS
