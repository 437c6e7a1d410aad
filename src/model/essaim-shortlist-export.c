/* essaim-shortlist-export.c: a shortlist out to a file
 *
 * The work worker reads the entries, which takes a moment; a thread of its own writes them, which may take long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-private.h"

#include "essaim-export.h"
#include "essaim-session-private.h"

/* What is written, and where. Owned: all. */
typedef struct
{
  char            *shortlist;   /* UUID */
  char            *path;
  char            *title;
  GHashTable      *shown;       /* where its projects lead */
  GPtrArray       *entries;     /* (element-type EssaimEntry) */
  EssaimReference *reference;
  gboolean         with_contact;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->shortlist);
  g_free (export->path);
  g_free (export->title);
  g_clear_pointer (&export->shown, g_hash_table_unref);
  g_clear_pointer (&export->entries, g_ptr_array_unref);
  g_clear_object (&export->reference);
  g_free (export);
}

static void
read_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;
  g_autoptr (EssaimShortlist) shortlist = essaim_work_find_shortlist (database, export->shortlist, &error);

  if (shortlist != NULL)
    {
      export->title = g_strdup (shortlist->name);
      export->entries = essaim_work_list_entries (database, shortlist->id, &error);
      if (export->entries != NULL)
        export->entries = essaim_entries_fold (export->entries, export->shown);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Export *export = data;
  EssaimExportOptions options = { .with_contact = export->with_contact, .title = export->title };
  GError *error = NULL;

  if (essaim_export_format_from_path (export->path, &options.format, &error) &&
      essaim_export_write_entries (export->path, &options, export->reference, export->entries, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_shortlists_export_async:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @path: of the file; its ending says the format: .csv, .geojson or .json
 * @with_contact: whether telephone numbers and e-mail addresses go in
 * @cancellable: (nullable): to stop
 * @callback: called when the file is whole
 * @user_data: for @callback
 *
 * Writes the copies kept, with the work on each; entries of one project are one row, as in the list.
 */
void
essaim_shortlists_export_async (EssaimShortlists    *self,
                                const char          *shortlist_id,
                                const char          *path,
                                gboolean             with_contact,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  EssaimSession *session;
  Export *export;
  GTask *task;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (path != NULL);

  essaim_shortlists_flush (self);
  session = essaim_shortlists_get_session (self);
  export = g_new0 (Export, 1);
  export->shortlist = g_strdup (shortlist_id);
  export->path = g_strdup (path);
  export->with_contact = with_contact;
  export->shown = essaim_shortlists_list_shown (self);
  export->reference = g_object_ref (essaim_session_get_reference (session));

  /* The thread must not drop the last reference to a model: the session is the source. */
  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_task_data (task, export, export_free);
  essaim_session_run_async (session, ESSAIM_SESSION_WORK, read_job, export, NULL, cancellable, read_cb, task);
}

/**
 * essaim_shortlists_export_finish:
 * @self: the shortlists
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
essaim_shortlists_export_finish (EssaimShortlists  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
