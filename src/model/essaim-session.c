/* essaim-session.c: the open data folder, with its workers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

#include "essaim-progress.h"
#include "essaim-store-error.h"

/* A change by another process is noticed within two seconds. */
#define LOOK_SECONDS 1
#define PROGRESS_MS  100

struct _EssaimSession
{
  GObject         parent_instance;

  /* Owned */
  EssaimPlace    *place;
  EssaimWorker   *workers[3];           /* by EssaimSessionLane */
  GPtrArray      *imports;              /* (element-type GCancellable): waiting or under way */
  EssaimProgress *progress;             /* of the import under way */

  gint64          library_version;
  gint64          work_version;
  gint64          day;                  /* since 1970, of the last daily copy */
  guint           look_timer;
  guint           progress_timer;
  guint           looking;
  gboolean        closed;
  enum { MEND_NOT_ASKED, MEND_UNDER_WAY, MEND_DONE } mend;
};

G_DEFINE_FINAL_TYPE (EssaimSession, essaim_session, G_TYPE_OBJECT)

enum { PROP_0, PROP_IMPORTING, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { LIBRARY_CHANGED, WORK_CHANGED, IMPORT_PROGRESS, FETCH_PROGRESS, FAILED, WORK_DAMAGED, CLOSING, N_SIGNALS };
static guint signals[N_SIGNALS];

/**
 * essaim_session_take_told: (skip)
 * @self: a session
 *
 * Returns: (transfer full) (nullable): what had to be done to open the databases, a sentence; once
 */
char *
essaim_session_take_told (EssaimSession *self)
{
  return essaim_place_take_told (self->place);
}

/* Versions of another file cannot be compared: the number of the file comes first. */
static void
look_at_library (GTask        *task,
                 gpointer      database,
                 gpointer      data,
                 GCancellable *cancellable)
{
  EssaimSession *self = g_task_get_source_object (task);

  g_task_return_int (task, ((gint64) essaim_place_count_opened (self->place, ESSAIM_SESSION_READER) << 32) +
                           essaim_library_get_data_version (database));
}

static void
look_at_work (GTask        *task,
              gpointer      database,
              gpointer      data,
              GCancellable *cancellable)
{
  EssaimSession *self = g_task_get_source_object (task);

  g_task_return_int (task, ((gint64) essaim_place_count_opened (self->place, ESSAIM_SESSION_WORK) << 32) +
                           essaim_work_get_data_version (database));
}

/* The first look only remembers; a database that cannot be read says so to those who ask it something. */
static void
take_look (EssaimSession *self,
           GAsyncResult  *result,
           gint64        *version,
           guint          signal)
{
  gssize now = g_task_propagate_int (G_TASK (result), NULL);
  gboolean changed = now != -1 && *version != -1 && now != *version;

  if (now != -1)
    *version = now;
  if (changed && !self->closed)
    g_signal_emit (self, signals[signal], 0);
}

/* A look is over when both databases have been looked at. */
static void
end_look (EssaimSession *self,
          GTask         *task)
{
  guint waiting = GPOINTER_TO_UINT (g_task_get_task_data (task)) - 1;

  g_task_set_task_data (task, GUINT_TO_POINTER (waiting), NULL);
  if (waiting > 0)
    return;

  self->looking--;
  g_task_return_boolean (task, TRUE);
}

static void
library_looked_at_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;

  take_look (self, result, &self->library_version, LIBRARY_CHANGED);
  end_look (self, task);
}

static void
work_looked_at_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;

  take_look (self, result, &self->work_version, WORK_CHANGED);
  end_look (self, task);
}

static gboolean
look_timeout_cb (gpointer user_data)
{
  EssaimSession *self = user_data;

  if (self->looking == 0)
    essaim_session_look_async (self, NULL, NULL);
  if (g_get_real_time () / G_TIME_SPAN_DAY != self->day)
    {
      self->day = g_get_real_time () / G_TIME_SPAN_DAY;
      essaim_session_back_up (self);
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
progress_timeout_cb (gpointer user_data)
{
  EssaimSession *self = user_data;
  EssaimProgressState state;

  if (!essaim_progress_take (self->progress, &state))
    return G_SOURCE_CONTINUE;

  if (state.read > 0 || state.bytes == 0)
    g_signal_emit (self, signals[IMPORT_PROGRESS], 0, state.source, state.read, state.total);
  else
    g_signal_emit (self, signals[FETCH_PROGRESS], 0, state.source, state.bytes, state.total_bytes);
  g_free (state.source);

  return G_SOURCE_CONTINUE;
}

static void
essaim_session_dispose (GObject *object)
{
  EssaimSession *self = ESSAIM_SESSION (object);

  essaim_session_close (self);

  G_OBJECT_CLASS (essaim_session_parent_class)->dispose (object);
}

static void
essaim_session_finalize (GObject *object)
{
  EssaimSession *self = ESSAIM_SESSION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->workers); i++)
    g_clear_object (&self->workers[i]);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_pointer (&self->progress, essaim_progress_free);
  g_clear_pointer (&self->place, essaim_place_unref);

  G_OBJECT_CLASS (essaim_session_parent_class)->finalize (object);
}

static void
essaim_session_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EssaimSession *self = ESSAIM_SESSION (object);

  if (prop_id == PROP_IMPORTING)
    g_value_set_boolean (value, essaim_session_get_importing (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_session_class_init (EssaimSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = essaim_session_dispose;
  object_class->finalize = essaim_session_finalize;
  object_class->get_property = essaim_session_get_property;

  properties[PROP_IMPORTING] = g_param_spec_boolean ("importing", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LIBRARY_CHANGED] = g_signal_new ("library-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[WORK_CHANGED] = g_signal_new ("work-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[IMPORT_PROGRESS] = g_signal_new ("import-progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[FETCH_PROGRESS] = g_signal_new ("fetch-progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT64, G_TYPE_UINT64);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[WORK_DAMAGED] = g_signal_new ("work-damaged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                        G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[CLOSING] = g_signal_new ("closing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
essaim_session_init (EssaimSession *self)
{
  self->imports = g_ptr_array_new_with_free_func (g_object_unref);
  self->library_version = -1;
  self->work_version = -1;
  self->progress = essaim_progress_new ();
}

/**
 * essaim_session_new:
 * @folder: the data folder; created when missing
 * @reference: the shipped facts
 *
 * Starts the workers, which open the databases; what goes wrong there is told to every job.
 *
 * Returns: (transfer full): a session; end it with [method@Session.close]
 */
EssaimSession *
essaim_session_new (const char      *folder,
                    EssaimReference *reference)
{
  EssaimSession *self = g_object_new (ESSAIM_TYPE_SESSION, NULL);

  self->place = essaim_place_new (folder, reference);
  for (guint i = 0; i < G_N_ELEMENTS (self->workers); i++)
    self->workers[i] = essaim_place_start (self->place, i);

  essaim_session_look_async (self, NULL, NULL);
  self->day = g_get_real_time () / G_TIME_SPAN_DAY;
  self->look_timer = g_timeout_add_seconds (LOOK_SECONDS, look_timeout_cb, self);

  return self;
}

/**
 * essaim_session_get_place: (skip)
 * @self: a session
 *
 * Returns: (transfer none): where its databases are
 */
EssaimPlace *
essaim_session_get_place (EssaimSession *self)
{
  return self->place;
}

/**
 * essaim_session_get_reference:
 * @self: a session
 *
 * Returns: (transfer none): the shipped facts
 */
EssaimReference *
essaim_session_get_reference (EssaimSession *self)
{
  g_return_val_if_fail (ESSAIM_IS_SESSION (self), NULL);

  return essaim_place_get_reference (self->place);
}

/**
 * essaim_session_get_folder:
 * @self: a session
 *
 * Returns: the data folder
 */
const char *
essaim_session_get_folder (EssaimSession *self)
{
  g_return_val_if_fail (ESSAIM_IS_SESSION (self), NULL);

  return essaim_place_get_folder (self->place);
}

/**
 * essaim_session_get_importing:
 * @self: a session
 *
 * Returns: whether an import waits or is under way
 */
gboolean
essaim_session_get_importing (EssaimSession *self)
{
  g_return_val_if_fail (ESSAIM_IS_SESSION (self), FALSE);

  return self->imports->len > 0;
}

/**
 * essaim_session_close:
 * @self: a session
 *
 * Lets those who hold edits push them, cancels imports, waits for the jobs under way and ends the workers. Closing
 * twice is harmless.
 */
void
essaim_session_close (EssaimSession *self)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));

  if (self->closed)
    return;

  g_signal_emit (self, signals[CLOSING], 0);
  self->closed = TRUE;
  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  for (guint i = 0; i < self->imports->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->imports, i));
  for (guint i = 0; i < G_N_ELEMENTS (self->workers); i++)
    essaim_worker_stop (self->workers[i]);
}

/**
 * essaim_session_run_async: (skip)
 * @self: a session
 * @lane: which worker
 * @func: the job, run in the worker's thread
 * @data: (transfer full): its task data
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): to cancel the job
 * @callback: (nullable): called with the job's task
 * @user_data: for @callback
 */
void
essaim_session_run_async (EssaimSession       *self,
                          EssaimSessionLane    lane,
                          EssaimWorkerFunc     func,
                          gpointer             data,
                          GDestroyNotify       destroy,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, data, destroy);
  essaim_worker_push (self->workers[lane], task, func);
}

/**
 * essaim_session_look_async: (skip)
 * @self: a session
 * @callback: (nullable): called after the signals, when both databases have been looked at
 * @user_data: for @callback
 */
void
essaim_session_look_async (EssaimSession       *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  /* Both at once: the first look must come before whatever else is asked of either database. */
  self->looking++;
  g_task_set_task_data (task, GUINT_TO_POINTER (2), NULL);
  essaim_session_run_async (self, ESSAIM_SESSION_READER, look_at_library, NULL, NULL, NULL, library_looked_at_cb,
                            g_object_ref (task));
  essaim_session_run_async (self, ESSAIM_SESSION_WORK, look_at_work, NULL, NULL, NULL, work_looked_at_cb,
                            g_object_ref (task));
}

/**
 * essaim_session_emit_work_changed: (skip)
 * @self: a session
 */
void
essaim_session_emit_work_changed (EssaimSession *self)
{
  if (!self->closed)
    g_signal_emit (self, signals[WORK_CHANGED], 0);
}

/**
 * essaim_session_emit_failed: (skip)
 * @self: a session
 * @error: what nobody waits for; cancellation is no failure
 *
 * The first damage that is met is looked into, once; only what came of that is told.
 */
void
essaim_session_emit_failed (EssaimSession *self,
                            const GError  *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED) || self->mend == MEND_DONE || self->closed)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  if (self->mend == MEND_NOT_ASKED)
    {
      self->mend = MEND_UNDER_WAY;
      essaim_session_mend (self, error);
    }
}

/**
 * essaim_session_emit_work_damaged: (skip)
 * @self: a session
 * @path: of the newest sound copy of the work
 * @date: (nullable): when it was made, ISO 8601 in UTC
 * @shortlists: in it
 * @entries: on them
 */
void
essaim_session_emit_work_damaged (EssaimSession *self,
                                  const char    *path,
                                  const char    *date,
                                  guint          shortlists,
                                  guint          entries)
{
  if (!self->closed)
    g_signal_emit (self, signals[WORK_DAMAGED], 0, path, date, shortlists, entries);
}

/**
 * essaim_session_end_mend: (skip)
 * @self: a session
 */
void
essaim_session_end_mend (EssaimSession *self)
{
  self->mend = MEND_DONE;
  if (!self->closed)
    g_signal_emit (self, signals[LIBRARY_CHANGED], 0);
}

/**
 * essaim_session_begin_import: (skip)
 * @self: a session
 * @cancellable: (nullable): the caller's
 *
 * Returns: (transfer full): what cancels this import, also when the session closes
 */
GCancellable *
essaim_session_begin_import (EssaimSession *self,
                             GCancellable  *cancellable)
{
  GCancellable *own = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();

  g_ptr_array_add (self->imports, g_object_ref (own));
  if (self->progress_timer == 0 && !self->closed)
    self->progress_timer = g_timeout_add (PROGRESS_MS, progress_timeout_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORTING]);

  return own;
}

/**
 * essaim_session_begin_progress: (skip)
 * @self: the session
 * @source: what is read from now on, for `import-progress` and `fetch-progress`
 *
 * Called in the writer's thread, as the next two.
 */
void
essaim_session_begin_progress (EssaimSession *self,
                               const char    *source)
{
  essaim_progress_begin (self->progress, source);
}

/**
 * essaim_session_progress: (skip)
 * @read: records read
 * @total: records in all; 0 while not known
 * @session: the session
 *
 * An EssaimSyncProgress.
 */
void
essaim_session_progress (guint    read,
                         guint    total,
                         gpointer session)
{
  essaim_progress_read (((EssaimSession *) session)->progress, read, total);
}

/**
 * essaim_session_fetched: (skip)
 * @bytes: fetched
 * @total: bytes in all; 0 while not known
 * @session: the session
 *
 * An EssaimSyncFetched.
 */
void
essaim_session_fetched (guint64  bytes,
                        guint64  total,
                        gpointer session)
{
  essaim_progress_fetch (((EssaimSession *) session)->progress, bytes, total);
}

/**
 * essaim_session_end_import: (skip)
 * @self: a session
 * @cancellable: what [method@Session.begin_import] gave
 */
void
essaim_session_end_import (EssaimSession *self,
                           GCancellable  *cancellable)
{
  g_ptr_array_remove (self->imports, cancellable);
  if (self->imports->len == 0)
    g_clear_handle_id (&self->progress_timer, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORTING]);
}
