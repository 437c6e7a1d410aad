/* essaim-session-read.c: what the session reads from the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

static void
array_unref (gpointer array)
{
  g_array_unref (array);
}

/* An index, and the state of the library that it was loaded from. */
typedef struct
{
  EssaimIndex *index;
  gint64       version;
} LoadedIndex;

static void
loaded_index_free (gpointer data)
{
  LoadedIndex *loaded = data;

  g_object_unref (loaded->index);
  g_free (loaded);
}

static void
load_index_job (GTask        *task,
                gpointer      database,
                gpointer      data,
                GCancellable *cancellable)
{
  static const char key[] = "essaim-loaded-index";
  LoadedIndex *loaded = g_object_get_data (database, key);
  gint64 version = essaim_library_get_data_version (database);
  GError *error = NULL;
  EssaimIndex *index;

  /* Explorers that ask one after the other share one index: it never changes, and this connection, which only this
   * thread uses, sees whether the library has. */
  if (loaded != NULL && loaded->version == version)
    {
      g_task_return_pointer (task, g_object_ref (loaded->index), g_object_unref);
      return;
    }

  index = essaim_library_load_index (database, cancellable, &error);
  if (index == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  loaded = g_new0 (LoadedIndex, 1);
  loaded->index = g_object_ref (index);
  loaded->version = version;
  g_object_set_data_full (database, key, loaded, loaded_index_free);
  g_task_return_pointer (task, index, g_object_unref);
}

static void
get_project_job (GTask        *task,
                 gpointer      database,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  EssaimProject *project = essaim_library_get_project (database, data, &error);

  if (project != NULL)
    g_task_return_pointer (task, project, (GDestroyNotify) essaim_project_unref);
  else
    g_task_return_error (task, error);
}

static void
match_text_job (GTask        *task,
                gpointer      database,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *numbers = essaim_library_match_text (database, data, cancellable, &error);

  if (numbers != NULL)
    g_task_return_pointer (task, numbers, array_unref);
  else
    g_task_return_error (task, error);
}

static void
get_cards_job (GTask        *task,
               gpointer      database,
               gpointer      data,
               GCancellable *cancellable)
{
  GArray *numbers = data;
  GError *error = NULL;
  GPtrArray *cards = essaim_library_get_cards (database, (const guint32 *) numbers->data, numbers->len, &error);

  if (cards != NULL)
    g_task_return_pointer (task, cards, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Answers with the number, or -1 where there is none: both are good answers. */
static void
find_number_job (GTask        *task,
                 gpointer      database,
                 gpointer      data,
                 GCancellable *cancellable)
{
  guint32 number;

  g_task_return_int (task, essaim_library_find_number (database, data, &number) ? (gssize) number : -1);
}

/* The job's own task is what the caller gets: its source is the session already. */
static void
read_async (EssaimSession       *self,
            EssaimWorkerFunc     func,
            gpointer             data,
            GDestroyNotify       destroy,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  essaim_session_run_async (self, ESSAIM_SESSION_READER, func, data, destroy, cancellable, callback, user_data);
}

/**
 * essaim_session_load_index_async:
 * @self: a session
 * @cancellable: (nullable): to stop
 * @callback: called with the index
 * @user_data: for @callback
 */
void
essaim_session_load_index_async (EssaimSession       *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));

  read_async (self, load_index_job, NULL, NULL, cancellable, callback, user_data);
}

/**
 * essaim_session_load_index_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all projects as columns
 */
EssaimIndex *
essaim_session_load_index_finish (EssaimSession  *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_get_project_async:
 * @self: a session
 * @id: any of the project's record keys
 * @cancellable: (nullable): to stop
 * @callback: called with the project
 * @user_data: for @callback
 */
void
essaim_session_get_project_async (EssaimSession       *self,
                                  const char          *id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  read_async (self, get_project_job, g_strdup (id), g_free, cancellable, callback, user_data);
}

/**
 * essaim_session_get_project_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: `ESSAIM_STORE_ERROR_NOT_FOUND` for an id that no record has
 *
 * Returns: (transfer full) (nullable): the project
 */
EssaimProject *
essaim_session_get_project_finish (EssaimSession  *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_match_text_async: (skip)
 * @self: a session
 * @text: what the person typed
 * @cancellable: (nullable): to stop
 * @callback: called with the numbers
 * @user_data: for @callback
 */
void
essaim_session_match_text_async (EssaimSession       *self,
                                 const char          *text,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  read_async (self, match_text_job, g_strdup (text), g_free, cancellable, callback, user_data);
}

/**
 * essaim_session_match_text_finish: (skip)
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint32) (nullable): numbers of projects, best first
 */
GArray *
essaim_session_match_text_finish (EssaimSession  *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_get_cards_async: (skip)
 * @self: a session
 * @numbers: (array length=n): of projects
 * @n: how many
 * @cancellable: (nullable): to stop
 * @callback: called with the cards
 * @user_data: for @callback
 */
void
essaim_session_get_cards_async (EssaimSession       *self,
                                const guint32       *numbers,
                                guint                n,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  g_array_append_vals (copy, numbers, n);
  read_async (self, get_cards_job, copy, array_unref, cancellable, callback, user_data);
}

/**
 * essaim_session_get_cards_finish: (skip)
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimCard) (nullable): in the order asked, %NULL where gone
 */
GPtrArray *
essaim_session_get_cards_finish (EssaimSession  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_find_number_async: (skip)
 * @self: a session
 * @id: any of the project's record keys
 * @cancellable: (nullable): to stop
 * @callback: called with the number
 * @user_data: for @callback
 */
void
essaim_session_find_number_async (EssaimSession       *self,
                                  const char          *id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  read_async (self, find_number_job, g_strdup (id), g_free, cancellable, callback, user_data);
}

/**
 * essaim_session_find_number_finish: (skip)
 * @self: a session
 * @result: from the callback
 * @number: (out): the store's number
 * @error: return location: only when the store cannot be read or the wait was cancelled
 *
 * Returns: whether the library has the project
 */
gboolean
essaim_session_find_number_finish (EssaimSession  *self,
                                   GAsyncResult   *result,
                                   guint32        *number,
                                   GError        **error)
{
  gssize answer = g_task_propagate_int (G_TASK (result), error);

  if (answer >= 0)
    *number = (guint32) answer;

  return answer >= 0;
}
