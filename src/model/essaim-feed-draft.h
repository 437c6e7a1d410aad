/* essaim-feed-draft.h: a source that may become a feed: what was understood of it, and what the person says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-preview.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimFeedDraftState: how far it is. */
typedef enum
{
  ESSAIM_FEED_DRAFT_EMPTY,
  ESSAIM_FEED_DRAFT_OPENING,   /* being fetched, then looked at */
  ESSAIM_FEED_DRAFT_FAILED,    /* see essaim_feed_draft_get_error() */
  ESSAIM_FEED_DRAFT_OPEN,      /* there is a table */
} EssaimFeedDraftState;

/** EssaimFeedDraft: all that takes time happens in threads; nothing blocks.
 *
 * Signals:
 *  - `state-changed` ()
 *  - `table-changed` (): the columns, their targets or the first rows.
 *  - `preview-changed` (): the whole was read again, or is about to be (then there is none).
 *  - `progress` (done uint64, total uint64): about ten times a second; bytes while opening, then records. total is 0 while
 *    it is not known.
 */
#define ESSAIM_TYPE_FEED_DRAFT (essaim_feed_draft_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedDraft, essaim_feed_draft, ESSAIM, FEED_DRAFT, GObject)

EssaimFeedDraft          *essaim_feed_draft_new            (EssaimSession       *session);
/* source: a path, a file: URI or an http(s) address. token: (nullable) */
void                      essaim_feed_draft_open           (EssaimFeedDraft     *self,
                                                            const char          *source,
                                                            const char          *token);
/* What was last read of a feed, with its mapping. */
void                      essaim_feed_draft_open_feed      (EssaimFeedDraft     *self,
                                                            const char          *feed);
/* Stops what is under way. Who owns the draft closes it: it may live on in a thread for a moment. */
void                      essaim_feed_draft_cancel         (EssaimFeedDraft     *self);
void                      essaim_feed_draft_close          (EssaimFeedDraft     *self);

EssaimFeedDraftState      essaim_feed_draft_get_state      (EssaimFeedDraft     *self);
EssaimReference          *essaim_feed_draft_get_reference  (EssaimFeedDraft     *self);
const char               *essaim_feed_draft_get_feed       (EssaimFeedDraft     *self);
const char               *essaim_feed_draft_get_error      (EssaimFeedDraft     *self);
gboolean                  essaim_feed_draft_wants_token    (EssaimFeedDraft     *self);
gboolean                  essaim_feed_draft_is_remote      (EssaimFeedDraft     *self);
const char               *essaim_feed_draft_get_title      (EssaimFeedDraft     *self);
void                      essaim_feed_draft_set_title      (EssaimFeedDraft     *self,
                                                            const char          *title);
const char               *essaim_feed_draft_get_licence    (EssaimFeedDraft     *self);
/* (nullable): until there is one */
const EssaimPreviewTable *essaim_feed_draft_get_table      (EssaimFeedDraft     *self);
const EssaimPreview      *essaim_feed_draft_get_preview    (EssaimFeedDraft     *self);
/* (element-type guint): columns of the table, those that are used first; stays as it is while a mapping is edited */
GArray                   *essaim_feed_draft_get_order      (EssaimFeedDraft     *self);
/* (nullable): code of what a column is; NULL: it is left out */
const char               *essaim_feed_draft_get_target     (EssaimFeedDraft     *self,
                                                            guint                column);
void                      essaim_feed_draft_set_target     (EssaimFeedDraft     *self,
                                                            guint                column,
                                                            const char          *target);
/* (nullable): what the person says that a value of a column gives: a code; NULL: as understood */
const char               *essaim_feed_draft_get_rule       (EssaimFeedDraft     *self,
                                                            guint                column,
                                                            const char          *value);
void                      essaim_feed_draft_set_rule       (EssaimFeedDraft     *self,
                                                            guint                column,
                                                            const char          *value,
                                                            const char          *gives);
/* (nullable): of all records that name none */
const char               *essaim_feed_draft_get_constant   (EssaimFeedDraft     *self,
                                                            const char          *target);
void                      essaim_feed_draft_set_constant   (EssaimFeedDraft     *self,
                                                            const char          *target,
                                                            const char          *value);
/* Where the records of a JSON document are; (nullable): guessed */
const char               *essaim_feed_draft_get_array_path (EssaimFeedDraft     *self);
void                      essaim_feed_draft_set_array_path (EssaimFeedDraft     *self,
                                                            const char          *path);
/* Back to what would be understood without a word from the person. */
void                      essaim_feed_draft_guess          (EssaimFeedDraft     *self);

/* licence: (nullable): not stated. interval_days: 0: only by hand. Answers as essaim_session_import_async(). */
void                      essaim_feed_draft_add_async      (EssaimFeedDraft     *self,
                                                            const char          *licence,
                                                            int                  interval_days,
                                                            GCancellable        *cancellable,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
EssaimReport             *essaim_feed_draft_add_finish     (EssaimFeedDraft     *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);

G_END_DECLS
