/* essaim-work-snapshot.c: all shortlists at one moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-private.h"

/**
 * essaim_work_snapshot_take: (skip)
 * @work: the person's work
 * @error: return location
 *
 * Blocks: call it in the worker of @work.
 *
 * Returns: (transfer full) (nullable): all shortlists with their entries
 */
EssaimWorkSnapshot *
essaim_work_snapshot_take (EssaimWork  *work,
                           GError     **error)
{
  g_autoptr (EssaimWorkSnapshot) snapshot = g_new0 (EssaimWorkSnapshot, 1);

  snapshot->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  snapshot->shortlists = essaim_work_list_shortlists (work, error);
  if (snapshot->shortlists == NULL)
    return NULL;

  for (guint i = 0; i < snapshot->shortlists->len; i++)
    {
      const EssaimShortlist *shortlist = g_ptr_array_index (snapshot->shortlists, i);
      GPtrArray *entries = essaim_work_list_entries (work, shortlist->id, error);

      if (entries == NULL)
        return NULL;
      g_ptr_array_add (snapshot->entries, entries);
    }

  snapshot->kept = essaim_work_list_kept (work, error);
  if (snapshot->kept == NULL)
    return NULL;

  return g_steal_pointer (&snapshot);
}

/**
 * essaim_work_snapshot_free: (skip)
 * @snapshot: a snapshot
 */
void
essaim_work_snapshot_free (EssaimWorkSnapshot *snapshot)
{
  g_clear_pointer (&snapshot->shortlists, g_ptr_array_unref);
  g_clear_pointer (&snapshot->entries, g_ptr_array_unref);
  g_clear_pointer (&snapshot->kept, g_hash_table_unref);
  g_free (snapshot);
}
