/* essaim-mapped-fields.h: the values of a record by target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

/** EssaimMappedFields: a mapping with its names looked up in the fields of one feed. */
typedef struct _EssaimMappedFields EssaimMappedFields;

/** EssaimMemberFunc: a value to a member of a project; (nullable) where it turns out to be none. */
typedef char *(*EssaimMemberFunc) (const char *value);

EssaimMappedFields *essaim_mapped_fields_new        (EssaimMapping *mapping);
void                essaim_mapped_fields_free       (EssaimMappedFields *mapped);
void                essaim_mapped_fields_look_up    (EssaimMappedFields *mapped, const EssaimFields *fields);
guint               essaim_mapped_fields_get_n      (EssaimMappedFields *mapped, EssaimTarget target);
const char         *essaim_mapped_fields_get_nth    (EssaimMappedFields *mapped, const EssaimRecord *record, EssaimTarget target, guint i);
const char         *essaim_mapped_fields_get_raw    (EssaimMappedFields *mapped, const EssaimRecord *record, EssaimTarget target);
const char         *essaim_mapped_fields_get        (EssaimMappedFields *mapped, const EssaimRecord *record, EssaimTarget target);
const char         *essaim_mapped_fields_get_constant (EssaimMappedFields *mapped, EssaimTarget target);
char               *essaim_mapped_fields_dup_line   (EssaimMappedFields *mapped, const EssaimRecord *record, EssaimTarget target,
                                                     guint max_chars);
char               *essaim_mapped_fields_dup_member (EssaimMappedFields *mapped, const EssaimRecord *record, EssaimTarget target,
                                                     EssaimMemberFunc func);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMappedFields, essaim_mapped_fields_free)

G_END_DECLS
