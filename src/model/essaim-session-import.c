/* essaim-session-import.c: what the session writes to the library: starter facts, imports, refreshes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

#include "essaim-backup.h"
#include "essaim-stores.h"
#include "essaim-sync.h"

/* One import, as the writer's thread needs it. */
typedef struct
{
  EssaimSession   *session;      /* borrowed: the task has it as its source */
  char            *folder;
  EssaimReference *reference;
  char            *source;
  char            *feed;
  char            *title;
  char            *licence;
  gboolean         accept_shrink;
  GError          *warning;      /* of a start that went on all the same */
} Import;

static Import *
import_new (EssaimSession            *session,
            const char               *source,
            const EssaimImportOptions *options)
{
  Import *import = g_new0 (Import, 1);

  import->session = session;
  import->folder = g_strdup (essaim_session_get_folder (session));
  import->reference = g_object_ref (essaim_session_get_reference (session));
  import->source = g_strdup (source);
  if (options != NULL)
    {
      import->feed = g_strdup (options->feed);
      import->title = g_strdup (options->title);
      import->licence = g_strdup (options->licence);
      import->accept_shrink = options->accept_shrink;
    }

  return import;
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_free (import->folder);
  g_object_unref (import->reference);
  g_free (import->source);
  g_free (import->feed);
  g_free (import->title);
  g_free (import->licence);
  g_clear_error (&import->warning);
  g_free (import);
}

/* The daily copy comes first: it holds what was there before this start. Without it, or without the starter facts,
 * the rest is still of use: that is said, and no reason to stop. */
static void
prepare_job (GTask        *task,
             gpointer      database,
             gpointer      data,
             GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (EssaimReport) report = NULL;

  essaim_backup_make_daily (import->folder, &import->warning);
  essaim_sync_mend (essaim_stores_get_library (database), essaim_stores_get_work (database),
                    import->warning == NULL ? &import->warning : NULL);
  essaim_sync_sweep (essaim_stores_get_library (database), essaim_stores_get_work (database),
                     import->warning == NULL ? &import->warning : NULL);
  report = essaim_sync_import_starter (essaim_stores_get_library (database), essaim_stores_get_work (database),
                                       import->reference, cancellable);
  if (report != NULL && report->message != NULL && import->warning == NULL &&
      report->outcome != ESSAIM_OUTCOME_IMPORTED && report->outcome != ESSAIM_OUTCOME_UNCHANGED)
    import->warning = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, report->message);

  g_task_return_boolean (task, TRUE);
}

static void
prepare_looked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autofree char *told = essaim_session_take_told (self);
  GError *error = NULL;

  if (import->warning == NULL && told != NULL)
    import->warning = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, told);
  if (import->warning != NULL)
    essaim_session_emit_failed (self, import->warning);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_look_async (self, prepare_looked_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Takes report and error: one of them may be NULL. */
static void
answer (GTask        *task,
        EssaimReport *report,
        GError       *error,
        GCancellable *cancellable)
{
  /* Cancelled too late is not cancelled: the report says what became of it. */
  g_task_set_check_cancellable (task, FALSE);
  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_error (&error);
  if (report->outcome == ESSAIM_OUTCOME_FAILED && g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", report->message);
      essaim_report_free (report);
      return;
    }

  g_task_return_pointer (task, report, (GDestroyNotify) essaim_report_free);
}

static void
import_job (GTask        *task,
            gpointer      database,
            gpointer      data,
            GCancellable *cancellable)
{
  Import *import = data;
  EssaimSyncOptions options = {
    .feed = import->feed,
    .title = import->title,
    .licence = import->licence,
    .fetch_progress = essaim_session_fetched,
    .accept_shrink = import->accept_shrink,
  };

  essaim_session_begin_progress (import->session, import->source);
  answer (task,
          essaim_sync_import (essaim_stores_get_library (database), essaim_stores_get_work (database),
                              import->reference, import->source, &options, essaim_session_progress, import->session,
                              cancellable),
          NULL, cancellable);
}

static void
refresh_job (GTask        *task,
             gpointer      database,
             gpointer      data,
             GCancellable *cancellable)
{
  Import *import = data;
  EssaimSyncOptions options = { .fetch_progress = essaim_session_fetched, .accept_shrink = import->accept_shrink };
  GError *error = NULL;
  EssaimReport *report;

  essaim_session_begin_progress (import->session, import->feed);
  report = essaim_sync_refresh (essaim_stores_get_library (database), essaim_stores_get_work (database),
                                import->reference, import->feed, &options, essaim_session_progress, import->session,
                                cancellable, &error);
  answer (task, report, error, cancellable);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (EssaimReport) report = NULL;
  GError *error = NULL;

  essaim_session_end_import (self, g_task_get_cancellable (G_TASK (result)));
  essaim_session_look_async (self, NULL, NULL);

  report = g_task_propagate_pointer (G_TASK (result), &error);
  if (report != NULL)
    g_task_return_pointer (task, g_steal_pointer (&report), (GDestroyNotify) essaim_report_free);
  else
    g_task_return_error (task, error);
}

static void
backup_job (GTask        *task,
            gpointer      database,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (essaim_backup_make_daily (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_emit_failed (ESSAIM_SESSION (source), error);
}

/**
 * essaim_session_back_up: (skip)
 * @self: a session
 *
 * Makes the daily copy of the work, for a window that stays open from one day to the next.
 */
void
essaim_session_back_up (EssaimSession *self)
{
  essaim_session_run_async (self, ESSAIM_SESSION_WORK, backup_job, g_strdup (essaim_session_get_folder (self)), g_free,
                            NULL, backed_up_cb, NULL);
}

/**
 * essaim_session_prepare_async:
 * @self: a session
 * @cancellable: (nullable): stops the import of the starter facts
 * @callback: called when the databases are open and hold at least the starter facts
 * @user_data: for @callback
 */
void
essaim_session_prepare_async (EssaimSession       *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ESSAIM_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  essaim_session_run_async (self, ESSAIM_SESSION_WRITER, prepare_job, import_new (self, NULL, NULL), import_free,
                            cancellable, prepared_cb, task);
}

/**
 * essaim_session_prepare_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: a database that is damaged, newer or not writable
 *
 * Returns: whether the databases are open
 */
gboolean
essaim_session_prepare_finish (EssaimSession  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Takes import. */
static void
run_in_turn (EssaimSession       *self,
             EssaimWorkerFunc     job,
             Import              *import,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_autoptr (GCancellable) own = essaim_session_begin_import (self, cancellable);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  essaim_session_run_async (self, ESSAIM_SESSION_WRITER, job, import, import_free, own, imported_cb, task);
}

/**
 * essaim_session_import_async:
 * @self: a session
 * @source: a path, a file: URI or an http(s) address
 * @options: (nullable): what the person chose
 * @cancellable: (nullable): of this import alone; stops it, and the store stays as it was
 * @callback: called with the report, after all earlier imports
 * @user_data: for @callback
 */
void
essaim_session_import_async (EssaimSession             *self,
                             const char                *source,
                             const EssaimImportOptions *options,
                             GCancellable              *cancellable,
                             GAsyncReadyCallback        callback,
                             gpointer                   user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (source != NULL);

  run_in_turn (self, import_job, import_new (self, source, options), cancellable, callback, user_data);
}

/**
 * essaim_session_import_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: cancelled, or the databases could not be opened
 *
 * Returns: (transfer full) (nullable): the report, whatever its outcome
 */
EssaimReport *
essaim_session_import_finish (EssaimSession  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_refresh_async:
 * @self: a session
 * @feed: id of a feed that the person has
 * @accept_shrink: whether it may lose half of its records and more: the person has said so
 * @cancellable: (nullable): of this refresh alone; stops it, and the store stays as it was
 * @callback: called with the report, after all earlier imports and refreshes; for essaim_session_import_finish()
 * @user_data: for @callback
 */
void
essaim_session_refresh_async (EssaimSession       *self,
                              const char          *feed,
                              gboolean             accept_shrink,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  EssaimImportOptions options = { .feed = feed, .accept_shrink = accept_shrink };

  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (feed != NULL);

  run_in_turn (self, refresh_job, import_new (self, NULL, &options), cancellable, callback, user_data);
}
