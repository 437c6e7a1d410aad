/* essaim-record-builder.h: makes one record after the other, in the same memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-record.h"

G_BEGIN_DECLS

typedef struct _EssaimRecordBuilder EssaimRecordBuilder;

EssaimRecordBuilder *essaim_record_builder_new        (void);
void                 essaim_record_builder_free       (EssaimRecordBuilder *self);
EssaimFields        *essaim_record_builder_get_fields (EssaimRecordBuilder *self);
gsize                essaim_record_builder_get_size   (EssaimRecordBuilder *self);
void                 essaim_record_builder_begin      (EssaimRecordBuilder *self);
void                 essaim_record_builder_set        (EssaimRecordBuilder *self, guint field, const char *text,
                                                       gsize length, gboolean is_plain);
void                 essaim_record_builder_append     (EssaimRecordBuilder *self, guint field, const char *text,
                                                       gsize length, gboolean is_plain);
void                 essaim_record_builder_unset      (EssaimRecordBuilder *self, guint field);
const char          *essaim_record_builder_peek       (EssaimRecordBuilder *self, guint field);
const char          *essaim_record_builder_peek_named (EssaimRecordBuilder *self, const char *name);
void                 essaim_record_builder_set_point  (EssaimRecordBuilder *self, double lat, double lon);
const EssaimRecord  *essaim_record_builder_finish     (EssaimRecordBuilder *self, guint line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimRecordBuilder, essaim_record_builder_free)

G_END_DECLS
