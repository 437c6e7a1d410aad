/* essaim-sync-refresh.c: what is done to a feed that the person has: refreshed, read again, rebuilt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-bodies.h"
#include "essaim-instant.h"
#include "essaim-schedule.h"
#include "essaim-store-error.h"

/* A store that cannot be used is not the feed's fault: no report can tell it. */
static gboolean
is_of_store (const GError *error)
{
  return g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED) ||
         g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NEWER) ||
         g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE);
}

static EssaimReport *
make_failure (const EssaimSubscription *feed,
              const char               *message)
{
  EssaimReport *report = essaim_report_new (feed->id);

  essaim_report_fail (report, ESSAIM_OUTCOME_FAILED, message);

  return report;
}

static EssaimReport *
run (EssaimSyncImport  *import,
     const char        *feed,
     GCancellable      *cancellable,
     GError           **error)
{
  const EssaimSyncOptions none = { 0 };
  const EssaimSyncOptions *given = import->options != NULL ? import->options : &none;
  EssaimSyncOptions options = *given;
  g_autoptr (EssaimSubscription) known = essaim_work_get_feed (import->work, feed, error);
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) local_error = NULL;

  if (known == NULL)
    return NULL;
  if (known->uri == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("“%s” has no address; import a file."), known->title);

      return make_failure (known, message);
    }

  options.feed = feed;
  options.title = NULL;
  options.licence = NULL;
  import->options = &options;
  report = essaim_sync_run (import, known->uri, cancellable, &local_error);
  if (local_error == NULL || !is_of_store (local_error))
    return g_steal_pointer (&report);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * essaim_sync_refresh:
 * @library: where the records go
 * @work: what the person has
 * @reference: the shipped data
 * @feed: id of a feed
 * @options: (nullable): what is not to be as it is kept
 * @progress: (nullable) (scope call): told how many records were read, now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location: a feed that the person does not have, a store that cannot be used
 *
 * Refreshes one feed, whether or not it is due; blocks until that is done. Its server is asked only for what has changed since the
 * last time, and not at all while it wants to be left alone.
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL only with @error
 */
EssaimReport *
essaim_sync_refresh (EssaimLibrary            *library,
                     EssaimWork               *work,
                     EssaimReference          *reference,
                     const char               *feed,
                     const EssaimSyncOptions  *options,
                     EssaimSyncProgress        progress,
                     gpointer                  user_data,
                     GCancellable             *cancellable,
                     GError                  **error)
{
  EssaimSyncImport import = {
    .library = library,
    .work = work,
    .reference = reference,
    .options = options,
    .progress = progress,
    .user_data = user_data,
    .is_refresh = TRUE,
  };

  g_return_val_if_fail (ESSAIM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (ESSAIM_IS_WORK (work), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  return run (&import, feed, cancellable, error);
}

/**
 * essaim_sync_reread:
 * @library: where the records go
 * @work: what the person has
 * @reference: the shipped data
 * @feed: id of a feed
 * @options: (nullable): what is not to be as it is kept; a mapping that works is kept
 * @progress: (nullable) (scope call): told how many records were read, now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location: a feed that the person does not have, a store that cannot be used
 *
 * Reads a feed again from the last body of it that was accepted: no server is asked.
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL only with @error
 */
EssaimReport *
essaim_sync_reread (EssaimLibrary            *library,
                    EssaimWork               *work,
                    EssaimReference          *reference,
                    const char               *feed,
                    const EssaimSyncOptions  *options,
                    EssaimSyncProgress        progress,
                    gpointer                  user_data,
                    GCancellable             *cancellable,
                    GError                  **error)
{
  EssaimSyncImport import = {
    .library = library,
    .work = work,
    .reference = reference,
    .options = options,
    .progress = progress,
    .user_data = user_data,
    .is_reread = TRUE,
  };

  g_return_val_if_fail (ESSAIM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (ESSAIM_IS_WORK (work), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  return run (&import, feed, cancellable, error);
}

/* Whether the library has never heard of it, and what was read of it is kept. */
static gboolean
is_lost (EssaimLibrary *library,
         const char    *feed)
{
  g_autoptr (EssaimRefreshState) state = NULL;

  if (!essaim_bodies_has (essaim_library_get_folder (library), feed))
    return FALSE;
  state = essaim_library_get_refresh_state (library, feed, NULL);

  return state == NULL || state->last_success == NULL;
}

/**
 * essaim_sync_rebuild:
 * @library: that was lost, or put aside: it is new
 * @work: what the person has
 * @reference: the shipped data
 * @progress: (nullable) (scope call): told how many records of a feed were read, now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it between two feeds, or in the middle of one
 * @error: return location: a store that cannot be used, or cancelled
 *
 * Reads every feed that the library has nothing of from its kept body, with the date of that body. A body that cannot be read is
 * left out: the report of its feed says so.
 *
 * Returns: whether all was tried
 */
gboolean
essaim_sync_rebuild (EssaimLibrary       *library,
                     EssaimWork          *work,
                     EssaimReference     *reference,
                     EssaimSyncProgress   progress,
                     gpointer             user_data,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (work, error);
  const EssaimSyncOptions options = { .accept_shrink = TRUE };

  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);
      EssaimSyncImport import = {
        .library = library,
        .work = work,
        .reference = reference,
        .options = &options,
        .progress = progress,
        .user_data = user_data,
        .is_reread = TRUE,
        .is_rebuild = TRUE,
      };
      g_autoptr (EssaimReport) report = NULL;

      if (!is_lost (library, feed->id))
        continue;
      report = run (&import, feed->id, cancellable, error);
      if (report == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return feeds != NULL;
}

static gboolean
is_file_missing (const EssaimSubscription *feed)
{
  g_autofree char *path = g_filename_from_uri (feed->uri, NULL, NULL);

  return path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * essaim_sync_get_next:
 * @library: what servers have said
 * @feed: a feed
 * @state: (nullable): what became of its refreshes
 * @now: the present time, ISO 8601 in UTC
 *
 * As essaim_schedule_get_next(), but not before its server allows it, and never for a file that is not there.
 *
 * Returns: (transfer full) (nullable): when it is to be refreshed; %NULL: never by itself
 */
char *
essaim_sync_get_next (EssaimLibrary            *library,
                      const EssaimSubscription *feed,
                      const EssaimRefreshState *state,
                      const char               *now)
{
  g_autofree char *next = essaim_schedule_get_next (feed, state, now);
  g_autofree char *wait = NULL;

  if (next == NULL || is_file_missing (feed))
    return NULL;
  wait = essaim_sync_get_wait (library, feed->uri, now);

  return essaim_instant_parse (wait) > essaim_instant_parse (next) ? g_steal_pointer (&wait) : g_steal_pointer (&next);
}

/**
 * essaim_sync_list_due:
 * @library: what feeds said
 * @work: what the person has
 * @now: the present time, ISO 8601 in UTC
 * @error: return location for an error
 *
 * Returns: (transfer full): ids of the feeds that are to be refreshed by now
 */
GStrv
essaim_sync_list_due (EssaimLibrary  *library,
                      EssaimWork     *work,
                      const char     *now,
                      GError        **error)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (work, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gint64 present = essaim_instant_parse (now);

  if (feeds == NULL)
    return NULL;

  for (guint i = 0; i < feeds->len; i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);
      g_autoptr (EssaimRefreshState) state = essaim_library_get_refresh_state (library, feed->id, NULL);
      g_autofree char *next = essaim_sync_get_next (library, feed, state, now);

      if (next != NULL && essaim_instant_parse (next) <= present)
        g_strv_builder_add (ids, feed->id);
    }

  return g_strv_builder_end (ids);
}
