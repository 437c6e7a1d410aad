/* essaim-sync-feed.c: which feed an import is, and what the person has of it afterwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-scratch.h"
#include "essaim-store-error.h"
#include "essaim-sync-judge.h"
#include "essaim-tokens.h"

static gboolean
has_line (const char *lines,
          const char *line)
{
  g_auto (GStrv) split = lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;

  return split != NULL && g_strv_contains ((const char * const *) split, line);
}

/**
 * essaim_sync_is_address_of:
 * @feed: a feed
 * @uri: an address, or a `file:` URI
 *
 * Returns: whether it is the feed's, or one that has led there for good
 */
gboolean
essaim_sync_is_address_of (const EssaimSubscription *feed,
                           const char               *uri)
{
  return g_strcmp0 (feed->uri, uri) == 0 || has_line (feed->former, uri);
}

/**
 * essaim_sync_choose_feed:
 * @work: what the person has
 * @source: a path or an address
 * @error: return location for an error
 *
 * Two answers of one service differ only in the query of their addresses, and must not take each other's place. An address that
 * has led elsewhere for good may be a feed's own again: that one comes first.
 *
 * Returns: (transfer full): the feed that this address is subscribed as, else an id that no other address has
 */
char *
essaim_sync_choose_feed (EssaimWork  *work,
                         const char  *source,
                         GError     **error)
{
  g_autofree char *base = essaim_sync_feed_id (source);
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  const EssaimSubscription *moved = NULL;
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
      if (moved == NULL && has_line (feed->former, source))
        moved = feed;
      if (feed->uri != NULL && essaim_sync_source_is_remote (feed->uri))
        g_hash_table_add (taken, feed->id);
    }

  if (moved != NULL)
    return g_strdup (moved->id);

  for (guint n = 1; id == NULL || g_hash_table_contains (taken, id); n++)
    {
      g_free (id);
      id = n == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, n);
    }

  return id;
}

/* What came from an address stays with that address when a copy of it is read from a file or another server: only the feed's own
 * server can say that it has moved. */
static const char *
choose_uri (const EssaimSyncImport *import)
{
  const char *known = import->known != NULL ? import->known->uri : NULL;

  if (known != NULL && essaim_sync_source_is_remote (known) && g_strcmp0 (known, import->source->uri) != 0)
    return known;
  if (import->fetched.moved_to != NULL)
    return import->fetched.moved_to;

  return import->source->uri;
}

/* (transfer full) (nullable): the addresses that lead to the one that the feed has now */
static char *
list_former (const EssaimSyncImport *import,
             const char             *uri)
{
  const EssaimSubscription *known = import->known;
  const char *left = known != NULL && known->uri != NULL && essaim_sync_source_is_remote (known->uri) ? known->uri
                                                                                                    : import->source->uri;
  const char *former = known != NULL ? known->former : NULL;

  if (import->fetched.moved_to == NULL || g_strcmp0 (left, uri) == 0 || has_line (former, left))
    return g_strdup (former);

  return former != NULL ? g_strconcat (former, "\n", left, NULL) : g_strdup (left);
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
    .former = if_new (feed->former, known->former),
  };

  if (essaim_work_update_feed (import->work, &told, &local_error))
    return TRUE;

  /* Removed in the very moment: its records go too. */
  if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND) &&
      !essaim_sync_remove_records (import->library, import->work, feed->id, error))
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * essaim_sync_is_own_server:
 * @import: under way
 * @uri: (nullable): an address
 *
 * Returns: whether it is on the server that the feed is known to be on
 */
gboolean
essaim_sync_is_own_server (EssaimSyncImport *import,
                           const char       *uri)
{
  return import->known != NULL && essaim_tokens_is_for (import->known->uri, uri);
}

static void
tell_left (EssaimSyncImport *import,
           const char       *uri)
{
  g_autofree char *server = essaim_tokens_name_server (uri);
  g_autofree char *words = g_strdup_printf (_("The source has moved to %s, which does not get the token of the server "
                                              "before. If it asks for a token, enter it again."), server);

  essaim_report_warn (import->report, "token-left", 0, words);
}

/* The token of a feed that has gone to another server stays behind: nobody has given it to that one. */
static gboolean
leave_token (EssaimSyncImport  *import,
             const char        *uri,
             GError           **error)
{
  const char *folder = essaim_library_get_folder (import->library);

  if (!import->known->has_token || !essaim_sync_source_is_remote (uri) || essaim_sync_is_own_server (import, uri))
    return TRUE;

  tell_left (import, uri);
  if (!essaim_tokens_clear (folder, import->known->id, NULL, NULL))
    g_debug ("The token of %s could not be cleared.", import->known->id);

  return essaim_work_set_feed_has_token (import->work, import->known->id, FALSE, error);
}

/* What paused it by itself is over, once it has been read again. */
static gboolean
update_known (EssaimSyncImport          *import,
              const EssaimSubscription  *feed,
              GError                   **error)
{
  return update_subscription (import, feed, error) &&
         leave_token (import, feed->uri, error) &&
         (import->is_reread || import->known->paused == NULL ||
          essaim_work_set_feed_paused (import->work, feed->id, NULL, error));
}

/* What stood in the address is a token: it is with the others, or with nobody. */
static gboolean
keep_login (EssaimSyncImport  *import,
            const char        *uri,
            GError           **error)
{
  const char *folder = essaim_library_get_folder (import->library);

  if (import->login == NULL)
    return TRUE;
  if (!essaim_tokens_is_for (import->source->uri, uri))
    {
      tell_left (import, uri);
      return TRUE;
    }
  if (essaim_tokens_store (folder, import->report->feed, import->title, uri, import->login, NULL, NULL))
    return essaim_work_set_feed_has_token (import->work, import->report->feed, TRUE, error);

  essaim_report_warn (import->report, "password-left", 0,
                      _("The password in the address was used this time and is not kept: there is no keyring that could keep "
                        "it, or it is locked. Install or unlock one, such as GNOME Keyring, and import the address again."));
  return TRUE;
}

static int
get_interval (const EssaimSyncOptions *options)
{
  return options->interval_days == 0 ? ESSAIM_SUBSCRIPTION_INTERVAL : MAX (options->interval_days, 0);
}

/**
 * essaim_sync_subscribe:
 * @import: that was accepted
 * @error: return location for an error
 *
 * Subscribes the feed if it is new, else keeps what is new of it.
 *
 * Returns: whether that is on the disk
 */
gboolean
essaim_sync_subscribe (EssaimSyncImport  *import,
                       GError           **error)
{
  const EssaimSyncOptions *options = import->options;
  const char *uri = choose_uri (import);
  g_autofree char *former = list_former (import, uri);
  EssaimSubscription feed = {
    .id = import->report->feed,
    .title = (char *) import->title,
    .uri = (char *) uri,
    .former = former,
    .format = (char *) essaim_sync_first_text (options->format, import->known != NULL ? import->known->format : NULL),
    .licence = (char *) import->licence,
    .mapping = import->mapping_json,
    .origin = (char *) options->origin,
    .interval_days = get_interval (options),
    .enabled = TRUE,
  };

  return (import->known != NULL ? update_known (import, &feed, error) : essaim_work_put_feed (import->work, &feed, error)) &&
         keep_login (import, uri, error);
}

/* Seconds in which another program may still undo a removal. */
#define UNDO_SECONDS 60

/**
 * essaim_sync_mend:
 * @library: what feeds said
 * @work: what the person made
 * @error: return location for an error
 *
 * Subscribes every feed that the library has and the person's work has never heard of: its import was cut short after
 * the records were safe. Those that the person removed stay removed, and what a removal that was cut short has left of them goes. What
 * the person decided, corrected and added is shown. Files that programs have left which were killed go.
 *
 * Returns: whether work and library agree
 */
gboolean
essaim_sync_mend (EssaimLibrary  *library,
                  EssaimWork     *work,
                  GError        **error)
{
  g_autoptr (GPtrArray) feeds = essaim_library_list_feeds (library, error);

  essaim_scratch_sweep ();
  essaim_library_settle_bodies (library);
  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    {
      const EssaimRefreshFeed *feed = g_ptr_array_index (feeds, i);
      EssaimSubscription subscription = {
        .id = (char *) feed->id,
        .title = (char *) feed->title,
        .uri = (char *) feed->uri,
        .licence = (char *) feed->licence,
        .interval_days = ESSAIM_SUBSCRIPTION_INTERVAL,
        .enabled = TRUE,
      };
      gboolean remembered;

      if (g_str_equal (feed->id, ESSAIM_OWN_FEED))
        continue;
      if (!essaim_work_remembers_feed (work, feed->id, &remembered, error) ||
          (!remembered && !essaim_work_put_feed (work, &subscription, error)))
        return FALSE;
    }

  return feeds != NULL && essaim_sync_sweep_older (library, work, UNDO_SECONDS, error) &&
         essaim_sync_settle (library, work, NULL, error);
}

