/* essaim-entry-item.h: one project kept on a shortlist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "essaim-entry.h"

G_BEGIN_DECLS

/** EssaimEntryItem: one entry; read only, changed through EssaimShortlists. Every property notifies: `shortlist-id`,
 * `project-id`, `title`, `organisation` (nullable), `place` (nullable), `status` (uint: EssaimEntryStatus), `note`
 * (never NULL), `rating` (int 1–5, 0 not rated), `next-step` (never NULL), `next-date` (nullable: a day, ISO 8601),
 * `added` (ISO 8601), `lost` (boolean: no feed has it any more).
 * Title, organisation and place are those of the copy made when it was kept. */
#define ESSAIM_TYPE_ENTRY_ITEM (essaim_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimEntryItem, essaim_entry_item, ESSAIM, ENTRY_ITEM, GObject)

const char        *essaim_entry_item_get_shortlist_id (EssaimEntryItem *self);
const char        *essaim_entry_item_get_project_id   (EssaimEntryItem *self);
EssaimProject     *essaim_entry_item_get_copy         (EssaimEntryItem *self);
const char        *essaim_entry_item_get_title        (EssaimEntryItem *self);
const char        *essaim_entry_item_get_organisation (EssaimEntryItem *self);
const char        *essaim_entry_item_get_place        (EssaimEntryItem *self);
EssaimEntryStatus  essaim_entry_item_get_status       (EssaimEntryItem *self);
const char        *essaim_entry_item_get_note         (EssaimEntryItem *self);
/* (transfer none) (nullable) (element-type EssaimEntry): of what is the same project by now */
GPtrArray         *essaim_entry_item_get_others       (EssaimEntryItem *self);
char              *essaim_entry_item_dup_other_notes  (EssaimEntryItem *self);
gboolean           essaim_entry_item_has_other        (EssaimEntryItem *self, const char *project_id);
int                essaim_entry_item_get_rating       (EssaimEntryItem *self);
const char        *essaim_entry_item_get_next_step    (EssaimEntryItem *self);
const char        *essaim_entry_item_get_next_date    (EssaimEntryItem *self);
/* (transfer full) (nullable): as text */
char              *essaim_entry_item_dup_field        (EssaimEntryItem *self, EssaimEntryField field);
const char        *essaim_entry_item_get_added        (EssaimEntryItem *self);
gboolean           essaim_entry_item_get_lost         (EssaimEntryItem *self);

G_END_DECLS
