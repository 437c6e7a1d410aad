/* essaim-session-correct.c: what the person knows better than a source, and what the person adds
 *
 * A correction is durable in `work.db` at once, also while a source is being read; the library follows when the writer
 * is free.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-correct.h"

#include "essaim-library-joins.h"
#include "essaim-session-private.h"
#include "essaim-stores.h"
#include "essaim-sync-judge.h"

/* What evidence is made of, on its way from one worker to the next; owned. */
typedef struct
{
  char            *id;
  EssaimReference *reference;
  EssaimJudgement *judgement;   /* (nullable): not loaded yet */
} Inquiry;

static void
inquiry_free (gpointer data)
{
  Inquiry *inquiry = data;

  g_free (inquiry->id);
  g_object_unref (inquiry->reference);
  g_clear_pointer (&inquiry->judgement, essaim_judgement_free);
  g_free (inquiry);
}

/* A correction may name its record by an id that it had. */
static GPtrArray *
find_records (EssaimLibrary *library,
              GPtrArray     *corrections)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < corrections->len; i++)
    g_ptr_array_add (records, essaim_library_resolve (library, ((EssaimCorrection *) corrections->pdata[i])->record));

  return records;
}

static void
collect_evidence_job (GTask        *task,
                      gpointer      library,
                      gpointer      data,
                      GCancellable *cancellable)
{
  Inquiry *inquiry = data;
  GError *error = NULL;
  g_autoptr (EssaimProject) shown = essaim_library_get_project (library, inquiry->id, &error);
  g_autoptr (GPtrArray) parts = shown != NULL ? essaim_library_get_parts (library, inquiry->id, &error) : NULL;
  g_autoptr (GPtrArray) records = NULL;
  const char * const *feed_order;

  if (parts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  records = find_records (library, inquiry->judgement->corrections);
  feed_order = (const char * const *) inquiry->judgement->feed_order;
  g_task_return_pointer (task,
                         essaim_evidence_new (shown, parts, inquiry->judgement->corrections, records, feed_order,
                                              inquiry->reference),
                         (GDestroyNotify) essaim_evidence_unref);
}

static void
evidence_collected_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EssaimEvidence *evidence = g_task_propagate_pointer (G_TASK (result), &error);

  if (evidence != NULL)
    g_task_return_pointer (task, evidence, (GDestroyNotify) essaim_evidence_unref);
  else
    g_task_return_error (task, error);
}

static void
judgement_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EssaimJudgement *judgement = g_task_propagate_pointer (G_TASK (result), &error);
  Inquiry *inquiry;

  if (judgement == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  inquiry = g_new0 (Inquiry, 1);
  inquiry->id = g_strdup (g_task_get_task_data (task));
  inquiry->reference = g_object_ref (essaim_session_get_reference (self));
  inquiry->judgement = judgement;
  essaim_session_run_async (self, ESSAIM_SESSION_READER, collect_evidence_job, inquiry, inquiry_free,
                            g_task_get_cancellable (task), evidence_collected_cb, g_object_ref (task));
}

/**
 * essaim_session_get_evidence_async:
 * @self: a session
 * @id: any of the project's record keys
 * @cancellable: (nullable): to stop
 * @callback: called with the evidence
 * @user_data: for @callback
 */
void
essaim_session_get_evidence_async (EssaimSession       *self,
                                   const char          *id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, essaim_session_get_evidence_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  essaim_session_load_judgement_async (self, cancellable, judgement_loaded_cb, g_object_ref (task));
}

/**
 * essaim_session_get_evidence_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: `ESSAIM_STORE_ERROR_NOT_FOUND` for an id that no record has
 *
 * Returns: (transfer full) (nullable): what each source says of the project, and the person
 */
EssaimEvidence *
essaim_session_get_evidence_finish (EssaimSession  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep_amendment_job (GTask        *task,
                    gpointer      work,
                    gpointer      data,
                    GCancellable *cancellable)
{
  const EssaimAmendment *amendment = data;
  GError *error = NULL;

  if (essaim_work_amend (work, amendment->corrections, amendment->cleared, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
settle_job (GTask        *task,
            gpointer      stores,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (essaim_sync_settle (essaim_stores_get_library (stores), essaim_stores_get_work (stores), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The answer comes after the signals: who waits for it finds the models on their way. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_look_async (ESSAIM_SESSION (source), looked_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Nobody waits for it any more. */
static void
settled_later_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_look_async (self, NULL, NULL);
  else
    essaim_session_emit_failed (self, error);
}

static void
amendment_kept_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  essaim_session_emit_work_changed (self);
  if (!essaim_session_get_importing (self))
    {
      essaim_session_run_async (self, ESSAIM_SESSION_WRITER, settle_job, NULL, NULL, NULL, settled_cb,
                                g_object_ref (task));
      return;
    }

  /* It is safe; that it is shown may take as long as a source has still to be read. */
  essaim_session_run_async (self, ESSAIM_SESSION_WRITER, settle_job, NULL, NULL, NULL, settled_later_cb, NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * essaim_session_amend_async:
 * @self: a session
 * @amendment: what the person says now; may be freed afterwards
 * @callback: called when it is on the disk and the library shows it; while a source is being read, as soon as it is on
 *   the disk
 * @user_data: for @callback
 */
void
essaim_session_amend_async (EssaimSession         *self,
                            const EssaimAmendment *amendment,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GVariant) copy = NULL;

  g_return_if_fail (ESSAIM_IS_SESSION (self));

  copy = g_variant_ref_sink (essaim_amendment_to_variant (amendment));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, essaim_session_amend_async);
  essaim_session_run_async (self, ESSAIM_SESSION_WORK, keep_amendment_job, essaim_amendment_from_variant (copy),
                            (GDestroyNotify) essaim_amendment_free, NULL, amendment_kept_cb, g_object_ref (task));
}

/**
 * essaim_session_amend_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether it was kept
 */
gboolean
essaim_session_amend_finish (EssaimSession  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
