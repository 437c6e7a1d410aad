/* essaim-shortlists.h: the shortlists as list models, and the verbs on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimShortlistItem: one shortlist; properties id, name, territory, n-entries. A GListModel of EssaimEntryItem. */
#define ESSAIM_TYPE_SHORTLIST_ITEM (essaim_shortlist_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlistItem, essaim_shortlist_item, ESSAIM, SHORTLIST_ITEM, GObject)

/** EssaimEntryItem: one entry; properties project-id, title, organisation, place, status (uint), note, rating, added. */
#define ESSAIM_TYPE_ENTRY_ITEM (essaim_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimEntryItem, essaim_entry_item, ESSAIM, ENTRY_ITEM, GObject)

/** EssaimShortlists: a GListModel of EssaimShortlistItem; property `n-kept` counts entries over all; signal `changed`.
 * Verbs are _async/_finish; the model changes when the store has made them durable, and signal `failed` (GError) says when it could not. */
#define ESSAIM_TYPE_SHORTLISTS (essaim_shortlists_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlists, essaim_shortlists, ESSAIM, SHORTLISTS, GObject)

EssaimShortlists *essaim_shortlists_new (EssaimSession *session);

G_END_DECLS
