/* essaim-session-own.c: the projects that the person has added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-correct.h"

#include "essaim-pasted.h"
#include "essaim-session-private.h"
#include "essaim-stores.h"
#include "essaim-sync-judge.h"

/** Deed: what the writer does. */
typedef enum
{
  DEED_PUT,
  DEED_REMOVE,
  DEED_RESTORE,
} Deed;

/* Owned. */
typedef struct
{
  Deed             deed;
  EssaimProject   *project;     /* (nullable) */
  char            *id;          /* (nullable): of a project that is new */
  EssaimReference *reference;
} Own;

/* Owned. */
typedef struct
{
  char            *text;
  EssaimReference *reference;
} Pasted;

static void
own_free (gpointer data)
{
  Own *own = data;

  g_clear_pointer (&own->project, essaim_project_unref);
  g_free (own->id);
  g_object_unref (own->reference);
  g_free (own);
}

static gboolean
do_deed (Own           *own,
         EssaimLibrary *library,
         EssaimWork    *work,
         GCancellable  *cancellable,
         GError       **error)
{
  switch (own->deed)
    {
    case DEED_PUT:
      return essaim_sync_put_own (library, work, own->reference, own->project, &own->id, cancellable, error);
    case DEED_REMOVE:
      return essaim_sync_remove_own (library, work, own->id, cancellable, error);
    case DEED_RESTORE:
    default:
      return essaim_sync_restore_own (library, work, own->id, cancellable, error);
    }
}

static void
own_job (GTask        *task,
         gpointer      stores,
         gpointer      data,
         GCancellable *cancellable)
{
  Own *own = data;
  GError *error = NULL;

  if (do_deed (own, essaim_stores_get_library (stores), essaim_stores_get_work (stores), cancellable, &error))
    g_task_return_pointer (task, g_strdup (own->id), g_free);
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

  g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *id = g_task_propagate_pointer (G_TASK (result), &error);

  if (id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, id, g_free);
  essaim_session_look_async (ESSAIM_SESSION (source), looked_cb, g_steal_pointer (&task));
}

static void
run (EssaimSession       *self,
     Deed                 deed,
     EssaimProject       *project,
     const char          *id,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  Own *own = g_new0 (Own, 1);

  own->deed = deed;
  own->project = project != NULL ? essaim_project_ref (project) : NULL;
  own->id = g_strdup (id);
  own->reference = g_object_ref (essaim_session_get_reference (self));
  essaim_session_run_async (self, ESSAIM_SESSION_WRITER, own_job, own, own_free, NULL, done_cb,
                            g_task_new (self, NULL, callback, user_data));
}

/**
 * essaim_session_put_own_async:
 * @self: a session
 * @project: what the person says; its id is that of the one it takes the place of, or %NULL; not changed afterwards
 * @callback: called when it is durable and can be found
 * @user_data: for @callback
 */
void
essaim_session_put_own_async (EssaimSession       *self,
                              EssaimProject       *project,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (project != NULL);

  run (self, DEED_PUT, project, project->id, callback, user_data);
}

/**
 * essaim_session_put_own_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the id of the project
 */
char *
essaim_session_put_own_finish (EssaimSession  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_remove_own_async:
 * @self: a session
 * @id: of a project that the person has added
 * @callback: called when it is gone
 * @user_data: for @callback
 */
void
essaim_session_remove_own_async (EssaimSession       *self,
                                 const char          *id,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  run (self, DEED_REMOVE, NULL, id, callback, user_data);
}

/**
 * essaim_session_restore_own_async:
 * @self: a session
 * @id: of a project that was removed
 * @callback: called when it is back
 * @user_data: for @callback
 */
void
essaim_session_restore_own_async (EssaimSession       *self,
                                  const char          *id,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  run (self, DEED_RESTORE, NULL, id, callback, user_data);
}

/**
 * essaim_session_own_finish:
 * @self: a session
 * @result: from the callback of a removal or a return
 * @error: return location
 *
 * Returns: whether it is done
 */
gboolean
essaim_session_own_finish (EssaimSession  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL;
}

static void
pasted_free (gpointer data)
{
  Pasted *pasted = data;

  g_free (pasted->text);
  g_object_unref (pasted->reference);
  g_free (pasted);
}

static void
read_pasted_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  Pasted *pasted = data;
  GError *error = NULL;
  GPtrArray *projects = essaim_pasted_read (pasted->text, pasted->reference, cancellable, &error);

  if (projects != NULL)
    g_task_return_pointer (task, projects, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_session_read_pasted_async:
 * @self: a session
 * @text: what was pasted
 * @cancellable: (nullable): to stop
 * @callback: called with the projects
 * @user_data: for @callback
 */
void
essaim_session_read_pasted_async (EssaimSession       *self,
                                  const char          *text,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Pasted *pasted;

  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (text != NULL);

  pasted = g_new (Pasted, 1);
  pasted->text = g_strdup (text);
  pasted->reference = g_object_ref (essaim_session_get_reference (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, essaim_session_read_pasted_async);
  g_task_set_task_data (task, pasted, pasted_free);
  g_task_run_in_thread (task, read_pasted_thread);
}

/**
 * essaim_session_read_pasted_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimProject) (nullable): at least one project, without an id
 */
GPtrArray *
essaim_session_read_pasted_finish (EssaimSession  *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
