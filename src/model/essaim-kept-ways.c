/* essaim-kept-ways.c: where the projects that the person kept are in the library now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-kept-ways.h"

#include "essaim-entry-item-private.h"

/* The library keeps what its feeds lost, and says so of each source. */
static gboolean
is_in_a_feed (const EssaimProject *project)
{
  for (guint i = 0; i < project->sources->len; i++)
    if (!((const EssaimSource *) g_ptr_array_index (project->sources, i))->gone)
      return TRUE;

  return FALSE;
}

static void
find_one (EssaimKeptWays *ways,
          EssaimLibrary  *library,
          const char     *id)
{
  g_autoptr (EssaimProject) project = essaim_library_get_project (library, id, NULL);

  if (project != NULL && !g_str_equal (project->id, id))
    g_hash_table_insert (ways->shown, g_strdup (id), g_strdup (project->id));
  if (project == NULL || !is_in_a_feed (project))
    g_hash_table_add (ways->lost, g_strdup (id));
}

/**
 * essaim_kept_ways_new:
 *
 * Returns: (transfer full): nothing known yet
 */
EssaimKeptWays *
essaim_kept_ways_new (void)
{
  EssaimKeptWays *ways = g_new0 (EssaimKeptWays, 1);

  ways->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ways->lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return ways;
}

/**
 * essaim_kept_ways_find:
 * @library: what feeds said
 * @ids: (element-type utf8 utf8): a set of ids under which projects were kept
 *
 * Returns: (transfer full): where they lead
 */
EssaimKeptWays *
essaim_kept_ways_find (EssaimLibrary *library,
                       GHashTable    *ids)
{
  EssaimKeptWays *ways = essaim_kept_ways_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    find_one (ways, library, id);

  return ways;
}

/**
 * essaim_kept_ways_free:
 * @ways: (transfer full): what essaim_kept_ways_find() found
 */
void
essaim_kept_ways_free (EssaimKeptWays *ways)
{
  g_hash_table_unref (ways->shown);
  g_hash_table_unref (ways->lost);
  g_free (ways);
}

/* Whether one or the other is there, but not in both. */
static gboolean
move_lost (GHashTable *to,
           GHashTable *from,
           const char *id)
{
  return g_hash_table_contains (from, id) ? g_hash_table_add (to, g_strdup (id)) : g_hash_table_remove (to, id);
}

/**
 * essaim_kept_ways_take:
 * @ways: what is known
 * @ids: (element-type utf8 utf8): the ids that were looked for
 * @found: what was found of them
 *
 * Returns: whether anything is other than before
 */
gboolean
essaim_kept_ways_take (EssaimKeptWays *ways,
                       GHashTable     *ids,
                       EssaimKeptWays *found)
{
  gboolean is_changed = FALSE;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const char *now = g_hash_table_lookup (found->shown, id);

      is_changed |= move_lost (ways->lost, found->lost, id);
      if (g_strcmp0 (g_hash_table_lookup (ways->shown, id), now) == 0)
        continue;
      is_changed = TRUE;
      if (now != NULL)
        g_hash_table_insert (ways->shown, g_strdup (id), g_strdup (now));
      else
        g_hash_table_remove (ways->shown, id);
    }

  return is_changed;
}

/**
 * essaim_kept_ways_show:
 * @ways: what was found
 * @shortlist: (element-type EssaimEntryItem): a shortlist, which shows it
 */
void
essaim_kept_ways_show (const EssaimKeptWays *ways,
                       EssaimItemList       *shortlist)
{
  for (guint i = 0; i < essaim_item_list_get_n (shortlist); i++)
    {
      EssaimEntryItem *entry = essaim_item_list_peek (shortlist, i);
      const char *id = essaim_entry_item_get_project_id (entry);

      essaim_entry_item_set_shown_id (entry, g_hash_table_lookup (ways->shown, id));
      essaim_entry_item_set_lost (entry, g_hash_table_contains (ways->lost, id));
    }
}
