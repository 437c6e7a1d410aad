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

  if (project != NULL)
    g_hash_table_insert (ways->shown, g_strdup (id), g_strdup (project->id));
  if (project == NULL || !is_in_a_feed (project))
    g_hash_table_add (ways->lost, g_strdup (id));
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
  EssaimKeptWays *ways = g_new0 (EssaimKeptWays, 1);
  GHashTableIter iter;
  gpointer id;

  ways->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ways->lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

/**
 * essaim_kept_ways_show:
 * @ways: what was found
 * @asked: (element-type utf8 utf8): the ids that were looked for
 * @shortlist: (element-type EssaimEntryItem): a shortlist
 *
 * Returns: whether any of its entries leads to another project than before
 */
gboolean
essaim_kept_ways_show (const EssaimKeptWays *ways,
                       GHashTable           *asked,
                       EssaimItemList       *shortlist)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < essaim_item_list_get_n (shortlist); i++)
    {
      EssaimEntryItem *entry = essaim_item_list_peek (shortlist, i);
      const char *id = essaim_entry_item_get_project_id (entry);

      if (!g_hash_table_contains (asked, id))
        continue;
      is_changed |= essaim_entry_item_set_shown_id (entry, g_hash_table_lookup (ways->shown, id));
      essaim_entry_item_set_lost (entry, g_hash_table_contains (ways->lost, id));
    }

  return is_changed;
}
