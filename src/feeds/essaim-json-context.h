/* essaim-json-context.h: what a JSON document says of its records outside of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-record-builder.h"

G_BEGIN_DECLS

typedef struct _EssaimJsonContext EssaimJsonContext;

EssaimJsonContext *essaim_json_context_new          (void);
void               essaim_json_context_free         (EssaimJsonContext *self);
void               essaim_json_context_set_licence  (EssaimJsonContext *self, const char *text, gsize length);
void               essaim_json_context_set_base     (EssaimJsonContext *self, const char *base);
void               essaim_json_context_set_layer    (EssaimJsonContext *self, const char *layer);
void               essaim_json_context_set_services (EssaimJsonContext *self, GHashTable *themes);
void               essaim_json_context_complete     (const EssaimJsonContext *self, EssaimRecordBuilder *builder,
                                                     const char *id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJsonContext, essaim_json_context_free)

G_END_DECLS
