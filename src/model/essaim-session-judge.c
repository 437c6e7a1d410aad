/* essaim-session-judge.c: what the person decides about records: that two are one, or are not
 *
 * A decision is written to the work, which no refresh keeps waiting; then the writer makes the library follow, and what else
 * has to be decided for that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-judge.h"

#include <glib/gi18n-lib.h>

#include "essaim-library-joins.h"
#include "essaim-session-private.h"
#include "essaim-store-error.h"
#include "essaim-stores.h"
#include "essaim-sync-judge.h"

typedef enum
{
  VERB_JOIN,
  VERB_KEEP_APART,
  VERB_SPLIT,
} Verb;

/** Deed: a decision of the person, shared by the threads, of which only one has it at a time. */
typedef struct
{
  Verb      verb;

  /* Owned */
  char     *a;           /* a record; of a split, the project */
  char     *b;           /* the other; of a split, the record that is to leave */
  GVariant *decisions;   /* (nullable): what to decide, once that is known */
  GVariant *before;      /* (nullable): what takes that back, once it is decided */
  GVariant *further;     /* (nullable): what takes back what the writer has decided besides */
} Deed;

/* What a session knows of deeds, to take them back. */
static const char deeds_key[] = "essaim-deeds";

static void
deed_clear (gpointer data)
{
  Deed *deed = data;

  g_free (deed->a);
  g_free (deed->b);
  g_clear_pointer (&deed->decisions, g_variant_unref);
  g_clear_pointer (&deed->before, g_variant_unref);
  g_clear_pointer (&deed->further, g_variant_unref);
}

static void
deed_release (gpointer data)
{
  if (data != NULL)
    g_atomic_rc_box_release_full (data, deed_clear);
}

static Deed *
deed_new (Verb        verb,
          const char *a,
          const char *b)
{
  Deed *deed = g_atomic_rc_box_new0 (Deed);

  deed->verb = verb;
  deed->a = g_strdup (a);
  deed->b = g_strdup (b);

  return deed;
}

/* (element-type Deed): by their numbers less one; NULL for one that was taken back */
static GPtrArray *
get_deeds (EssaimSession *self)
{
  GPtrArray *deeds = g_object_get_data (G_OBJECT (self), deeds_key);

  if (deeds == NULL)
    {
      deeds = g_ptr_array_new_with_free_func (deed_release);
      g_object_set_data_full (G_OBJECT (self), deeds_key, deeds, (GDestroyNotify) g_ptr_array_unref);
    }

  return deeds;
}

/* Which records two ids lead to; they are to be of two projects. */
static gboolean
find_two (EssaimLibrary  *library,
          Deed           *deed,
          GError        **error)
{
  g_autofree char *a = essaim_library_resolve (library, deed->a);
  g_autofree char *b = essaim_library_resolve (library, deed->b);
  int kind = deed->verb == VERB_JOIN ? ESSAIM_DECISION_JOINED : ESSAIM_DECISION_SPLIT;
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

  deed->decisions = g_variant_ref_sink (g_variant_new_parsed ("[(%s, %s, %i)]", a, b, kind));

  return TRUE;
}

/* A record that leaves a project leaves each of the others. */
static gboolean
find_others (EssaimLibrary  *library,
             Deed           *deed,
             GError        **error)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, deed->a, error);
  g_autofree char *record = essaim_library_resolve (library, deed->b);
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

  deed->decisions = g_variant_ref_sink (g_variant_builder_end (builder));

  return TRUE;
}

static void
answer_done (GTask    *task,
             gboolean  done,
             GError   *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
find_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  Deed *deed = data;
  GError *error = NULL;
  gboolean found = deed->verb == VERB_SPLIT ? find_others (database, deed, &error) : find_two (database, deed, &error);

  answer_done (task, found, error);
}

static void
decide_job (GTask        *task,
            gpointer      database,
            gpointer      data,
            GCancellable *cancellable)
{
  Deed *deed = data;
  GError *error = NULL;
  gboolean decided = essaim_work_decide (database, deed->decisions, &deed->before, &error);

  answer_done (task, decided, error);
}

static gboolean
follow (EssaimStores  *stores,
        Deed          *deed,
        GCancellable  *cancellable,
        GError       **error)
{
  EssaimLibrary *library = essaim_stores_get_library (stores);
  EssaimWork *work = essaim_stores_get_work (stores);

  switch (deed->verb)
    {
    case VERB_JOIN:
      return essaim_sync_join (library, work, deed->a, deed->b, &deed->further, cancellable, error);
    case VERB_KEEP_APART:
      return essaim_sync_keep_apart (library, work, deed->a, deed->b, &deed->further, cancellable, error);
    case VERB_SPLIT:
    default:
      return essaim_sync_split (library, work, deed->a, deed->b, &deed->further, cancellable, error);
    }
}

static void
follow_job (GTask        *task,
            gpointer      database,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean followed = follow (database, data, cancellable, &error);

  /* A refresh that came first has done it already, or has taken a record away. */
  if (g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED) ||
      g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&error);
      followed = essaim_sync_settle (essaim_stores_get_library (database), essaim_stores_get_work (database), cancellable,
                                     &error);
    }
  answer_done (task, followed, error);
}

/* What the writer has decided besides, it has done by now. */
static void
unfollow_job (GTask        *task,
              gpointer      database,
              gpointer      data,
              GCancellable *cancellable)
{
  EssaimLibrary *library = essaim_stores_get_library (database);
  EssaimWork *work = essaim_stores_get_work (database);
  Deed *deed = data;
  GError *error = NULL;
  gboolean done = (deed->further == NULL || essaim_sync_undo (library, work, deed->further, cancellable, &error)) &&
                  essaim_sync_undo (library, work, deed->before, cancellable, &error);

  answer_done (task, done, error);
}

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_emit_failed (self, error);
  essaim_session_look_async (self, NULL, NULL);
}

static void
decided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  Deed *deed = g_task_get_task_data (G_TASK (result));
  GPtrArray *deeds = get_deeds (self);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_add (deeds, g_atomic_rc_box_acquire (deed));
  essaim_session_run_async (self, ESSAIM_SESSION_WRITER, follow_job, g_atomic_rc_box_acquire (deed), deed_release, NULL,
                            followed_cb, NULL);
  g_task_return_int (task, deeds->len);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Deed *deed = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_run_async (ESSAIM_SESSION (source), ESSAIM_SESSION_WORK, decide_job, g_atomic_rc_box_acquire (deed),
                              deed_release, NULL, decided_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
judge (EssaimSession       *self,
       Verb                 verb,
       const char          *a,
       const char          *b,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  essaim_session_run_async (self, ESSAIM_SESSION_READER, find_job, deed_new (verb, a, b), deed_release, NULL, found_cb,
                            g_task_new (self, NULL, callback, user_data));
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  Deed *deed = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean taken_back = g_task_propagate_boolean (G_TASK (result), &error);

  if (taken_back)
    essaim_session_run_async (self, ESSAIM_SESSION_WRITER, unfollow_job, g_atomic_rc_box_acquire (deed), deed_release, NULL,
                              followed_cb, NULL);
  answer_done (task, taken_back, error);
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

  judge (self, VERB_JOIN, a, b, callback, user_data);
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

  judge (self, VERB_KEEP_APART, a, b, callback, user_data);
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

  judge (self, VERB_SPLIT, project, record, callback, user_data);
}

/**
 * essaim_session_judge_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: a record that there is no more, or work that cannot be written
 *
 * Returns: the number of the deed, to take it back with; 0 with an error
 */
guint
essaim_session_judge_finish (EssaimSession  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  gssize deed;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  deed = g_task_propagate_int (G_TASK (result), error);

  return deed > 0 ? deed : 0;
}

/* The decision that there was before is decided: what was done is known of the deed only afterwards, to the writer. */
static void
take_back_job (GTask        *task,
               gpointer      database,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean decided = essaim_work_decide (database, ((Deed *) data)->before, NULL, &error);

  answer_done (task, decided, error);
}

/**
 * essaim_session_take_back_async:
 * @self: a session
 * @deed: the number of a deed; it is taken back once
 * @callback: called when that is for good
 * @user_data: for @callback
 */
void
essaim_session_take_back_async (EssaimSession       *self,
                                guint                deed,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GPtrArray *deeds;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ESSAIM_IS_SESSION (self));

  deeds = get_deeds (self);
  task = g_task_new (self, NULL, callback, user_data);
  if (deed == 0 || deed > deeds->len || deeds->pdata[deed - 1] == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("That has been undone already."));
      return;
    }

  essaim_session_run_async (self, ESSAIM_SESSION_WORK, take_back_job, g_steal_pointer (&deeds->pdata[deed - 1]),
                            deed_release, NULL, taken_back_cb, g_steal_pointer (&task));
}

/**
 * essaim_session_take_back_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: work that cannot be written, or a deed that was taken back before
 *
 * Returns: whether it is taken back
 */
gboolean
essaim_session_take_back_finish (EssaimSession  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load_judgement_job (GTask        *task,
                    gpointer      work,
                    gpointer      data,
                    GCancellable *cancellable)
{
  GError *error = NULL;
  EssaimJudgement *judgement = essaim_work_load_judgement (work, &error);

  if (judgement != NULL)
    g_task_return_pointer (task, judgement, (GDestroyNotify) essaim_judgement_free);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_session_load_judgement_async:
 * @self: a session
 * @cancellable: (nullable): stops it
 * @callback: called with a task whose pointer is an `EssaimJudgement`
 * @user_data: for @callback
 *
 * Reads all that the person decided and corrected.
 */
void
essaim_session_load_judgement_async (EssaimSession       *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  essaim_session_run_async (self, ESSAIM_SESSION_WORK, load_judgement_job, NULL, NULL, cancellable, callback, user_data);
}
