/* essaim-json-stream.h: the values of a JSON text of any size, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-decoder.h"

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_JSON_NULL,
  ESSAIM_JSON_BOOLEAN,
  ESSAIM_JSON_NUMBER,
  ESSAIM_JSON_STRING,
} EssaimJsonKind;

/** EssaimJsonScalar: a value that is no array or object; borrowed. */
typedef struct
{
  EssaimJsonKind  kind;
  const char     *text;       /* not terminated; numbers and words as written */
  gsize           length;
  gboolean        is_plain;   /* the gate would leave every character as it is */
} EssaimJsonScalar;

/** EssaimJsonHandler: gets the values; each returns whether to go on. */
typedef struct
{
  gboolean (*scalar) (gpointer data, const EssaimJsonScalar *scalar, GError **error);
  gboolean (*key)    (gpointer data, const char *text, gsize length, GError **error);
  gboolean (*start)  (gpointer data, gboolean is_array, GError **error);
  gboolean (*end)    (gpointer data, gboolean is_array, GError **error);
} EssaimJsonHandler;

/* A document that is nested deeper is refused. */
#define ESSAIM_JSON_MAX_DEPTH 1024

gboolean essaim_json_stream_read (EssaimDecoder *decoder, const EssaimJsonHandler *handler, gpointer data,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
