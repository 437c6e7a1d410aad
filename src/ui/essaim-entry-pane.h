/* essaim-entry-pane.h: the work on one project of a shortlist: status, note, rating, next step; and the copy kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-shortlists.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_ENTRY_PANE (essaim_entry_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimEntryPane, essaim_entry_pane, ESSAIM, ENTRY_PANE, AdwBin)

void             essaim_entry_pane_set_shortlists (EssaimEntryPane  *self,
                                                   EssaimShortlists *shortlists,
                                                   EssaimReference  *reference);
/* (nullable): nothing is worked on */
void             essaim_entry_pane_show           (EssaimEntryPane  *self,
                                                   EssaimEntryItem  *entry);
EssaimEntryItem *essaim_entry_pane_get_entry      (EssaimEntryPane  *self);

G_END_DECLS
