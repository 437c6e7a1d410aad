/* essaim-shortlist-item-private.h: how a shortlist comes to be, and how it changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-shortlist-item.h"
#include "essaim-typed-texts.h"
#include "essaim-work.h"

G_BEGIN_DECLS

EssaimShortlistItem *essaim_shortlist_item_new    (const char          *id);
void                 essaim_shortlist_item_update (EssaimShortlistItem *self,
                                                   EssaimShortlist     *shortlist,
                                                   GPtrArray           *entries,
                                                   EssaimTypedTexts    *typed);

G_END_DECLS
