/* essaim-json-envelope.h: what a JSON document says of all its records, beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimJsonEnvelope: each member is owned; (nullable) where the document does not say it. */
typedef struct
{
  char       *licence;
  char       *base;           /* scheme and host of the server, as it links to its next page */
  char       *error_code;     /* of an answer that is an error … */
  char       *error_text;     /* … and its words */
  GHashTable *layers;         /* (element-type guint utf8): of a uMap, from 1: their names */
  char       *remote;         /* address of the first layer of a uMap that is not in it */
  GHashTable *columns;        /* (element-type utf8 utf8): of records that are lists: names by position, `1` or `1.0` */
  gboolean    is_compact;     /* GoGoCarto's short form */
  gboolean    is_data_set;    /* a catalogue's description of one */
} EssaimJsonEnvelope;

/** EssaimJsonSpot: where a text is in the document, outside of records. */
typedef struct
{
  const char *path;
  guint       depth;
  guint       index;          /* in the list that it is in, from 0 … */
  guint       outer_index;    /* … and of that list in the list around it */
} EssaimJsonSpot;

void        essaim_json_envelope_clear      (EssaimJsonEnvelope *self);
void        essaim_json_envelope_add        (EssaimJsonEnvelope *self, const EssaimJsonSpot *spot, const char *text,
                                             gsize length);
const char *essaim_json_envelope_get_column (EssaimJsonEnvelope *self, gint outer, guint inner);
gboolean    essaim_json_envelope_is_nested  (EssaimJsonEnvelope *self, guint column);
gboolean    essaim_json_envelope_has_columns(EssaimJsonEnvelope *self);
char       *essaim_json_envelope_find_base  (const char *address);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimJsonEnvelope, essaim_json_envelope_clear)

G_END_DECLS
