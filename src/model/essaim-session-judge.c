/* essaim-session-judge.c: what the person decides about records: that two are one, or are not
 *
 * A decision is written to the work, which no refresh keeps waiting; the library is grouped anew behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-judge.h"

#include <glib/gi18n-lib.h>

#include "essaim-library-joins.h"
#include "essaim-session-private.h"
#include "essaim-stores.h"

typedef struct
{
  /* Owned */
  char       *a;           /* a record; of a split, the project */
  char       *b;           /* the other; of a split, the record that is to leave */
  GVariant   *decisions;   /* (nullable): what to decide, once that is known */

  EssaimDecisionKind kind;
} Judging;

static void
judging_free (gpointer data)
{
  Judging *judging = data;

  g_free (judging->a);
  g_free (judging->b);
  g_clear_pointer (&judging->decisions, g_variant_unref);
  g_free (judging);
}

/* Which records two ids lead to; they are to be of two projects. */
static gboolean
find_two (EssaimLibrary  *library,
          Judging        *judging,
          GError        **error)
{
  g_autofree char *a = essaim_library_resolve (library, judging->a);
  g_autofree char *b = essaim_library_resolve (library, judging->b);
  guint32 number_a, number_b;

  if (a == NULL || b == NULL || !essaim_library_find_number (library, a, &number_a) ||
      !essaim_library_find_number (library, b, &number_b))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The record is in no feed any more."));
      return FALSE;
    }
  if (number_a == number_b)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("These two are one record already."));
      return FALSE;
    }

  judging->decisions = g_variant_ref_sink (g_variant_new_parsed ("[(%s, %s, %i)]", a, b, (int) judging->kind));

  return TRUE;
}

/* A record that leaves a project leaves each of the others. */
static gboolean
find_others (EssaimLibrary  *library,
             Judging        *judging,
             GError        **error)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, judging->a, error);
  g_autofree char *record = essaim_library_resolve (library, judging->b);
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE (ESSAIM_DECISIONS_TYPE));
  gboolean found = FALSE;

  if (parts == NULL)
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const EssaimProject *part = parts->pdata[i];

      if (g_strcmp0 (part->id, record) == 0)
        found = TRUE;
      else if (record != NULL)
        g_variant_builder_add (builder, "(ssi)", record, part->id, (int) ESSAIM_DECISION_SPLIT);
    }
  if (!found || parts->len < 2)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This source is not one of several of the record."));
      return FALSE;
    }

  judging->decisions = g_variant_ref_sink (g_variant_builder_end (builder));

  return TRUE;
}

static void
find_two_job (GTask        *task,
              gpointer      database,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (find_two (database, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
find_others_job (GTask        *task,
                 gpointer      database,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (find_others (database, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
decide_job (GTask        *task,
            gpointer      database,
            gpointer      data,
            GCancellable *cancellable)
{
  Judging *judging = data;
  GVariant *before = NULL;
  GError *error = NULL;

  if (essaim_work_decide (database, judging->decisions, &before, &error))
    g_task_return_pointer (task, before, (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

static void
regroup_job (GTask        *task,
             gpointer      database,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (essaim_stores_get_work (database), &error);

  if (judgement != NULL && essaim_library_regroup (essaim_stores_get_library (database), judgement, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
regrouped_cb (GObject      *source,
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
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GVariant *before = g_task_propagate_pointer (G_TASK (result), &error);

  if (before == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  essaim_session_run_async (self, ESSAIM_SESSION_WRITER, regroup_job, NULL, NULL, NULL, regrouped_cb, NULL);
  g_task_return_pointer (task, before, (GDestroyNotify) g_variant_unref);
}

/* Takes judging, whose decisions are known. */
static void
decide_async (EssaimSession *self,
              Judging       *judging,
              GTask         *task)
{
  essaim_session_run_async (self, ESSAIM_SESSION_WORK, decide_job, judging, judging_free, NULL, decided_cb, task);
}

/* The records have been found; their decisions go on to the worker that keeps them. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Judging *found = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  Judging *judging;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  judging = g_new0 (Judging, 1);
  judging->decisions = g_variant_ref (found->decisions);
  decide_async (ESSAIM_SESSION (source), judging, g_steal_pointer (&task));
}

static void
judge (EssaimSession       *self,
       EssaimWorkerFunc     find_job,
       const char          *a,
       const char          *b,
       EssaimDecisionKind   kind,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  Judging *judging = g_new0 (Judging, 1);

  judging->a = g_strdup (a);
  judging->b = g_strdup (b);
  judging->kind = kind;
  essaim_session_run_async (self, ESSAIM_SESSION_READER, find_job, judging, judging_free, NULL, found_cb,
                            g_task_new (self, NULL, callback, user_data));
}

/**
 * essaim_session_join_async:
 * @self: a session
 * @a: id of a record or project
 * @b: id of a record of another
 * @callback: called when it is decided for good
 * @user_data: for @callback
 *
 * The two are one project from now on, with all that are one with either.
 */
void
essaim_session_join_async (EssaimSession       *self,
                           const char          *a,
                           const char          *b,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));

  judge (self, find_two_job, a, b, ESSAIM_DECISION_JOINED, callback, user_data);
}

/**
 * essaim_session_keep_apart_async:
 * @self: a session
 * @a: id of a record or project
 * @b: id of a record of another
 * @callback: called when it is decided for good
 * @user_data: for @callback
 *
 * The two are never one project, whatever they look like.
 */
void
essaim_session_keep_apart_async (EssaimSession       *self,
                                 const char          *a,
                                 const char          *b,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));

  judge (self, find_two_job, a, b, ESSAIM_DECISION_SPLIT, callback, user_data);
}

/**
 * essaim_session_split_async:
 * @self: a session
 * @project: id of a project with several sources
 * @record: id of what one of them says
 * @callback: called when it is decided for good
 * @user_data: for @callback
 *
 * Takes one source out of a project: it is a project of its own from now on.
 */
void
essaim_session_split_async (EssaimSession       *self,
                            const char          *project,
                            const char          *record,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));

  judge (self, find_others_job, project, record, ESSAIM_DECISION_SPLIT, callback, user_data);
}

/**
 * essaim_session_take_back_async:
 * @self: a session
 * @before: what [method@Session.judge_finish] gave for what is to be taken back
 * @callback: called when that is for good
 * @user_data: for @callback
 */
void
essaim_session_take_back_async (EssaimSession       *self,
                                GVariant            *before,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Judging *judging;

  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (g_variant_is_of_type (before, G_VARIANT_TYPE (ESSAIM_DECISIONS_TYPE)));

  judging = g_new0 (Judging, 1);
  judging->decisions = g_variant_ref (before);
  decide_async (self, judging, g_task_new (self, NULL, callback, user_data));
}

/**
 * essaim_session_judge_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: a record that there is no more, or work that cannot be written
 *
 * Returns: (transfer full) (nullable): what takes the decision back, `a(ssi)`
 */
GVariant *
essaim_session_judge_finish (EssaimSession  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
