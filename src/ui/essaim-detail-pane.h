/* essaim-detail-pane.h: the project or territory chosen last, with the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimDetailPane: property `open`: whether there is something to show; signal `history-changed`: where one can go. */
#define ESSAIM_TYPE_DETAIL_PANE (essaim_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDetailPane, essaim_detail_pane, ESSAIM, DETAIL_PANE, AdwBin)

void     essaim_detail_pane_set_models (EssaimDetailPane *self, EssaimExplorer *explorer, EssaimShortlists *shortlists);
gboolean essaim_detail_pane_can_go     (EssaimDetailPane *self, int step);
void     essaim_detail_pane_go         (EssaimDetailPane *self, int step);
void     essaim_detail_pane_close      (EssaimDetailPane *self);

G_END_DECLS
