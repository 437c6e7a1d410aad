/* essaim-library.c: library.db, what feeds said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-private.h"

#include "essaim-bodies.h"
#include "essaim-joiner.h"
#include "essaim-migrations.h"
#include "essaim-statement.h"

/* Memory for pages, in KiB: enough for the inner pages of all tables while a large feed is written. */
#define PAGE_CACHE "PRAGMA cache_size = -16384"

/* Projects that are shown: heads and those in none; no longer those that no feed has any more. */
#define SHOWN "WHERE NOT gone AND number NOT IN (SELECT project FROM part)"

G_DEFINE_FINAL_TYPE (EssaimLibrary, essaim_library, G_TYPE_OBJECT)

static void
essaim_library_finalize (GObject *object)
{
  EssaimLibrary *self = ESSAIM_LIBRARY (object);

  essaim_connection_free (self->connection);
  g_clear_object (&self->reference);
  g_free (self->folder);

  G_OBJECT_CLASS (essaim_library_parent_class)->finalize (object);
}

static void
essaim_library_class_init (EssaimLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_library_finalize;
}

static void
essaim_library_init (EssaimLibrary *self)
{
}

/**
 * essaim_library_open:
 * @folder: (nullable): where library.db is or will be; %NULL keeps it in memory, for tests
 * @reference: (nullable): places; without it projects are found neither by department nor by territory
 * @error: return location; `ESSAIM_STORE_ERROR_NEWER` (the file is then untouched), `_DAMAGED`, `_NOT_WRITABLE`
 *
 * Returns: (transfer full): the library
 */
EssaimLibrary *
essaim_library_open (const char      *folder,
                     EssaimReference *reference,
                     GError         **error)
{
  g_autoptr (EssaimLibrary) self = g_object_new (ESSAIM_TYPE_LIBRARY, NULL);

  g_set_object (&self->reference, reference);
  self->folder = g_strdup (folder);
  self->connection = essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_REBUILDABLE, error);
  if (self->connection == NULL || !essaim_connection_execute (self->connection, PAGE_CACHE, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * essaim_library_get_folder:
 * @self: the library
 *
 * Returns: (nullable): where its file is; %NULL for one in memory
 */
const char *
essaim_library_get_folder (EssaimLibrary *self)
{
  return self->folder;
}

/**
 * essaim_library_get_data_version:
 * @self: the library
 *
 * Returns: a number that changes when another connection, of this program or another one, has changed the library
 */
gint64
essaim_library_get_data_version (EssaimLibrary *self)
{
  return essaim_connection_get_data_version (self->connection);
}

/**
 * essaim_library_is_moved:
 * @self: the library
 *
 * Returns: whether its file is no longer where it was opened: it was put aside, and is to be opened anew
 */
gboolean
essaim_library_is_moved (EssaimLibrary *self)
{
  return essaim_connection_is_moved (self->connection);
}

static gboolean
count_rows (EssaimLibrary *self,
            const char    *sql,
            guint         *count,
            GError       **error)
{
  gint64 value;

  if (!essaim_connection_get_int (self->connection, sql, &value, error))
    return FALSE;

  *count = (guint) value;
  return TRUE;
}

/**
 * essaim_library_count:
 * @self: the library
 * @counts: (out caller-allocates): how much there is of everything; records are those not gone, unplaced are projects
 *   without a point
 * @error: return location
 *
 * Returns: whether it was counted
 */
gboolean
essaim_library_count (EssaimLibrary       *self,
                      EssaimLibraryCounts *counts,
                      GError             **error)
{
  return count_rows (self, "SELECT count (*) FROM feed", &counts->feeds, error) &&
         count_rows (self, "SELECT count (*) FROM record WHERE last_seen IS NULL", &counts->records, error) &&
         count_rows (self, "SELECT count (*) FROM project " SHOWN, &counts->projects, error) &&
         count_rows (self, "SELECT count (*) FROM project CROSS JOIN site ON site.project = number " SHOWN, &counts->sites, error) &&
         count_rows (self, "SELECT count (*) FROM project " SHOWN " AND NOT EXISTS "
                           "(SELECT 1 FROM site WHERE project = number AND lat IS NOT NULL)", &counts->unplaced, error);
}

/**
 * essaim_library_has_refreshes:
 * @self: the library
 *
 * Returns: whether any feed was ever refreshed into it, well or not
 */
gboolean
essaim_library_has_refreshes (EssaimLibrary *self)
{
  gint64 n = 0;

  return essaim_connection_get_int (self->connection, "SELECT EXISTS (SELECT 1 FROM refresh)", &n, NULL) && n > 0;
}

/* Its parts leave their heads first. What is left is compared again: a number that many records share says less. */
static gboolean
remove_feed (EssaimLibrary         *self,
             const char            *feed,
             const EssaimJudgement *judgement,
             GError               **error)
{
  gint64 number;

  if (!essaim_feed_table_find (self->connection, feed, &number, error) ||
      (number != 0 && !essaim_joiner_group (self->connection, self->reference, judgement, number, error)) ||
      !essaim_feed_table_remove (self->connection, feed, error))
    return FALSE;

  return number == 0 || essaim_library_join_parts (self, judgement, NULL, NULL, error);
}

/**
 * essaim_library_remove_feed:
 * @self: the library
 * @feed: a feed's id; one that never brought anything is no error
 * @judgement: (nullable): what the person decided, of those that are left; %NULL: nothing
 * @is_unwanted: (nullable) (scope call): whether it is to go still, now that no import can bring it back
 * @user_data: for @is_unwanted
 * @error: return location
 *
 * The body goes before other programs may write again: it would be that of their import.
 *
 * Returns: whether nothing of the feed is left, or it is not to go any more
 */
gboolean
essaim_library_remove_feed (EssaimLibrary         *self,
                            const char            *feed,
                            const EssaimJudgement *judgement,
                            EssaimUnwantedFunc     is_unwanted,
                            gpointer               user_data,
                            GError               **error)
{
  gboolean is_kept;

  if (!essaim_connection_begin (self->connection, error))
    return FALSE;

  is_kept = is_unwanted != NULL && !is_unwanted (feed, user_data);
  if (!is_kept && remove_feed (self, feed, judgement, error))
    {
      if (self->folder != NULL)
        essaim_bodies_remove (self->folder, feed);
      if (essaim_connection_commit (self->connection, error))
        return TRUE;
    }

  essaim_connection_rollback (self->connection);
  return is_kept;
}

static void
refresh_feed_free (gpointer data)
{
  EssaimRefreshFeed *feed = data;

  g_free ((char *) feed->id);
  g_free ((char *) feed->title);
  g_free ((char *) feed->licence);
  g_free ((char *) feed->uri);
  g_free (feed);
}

/**
 * essaim_library_list_feeds:
 * @self: the library
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimRefreshFeed): what is known of every feed that records came from
 */
GPtrArray *
essaim_library_list_feeds (EssaimLibrary *self,
                           GError       **error)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func (refresh_feed_free);
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT id, title, licence, uri FROM feed ORDER BY number", error);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    {
      EssaimRefreshFeed *feed = g_new0 (EssaimRefreshFeed, 1);

      feed->id = essaim_statement_dup_text (query, 0);
      feed->title = essaim_statement_dup_text (query, 1);
      feed->licence = essaim_statement_dup_text (query, 2);
      feed->uri = essaim_statement_dup_text (query, 3);
      g_ptr_array_add (feeds, feed);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&feeds);
}
