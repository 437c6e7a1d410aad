/* essaim-draft.h: a source before it is a feed: fetched once, then looked at as often as its mapping changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-preview.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimDraftProgress: bytes or records so far; total is 0 while it is not known. From the calling thread. */
typedef void (*EssaimDraftProgress) (guint64 done, guint64 total, gpointer user_data);

/** EssaimDraft: used by one thread at a time; its functions block. What was fetched goes away with it. */
typedef struct _EssaimDraft EssaimDraft;

EssaimDraft        *essaim_draft_open         (const char *source, const char *token, EssaimDraftProgress progress,
                                               gpointer user_data, GCancellable *cancellable, GError **error);
EssaimDraft        *essaim_draft_open_body    (const char *folder, const char *feed, const char *title, GCancellable *cancellable,
                                               GError **error);
EssaimDraft        *essaim_draft_ref          (EssaimDraft *self);
void                essaim_draft_unref        (EssaimDraft *self);
const char         *essaim_draft_get_path     (EssaimDraft *self);
gboolean            essaim_draft_is_remote    (EssaimDraft *self);
const char         *essaim_draft_get_title    (EssaimDraft *self);
const char         *essaim_draft_get_licence  (EssaimDraft *self);
/* mapping: (nullable): JSON; guessed without */
EssaimPreviewTable *essaim_draft_look         (EssaimDraft *self, const char *mapping, EssaimReference *reference,
                                               GCancellable *cancellable, GError **error);
/* NULL only when cancelled. */
EssaimPreview      *essaim_draft_read         (EssaimDraft *self, const char *mapping, EssaimReference *reference,
                                               EssaimDraftProgress progress, gpointer user_data,
                                               GCancellable *cancellable, GError **error);
/* Whether a token may open what was closed. */
gboolean            essaim_draft_wants_token  (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimDraft, essaim_draft_unref)

G_END_DECLS
