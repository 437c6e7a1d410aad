/* essaim-sync.c: one refresh of one feed, from address or file to report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"
#include "essaim-feed-reader.h"
#include "essaim-store-error.h"

/* Records between two words to the person. */
#define PROGRESS_STEP 500

static void
import_clear (EssaimSyncImport *import)
{
  g_clear_pointer (&import->refresh, essaim_refresh_free);
  g_clear_pointer (&import->known, essaim_subscription_free);
  g_clear_pointer (&import->source, essaim_sync_source_free);
  g_clear_object (&import->mapping);
  g_clear_pointer (&import->mapping_json, g_free);
  g_clear_pointer (&import->guessed_title, g_free);
}

/* The feed that this address is subscribed as, else an id that no other address has. Two answers of one service differ
 * only in the query of their addresses, and must not take each other's place. */
static char *
choose_feed (EssaimWork  *work,
             const char  *source,
             GError     **error)
{
  g_autofree char *base = essaim_sync_feed_id (source);
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  char *id = NULL;

  if (!essaim_sync_source_is_remote (source))
    return g_steal_pointer (&base);
  feeds = essaim_work_list_feeds (work, error);
  if (feeds == NULL)
    return NULL;

  for (guint i = 0; i < feeds->len; i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);

      if (g_strcmp0 (feed->uri, source) == 0)
        return g_strdup (feed->id);
      if (feed->uri != NULL && essaim_sync_source_is_remote (feed->uri))
        g_hash_table_add (taken, feed->id);
    }

  for (guint n = 1; id == NULL || g_hash_table_contains (taken, id); n++)
    {
      g_free (id);
      id = n == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, n);
    }

  return id;
}

static const char *
first_text (const char *a,
            const char *b)
{
  return a != NULL && *a != '\0' ? a : b;
}

static gboolean
read_mapping (EssaimSyncImport  *import,
              GError           **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *path = import->options->mapping_path;

  if (import->mapping != NULL)
    return TRUE;
  if (path != NULL && !g_file_get_contents (path, &import->mapping_json, NULL, &local_error))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The mapping “%s” could not be read: %s"),
                   path, local_error->message);
      return FALSE;
    }

  if (path == NULL && import->known != NULL)
    import->mapping_json = g_strdup (import->known->mapping);
  if (import->mapping_json == NULL)
    return TRUE;

  node = json_from_string (import->mapping_json, &local_error);
  if (node == NULL)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("The mapping of “%s” is not a JSON document: %s"), import->report->feed,
                   local_error != NULL ? local_error->message : _("it is empty"));
      return FALSE;
    }
  import->mapping = essaim_mapping_from_json (node, error);

  return import->mapping != NULL;
}

/* A guess is kept with the feed, so that the next refresh reads it alike; what a person wrote stays as it is. */
static void
keep_guess (EssaimSyncImport *import,
            EssaimMapping    *used)
{
  g_autoptr (JsonNode) node = NULL;

  if (import->mapping != NULL && !essaim_mapping_is_guessed (import->mapping))
    return;

  essaim_mapping_set_guessed (used, TRUE);
  node = essaim_mapping_to_json (used);
  g_free (import->mapping_json);
  import->mapping_json = json_to_string (node, FALSE);
}

static gboolean
read_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  EssaimSyncImport *import = user_data;

  import->n_read++;
  if (import->progress != NULL && import->n_read % PROGRESS_STEP == 0)
    import->progress (import->n_read, 0, import->user_data);

  return essaim_refresh_add (import->refresh, read->project, read->source_id, read->fields_json, read->line, error);
}

/* Refreshes last minutes: the person may have removed the feed since. */
static gboolean
is_still_wanted (EssaimSyncImport  *import,
                 GError           **error)
{
  g_autoptr (EssaimSubscription) now = NULL;

  if (import->known == NULL)
    return TRUE;
  now = essaim_work_get_feed (import->work, import->report->feed, error);

  return now != NULL;
}

/* Files of one name are taken for downloads of one feed, wherever they are: that may be wrong. */
static gboolean
is_another_file (const EssaimSyncImport *import)
{
  return import->options->feed == NULL && import->known != NULL && import->known->uri != NULL &&
         !essaim_sync_source_is_remote (import->source->uri) && g_strcmp0 (import->known->uri, import->source->uri) != 0;
}

/* A pipe may be slow, and the library is locked meanwhile. */
static gboolean
may_write_early (const EssaimSyncImport *import)
{
  return !import->options->dry_run && g_file_test (import->source->path, G_FILE_TEST_IS_REGULAR);
}

static gboolean
read_and_store (EssaimSyncImport  *import,
                GCancellable      *cancellable,
                GError           **error)
{
  const EssaimSyncOptions *options = import->options;
  const EssaimRefreshFeed feed = {
    import->report->feed, import->title, import->licence, import->source->uri, is_another_file (import),
  };
  EssaimFeedOptions feed_options = { .mapping = import->mapping, .feed_title = import->title };
  g_autoptr (EssaimMapping) used = NULL;

  feed_options.read.format = first_text (options->format, import->known != NULL ? import->known->format : NULL);

  import->refresh = essaim_refresh_begin (import->library, &feed, error);
  if (import->refresh == NULL)
    return FALSE;
  if (!options->dry_run)
    essaim_refresh_keep_body (import->refresh, import->source->path);

  if ((may_write_early (import) && !essaim_refresh_write_early (import->refresh, cancellable, error)) ||
      !essaim_feed_reader_read (import->source->path, &feed_options, import->reference, read_cb, import, import->report,
                                &used, cancellable, error))
    return FALSE;
  keep_guess (import, used);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         is_still_wanted (import, error) &&
         essaim_refresh_finish (import->refresh, options->accept_shrink, options->dry_run, import->report, cancellable,
                                error);
}

/* What came from an address stays with that address when one of its copies is read from a file. */
static const char *
choose_uri (const EssaimSyncImport *import)
{
  if (import->known != NULL && import->known->uri != NULL && essaim_sync_source_is_remote (import->known->uri))
    return import->known->uri;

  return import->source->uri;
}

/* (nullable): what is not as it was known when the import began */
static char *
if_new (const char *value,
        const char *known)
{
  return g_strcmp0 (value, known) != 0 ? (char *) value : NULL;
}

/* Only what this import changes is said: the person may have changed the rest while it ran. */
static gboolean
update_subscription (EssaimSyncImport          *import,
                     const EssaimSubscription  *feed,
                     GError                   **error)
{
  const EssaimSubscription *known = import->known;
  g_autoptr (GError) local_error = NULL;
  EssaimSubscription told = {
    .id = feed->id,
    .title = if_new (feed->title, known->title),
    .uri = if_new (feed->uri, known->uri),
    .format = if_new (feed->format, known->format),
    .licence = if_new (feed->licence, known->licence),
    .mapping = if_new (feed->mapping, known->mapping),
  };

  if (essaim_work_update_feed (import->work, &told, &local_error))
    return TRUE;

  /* Removed in the very moment: its records go too. */
  if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND) &&
      !essaim_library_remove_feed (import->library, feed->id, error))
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
subscribe (EssaimSyncImport  *import,
           GError           **error)
{
  const EssaimSyncOptions *options = import->options;
  EssaimSubscription feed = {
    .id = import->report->feed,
    .title = (char *) import->title,
    .uri = (char *) choose_uri (import),
    .format = (char *) first_text (options->format, import->known != NULL ? import->known->format : NULL),
    .licence = (char *) import->licence,
    .mapping = import->mapping_json,
    .enabled = TRUE,
  };

  if (import->known != NULL)
    return update_subscription (import, &feed, error);

  return essaim_work_put_feed (import->work, &feed, error);
}

static gboolean
run (EssaimSyncImport  *import,
     const char        *source,
     GCancellable      *cancellable,
     GError           **error)
{
  import->guessed_title = essaim_sync_source_get_title (source);
  import->source = essaim_sync_source_open (source, import->report, cancellable, error);
  if (import->source == NULL || !read_mapping (import, error))
    return FALSE;

  import->title = first_text (import->options->title,
                              import->known != NULL ? import->known->title
                                                    : first_text (import->source->title, import->guessed_title));
  import->licence = first_text (import->options->licence,
                                first_text (import->known != NULL ? import->known->licence : NULL,
                                            import->source->licence));
  if (!read_and_store (import, cancellable, error))
    return FALSE;

  /* The library first: a feed without a subscription is seen and mended, a subscription without its feed is a lie. */
  if (import->options->dry_run ||
      (import->report->outcome != ESSAIM_OUTCOME_IMPORTED && import->report->outcome != ESSAIM_OUTCOME_UNCHANGED))
    return TRUE;

  return subscribe (import, error);
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

  name = import->known != NULL ? g_strdup (import->known->title) : essaim_sync_source_get_name (source);

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

/* The person wants to know that a feed is failing; one that is not theirs leaves no trace. */
static void
remember_failure (EssaimSyncImport *import,
                  const GError     *cause)
{
  g_autoptr (GError) error = NULL;

  if (import->known == NULL || import->options->dry_run || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (cause, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    return;

  if (!essaim_library_note_failure (import->library, import->report, &error))
    g_debug ("The failure of %s could not be noted: %s", import->report->feed, error->message);
}

/**
 * essaim_sync_mend:
 * @library: what feeds said
 * @work: what the person made
 * @error: return location for an error
 *
 * Subscribes every feed that the library has and the person's work has never heard of: its import was cut short after
 * the records were safe. Those that the person removed stay removed.
 *
 * Returns: whether work and library agree
 */
gboolean
essaim_sync_mend (EssaimLibrary  *library,
                  EssaimWork     *work,
                  GError        **error)
{
  g_autoptr (GPtrArray) feeds = essaim_library_list_feeds (library, error);

  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    {
      const EssaimRefreshFeed *feed = g_ptr_array_index (feeds, i);
      EssaimSubscription subscription = {
        .id = (char *) feed->id,
        .title = (char *) feed->title,
        .uri = (char *) feed->uri,
        .licence = (char *) feed->licence,
        .enabled = TRUE,
      };
      gboolean remembered;

      if (!essaim_work_remembers_feed (work, feed->id, &remembered, error) ||
          (!remembered && !essaim_work_put_feed (work, &subscription, error)))
        return FALSE;
    }

  return feeds != NULL;
}

/* Which feed it is, and what the person has of it. One that cannot be read is not one that is not there. */
static gboolean
begin (EssaimSyncImport  *import,
       const char        *source,
       GError           **error)
{
  const char *given = import->options->feed;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *chosen = given == NULL ? choose_feed (import->work, source, &local_error) : NULL;
  g_autofree char *base = essaim_sync_feed_id (source);

  import->report = essaim_report_new (given != NULL ? given : chosen != NULL ? chosen : base);
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
 * @source: a path, a `file:` URI or an http(s) address
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for the error that the report tells in words
 *
 * Returns: (transfer full): the report, also where it failed
 */
EssaimReport *
essaim_sync_run (EssaimSyncImport  *import,
                 const char        *source,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) local_error = NULL;

  if (begin (import, source, &local_error) && essaim_sync_mend (import->library, import->work, &local_error))
    run (import, source, cancellable, &local_error);
  g_clear_pointer (&import->refresh, essaim_refresh_free);

  tell (import, source, local_error);
  import->report->seconds = g_timer_elapsed (timer, NULL);
  if (local_error != NULL)
    {
      remember_failure (import, local_error);
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
