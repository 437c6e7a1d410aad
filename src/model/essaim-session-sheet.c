/* essaim-session-sheet.c: the quality sheet of a feed, through connections of its own
 *
 * The file of the feed is read once more for it, which takes as long as a refresh: it must not keep the list from
 * reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"
#include "essaim-fetcher.h"
#include "essaim-quality-sheet.h"
#include "essaim-stores.h"
#include "essaim-sync-inspect.h"

/* All owned. */
typedef struct
{
  char            *folder;
  EssaimReference *reference;
  char            *feed;
  char            *path;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->folder);
  g_object_unref (sheet->reference);
  g_free (sheet->feed);
  g_free (sheet->path);
  g_free (sheet);
}

static gboolean
write_facts (Sheet                     *sheet,
             EssaimLibrary             *library,
             const EssaimSubscription  *feed,
             const EssaimReport        *report,
             GCancellable              *cancellable,
             GError                   **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) inspection = essaim_sync_inspect (library, feed, sheet->reference, cancellable, &local_error);
  g_autofree char *address = feed->uri != NULL ? essaim_fetcher_redact (feed->uri) : NULL;
  const EssaimQualityFacts facts = {
    .title = feed->title,
    .address = address,
    .licence = feed->licence,
    .report = report,
    .inspection = inspection,
  };

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return essaim_quality_sheet_write (sheet->path, &facts, error);
}

static gboolean
write_sheet (Sheet         *sheet,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (EssaimStores) stores = essaim_stores_open (sheet->folder, sheet->reference, NULL, error);
  g_autoptr (EssaimSubscription) feed = NULL;
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) local_error = NULL;

  if (stores == NULL)
    return FALSE;
  feed = essaim_work_get_feed (essaim_stores_get_work (stores), sheet->feed, error);
  if (feed == NULL)
    return FALSE;

  report = essaim_library_get_last_reading (essaim_stores_get_library (stores), sheet->feed, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (report == NULL)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                   _("The source “%s” has not been read yet: refresh it first."), feed->title);
      return FALSE;
    }

  return write_facts (sheet, essaim_stores_get_library (stores), feed, report, cancellable, error);
}

static void
sheet_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_sheet (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_session_save_sheet_async:
 * @self: a session
 * @feed: id of a feed that was read
 * @path: of the file, which should end in `.html`
 * @cancellable: (nullable): to stop; no file appears then
 * @callback: called when the file is whole
 * @user_data: for @callback
 *
 * Saves what was made of a feed and what its publisher could mend.
 */
void
essaim_session_save_sheet_async (EssaimSession       *self,
                                 const char          *feed,
                                 const char          *path,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Sheet *sheet;

  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (feed != NULL && path != NULL);

  sheet = g_new (Sheet, 1);
  sheet->folder = g_strdup (essaim_session_get_folder (self));
  sheet->reference = g_object_ref (essaim_session_get_reference (self));
  sheet->feed = g_strdup (feed);
  sheet->path = g_strdup (path);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, essaim_session_save_sheet_async);
  g_task_set_task_data (task, sheet, sheet_free);
  g_task_run_in_thread (task, sheet_thread);
}

/**
 * essaim_session_save_sheet_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
essaim_session_save_sheet_finish (EssaimSession  *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
