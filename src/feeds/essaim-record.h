/* essaim-record.h: one row of a feed as read, before it means anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimFields: the names of a feed's fields, in order of appearance; JSON members nest with dots (`address.city`). */
typedef struct _EssaimFields EssaimFields;

EssaimFields *essaim_fields_new      (void);
void          essaim_fields_free     (EssaimFields *fields);
guint         essaim_fields_get_n    (const EssaimFields *fields);
const char   *essaim_fields_get_name (const EssaimFields *fields, guint field);
guint         essaim_fields_intern   (EssaimFields *fields, const char *name);   /* adds it when new */
gboolean      essaim_fields_lookup   (const EssaimFields *fields, const char *name, guint *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimFields, essaim_fields_free)

/** EssaimRecord: values by field; the reader reuses one record for all rows, so readers of it copy what they keep.
 * Values have passed essaim_text_clean already. A list is joined by `|`. */
typedef struct
{
  EssaimFields *fields;    /* (unowned) */
  GPtrArray    *values;    /* (element-type utf8) (nullable elements): index is the field */
  guint         line;      /* of the file, from 1; the record's number for JSON */
  double        lat, lon;  /* of a GeoJSON geometry, degrees or metres; NAN without */
} EssaimRecord;

const char *essaim_record_get (const EssaimRecord *record, guint field);   /* (nullable) */

G_END_DECLS
