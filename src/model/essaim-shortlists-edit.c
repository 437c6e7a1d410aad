/* essaim-shortlists-edit.c: the verbs on shortlists
 *
 * An edit and the look at what it made are one job of the work worker: when the answer comes, the models show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-edit.h"
#include "essaim-session-private.h"

static void
edit_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  EssaimEdit *edit = data;
  GError *error = NULL;

  if (edit->func (edit, database, &error))
    edit->snapshot = essaim_work_snapshot_take (database, NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  EssaimShortlists *self = g_task_get_source_object (task);
  EssaimEdit *edit = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (edit->snapshot != NULL)
    essaim_shortlists_show (self, edit->snapshot);
  g_task_return_pointer (task, g_strdup (edit->shortlist), g_free);
}

/* For a verb that nobody waits for. */
static void
unheard_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  EssaimShortlists *self = ESSAIM_SHORTLISTS (source);
  g_autoptr (GError) error = NULL;

  if (!essaim_shortlists_edit_finish (self, result, &error))
    essaim_session_emit_failed (essaim_shortlists_get_session (self), error);
}

/* The task answers with the shortlist's id. A durable edit is never answered as cancelled. */
static GTask *
new_task (EssaimShortlists    *self,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback != NULL ? callback : unheard_cb, user_data);

  g_task_set_check_cancellable (task, FALSE);

  return task;
}

static void
run_edit (EssaimShortlists    *self,
          EssaimEdit          *edit,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  essaim_session_run_async (essaim_shortlists_get_session (self), ESSAIM_SESSION_WORK, edit_job, edit,
                            essaim_edit_free, NULL,
                            edited_cb, new_task (self, cancellable, callback, user_data));
}

static void
project_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  EssaimSession *session = ESSAIM_SESSION (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EssaimProject *project = essaim_session_get_project_finish (session, result, &error);
  EssaimEdit *edit;

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  edit = essaim_edit_new (essaim_edit_add, g_task_get_task_data (task), NULL, NULL, 0);
  edit->copy = project;
  essaim_session_run_async (session, ESSAIM_SESSION_WORK, edit_job, edit, essaim_edit_free, NULL, edited_cb,
                            g_steal_pointer (&task));
}

/**
 * essaim_shortlists_create_async:
 * @self: the shortlists
 * @name: of the new one
 * @territory: (nullable): id of the territory it is for
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called with the shortlist
 * @user_data: for @callback
 */
void
essaim_shortlists_create_async (EssaimShortlists    *self,
                                const char          *name,
                                const char          *territory,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (name != NULL);

  run_edit (self, essaim_edit_new (essaim_edit_create, NULL, territory, name, 0), cancellable, callback, user_data);
}

/**
 * essaim_shortlists_create_finish:
 * @self: the shortlists
 * @result: from the callback
 * @error: return location: `ESSAIM_STORE_ERROR_EXISTS` for a name in use
 *
 * Returns: (transfer full) (nullable): the new shortlist
 */
EssaimShortlistItem *
essaim_shortlists_create_finish (EssaimShortlists  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_autofree char *id = NULL;
  EssaimShortlistItem *item;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  id = g_task_propagate_pointer (G_TASK (result), error);
  if (id == NULL)
    return NULL;

  item = essaim_shortlists_find (self, id);
  if (item == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The shortlist was deleted meanwhile."));
      return NULL;
    }

  return g_object_ref (item);
}

/**
 * essaim_shortlists_rename_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @name: the new name
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_rename_async (EssaimShortlists    *self,
                                const char          *shortlist_id,
                                const char          *name,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  run_edit (self, essaim_edit_new (essaim_edit_rename, shortlist_id, NULL, name, 0), cancellable, callback, user_data);
}

/**
 * essaim_shortlists_delete_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_delete_async (EssaimShortlists    *self,
                                const char          *shortlist_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  run_edit (self, essaim_edit_new (essaim_edit_delete, shortlist_id, NULL, NULL, 0), cancellable, callback, user_data);
}

/**
 * essaim_shortlists_undelete_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 *
 * Undoes a deletion, with all entries.
 */
void
essaim_shortlists_undelete_async (EssaimShortlists    *self,
                                  const char          *shortlist_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  run_edit (self, essaim_edit_new (essaim_edit_undelete, shortlist_id, NULL, NULL, 0), cancellable, callback,
            user_data);
}

/**
 * essaim_shortlists_add_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project: what to keep; a copy is kept as it is now
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_add_async (EssaimShortlists    *self,
                             const char          *shortlist_id,
                             EssaimProject       *project,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  EssaimEdit *edit;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (project != NULL);

  edit = essaim_edit_new (essaim_edit_add, shortlist_id, NULL, NULL, 0);
  edit->copy = essaim_project_ref (project);
  run_edit (self, edit, cancellable, callback, user_data);
}

/**
 * essaim_shortlists_add_by_id_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: any record key of the project
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_add_by_id_async (EssaimShortlists    *self,
                                   const char          *shortlist_id,
                                   const char          *project_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (project_id != NULL);

  task = new_task (self, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (shortlist_id), g_free);
  essaim_session_get_project_async (essaim_shortlists_get_session (self), project_id, NULL, project_loaded_cb, task);
}

/**
 * essaim_shortlists_remove_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_remove_async (EssaimShortlists    *self,
                                const char          *shortlist_id,
                                const char          *project_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  /* A note that waits goes with it, and comes back with it. */
  essaim_shortlists_flush (self);
  run_edit (self, essaim_edit_new (essaim_edit_remove, shortlist_id, project_id, NULL, 0), cancellable, callback,
            user_data);
}

/**
 * essaim_shortlists_restore_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 *
 * Undoes a removal, with its note, status and rating.
 */
void
essaim_shortlists_restore_async (EssaimShortlists    *self,
                                 const char          *shortlist_id,
                                 const char          *project_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  run_edit (self, essaim_edit_new (essaim_edit_restore, shortlist_id, project_id, NULL, 0), cancellable, callback,
            user_data);
}

/**
 * essaim_shortlists_set_note_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @note: the whole note
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_set_note_async (EssaimShortlists    *self,
                                  const char          *shortlist_id,
                                  const char          *project_id,
                                  const char          *note,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (note != NULL);

  run_edit (self, essaim_edit_new (essaim_edit_set_note, shortlist_id, project_id, note, 0), cancellable, callback,
            user_data);
}

/**
 * essaim_shortlists_set_status_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @status: where the work on it stands
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_set_status_async (EssaimShortlists    *self,
                                    const char          *shortlist_id,
                                    const char          *project_id,
                                    EssaimEntryStatus    status,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  run_edit (self, essaim_edit_new (essaim_edit_set_status, shortlist_id, project_id, NULL, status), cancellable,
            callback, user_data);
}

/**
 * essaim_shortlists_set_rating_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @rating: 1–5; 0 for none
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_set_rating_async (EssaimShortlists    *self,
                                    const char          *shortlist_id,
                                    const char          *project_id,
                                    int                  rating,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  run_edit (self, essaim_edit_new (essaim_edit_set_rating, shortlist_id, project_id, NULL, rating), cancellable,
            callback, user_data);
}

/**
 * essaim_shortlists_export_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @path: of the file; its ending says the format: .csv, .geojson or .json
 * @cancellable: (nullable): unused
 * @callback: (nullable): called when the file is whole
 * @user_data: for @callback
 *
 * Writes the copies kept, with status, note and rating.
 */
void
essaim_shortlists_export_async (EssaimShortlists    *self,
                                const char          *shortlist_id,
                                const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  EssaimEdit *edit;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (path != NULL);

  essaim_shortlists_flush (self);
  edit = essaim_edit_new (essaim_edit_export, shortlist_id, NULL, path, 0);
  edit->reference = g_object_ref (essaim_session_get_reference (essaim_shortlists_get_session (self)));
  run_edit (self, edit, cancellable, callback, user_data);
}

/**
 * essaim_shortlists_edit_finish:
 * @self: the shortlists
 * @result: from the callback of any verb but create
 * @error: return location
 *
 * Returns: whether it is done, and durable
 */
gboolean
essaim_shortlists_edit_finish (EssaimShortlists  *self,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL;
}
