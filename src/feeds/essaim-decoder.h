/* essaim-decoder.h: a local file as UTF-8 text, in chunks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-report.h"

G_BEGIN_DECLS

/* The most text that is read of one file. */
#define ESSAIM_DECODER_MAX_BYTES (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)

typedef struct _EssaimDecoder EssaimDecoder;

EssaimDecoder *essaim_decoder_open         (const char *path, GCancellable *cancellable, GError **error);
gboolean       essaim_decoder_check        (EssaimDecoder *self, GCancellable *cancellable, GError **error);
void           essaim_decoder_free         (EssaimDecoder *self);
const char    *essaim_decoder_get_encoding (EssaimDecoder *self);
void           essaim_decoder_report       (EssaimDecoder *self, EssaimReport *report);
gboolean       essaim_decoder_read         (EssaimDecoder *self, const char **text, gsize *length,
                                            GCancellable *cancellable, GError **error);
gboolean       essaim_decoder_rewind       (EssaimDecoder *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimDecoder, essaim_decoder_free)

G_END_DECLS
