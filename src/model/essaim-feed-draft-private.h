/* essaim-feed-draft-private.h: what a draft is made of, and its work in threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-draft.h"

#include "essaim-draft-mapping.h"
#include "essaim-draft.h"

G_BEGIN_DECLS

/** EssaimDraftMeter: written by a thread, read by the main one. */
typedef struct _EssaimDraftMeter EssaimDraftMeter;

struct _EssaimFeedDraft
{
  GObject               parent_instance;

  /* Owned */
  EssaimSession        *session;
  char                 *source;         /* (nullable) */
  char                 *token;          /* (nullable) */
  char                 *feed;           /* (nullable): the id of the feed that it is already */
  char                 *title;          /* (nullable): as the person has it */
  char                 *licence;        /* (nullable): as the source or the feed has it */
  char                 *array_path;     /* (nullable): where the person says that the records are */
  GError               *error;          /* (nullable) */
  EssaimDraft          *draft;          /* (nullable) */
  EssaimDraftMapping   *mapping;        /* (nullable) */
  EssaimPreviewTable   *table;          /* (nullable) */
  EssaimPreview        *preview;        /* (nullable) */
  GArray               *order;          /* (element-type guint) */
  GCancellable         *cancellable;    /* (nullable): of the job under way */
  EssaimDraftMeter     *meter;          /* (nullable): likewise */

  EssaimFeedDraftState  state;
  gboolean              must_look;      /* the next jobs, in this order */
  gboolean              must_read;
  gboolean              must_guess;
  guint                 pause;          /* timer: until the person has finished choosing */
  guint                 tick;           /* timer: of progress */
};

void essaim_feed_draft_fail       (EssaimFeedDraft    *self,
                                   const GError       *error);
void essaim_feed_draft_take_table (EssaimFeedDraft    *self,
                                   EssaimPreviewTable *table);
void essaim_feed_draft_take_preview (EssaimFeedDraft  *self,
                                   EssaimPreview      *preview);
void essaim_feed_draft_progress   (EssaimFeedDraft    *self,
                                   guint64             done,
                                   guint64             total);

/* The jobs, one at a time. */
void essaim_feed_draft_pump       (EssaimFeedDraft    *self);
void essaim_feed_draft_look_again (EssaimFeedDraft    *self,
                                   guint               pause_ms);
void essaim_feed_draft_stop_jobs  (EssaimFeedDraft    *self);

G_END_DECLS
