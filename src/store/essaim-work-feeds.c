/* essaim-work-feeds.c: the person's subscriptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-stamp.h"
#include "essaim-store-error.h"
#include "essaim-work-private.h"

#define FEED_COLUMNS "id, title, uri, format, licence, mapping, origin, paused, former, interval_days, enabled, has_token"
#define N_FEED_COLUMNS 12

/**
 * essaim_subscription_free:
 * @subscription: (transfer full) (nullable): a subscription
 */
void
essaim_subscription_free (EssaimSubscription *subscription)
{
  if (subscription == NULL)
    return;

  g_free (subscription->id);
  g_free (subscription->title);
  g_free (subscription->uri);
  g_free (subscription->format);
  g_free (subscription->licence);
  g_free (subscription->mapping);
  g_free (subscription->origin);
  g_free (subscription->paused);
  g_free (subscription->former);
  g_free (subscription);
}

static EssaimSubscription *
take_subscription (EssaimStatement *row)
{
  EssaimSubscription *feed = g_new0 (EssaimSubscription, 1);

  feed->id = essaim_statement_dup_text (row, 0);
  feed->title = essaim_statement_dup_text (row, 1);
  feed->uri = essaim_statement_dup_text (row, 2);
  feed->format = essaim_statement_dup_text (row, 3);
  feed->licence = essaim_statement_dup_text (row, 4);
  feed->mapping = essaim_statement_dup_text (row, 5);
  feed->origin = essaim_statement_dup_text (row, 6);
  feed->paused = essaim_statement_dup_text (row, 7);
  feed->former = essaim_statement_dup_text (row, 8);
  feed->interval_days = (int) essaim_statement_get_int (row, 9);
  feed->enabled = essaim_statement_get_int (row, 10) != 0;
  feed->has_token = essaim_statement_get_int (row, 11) != 0;

  return feed;
}

static void
set_not_found (const char  *id,
               GError     **error)
{
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("There is no source “%s”."), id);
}

/* Whether it is among those that are wanted; @column: the first one after those of a subscription. */
typedef gboolean (*FeedFunc) (EssaimStatement *row, guint column, gpointer user_data);

static GPtrArray *
list_feeds (EssaimWork  *self,
            const char  *sql,
            FeedFunc     is_wanted,
            gpointer     user_data,
            GError     **error)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_subscription_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query = essaim_work_query (self, sql, NULL, 0, error);

  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    if (is_wanted == NULL || is_wanted (query, N_FEED_COLUMNS, user_data))
      g_ptr_array_add (feeds, take_subscription (query));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&feeds);
}

/**
 * essaim_work_list_feeds:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EssaimSubscription): the feeds, in the order in which they were first added
 */
GPtrArray *
essaim_work_list_feeds (EssaimWork  *self,
                        GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  return list_feeds (self, "SELECT " FEED_COLUMNS " FROM feed WHERE NOT deleted ORDER BY rowid", NULL, NULL, error);
}

/* Whether its removal is that old. One from the future is only once nobody can undo anything: stamps never go back, so a clock that was
 * wrong for a day would make each removal old at once. */
static gboolean
is_removal_older (EssaimStatement *row,
                  guint            column,
                  gpointer         user_data)
{
  const char *stamp = essaim_statement_get_text (row, (int) column);
  gint64 seconds = GPOINTER_TO_UINT (user_data);

  return stamp == NULL || seconds == 0 || g_get_real_time () / 1000 - essaim_stamp_get_time (stamp) >= seconds * 1000;
}

/**
 * essaim_work_list_removed_feeds:
 * @self: work
 * @seconds: how long ago at least
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EssaimSubscription): the feeds that the person removed and has not brought back
 */
GPtrArray *
essaim_work_list_removed_feeds (EssaimWork  *self,
                                guint        seconds,
                                GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  return list_feeds (self, "SELECT " FEED_COLUMNS ", stamp FROM feed LEFT JOIN stamp ON row = uuid AND field = 'deleted' "
                           "WHERE deleted ORDER BY feed.rowid", is_removal_older, GUINT_TO_POINTER (seconds), error);
}

/**
 * essaim_work_get_feed:
 * @self: work
 * @id: of the feed
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND` when the person has no such feed
 *
 * Returns: (transfer full): the feed
 */
EssaimSubscription *
essaim_work_get_feed (EssaimWork  *self,
                      const char  *id,
                      GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  EssaimSubscription *feed = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  query = essaim_work_query (self, "SELECT " FEED_COLUMNS " FROM feed WHERE id = ?1 AND NOT deleted", &id, 1, error);
  if (query == NULL)
    return NULL;

  if (essaim_statement_step (query, &local_error))
    {
      feed = take_subscription (query);
      essaim_statement_reset (query);
    }
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_not_found (id, error);

  return feed;
}

static gboolean
set_flag (EssaimWork  *self,
          const char  *uuid,
          const char  *field,
          gboolean     value,
          GError     **error)
{
  return essaim_work_set_field (self, "feed", uuid, field, value ? "1" : "0", error);
}

static gboolean
set_interval (EssaimWork  *self,
              const char  *uuid,
              int          days,
              GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%d", MAX (days, 0));

  return essaim_work_set_field (self, "feed", uuid, "interval_days", value, error);
}

static gboolean
put_feed (EssaimWork                *self,
          const EssaimSubscription  *feed,
          GError                   **error)
{
  g_autofree char *uuid = essaim_work_make_uuid ("feed", feed->id);
  EssaimStatement *add = essaim_work_query (self, "INSERT OR IGNORE INTO feed (uuid, id) VALUES (?1, ?2)",
                                            (const char *[]) { uuid, feed->id }, 2, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "feed", uuid, "title", feed->title != NULL ? feed->title : feed->id, error) &&
         essaim_work_set_field (self, "feed", uuid, "uri", feed->uri, error) &&
         essaim_work_set_field (self, "feed", uuid, "format", feed->format, error) &&
         essaim_work_set_field (self, "feed", uuid, "licence", feed->licence, error) &&
         essaim_work_set_field (self, "feed", uuid, "mapping", feed->mapping, error) &&
         essaim_work_set_field (self, "feed", uuid, "origin", feed->origin, error) &&
         essaim_work_set_field (self, "feed", uuid, "paused", feed->paused, error) &&
         essaim_work_set_field (self, "feed", uuid, "former", feed->former, error) &&
         set_interval (self, uuid, feed->interval_days, error) &&
         set_flag (self, uuid, "enabled", feed->enabled, error) &&
         /* The token of one that was removed, and is not swept yet, is in the keyring still. */
         (!feed->has_token || set_flag (self, uuid, "has_token", TRUE, error)) &&
         set_flag (self, uuid, "deleted", FALSE, error);
}

/**
 * essaim_work_put_feed:
 * @self: work
 * @feed: all of it
 * @error: return location for an error
 *
 * Subscribes to a feed, or replaces what was known of it.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_put_feed (EssaimWork                *self,
                      const EssaimSubscription  *feed,
                      GError                   **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (feed != NULL && feed->id != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, put_feed (self, feed, error), error);
}

/* Within a change. */
static char *
resolve_feed (EssaimWork  *self,
              const char  *id,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  char *uuid = essaim_work_get_text (self, "SELECT uuid FROM feed WHERE id = ?1 AND NOT deleted", &id, 1, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (uuid == NULL)
    set_not_found (id, error);

  return uuid;
}

static gboolean
set_told_field (EssaimWork  *self,
                const char  *uuid,
                const char  *field,
                const char  *value,
                GError     **error)
{
  return value == NULL || essaim_work_set_field (self, "feed", uuid, field, value, error);
}

static gboolean
update_feed (EssaimWork                *self,
             const EssaimSubscription  *told,
             GError                   **error)
{
  g_autofree char *uuid = resolve_feed (self, told->id, error);

  return uuid != NULL &&
         set_told_field (self, uuid, "title", told->title, error) &&
         set_told_field (self, uuid, "uri", told->uri, error) &&
         set_told_field (self, uuid, "former", told->former, error) &&
         set_told_field (self, uuid, "format", told->format, error) &&
         set_told_field (self, uuid, "licence", told->licence, error) &&
         set_told_field (self, uuid, "mapping", told->mapping, error) &&
         set_told_field (self, uuid, "origin", told->origin, error);
}

/**
 * essaim_work_update_feed:
 * @self: work
 * @told: what is new of a feed; members that are %NULL, and whether and when it is refreshed, stay what they are
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND` when the person has no such feed, or no longer
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_update_feed (EssaimWork                *self,
                         const EssaimSubscription  *told,
                         GError                   **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (told != NULL && told->id != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, update_feed (self, told, error), error);
}

static gboolean
set_living_field (EssaimWork  *self,
                  const char  *id,
                  const char  *field,
                  const char  *value,
                  GError     **error)
{
  g_autofree char *uuid = resolve_feed (self, id, error);

  return uuid != NULL && essaim_work_set_field (self, "feed", uuid, field, value, error);
}

/* Also of a feed that was removed. */
static gboolean
set_any_field (EssaimWork  *self,
               const char  *id,
               const char  *field,
               const char  *value,
               GError     **error)
{
  gboolean remembers;
  g_autofree char *uuid = essaim_work_make_uuid ("feed", id);

  if (!essaim_work_remembers_feed (self, id, &remembers, error))
    return FALSE;
  if (!remembers)
    set_not_found (id, error);

  return remembers && essaim_work_set_field (self, "feed", uuid, field, value, error);
}

static gboolean
set_uri (EssaimWork  *self,
         const char  *id,
         const char  *uri,
         GError     **error)
{
  return set_living_field (self, id, "uri", uri, error) && set_living_field (self, id, "former", NULL, error) &&
         set_living_field (self, id, "paused", NULL, error);
}

/**
 * essaim_work_set_feed_uri:
 * @self: work
 * @id: of a feed
 * @uri: where the person says that it is
 * @error: return location for an error
 *
 * What was known of its addresses is over, and so is a pause: it was because of the one before.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_feed_uri (EssaimWork  *self,
                          const char  *id,
                          const char  *uri,
                          GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL && uri != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, set_uri (self, id, uri, error), error);
}

static gboolean
change_feed (EssaimWork  *self,
             const char  *id,
             const char  *field,
             const char  *value,
             GError     **error)
{
  return essaim_work_begin (self, error) &&
         essaim_work_end (self, set_living_field (self, id, field, value, error), error);
}

/**
 * essaim_work_set_feed_enabled:
 * @self: work
 * @id: of a feed
 * @enabled: whether it is refreshed
 * @error: return location for an error
 *
 * A feed that was paused by itself is so no longer: the person wants it.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_feed_enabled (EssaimWork  *self,
                              const char  *id,
                              gboolean     enabled,
                              GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return essaim_work_begin (self, error) &&
         essaim_work_end (self, set_living_field (self, id, "enabled", enabled ? "1" : "0", error) &&
                                (!enabled || set_living_field (self, id, "paused", NULL, error)), error);
}

/**
 * essaim_work_set_feed_paused:
 * @self: work
 * @id: of a feed
 * @reason: (nullable): a sentence: why it is no longer refreshed by itself; %NULL: it is again
 * @error: return location for an error
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_feed_paused (EssaimWork  *self,
                             const char  *id,
                             const char  *reason,
                             GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return change_feed (self, id, "paused", reason, error);
}

/**
 * essaim_work_set_feed_interval:
 * @self: work
 * @id: of a feed
 * @days: between two refreshes; 0: only when the person asks
 * @error: return location for an error
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_feed_interval (EssaimWork  *self,
                               const char  *id,
                               int          days,
                               GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%d", MAX (days, 0));

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return change_feed (self, id, "interval_days", value, error);
}

/**
 * essaim_work_set_feed_has_token:
 * @self: work
 * @id: of a feed, also of one that was removed
 * @has_token: whether a token for it is with the session's secrets
 * @error: return location for an error
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_feed_has_token (EssaimWork  *self,
                                const char  *id,
                                gboolean     has_token,
                                GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return essaim_work_begin (self, error) &&
         essaim_work_end (self, set_any_field (self, id, "has_token", has_token ? "1" : "0", error), error);
}

/**
 * essaim_work_remove_feed:
 * @self: work
 * @id: of a feed
 * @error: return location for an error
 *
 * Ends the subscription; the records are the library's to remove.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_remove_feed (EssaimWork  *self,
                         const char  *id,
                         GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return change_feed (self, id, "deleted", "1", error);
}

/**
 * essaim_work_restore_feed:
 * @self: work
 * @id: of a feed that was removed
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND` when the person never had such a feed
 *
 * Undoes essaim_work_remove_feed(): the subscription is as it was.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_restore_feed (EssaimWork  *self,
                          const char  *id,
                          GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, set_any_field (self, id, "deleted", "0", error), error);
}

/**
 * essaim_work_remembers_feed:
 * @self: work
 * @id: of a feed
 * @remembers: (out): whether the person has the feed, or had it and removed it
 * @error: return location for an error
 *
 * Returns: whether that could be read: a feed that cannot be read is not one that was never there
 */
gboolean
essaim_work_remembers_feed (EssaimWork  *self,
                            const char  *id,
                            gboolean    *remembers,
                            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *uuid = NULL;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  uuid = essaim_work_get_text (self, "SELECT uuid FROM feed WHERE id = ?1", &id, 1, &local_error);
  *remembers = uuid != NULL;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
