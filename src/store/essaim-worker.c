/* essaim-worker.c: one thread that owns one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-worker.h"

#include <glib/gi18n-lib.h>

/* One thing to do; a job without a task ends the thread. */
typedef struct
{
  GTask            *task;
  EssaimWorkerFunc  func;
} Job;

/* What the thread works on. It outlives the worker when the worker's last reference is dropped by a job. */
typedef struct
{
  /* Owned */
  GAsyncQueue           *jobs;
  gpointer               user_data;
  GDestroyNotify         destroy;

  EssaimWorkerOpenFunc   open_func;
  EssaimWorkerStaleFunc  stale_func; /* (nullable) */
  gboolean               closed;     /* under the queue's lock */
} Lane;

struct _EssaimWorker
{
  GObject  parent_instance;

  /* Owned */
  Lane    *lane;
  GThread *thread;                  /* NULL once stopped */
};

G_DEFINE_FINAL_TYPE (EssaimWorker, essaim_worker, G_TYPE_OBJECT)

static void
lane_clear (gpointer data)
{
  Lane *lane = data;

  g_async_queue_unref (lane->jobs);
  if (lane->destroy != NULL)
    lane->destroy (lane->user_data);
}

static void
lane_release (Lane *lane)
{
  g_atomic_rc_box_release_full (lane, lane_clear);
}

static void
run_job (Job          *job,
         GObject      *database,
         const GError *error)
{
  if (g_task_return_error_if_cancelled (job->task))
    return;

  if (database == NULL)
    g_task_return_error (job->task, g_error_copy (error));
  else
    job->func (job->task, database, g_task_get_task_data (job->task), g_task_get_cancellable (job->task));
}

/* What could not be opened may have been mended meanwhile, by this program or another one. */
static void
open_anew (Lane      *lane,
           GObject  **database,
           GError   **error)
{
  if (*database != NULL && (lane->stale_func == NULL || !lane->stale_func (*database)))
    return;

  g_clear_object (database);
  g_clear_error (error);
  *database = lane->open_func (lane->user_data, error);
}

static gpointer
lane_run (gpointer data)
{
  Lane *lane = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) database = lane->open_func (lane->user_data, &error);
  gboolean is_first = TRUE;
  gboolean more = TRUE;

  while (more)
    {
      g_autofree Job *job = g_async_queue_pop (lane->jobs);

      more = job->task != NULL;
      if (more && !is_first)
        open_anew (lane, &database, &error);
      is_first = FALSE;
      if (more)
        run_job (job, database, error);
      g_clear_object (&job->task);
    }

  g_clear_object (&database);
  lane_release (lane);

  return NULL;
}

/* Queues a job unless the lane is closed; a job without a task closes it. */
static gboolean
lane_push (Lane             *lane,
           GTask            *task,
           EssaimWorkerFunc  func)
{
  gboolean open;

  g_async_queue_lock (lane->jobs);
  open = !lane->closed;
  if (open)
    {
      Job *job = g_new0 (Job, 1);

      job->task = task != NULL ? g_object_ref (task) : NULL;
      job->func = func;
      lane->closed = task == NULL;
      g_async_queue_push_unlocked (lane->jobs, job);
    }
  g_async_queue_unlock (lane->jobs);

  return open;
}

static void
essaim_worker_finalize (GObject *object)
{
  EssaimWorker *self = ESSAIM_WORKER (object);

  essaim_worker_stop (self);
  lane_release (self->lane);

  G_OBJECT_CLASS (essaim_worker_parent_class)->finalize (object);
}

static void
essaim_worker_class_init (EssaimWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_worker_finalize;
}

static void
essaim_worker_init (EssaimWorker *self)
{
  self->lane = g_atomic_rc_box_new0 (Lane);
  self->lane->jobs = g_async_queue_new ();
}

/**
 * essaim_worker_new:
 * @name: of the thread, for debuggers
 * @open_func: (scope notified): opens the database, in the thread
 * @stale_func: (scope notified) (nullable): whether to open it anew, in the thread before each job
 * @user_data: for @open_func
 * @destroy: (nullable): frees @user_data
 *
 * Starts the thread, which opens the database at once and then waits for jobs.
 *
 * Returns: (transfer full): the worker
 */
EssaimWorker *
essaim_worker_new (const char            *name,
                   EssaimWorkerOpenFunc   open_func,
                   EssaimWorkerStaleFunc  stale_func,
                   gpointer               user_data,
                   GDestroyNotify         destroy)
{
  EssaimWorker *self = g_object_new (ESSAIM_TYPE_WORKER, NULL);

  self->lane->open_func = open_func;
  self->lane->stale_func = stale_func;
  self->lane->user_data = user_data;
  self->lane->destroy = destroy;
  self->thread = g_thread_new (name, lane_run, g_atomic_rc_box_acquire (self->lane));

  return self;
}

/**
 * essaim_worker_push:
 * @self: a worker
 * @task: what the job answers to; its result arrives in the context where it was made
 * @func: (scope async): the job, run in the worker's thread after all earlier ones
 *
 * A task that was cancelled before its turn is answered without being run; after [method@Worker.stop] it fails.
 */
void
essaim_worker_push (EssaimWorker     *self,
                    GTask            *task,
                    EssaimWorkerFunc  func)
{
  g_return_if_fail (ESSAIM_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));

  if (!lane_push (self->lane, task, func))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s",
                             _("The data is closed already; nothing more can be changed."));
}

/**
 * essaim_worker_stop:
 * @self: a worker
 *
 * Waits until every job pushed so far is done, closes the database and ends the thread. Stopping twice is harmless.
 */
void
essaim_worker_stop (EssaimWorker *self)
{
  GThread *thread;

  g_return_if_fail (ESSAIM_IS_WORKER (self));

  lane_push (self->lane, NULL, NULL);
  thread = g_steal_pointer (&self->thread);
  if (thread == NULL)
    return;

  /* A job may hold the last reference: a thread cannot wait for itself. */
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
}
