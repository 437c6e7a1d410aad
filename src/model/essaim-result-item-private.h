/* essaim-result-item-private.h: how a row of the results comes to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-index.h"
#include "essaim-library.h"
#include "essaim-result-item.h"

G_BEGIN_DECLS

EssaimResultItem *essaim_result_item_new       (EssaimIndex      *index,
                                                guint             row);
/* card: (nullable): NULL for a project that went meanwhile */
void              essaim_result_item_take_card (EssaimResultItem *self,
                                                EssaimCard       *card);

G_END_DECLS
