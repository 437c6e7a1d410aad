/* essaim-json-locator.h: where the records of a JSON document are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-decoder.h"
#include "essaim-json-envelope.h"

G_BEGIN_DECLS

/** EssaimJsonPlace: where to look for records. */
typedef struct
{
  char     *path;           /* owned: member names joined by dots, arrays on the way left out; empty for the root */
  gboolean  is_root;        /* each value of the root is a record, or an array of them */
  gboolean  is_geojson;
  gboolean  are_rows;       /* records are lists; their columns are in the envelope */
  char     *services_path;  /* owned (nullable): of what the records offer, beside them */

  EssaimJsonEnvelope envelope;
} EssaimJsonPlace;

void     essaim_json_place_clear (EssaimJsonPlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimJsonPlace, essaim_json_place_clear)

gboolean essaim_json_locate (EssaimDecoder *decoder, EssaimJsonPlace *place, GCancellable *cancellable, GError **error);

G_END_DECLS
