/* essaim-shortlists-edit.c: the verbs on shortlists
 *
 * An edit and the look at what it made are one job of the work worker: when the answer comes, the models show it. A change
 * of one field of one entry needs no look.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-session-private.h"

typedef struct _Edit Edit;

/* Does the verb, in the worker. When it answers TRUE the change is durable. */
typedef gboolean (*EditFunc) (Edit        *edit,
                              EssaimWork  *work,
                              GError     **error);

struct _Edit
{
  EditFunc            func;

  /* Owned: what the verb needs; the rest is NULL */
  char               *shortlist;   /* UUID; for a new one, what came of it */
  char               *project;     /* id */
  char               *territory;   /* id */
  char               *text;        /* name, or value of the field */
  EssaimProject      *copy;
  GStrv               others;      /* (nullable): ids of the other entries that go and come back with it */
  EssaimEntryField    field;

  /* Owned: what all shortlists are afterwards */
  EssaimWorkSnapshot *snapshot;
};

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->shortlist);
  g_free (edit->project);
  g_free (edit->territory);
  g_free (edit->text);
  g_strfreev (edit->others);
  g_clear_pointer (&edit->copy, essaim_project_unref);
  g_clear_pointer (&edit->snapshot, essaim_work_snapshot_free);
  g_free (edit);
}

static Edit *
edit_new (EditFunc    func,
          const char *shortlist,
          const char *project)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->func = func;
  edit->shortlist = g_strdup (shortlist);
  edit->project = g_strdup (project);

  return edit;
}

static gboolean
do_create (Edit        *edit,
           EssaimWork  *work,
           GError     **error)
{
  g_autoptr (EssaimShortlist) shortlist = essaim_work_create_shortlist (work, edit->text, edit->territory, error);

  if (shortlist != NULL)
    edit->shortlist = g_strdup (shortlist->id);

  return shortlist != NULL;
}

static gboolean
do_change (Edit        *edit,
           EssaimWork  *work,
           GError     **error)
{
  return essaim_work_change_shortlist (work, edit->shortlist, edit->text, edit->territory, error);
}

static gboolean
do_delete (Edit        *edit,
           EssaimWork  *work,
           GError     **error)
{
  return essaim_work_delete_shortlist (work, edit->shortlist, error);
}

static gboolean
do_undelete (Edit        *edit,
             EssaimWork  *work,
             GError     **error)
{
  return essaim_work_restore_shortlist (work, edit->shortlist, error);
}

static gboolean
do_add (Edit        *edit,
        EssaimWork  *work,
        GError     **error)
{
  return essaim_work_add_entry (work, edit->shortlist, edit->copy, error);
}

static gboolean
do_remove (Edit        *edit,
           EssaimWork  *work,
           GError     **error)
{
  for (guint i = 0; edit->others != NULL && edit->others[i] != NULL; i++)
    if (!essaim_work_remove_entry (work, edit->shortlist, edit->others[i], error))
      return FALSE;

  return essaim_work_remove_entry (work, edit->shortlist, edit->project, error);
}

static gboolean
do_restore (Edit        *edit,
            EssaimWork  *work,
            GError     **error)
{
  for (guint i = 0; edit->others != NULL && edit->others[i] != NULL; i++)
    if (!essaim_work_restore_entry (work, edit->shortlist, edit->others[i], error))
      return FALSE;

  return essaim_work_restore_entry (work, edit->shortlist, edit->project, error);
}

static gboolean
do_set (Edit        *edit,
        EssaimWork  *work,
        GError     **error)
{
  return essaim_work_set_entry (work, edit->shortlist, edit->project, edit->field, edit->text, error);
}

static void
edit_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  Edit *edit = data;
  GError *error = NULL;

  if (edit->func (edit, database, &error) && edit->func != do_set)
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
  Edit *edit = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (edit->snapshot != NULL)
    essaim_shortlists_show (self, edit->snapshot);
  else if (edit->func == do_set)
    essaim_shortlists_show_field (self, edit->shortlist, edit->project, edit->field, edit->text);
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

/* The store knows an entry by the id that its project had when it was kept. One of the others is itself. */
static void
find_kept_id (EssaimShortlists *self,
              Edit             *edit)
{
  EssaimShortlistItem *shortlist = essaim_shortlists_find (self, edit->shortlist);
  EssaimEntryItem *entry = shortlist != NULL ? essaim_shortlist_item_find (shortlist, edit->project) : NULL;

  if (entry == NULL || essaim_entry_item_has_other (entry, edit->project))
    return;

  g_free (edit->project);
  edit->project = g_strdup (essaim_entry_item_get_project_id (entry));
}

static char *
make_key (const Edit *edit)
{
  return g_strjoin ("\n", edit->shortlist, edit->project, NULL);
}

/* (transfer full) (nullable) */
static GStrv
list_others (EssaimShortlists *self,
             const Edit       *edit)
{
  EssaimShortlistItem *shortlist = essaim_shortlists_find (self, edit->shortlist);
  EssaimEntryItem *entry = shortlist != NULL ? essaim_shortlist_item_find (shortlist, edit->project) : NULL;
  GPtrArray *others = entry != NULL ? essaim_entry_item_get_others (entry) : NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (others == NULL || !g_str_equal (essaim_entry_item_get_project_id (entry), edit->project))
    return NULL;

  for (guint i = 0; i < others->len; i++)
    g_strv_builder_add (ids, ((const EssaimEntry *) others->pdata[i])->project);

  return g_strv_builder_end (ids);
}

/* All entries of one project go together: else the next one would stand in the place of what was taken off. */
static void
take_others (EssaimShortlists *self,
             Edit             *edit)
{
  GHashTable *removed = essaim_shortlists_get_removed (self);
  g_autofree char *key = make_key (edit);

  if (edit->func == do_restore)
    {
      edit->others = g_strdupv (g_hash_table_lookup (removed, key));
      return;
    }

  edit->others = list_others (self, edit);
  if (edit->others != NULL)
    g_hash_table_insert (removed, g_steal_pointer (&key), g_strdupv (edit->others));
  else
    g_hash_table_remove (removed, key);
}

static void
run_edit (EssaimShortlists    *self,
          Edit                *edit,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  find_kept_id (self, edit);
  if (edit->func == do_remove || edit->func == do_restore)
    take_others (self, edit);
  essaim_session_run_async (essaim_shortlists_get_session (self), ESSAIM_SESSION_WORK, edit_job, edit,
                            edit_free, NULL,
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
  Edit *edit;

  if (project == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  edit = edit_new (do_add, g_task_get_task_data (task), NULL);
  edit->copy = project;
  essaim_session_run_async (session, ESSAIM_SESSION_WORK, edit_job, edit, edit_free, NULL, edited_cb,
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
  Edit *edit;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (name != NULL);

  edit = edit_new (do_create, NULL, NULL);
  edit->text = g_strdup (name);
  edit->territory = g_strdup (territory);
  run_edit (self, edit, cancellable, callback, user_data);
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
 * essaim_shortlists_change_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @name: from now on
 * @territory: (nullable): id of the territory it is for from now on
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_change_async (EssaimShortlists    *self,
                                const char          *shortlist_id,
                                const char          *name,
                                const char          *territory,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (name != NULL);

  edit = edit_new (do_change, shortlist_id, NULL);
  edit->text = g_strdup (name);
  edit->territory = g_strdup (territory);
  run_edit (self, edit, cancellable, callback, user_data);
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

  run_edit (self, edit_new (do_delete, shortlist_id, NULL), cancellable, callback, user_data);
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

  run_edit (self, edit_new (do_undelete, shortlist_id, NULL), cancellable, callback,
            user_data);
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

  /* A text that waits goes with it, and comes back with it. */
  essaim_shortlists_flush (self);
  run_edit (self, edit_new (do_remove, shortlist_id, project_id), cancellable, callback,
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
 * Undoes a removal, with the work on the entry.
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

  run_edit (self, edit_new (do_restore, shortlist_id, project_id), cancellable, callback,
            user_data);
}

/**
 * essaim_shortlists_set_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @field: what to change of its entry
 * @value: (nullable): the new value, as text
 * @cancellable: (nullable): unused once the store has it
 * @callback: (nullable): called when done
 * @user_data: for @callback
 */
void
essaim_shortlists_set_async (EssaimShortlists    *self,
                             const char          *shortlist_id,
                             const char          *project_id,
                             EssaimEntryField     field,
                             const char          *value,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (shortlist_id != NULL && project_id != NULL);

  edit = edit_new (do_set, shortlist_id, project_id);
  edit->field = field;
  edit->text = g_strdup (value);
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
