/* essaim-draft-mapping.h: a mapping as a person edits it, column by column
 *
 * Targets are the codes of mappings: `title`, `insee` …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EssaimDraftMapping EssaimDraftMapping;

EssaimDraftMapping *essaim_draft_mapping_new            (const char *json, GError **error);
void                essaim_draft_mapping_free           (EssaimDraftMapping *self);
char               *essaim_draft_mapping_to_json        (EssaimDraftMapping *self);
const char         *essaim_draft_mapping_get_target     (EssaimDraftMapping *self, const char *column);
void                essaim_draft_mapping_set_target     (EssaimDraftMapping *self, const char *column,
                                                         const char *target);
const char         *essaim_draft_mapping_get_constant   (EssaimDraftMapping *self, const char *target);
void                essaim_draft_mapping_set_constant   (EssaimDraftMapping *self, const char *target,
                                                         const char *value);
const char         *essaim_draft_mapping_get_array_path (EssaimDraftMapping *self);
const char         *essaim_draft_mapping_get_rule       (EssaimDraftMapping *self, const char *column,
                                                         const char *target, const char *value);
/* A document that only says where the records are; all else is guessed. */
char               *essaim_draft_mapping_make_path      (const char *array_path);
/* gives: (nullable): a code; NULL for what would be understood without a rule. values: all of the column */
void                essaim_draft_mapping_set_rule       (EssaimDraftMapping *self, const char *column,
                                                         const char *target, const char *value, const char *gives,
                                                         const char * const *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimDraftMapping, essaim_draft_mapping_free)

G_END_DECLS
