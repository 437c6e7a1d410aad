/* essaim-entry-item-private.h: how an entry comes to be, and how it changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-entry-item.h"

G_BEGIN_DECLS

EssaimEntryItem *essaim_entry_item_new       (const char       *shortlist_id,
                                              EssaimEntry      *entry);
void             essaim_entry_item_update    (EssaimEntryItem  *self,
                                              EssaimEntry      *entry);
void             essaim_entry_item_set_field (EssaimEntryItem  *self,
                                              EssaimEntryField  field,
                                              const char       *value);
void             essaim_entry_item_set_lost  (EssaimEntryItem  *self,
                                              gboolean          lost);
void             essaim_entry_item_set_shown_id (EssaimEntryItem *self,
                                                 const char      *id);
const char      *essaim_entry_item_get_shown_id (EssaimEntryItem *self);

G_END_DECLS
