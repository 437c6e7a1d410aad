/* essaim-entry-groups.h: the entries of one shortlist, by where the work on them stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimEntryGroups: a GListModel of EssaimEntryItem: those in contact first, then to contact, to study, accepted and
 * declined; oldest first in each.
 * Signal `regrouped` (): entries came, went or changed their status; ask the functions below again. */
#define ESSAIM_TYPE_ENTRY_GROUPS (essaim_entry_groups_get_type ())
G_DECLARE_FINAL_TYPE (EssaimEntryGroups, essaim_entry_groups, ESSAIM, ENTRY_GROUPS, EssaimItemList)

EssaimEntryGroups   *essaim_entry_groups_new           (EssaimShortlists    *shortlists);
/* (nullable): none */
void                 essaim_entry_groups_set_shortlist (EssaimEntryGroups   *self,
                                                        EssaimShortlistItem *shortlist);
/* Whether a group begins there. */
gboolean             essaim_entry_groups_is_first      (EssaimEntryGroups   *self,
                                                        guint                position);
guint                essaim_entry_groups_count         (EssaimEntryGroups   *self,
                                                        EssaimEntryStatus    status);
gboolean             essaim_entry_groups_find          (EssaimEntryGroups   *self,
                                                        const char          *project,
                                                        guint               *position);

G_END_DECLS
