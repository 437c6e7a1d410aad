/* essaim-feed-draft-facts.c: what is known of a draft, and its becoming a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-draft-private.h"

#include "essaim-session-private.h"
#include "essaim-stores.h"
#include "essaim-sync.h"
#include "essaim-tokens.h"

/* All owned but the session, which the task has as its source. */
typedef struct
{
  EssaimSession   *session;
  EssaimReference *reference;
  EssaimDraft     *draft;
  char            *source;
  char            *feed;
  char            *title;
  char            *licence;
  char            *mapping;
  char            *token;
  GError          *warning;     /* (nullable): it was added, but its token could not be kept */
  int              interval_days;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_object_unref (addition->reference);
  essaim_draft_unref (addition->draft);
  g_free (addition->source);
  g_free (addition->feed);
  g_free (addition->title);
  g_free (addition->licence);
  g_free (addition->mapping);
  g_free (addition->token);
  g_clear_error (&addition->warning);
  g_free (addition);
}

/**
 * essaim_feed_draft_get_state:
 * @self: a draft
 *
 * Returns: how far it is
 */
EssaimFeedDraftState
essaim_feed_draft_get_state (EssaimFeedDraft *self)
{
  return self->state;
}

/**
 * essaim_feed_draft_get_reference:
 * @self: a draft
 *
 * Returns: (transfer none): the shipped facts
 */
EssaimReference *
essaim_feed_draft_get_reference (EssaimFeedDraft *self)
{
  return essaim_session_get_reference (self->session);
}

/**
 * essaim_feed_draft_get_feed:
 * @self: a draft
 *
 * Returns: (nullable): the feed that it is already
 */
const char *
essaim_feed_draft_get_feed (EssaimFeedDraft *self)
{
  return self->feed;
}

/**
 * essaim_feed_draft_get_error:
 * @self: a draft
 *
 * Returns: (nullable): why it could not be opened: a sentence for the person
 */
const char *
essaim_feed_draft_get_error (EssaimFeedDraft *self)
{
  return self->error != NULL ? self->error->message : NULL;
}

/**
 * essaim_feed_draft_wants_token:
 * @self: a draft
 *
 * Returns: whether a token may open what could not be opened
 */
gboolean
essaim_feed_draft_wants_token (EssaimFeedDraft *self)
{
  return essaim_draft_wants_token (self->error);
}

/**
 * essaim_feed_draft_is_remote:
 * @self: a draft
 *
 * Returns: whether it came from an address
 */
gboolean
essaim_feed_draft_is_remote (EssaimFeedDraft *self)
{
  return self->draft != NULL && essaim_draft_is_remote (self->draft);
}

/**
 * essaim_feed_draft_get_title:
 * @self: a draft
 *
 * Returns: (nullable): what the feed is to be called
 */
const char *
essaim_feed_draft_get_title (EssaimFeedDraft *self)
{
  return self->title;
}

/**
 * essaim_feed_draft_set_title:
 * @self: a draft
 * @title: what the feed is to be called
 */
void
essaim_feed_draft_set_title (EssaimFeedDraft *self,
                             const char      *title)
{
  char *copy = g_strdup (title);

  g_free (self->title);
  self->title = copy;
}

/**
 * essaim_feed_draft_get_licence:
 * @self: a draft
 *
 * Returns: (nullable): the licence that its source names
 */
const char *
essaim_feed_draft_get_licence (EssaimFeedDraft *self)
{
  return self->licence;
}

/**
 * essaim_feed_draft_get_table:
 * @self: a draft
 *
 * Returns: (nullable): its beginning
 */
const EssaimPreviewTable *
essaim_feed_draft_get_table (EssaimFeedDraft *self)
{
  return self->table;
}

/**
 * essaim_feed_draft_get_preview:
 * @self: a draft
 *
 * Returns: (nullable): the whole of it, once it was read
 */
const EssaimPreview *
essaim_feed_draft_get_preview (EssaimFeedDraft *self)
{
  return self->preview;
}

/**
 * essaim_feed_draft_get_order:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type guint): the columns of the table, those that are used first
 */
GArray *
essaim_feed_draft_get_order (EssaimFeedDraft *self)
{
  return self->order;
}

/**
 * essaim_feed_draft_get_array_path:
 * @self: a draft
 *
 * Returns: (nullable): where the records of a JSON document are; %NULL where that is guessed
 */
const char *
essaim_feed_draft_get_array_path (EssaimFeedDraft *self)
{
  return self->mapping != NULL ? essaim_draft_mapping_get_array_path (self->mapping) : NULL;
}

static EssaimReport *
add (Addition      *addition,
     EssaimLibrary *library,
     EssaimWork    *work,
     GCancellable  *cancellable,
     GError       **error)
{
  const EssaimSyncOptions options = {
    .title = addition->title,
    .licence = addition->licence,
    .mapping_json = addition->mapping,
    .body_path = essaim_draft_get_path (addition->draft),
    .token = addition->token,
    .interval_days = addition->interval_days > 0 ? addition->interval_days : -1,
  };
  const EssaimSyncOptions changes = {
    .title = addition->title, .licence = addition->licence, .mapping_json = addition->mapping, .accept_shrink = TRUE,
  };

  if (addition->feed != NULL)
    return essaim_sync_reread (library, work, addition->reference, addition->feed, &changes, essaim_session_progress,
                               addition->session, cancellable, error);

  return essaim_sync_import (library, work, addition->reference, addition->source, &options, essaim_session_progress,
                             addition->session, cancellable);
}

/* What opened the source now is to open it next time. */
static void
keep_token (Addition           *addition,
            const char         *folder,
            EssaimWork         *work,
            const EssaimReport *report,
            GCancellable       *cancellable)
{
  if (addition->token == NULL || addition->feed != NULL || report == NULL ||
      (report->outcome != ESSAIM_OUTCOME_IMPORTED && report->outcome != ESSAIM_OUTCOME_UNCHANGED))
    return;

  if (essaim_tokens_store (folder, report->feed, addition->title != NULL ? addition->title : report->feed,
                           addition->source, addition->token, cancellable, &addition->warning))
    essaim_work_set_feed_has_token (work, report->feed, TRUE, &addition->warning);
}

static void
add_job (GTask        *task,
         gpointer      database,
         gpointer      data,
         GCancellable *cancellable)
{
  Addition *addition = data;
  GError *error = NULL;
  EssaimReport *report;

  essaim_session_begin_progress (addition->session, addition->feed != NULL ? addition->feed : addition->source);
  report = add (addition, essaim_stores_get_library (database), essaim_stores_get_work (database), cancellable, &error);
  keep_token (addition, essaim_session_get_folder (addition->session), essaim_stores_get_work (database), report,
              cancellable);

  /* Cancelled too late is not cancelled: the report says what became of it. */
  g_task_set_check_cancellable (task, FALSE);
  if (report == NULL)
    g_task_return_error (task, error);
  else if (report->outcome == ESSAIM_OUTCOME_FAILED && g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", report->message);
      essaim_report_free (report);
      g_clear_error (&error);
    }
  else
    {
      g_task_return_pointer (task, report, (GDestroyNotify) essaim_report_free);
      g_clear_error (&error);
    }
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  EssaimSession *session = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EssaimReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  Addition *addition = g_task_get_task_data (G_TASK (result));

  essaim_session_end_import (session, g_task_get_cancellable (G_TASK (result)));
  essaim_session_look_async (session, NULL, NULL);
  if (addition->warning != NULL)
    essaim_session_emit_failed (session, addition->warning);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) essaim_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_feed_draft_add_async:
 * @self: a draft that is open
 * @licence: (nullable): what may be done with it, as the person confirmed it
 * @interval_days: how often it is to be read again; 0: only by hand
 * @cancellable: (nullable): stops it, and nothing was added
 * @callback: called with the report, after the imports and refreshes before it
 * @user_data: for @callback
 *
 * Makes a feed of it, from what was fetched; a feed that it is already gets its new mapping.
 */
void
essaim_feed_draft_add_async (EssaimFeedDraft     *self,
                             const char          *licence,
                             int                  interval_days,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Addition *addition;
  g_autoptr (GCancellable) own = NULL;
  GTask *task;

  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));
  g_return_if_fail (self->draft != NULL && self->mapping != NULL);

  addition = g_new0 (Addition, 1);
  addition->session = self->session;
  addition->reference = g_object_ref (essaim_session_get_reference (self->session));
  addition->draft = essaim_draft_ref (self->draft);
  addition->source = g_strdup (self->source);
  addition->feed = g_strdup (self->feed);
  addition->title = g_strdup (self->title);
  addition->licence = g_strdup (licence);
  addition->mapping = essaim_draft_mapping_to_json (self->mapping);
  addition->token = g_strdup (self->token);
  addition->interval_days = interval_days;

  own = essaim_session_begin_import (self->session, cancellable);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  essaim_session_run_async (self->session, ESSAIM_SESSION_WRITER, add_job, addition, addition_free, own, added_cb, task);
}

/**
 * essaim_feed_draft_add_finish:
 * @self: a draft
 * @result: from the callback
 * @error: return location: cancelled, or the databases could not be opened
 *
 * Returns: (transfer full) (nullable): the report, whatever its outcome
 */
EssaimReport *
essaim_feed_draft_add_finish (EssaimFeedDraft  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
