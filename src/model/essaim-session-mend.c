/* essaim-session-mend.c: databases that turn out to be damaged while they are open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

#include "essaim-backup.h"

/* What came of it. */
typedef struct
{
  GError           *damage;
  char             *told;      /* (nullable): the library is back, or nearly so */
  EssaimBackupCopy *copy;      /* (nullable): the work can come back */
} Mending;

static void
mending_free (gpointer data)
{
  Mending *mending = data;

  g_clear_error (&mending->damage);
  g_free (mending->told);
  essaim_backup_copy_free (mending->copy);
  g_free (mending);
}

/* Each database is read whole to find which of them it is. */
static void
mend_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  EssaimSession *self = source;
  Mending *mending = data;
  const char *folder = essaim_session_get_folder (self);

  essaim_place_mend_library (essaim_session_get_place (self), &mending->told, cancellable);
  if (essaim_backup_is_needed (folder))
    mending->copy = essaim_backup_find_newest (folder);
  g_task_return_boolean (task, TRUE);
}

static void
mended_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  EssaimSession *self = ESSAIM_SESSION (source);
  Mending *mending = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) told = mending->told != NULL ? g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, mending->told) : NULL;

  essaim_session_end_import (self, g_task_get_cancellable (G_TASK (result)));
  essaim_session_end_mend (self);
  if (mending->copy != NULL)
    essaim_session_emit_work_damaged (self, mending->copy->path, mending->copy->date, mending->copy->shortlists,
                                      mending->copy->entries);
  if (told != NULL || mending->copy == NULL)
    essaim_session_emit_failed (self, told != NULL ? told : mending->damage);
}

/**
 * essaim_session_mend: (skip)
 * @self: a session
 * @damage: what was met; told when nothing can be brought back
 *
 * Has a library that is damaged put aside and filled again from what is kept: who has the old one open takes the new one before its
 * next job. Of work that is damaged the newest sound copy is offered, never taken.
 */
void
essaim_session_mend (EssaimSession *self,
                     const GError  *damage)
{
  g_autoptr (GCancellable) cancellable = essaim_session_begin_import (self, NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, mended_cb, NULL);
  Mending *mending = g_new0 (Mending, 1);

  mending->damage = g_error_copy (damage);
  g_task_set_task_data (task, mending, mending_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, mend_thread);
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (essaim_backup_restore (essaim_session_get_folder (source), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_session_restore_async:
 * @self: a session
 * @path: of a copy of the work
 * @callback: called when the work is as it was then
 * @user_data: for @callback
 *
 * What is there now is kept beside the copies.
 */
void
essaim_session_restore_async (EssaimSession       *self,
                              const char          *path,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (ESSAIM_IS_SESSION (self));

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, restore_thread);
}

/**
 * essaim_session_restore_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether the work is as it was in the copy
 */
gboolean
essaim_session_restore_finish (EssaimSession  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  essaim_session_emit_work_changed (self);
  return TRUE;
}
