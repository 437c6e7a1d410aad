/* essaim-mapped.h: the values of a record by target
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

/** EssaimMapped: a mapping with its names looked up in the fields of one feed. */
typedef struct _EssaimMapped EssaimMapped;

/** EssaimMemberFunc: a value to a member of a project; (nullable) where it turns out to be none. */
typedef char *(*EssaimMemberFunc) (const char *value);

EssaimMapped *essaim_mapped_new          (EssaimMapping *mapping);
void          essaim_mapped_free         (EssaimMapped *mapped);
void          essaim_mapped_look_up      (EssaimMapped *mapped, const EssaimFields *fields);
guint         essaim_mapped_get_n        (EssaimMapped *mapped, EssaimTarget target);
const char   *essaim_mapped_get_nth      (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target,
                                          guint i);
const char   *essaim_mapped_get_raw      (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target);
const char   *essaim_mapped_get          (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target);
const char   *essaim_mapped_get_constant (EssaimMapped *mapped, EssaimTarget target);
char         *essaim_mapped_dup_line     (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target,
                                          guint max_chars);
char         *essaim_mapped_dup_member   (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target,
                                          EssaimMemberFunc func);
char         *essaim_mapped_dup_date     (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target);
gboolean      essaim_mapped_get_number   (EssaimMapped *mapped, const EssaimRecord *record, EssaimTarget target,
                                          double *number);
GStrv         essaim_mapped_split        (EssaimMapped *mapped, EssaimTarget target, const char *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMapped, essaim_mapped_free)

G_END_DECLS
