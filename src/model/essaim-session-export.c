/* essaim-session-export.c: results out to a file, through a connection of their own
 *
 * A long export must not keep the list from reading: it has its own thread and its own connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

#include "essaim-export.h"
#include "essaim-store-error.h"

typedef struct
{
  /* Owned */
  char            *folder;
  EssaimReference *reference;
  char            *path;
  gboolean         with_contact;
  char            *title;
  guint32         *numbers;
  guint            n;

  /* While it runs */
  EssaimLibrary   *library;   /* borrowed */
  guint            at;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->folder);
  g_object_unref (export->reference);
  g_free (export->path);
  g_free (export->title);
  g_free (export->numbers);
  g_free (export);
}

/* A project that a refresh took away meanwhile is passed over. */
static EssaimProject *
next_project (gpointer   user_data,
              GError   **error)
{
  Export *export = user_data;

  while (export->at < export->n)
    {
      g_autoptr (GError) local = NULL;
      EssaimProject *project = essaim_library_get_by_number (export->library, export->numbers[export->at++], &local);

      if (project != NULL)
        return project;
      if (local != NULL && !g_error_matches (local, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }

  return NULL;
}

static gboolean
write_export (Export        *export,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (EssaimLibrary) library = NULL;
  EssaimExportOptions options = { .with_contact = export->with_contact, .title = export->title };

  if (!essaim_export_format_from_path (export->path, &options.format, error))
    return FALSE;

  library = essaim_library_open (export->folder, export->reference, error);
  if (library == NULL)
    return FALSE;

  export->library = library;

  return essaim_export_write (export->path, &options, export->reference, next_project, export, cancellable, error);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_export (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_session_export_async:
 * @self: a session
 * @path: of the file; its ending says the format: .csv, .geojson or .json
 * @with_contact: whether telephone numbers and e-mail addresses go in
 * @title: (nullable): of the result, for formats that have one
 * @numbers: (array length=n): the store's numbers of the projects
 * @n: how many
 * @cancellable: (nullable): to stop; no file appears then
 * @callback: called when the file is whole
 * @user_data: for @callback
 */
void
essaim_session_export_async (EssaimSession       *self,
                             const char          *path,
                             gboolean             with_contact,
                             const char          *title,
                             const guint32       *numbers,
                             guint                n,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (ESSAIM_IS_SESSION (self));

  export = g_new0 (Export, 1);
  export->folder = g_strdup (essaim_session_get_folder (self));
  export->reference = g_object_ref (essaim_session_get_reference (self));
  export->path = g_strdup (path);
  export->with_contact = with_contact;
  export->title = g_strdup (title);
  export->numbers = g_memdup2 (numbers, sizeof *numbers * n);
  export->n = n;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * essaim_session_export_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
essaim_session_export_finish (EssaimSession  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
