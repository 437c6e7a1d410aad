/* essaim-territory-words.h: what a territory is, and what it is made of, in a few words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-territories.h"

G_BEGIN_DECLS

/* (transfer full) */
char  *essaim_territory_describe_kind    (EssaimTerritories *territories,
                                          guint              territory);
/* (transfer full) (nullable) */
char  *essaim_territory_describe_content (EssaimTerritories *territories,
                                          guint              territory);
guint  essaim_territory_get_parent       (EssaimTerritories *territories,
                                          guint              territory);

G_END_DECLS
