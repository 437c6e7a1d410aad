/* essaim-json-record.h: one JSON object to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-json-context.h"
#include "essaim-json-stream.h"
#include "essaim-record.h"

G_BEGIN_DECLS

/** EssaimJsonFlavour: what is known of the records before they are read. */
typedef enum
{
  ESSAIM_JSON_PLAIN,
  ESSAIM_JSON_FEATURES,    /* of GeoJSON: what they say is in their properties */
  ESSAIM_JSON_ENVELOPES,   /* of OpenDataSoft: what they say may be in their `fields` */
} EssaimJsonFlavour;

typedef struct _EssaimJsonRecord EssaimJsonRecord;

/* context: of the caller, who may change it from one record to the next. */
EssaimJsonRecord   *essaim_json_record_new         (EssaimJsonFlavour flavour, const EssaimJsonContext *context);
void                essaim_json_record_free        (EssaimJsonRecord *self);
void                essaim_json_record_begin       (EssaimJsonRecord *self, const char *id);
void                essaim_json_record_add_scalar  (EssaimJsonRecord *self, const EssaimJsonScalar *scalar);
void                essaim_json_record_add_key     (EssaimJsonRecord *self, const char *text, gsize length);
void                essaim_json_record_add_start   (EssaimJsonRecord *self, gboolean is_array);
gboolean            essaim_json_record_add_end     (EssaimJsonRecord *self, gboolean is_array);
gboolean            essaim_json_record_is_too_large (EssaimJsonRecord *self);
gboolean            essaim_json_record_lost_fields (EssaimJsonRecord *self);
gboolean            essaim_json_record_lost_depths (EssaimJsonRecord *self);
const char         *essaim_json_record_get_error   (EssaimJsonRecord *self);
guint               essaim_json_record_get_n_sites (EssaimJsonRecord *self);
const EssaimRecord *essaim_json_record_finish      (EssaimJsonRecord *self, guint number, guint site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJsonRecord, essaim_json_record_free)

G_END_DECLS
