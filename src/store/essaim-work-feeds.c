/* essaim-work-feeds.c: the person's subscriptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-store-error.h"
#include "essaim-work-private.h"

#define FEED_COLUMNS "id, title, uri, format, licence, mapping, enabled"

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
  feed->enabled = essaim_statement_get_int (row, 6) != 0;

  return feed;
}

static void
set_not_found (const char  *id,
               GError     **error)
{
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("There is no source “%s”."), id);
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
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_subscription_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self, "SELECT " FEED_COLUMNS " FROM feed WHERE NOT deleted ORDER BY rowid", NULL, 0,
                             error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    g_ptr_array_add (feeds, take_subscription (query));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&feeds);
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
         essaim_work_set_field (self, "feed", uuid, "enabled", feed->enabled ? "1" : "0", error) &&
         essaim_work_set_field (self, "feed", uuid, "deleted", "0", error);
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
         set_told_field (self, uuid, "format", told->format, error) &&
         set_told_field (self, uuid, "licence", told->licence, error) &&
         set_told_field (self, uuid, "mapping", told->mapping, error);
}

/**
 * essaim_work_update_feed:
 * @self: work
 * @told: what is new of a feed; members that are %NULL, and whether it is refreshed, stay what they are
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

  return change_feed (self, id, "enabled", enabled ? "1" : "0", error);
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
