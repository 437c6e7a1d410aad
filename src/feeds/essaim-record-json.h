/* essaim-record-json.h: a record as compact JSON, quickly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-record.h"

G_BEGIN_DECLS

/** EssaimRecordWriter: remembers the escaped names of a feed's fields; used by one thread, for one feed. */
typedef struct _EssaimRecordWriter EssaimRecordWriter;

EssaimRecordWriter *essaim_record_writer_new   (void);
void                essaim_record_writer_free  (EssaimRecordWriter *writer);
const char         *essaim_record_writer_write (EssaimRecordWriter *writer, const EssaimRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimRecordWriter, essaim_record_writer_free)

G_END_DECLS
