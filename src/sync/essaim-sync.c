/* essaim-sync.c: one refresh of one feed, from address or file to report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-address-login.h"
#include "essaim-feed-error.h"
#include "essaim-store-error.h"
#include "essaim-sync-judge.h"

static void
import_clear (EssaimSyncImport *import)
{
  g_clear_pointer (&import->refresh, essaim_refresh_free);
  g_clear_pointer (&import->known, essaim_subscription_free);
  g_clear_pointer (&import->source, essaim_sync_source_free);
  g_clear_object (&import->mapping);
  g_clear_pointer (&import->mapping_json, g_free);
  g_clear_pointer (&import->guessed_title, g_free);
  g_clear_pointer (&import->date, g_free);
  g_clear_pointer (&import->login, g_free);
  g_clear_pointer (&import->answer, essaim_answer_free);
  essaim_fetched_clear (&import->fetched);
}

static void
name_feed (EssaimSyncImport *import)
{
  const EssaimSubscription *known = import->known;

  import->title = essaim_sync_first_text (import->options->title,
                                          known != NULL ? known->title
                                                        : essaim_sync_first_text (import->source->title,
                                                                                  import->guessed_title));
  import->licence = essaim_sync_first_text (import->options->licence,
                                            essaim_sync_first_text (known != NULL ? known->licence : NULL,
                                                                    import->source->licence));
}

/* What the feed has changed of what the work names. The import is done: what fails here is mended the next time. */
static void
settle (EssaimSyncImport *import,
        GCancellable     *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!essaim_sync_settle (import->library, import->work, cancellable, &error) ||
      !essaim_sync_erase_contacts (import->library, import->work, cancellable, &error))
    g_debug ("After the import of %s: %s", import->report->feed, error != NULL ? error->message : "no reason");
}

/* A program that sweeps what was removed may have come between its records and its subscription. From now on none does. */
static gboolean
is_kept (EssaimSyncImport  *import,
         GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EssaimRefreshState) state = essaim_library_get_refresh_state (import->library, import->report->feed,
                                                                           &local_error);

  if (state != NULL || local_error != NULL)
    return TRUE;

  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                       _("The source was removed at the same moment, and what was read went with it; import it again."));
  return FALSE;
}

static gboolean
run (EssaimSyncImport  *import,
     const char        *source,
     GCancellable      *cancellable,
     GError           **error)
{
  import->guessed_title = essaim_sync_source_get_title (source);
  if (!essaim_sync_read_mapping (import, error) || !essaim_sync_open (import, source, cancellable, error))
    return FALSE;

  name_feed (import);
  if (!essaim_sync_read (import, cancellable, error))
    return FALSE;

  /* The library first: a feed without a subscription is seen and mended, a subscription without its feed is a lie. */
  if (import->options->dry_run ||
      (import->report->outcome != ESSAIM_OUTCOME_IMPORTED && import->report->outcome != ESSAIM_OUTCOME_UNCHANGED))
    return TRUE;

  if (!essaim_sync_subscribe (import, error) || !is_kept (import, error))
    return FALSE;
  settle (import, cancellable);

  return TRUE;
}

/* Whether the feed itself is read, as it always is: not another file that has its name, nor in another way for once. */
static gboolean
is_own_source (const EssaimSyncImport *import,
               const char             *source)
{
  g_autofree char *uri = essaim_sync_source_get_uri (source, NULL);

  return import->known != NULL && import->options->format == NULL && import->options->mapping_path == NULL &&
         (import->options->feed != NULL || g_strcmp0 (import->known->uri, uri) == 0);
}

/* Readers do not know what they read: the source is named here. */
static char *
make_failure (const EssaimSyncImport *import,
              const char             *source,
              const GError           *error)
{
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("The import was cancelled; nothing was changed."));

  name = is_own_source (import, source) ? g_strdup (import->known->title) : essaim_sync_source_get_name (source);

  /* Translators: a source, then what is wrong with it. */
  return g_strdup_printf (_("“%s”: %s"), name, error->message);
}

static void
tell (EssaimSyncImport *import,
      const char       *source,
      const GError     *error)
{
  EssaimReport *report = import->report;
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      gboolean refused = g_error_matches (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);

      message = make_failure (import, source, error);
      report->unreachable = g_error_matches (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_UNREACHABLE);
      essaim_report_fail (report, refused ? ESSAIM_OUTCOME_REFUSED : ESSAIM_OUTCOME_FAILED, message);
    }
  else if (import->options->dry_run)
    {
      /* Translators: then what would have become of it. */
      message = g_strdup_printf (_("Only tried, nothing was kept: %s"), report->message);
      essaim_report_fail (report, report->outcome, message);
    }
}

/* The person wants to know that a feed is failing; one that is not theirs leaves no trace, nor does a server that was not asked. */
static void
remember_failure (EssaimSyncImport *import,
                  const char       *source,
                  const GError     *cause)
{
  g_autoptr (GError) error = NULL;

  if (!is_own_source (import, source) || import->options->dry_run || import->is_waiting ||
      (import->is_reread && !import->is_rebuild) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (cause, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    return;

  if (!essaim_library_note_failure (import->library, import->report, &error) ||
      (g_error_matches (cause, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_GONE) &&
       !essaim_work_set_feed_paused (import->work, import->known->id, import->report->message, &error)))
    g_debug ("The failure of %s could not be noted: %s", import->report->feed, error->message);
}

/* Which feed it is, and what the person has of it. One that cannot be read is not one that is not there. */
static gboolean
begin (EssaimSyncImport  *import,
       const char        *source,
       GError           **error)
{
  const char *given = import->options->feed;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *chosen = given == NULL ? essaim_sync_choose_feed (import->work, source, &local_error) : NULL;
  g_autofree char *base = essaim_sync_feed_id (source);

  import->report = essaim_report_new (given != NULL ? given : chosen != NULL ? chosen : base);
  if (g_str_equal (import->report->feed, ESSAIM_OWN_FEED))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                   _("“%s” is the id of the projects that you add yourself; choose another one."), ESSAIM_OWN_FEED);
      return FALSE;
    }
  if (local_error == NULL)
    import->known = essaim_work_get_feed (import->work, import->report->feed, &local_error);
  if (local_error == NULL || g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * essaim_sync_run:
 * @import: what to import, with the members the caller owns
 * @given: a path, a `file:` URI or an http(s) address; a name and password in it are sent, and kept as a token is
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for the error that the report tells in words
 *
 * Returns: (transfer full): the report, also where it failed
 */
EssaimReport *
essaim_sync_run (EssaimSyncImport  *import,
                 const char        *given,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *source = NULL;

  import->login = essaim_address_take_login (given, &source);
  if (begin (import, source, &local_error) && essaim_sync_mend (import->library, import->work, &local_error))
    run (import, source, cancellable, &local_error);
  g_clear_pointer (&import->refresh, essaim_refresh_free);

  tell (import, source, local_error);
  import->report->seconds = g_timer_elapsed (timer, NULL);
  if (local_error != NULL)
    {
      remember_failure (import, source, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  import_clear (import);

  return g_steal_pointer (&import->report);
}

/**
 * essaim_sync_import:
 * @library: where the records go
 * @work: where the subscription goes
 * @reference: the shipped data
 * @source: a path, a `file:` URI or an http(s) address
 * @options: (nullable): what is not to be guessed
 * @progress: (nullable) (scope call): told how many records were read, now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 *
 * Imports or refreshes one feed; blocks until that is done. All of the feed is taken or nothing of it: refused, failed,
 * cancelled or killed, the library is as it was.
 *
 * Returns: (transfer full): what became of it
 */
EssaimReport *
essaim_sync_import (EssaimLibrary           *library,
                    EssaimWork              *work,
                    EssaimReference         *reference,
                    const char              *source,
                    const EssaimSyncOptions *options,
                    EssaimSyncProgress       progress,
                    gpointer                 user_data,
                    GCancellable            *cancellable)
{
  return essaim_sync_import_full (library, work, reference, source, options, progress, user_data, cancellable, NULL);
}

/**
 * essaim_sync_import_full:
 * @library: where the records go
 * @work: where the subscription goes
 * @reference: the shipped data
 * @source: a path, a `file:` URI or an http(s) address
 * @options: (nullable): what is not to be guessed
 * @progress: (nullable) (scope call): told how many records were read, now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for the error that the report tells in words
 *
 * The same as essaim_sync_import(), for a caller to whom a store that is damaged is not the same as a feed that is.
 *
 * Returns: (transfer full): what became of it, also with @error
 */
EssaimReport *
essaim_sync_import_full (EssaimLibrary            *library,
                         EssaimWork               *work,
                         EssaimReference          *reference,
                         const char               *source,
                         const EssaimSyncOptions  *options,
                         EssaimSyncProgress        progress,
                         gpointer                  user_data,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  const EssaimSyncOptions none = { 0 };
  EssaimSyncImport import = {
    .library = library,
    .work = work,
    .reference = reference,
    .options = options != NULL ? options : &none,
    .progress = progress,
    .user_data = user_data,
  };

  g_return_val_if_fail (ESSAIM_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (ESSAIM_IS_WORK (work), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  return essaim_sync_run (&import, source, cancellable, error);
}
