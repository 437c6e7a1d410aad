/* essaim-feed-draft-jobs.c: what a draft does in threads: open, look at the beginning, read the whole
 *
 * One job at a time has the source. A job whose answer is of no use any more is cancelled, and the next one begins when it
 * has ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-draft-private.h"

#define TICK_MS 100

struct _EssaimDraftMeter
{
  GMutex   lock;
  guint64  done;
  guint64  total;
  gboolean moved;
};

/* All owned. */
typedef struct
{
  EssaimDraft      *draft;       /* (nullable): to be opened */
  EssaimReference  *reference;
  EssaimDraftMeter *meter;
  char             *folder;
  char             *source;
  char             *token;
  char             *feed;
  char             *title;
  char             *mapping;     /* (nullable): to be guessed */
} Job;

static void
meter_clear (gpointer data)
{
  g_mutex_clear (&((EssaimDraftMeter *) data)->lock);
}

static void
meter_release (EssaimDraftMeter *meter)
{
  g_atomic_rc_box_release_full (meter, meter_clear);
}

/* An EssaimDraftProgress, in the job's thread. */
static void
meter_cb (guint64  done,
          guint64  total,
          gpointer user_data)
{
  EssaimDraftMeter *meter = user_data;

  g_mutex_lock (&meter->lock);
  meter->done = done;
  meter->total = total;
  meter->moved = TRUE;
  g_mutex_unlock (&meter->lock);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->draft, essaim_draft_unref);
  g_object_unref (job->reference);
  meter_release (job->meter);
  g_free (job->folder);
  g_free (job->source);
  g_free (job->token);
  g_free (job->feed);
  g_free (job->title);
  g_free (job->mapping);
  g_free (job);
}

static gboolean
tick_cb (gpointer user_data)
{
  EssaimFeedDraft *self = user_data;
  EssaimDraftMeter *meter = self->meter;
  guint64 done, total;
  gboolean moved;

  g_mutex_lock (&meter->lock);
  done = meter->done;
  total = meter->total;
  moved = meter->moved;
  meter->moved = FALSE;
  g_mutex_unlock (&meter->lock);

  if (moved)
    essaim_feed_draft_progress (self, done, total);

  return G_SOURCE_CONTINUE;
}

/* The task has no source: its thread may be the last to drop it. */
static void
run_job (EssaimFeedDraft     *self,
         GTaskThreadFunc      func,
         GAsyncReadyCallback  callback)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  self->meter = g_atomic_rc_box_new0 (EssaimDraftMeter);
  g_mutex_init (&self->meter->lock);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);

  job->draft = self->draft != NULL ? essaim_draft_ref (self->draft) : NULL;
  job->reference = g_object_ref (essaim_session_get_reference (self->session));
  job->meter = g_atomic_rc_box_acquire (self->meter);
  job->folder = g_strdup (essaim_session_get_folder (self->session));
  job->source = g_strdup (self->source);
  job->token = g_strdup (self->token);
  job->feed = g_strdup (self->feed);
  job->title = g_strdup (self->title);
  if (!self->must_guess && self->mapping != NULL)
    job->mapping = essaim_draft_mapping_to_json (self->mapping);
  else if (self->array_path != NULL)
    job->mapping = essaim_draft_mapping_make_path (self->array_path);

  task = g_task_new (NULL, self->cancellable, callback, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

/* Whether the answer of the job is still of use. */
static gboolean
end_job (EssaimFeedDraft *self)
{
  gboolean is_wanted = !g_cancellable_is_cancelled (self->cancellable);

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->meter, meter_release);

  return is_wanted;
}

static void
open_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  EssaimDraft *draft;

  if (job->feed != NULL)
    draft = essaim_draft_open_body (job->folder, job->feed, job->title, cancellable, &error);
  else
    draft = essaim_draft_open (job->source, job->token, meter_cb, job->meter, cancellable, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, (GDestroyNotify) essaim_draft_unref);
  else
    g_task_return_error (task, error);
}

static void
look_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  EssaimPreviewTable *table = essaim_draft_look (job->draft, job->mapping, job->reference, cancellable, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) essaim_preview_table_free);
  else
    g_task_return_error (task, error);
}

static void
read_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  EssaimPreview *preview = essaim_draft_read (job->draft, job->mapping, job->reference, meter_cb, job->meter,
                                              cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) essaim_preview_free);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EssaimFeedDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimDraft) draft = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end_job (self))
    {
      essaim_feed_draft_pump (self);
      return;
    }
  if (draft == NULL)
    {
      essaim_feed_draft_fail (self, error);
      return;
    }

  self->draft = g_steal_pointer (&draft);
  if (self->title == NULL)
    self->title = g_strdup (essaim_draft_get_title (self->draft));
  if (self->licence == NULL)
    self->licence = g_strdup (essaim_draft_get_licence (self->draft));
  essaim_feed_draft_look_again (self, 0);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EssaimFeedDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimPreviewTable) table = g_task_propagate_pointer (G_TASK (result), &error);

  if (end_job (self) && table == NULL)
    {
      self->must_read = FALSE;
      essaim_feed_draft_fail (self, error);
    }
  else if (table != NULL && !self->must_look)
    essaim_feed_draft_take_table (self, g_steal_pointer (&table));

  essaim_feed_draft_pump (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (EssaimFeedDraft) self = user_data;
  g_autoptr (EssaimPreview) preview = g_task_propagate_pointer (G_TASK (result), NULL);

  if (end_job (self) && preview != NULL && !self->must_read)
    essaim_feed_draft_take_preview (self, g_steal_pointer (&preview));

  essaim_feed_draft_pump (self);
}

/* Whether a source is to be opened for which there is no draft yet. */
static gboolean
must_open (EssaimFeedDraft *self)
{
  return self->state == ESSAIM_FEED_DRAFT_OPENING && self->draft == NULL;
}

/**
 * essaim_feed_draft_pump: (skip)
 * @self: a draft
 *
 * Begins the next job, unless one is under way.
 */
void
essaim_feed_draft_pump (EssaimFeedDraft *self)
{
  if (self->cancellable != NULL || self->pause != 0)
    return;

  if (must_open (self))
    run_job (self, open_job, opened_cb);
  else if (self->draft != NULL && self->must_look)
    {
      self->must_look = FALSE;
      run_job (self, look_job, looked_cb);
    }
  else if (self->draft != NULL && self->must_read)
    {
      self->must_read = FALSE;
      run_job (self, read_job, read_cb);
    }
}

static gboolean
pause_over_cb (gpointer user_data)
{
  EssaimFeedDraft *self = user_data;

  self->pause = 0;
  essaim_feed_draft_pump (self);

  return G_SOURCE_REMOVE;
}

/**
 * essaim_feed_draft_look_again: (skip)
 * @self: a draft
 * @pause_ms: how long to wait for what the person may choose next
 *
 * Looks at the beginning and reads the whole with the mapping as it is then; what is under way is of no use.
 */
void
essaim_feed_draft_look_again (EssaimFeedDraft *self,
                              guint            pause_ms)
{
  self->must_look = self->must_read = TRUE;
  if (self->preview != NULL)
    essaim_feed_draft_take_preview (self, NULL);
  g_cancellable_cancel (self->cancellable);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (pause_ms > 0)
    self->pause = g_timeout_add (pause_ms, pause_over_cb, self);
  essaim_feed_draft_pump (self);
}

/**
 * essaim_feed_draft_stop_jobs: (skip)
 * @self: a draft
 *
 * Stops the job under way and forgets those that wait.
 */
void
essaim_feed_draft_stop_jobs (EssaimFeedDraft *self)
{
  self->must_look = self->must_read = self->must_guess = FALSE;
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}
