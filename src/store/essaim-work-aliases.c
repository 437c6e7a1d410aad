/* essaim-work-aliases.c: where the record keys lead that the work names and that no feed has any more
 *
 * The library knows as much, but may be lost, and a feed that is read anew says nothing of what it said before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-work-private.h"

/* Also of what was removed: that may be brought back. */
static const char named_sql[] =
  "SELECT project FROM entry UNION SELECT a FROM decision UNION SELECT b FROM decision "
  "UNION SELECT record FROM correction";

/**
 * essaim_work_list_named:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of all record keys that anything of the work names
 */
GHashTable *
essaim_work_list_named (EssaimWork  *self,
                        GError     **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self, named_sql, NULL, 0, error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    g_hash_table_add (named, essaim_statement_dup_text (query, 0));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&named);
}

/**
 * essaim_work_list_aliases:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): former record keys, each with the one that it led to when the
 *   library was last seen
 */
GHashTable *
essaim_work_list_aliases (EssaimWork  *self,
                          GError     **error)
{
  g_autoptr (GHashTable) aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self, "SELECT former, present FROM alias WHERE present IS NOT NULL", NULL, 0, error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    g_hash_table_insert (aliases, essaim_statement_dup_text (query, 0), essaim_statement_dup_text (query, 1));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&aliases);
}

/**
 * essaim_work_put_alias:
 * @self: work with a change under way
 * @former: a record key
 * @present: (nullable): where it leads now
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
essaim_work_put_alias (EssaimWork  *self,
                       const char  *former,
                       const char  *present,
                       GError     **error)
{
  g_autofree char *uuid = essaim_work_make_uuid ("alias", former);
  EssaimStatement *add = essaim_work_query (self, "INSERT OR IGNORE INTO alias (uuid, former) VALUES (?1, ?2)",
                                            (const char *[]) { uuid, former }, 2, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "alias", uuid, "present", present, error);
}

static gboolean
put_aliases (EssaimWork  *self,
             GHashTable  *aliases,
             GError     **error)
{
  GHashTableIter iter;
  gpointer former, present;

  g_hash_table_iter_init (&iter, aliases);
  while (g_hash_table_iter_next (&iter, &former, &present))
    if (!essaim_work_put_alias (self, former, present, error))
      return FALSE;

  return TRUE;
}

/**
 * essaim_work_put_aliases:
 * @self: work
 * @aliases: (element-type utf8 utf8): former record keys, each with the one that it leads to now; %NULL: nowhere
 * @error: return location for an error
 *
 * Returns: whether they are on the disk, beside those that were there
 */
gboolean
essaim_work_put_aliases (EssaimWork  *self,
                         GHashTable  *aliases,
                         GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  return g_hash_table_size (aliases) == 0 ||
         (essaim_work_begin (self, error) && essaim_work_end (self, put_aliases (self, aliases, error), error));
}
