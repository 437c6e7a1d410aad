/* essaim-alias-table.c: ids that projects had before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-hash.h"
#include "essaim-library-private.h"
#include "essaim-now.h"
#include "essaim-part-table.h"
#include "essaim-statement.h"

/* Former ids of a project that still lead to it; those that the person has on a shortlist always do. */
#define KEPT_ALIASES 4

/* Rows of projects with too many of them: project, key, id; a project's newest first. */
static const char list_sql[] =
  "SELECT project, alias.key, alias.id FROM alias WHERE project IN "
  "(SELECT project FROM alias JOIN project ON project.number = alias.project WHERE feed = ?1 GROUP BY project "
  "HAVING count (*) > ?2) ORDER BY project, since DESC";

static gboolean
forget (EssaimConnection *connection,
        gint64            key,
        const char       *id,
        GError          **error)
{
  EssaimStatement *statement = essaim_connection_use (connection, "DELETE FROM alias WHERE key = ?1 AND id = ?2", error);

  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_int (statement, 1, key);
  essaim_statement_bind_text (statement, 2, id);
  return essaim_statement_run (statement, error);
}

typedef struct
{
  gint64  key;
  char   *id;
} Alias;

static void
clear_alias_cb (gpointer data)
{
  g_free (((Alias *) data)->id);
}

/* (element-type Alias): those that nobody will ask for any more. */
static GArray *
list_old (EssaimConnection *connection,
          gint64            feed,
          GHashTable       *kept,
          GError          **error)
{
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (Alias));
  EssaimStatement *query = essaim_connection_use (connection, list_sql, error);
  GError *local_error = NULL;
  gint64 project = 0;
  guint n = 0;

  if (query == NULL)
    return NULL;

  g_array_set_clear_func (old, clear_alias_cb);
  essaim_statement_bind_int (query, 1, feed);
  essaim_statement_bind_int (query, 2, KEPT_ALIASES);
  while (essaim_statement_step (query, &local_error))
    {
      n = essaim_statement_get_int (query, 0) == project ? n + 1 : 1;
      project = essaim_statement_get_int (query, 0);
      if (n > KEPT_ALIASES && !g_hash_table_contains (kept, essaim_statement_get_text (query, 2)))
        g_array_append_vals (old, &(Alias) { essaim_statement_get_int (query, 1), essaim_statement_dup_text (query, 2) }, 1);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&old);
}

/**
 * essaim_alias_table_trim:
 * @connection: library.db, in a transaction
 * @feed: number of a feed
 * @kept: (element-type utf8 utf8): ids that the person has kept
 * @error: return location
 *
 * A feed that gives each record another id at every release would fill the library with ids that nobody has seen.
 *
 * Returns: whether each of its projects has few of them
 */
gboolean
essaim_alias_table_trim (EssaimConnection *connection,
                         gint64            feed,
                         GHashTable       *kept,
                         GError          **error)
{
  g_autoptr (GArray) old = list_old (connection, feed, kept, error);

  for (guint i = 0; old != NULL && i < old->len; i++)
    {
      const Alias *alias = &g_array_index (old, Alias, i);

      if (!forget (connection, alias->key, alias->id, error))
        return FALSE;
    }

  return old != NULL;
}

/* Rows of @present that are no head: those have the id of their first part. */
static const char put_sql[] =
  "INSERT OR REPLACE INTO alias (key, id, project, since) SELECT ?1, ?2, number, ?5 FROM project "
  "WHERE key = ?3 AND id = ?4 AND number NOT IN (SELECT project FROM head)";

static gboolean
put (EssaimConnection *connection,
     const char       *former,
     const char       *present,
     const char       *date,
     GError          **error)
{
  const gint64 key = (gint64) essaim_hash_text (0, former);
  EssaimStatement *statement;

  if (present == NULL)
    return forget (connection, key, former, error);
  statement = essaim_connection_use (connection, put_sql, error);
  if (statement == NULL)
    return FALSE;

  essaim_statement_bind_int (statement, 1, key);
  essaim_statement_bind_text (statement, 2, former);
  essaim_statement_bind_int (statement, 3, (gint64) essaim_hash_text (0, present));
  essaim_statement_bind_text (statement, 4, present);
  essaim_statement_bind_text (statement, 5, date);
  return essaim_statement_run (statement, error);
}

static gboolean
put_all (EssaimConnection *connection,
         GHashTable       *aliases,
         GError          **error)
{
  g_autofree char *now = essaim_now ();
  GHashTableIter iter;
  gpointer former, present;

  g_hash_table_iter_init (&iter, aliases);
  while (g_hash_table_iter_next (&iter, &former, &present))
    if (!put (connection, former, present, now, error))
      return FALSE;

  return TRUE;
}

/**
 * essaim_library_put_aliases:
 * @self: the library
 * @aliases: (element-type utf8 utf8): former ids, each with the one that it leads to; %NULL: nowhere
 * @error: return location
 *
 * Tells a library that was filled anew what it has forgotten. Ids that no project has lead nowhere.
 *
 * Returns: whether it knows them all now
 */
gboolean
essaim_library_put_aliases (EssaimLibrary *self,
                            GHashTable    *aliases,
                            GError       **error)
{
  if (!essaim_connection_begin (self->connection, error))
    return FALSE;
  if (put_all (self->connection, aliases, error) && essaim_connection_commit (self->connection, error))
    return TRUE;

  essaim_connection_rollback (self->connection);
  return FALSE;
}

/* Of the parts of one head: those that are there, unless they are of the feed, before those that are gone. */
static const char stand_in_sql[] =
  "SELECT other.id FROM project AS own JOIN part AS a ON a.project = own.number JOIN part AS b ON b.head = a.head "
  "JOIN project AS other ON other.number = b.project JOIN feed ON feed.number = other.feed "
  "WHERE own.number = ?1 AND (own.gone OR own.feed = (SELECT number FROM feed WHERE id = ?2)) AND feed.id IS NOT ?2 "
  "AND other.number <> own.number AND (NOT other.gone OR ?2 IS NOT NULL) ORDER BY other.gone, other.id LIMIT 1";

/**
 * essaim_library_find_stand_in:
 * @self: the library
 * @id: an id that a part has, or had once
 * @feed: (nullable): a feed that is about to be removed
 *
 * Returns: (transfer full) (nullable): where the id may lead when its own part is there no more: the id of another part
 *   of the same project; %NULL where the part is there and stays, or there is no other
 */
char *
essaim_library_find_stand_in (EssaimLibrary *self,
                              const char    *id,
                              const char    *feed)
{
  const guint32 part = essaim_part_table_find (self->connection, id);
  EssaimStatement *query = part != 0 ? essaim_connection_use (self->connection, stand_in_sql, NULL) : NULL;
  char *stand_in = NULL;

  if (query == NULL)
    return NULL;

  essaim_statement_bind_int (query, 1, part);
  essaim_statement_bind_text (query, 2, feed);
  if (essaim_statement_step (query, NULL))
    {
      stand_in = essaim_statement_dup_text (query, 0);
      essaim_statement_reset (query);
    }

  return stand_in;
}
