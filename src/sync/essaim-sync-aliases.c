/* essaim-sync-aliases.c: the record keys that the work names lead somewhere, whatever becomes of feeds and library
 *
 * The library knows which id a record had before, and forgets it when it is lost or the feed is removed: the work keeps
 * that for what it names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-judge.h"

#include "essaim-library-joins.h"
#include "essaim-sync-private.h"

typedef struct
{
  /* Borrowed */
  EssaimLibrary *library;

  /* Owned */
  GHashTable    *named;      /* (element-type utf8 utf8): all that the work names */
  GHashTable    *aliases;    /* (element-type utf8 utf8): where it knows them to lead */
  GHashTable    *to_work;    /* (element-type utf8 utf8): what it does not know yet; NULL: nowhere else */
  GHashTable    *to_library; /* (element-type utf8 utf8): what the library does not know; likewise */
} Ways;

static void
ways_clear (Ways *ways)
{
  g_clear_pointer (&ways->named, g_hash_table_unref);
  g_clear_pointer (&ways->aliases, g_hash_table_unref);
  g_clear_pointer (&ways->to_work, g_hash_table_unref);
  g_clear_pointer (&ways->to_library, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ways, ways_clear)

static gboolean
ways_load (Ways           *ways,
           EssaimLibrary  *library,
           EssaimWork     *work,
           GError        **error)
{
  ways->library = library;
  ways->named = essaim_work_list_named (work, error);
  ways->aliases = ways->named != NULL ? essaim_work_list_aliases (work, error) : NULL;
  ways->to_work = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ways->to_library = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return ways->aliases != NULL;
}

/* (transfer full) (nullable): where the work knows @id to lead, as far as the library has that. */
static char *
follow (Ways       *ways,
        const char *id)
{
  const char *present = g_hash_table_lookup (ways->aliases, id);

  return present != NULL ? essaim_library_resolve (ways->library, present) : NULL;
}

/* A record that is back, under the id that led elsewhere meanwhile: it must not lead there when it goes again. */
static void
forget (Ways       *ways,
        const char *id)
{
  g_hash_table_insert (ways->to_work, g_strdup (id), NULL);
  g_hash_table_insert (ways->to_library, g_strdup (id), NULL);
}

/* One that is gone may be lost with the library: the work knows who stands in for it. */
static void
compare_present (Ways       *ways,
                 const char *id,
                 const char *present)
{
  const char *known = g_hash_table_lookup (ways->aliases, id);
  g_autofree char *stand_in = essaim_library_find_stand_in (ways->library, present, NULL);
  const char *leads_to = stand_in != NULL ? stand_in : present;

  if (!g_str_equal (leads_to, id) && g_strcmp0 (leads_to, known) != 0)
    g_hash_table_insert (ways->to_work, g_strdup (id), g_strdup (leads_to));
  else if (g_str_equal (leads_to, id) && known != NULL)
    forget (ways, id);
}

static void
compare_one (Ways       *ways,
             const char *id)
{
  g_autofree char *present = essaim_library_resolve (ways->library, id);

  if (present != NULL)
    {
      compare_present (ways, id, present);
      return;
    }

  present = follow (ways, id);
  if (present != NULL)
    g_hash_table_insert (ways->to_library, g_strdup (id), g_steal_pointer (&present));
}

/**
 * essaim_sync_keep_aliases:
 * @library: what feeds said
 * @work: what the person made
 * @error: return location for an error
 *
 * Tells the work which ids have changed, and a library that was filled anew which have changed before.
 *
 * Returns: whether both know as much
 */
gboolean
essaim_sync_keep_aliases (EssaimLibrary  *library,
                          EssaimWork     *work,
                          GError        **error)
{
  g_auto (Ways) ways = { NULL };
  g_autoptr (EssaimJudgement) judgement = NULL;
  GHashTableIter iter;
  gpointer id;

  if (!ways_load (&ways, library, work, error))
    return FALSE;

  g_hash_table_iter_init (&iter, ways.named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    compare_one (&ways, id);

  if (!essaim_work_put_aliases (work, ways.to_work, error))
    return FALSE;
  if (g_hash_table_size (ways.to_library) == 0)
    return TRUE;

  /* Decisions lead somewhere that did not. */
  judgement = essaim_work_load_judgement (work, error);

  return judgement != NULL &&
         essaim_library_put_aliases (library, ways.to_library, error) &&
         essaim_library_regroup (library, judgement, NULL, error);
}

/**
 * essaim_sync_leave_feed:
 * @library: what feeds said
 * @work: what the person made
 * @feed: a feed that is about to be removed
 * @error: return location for an error
 *
 * What the work names by a record of the feed leads to another record of the same project from now on, where there is
 * one; until the feed comes back.
 *
 * Returns: whether that is on the disk
 */
gboolean
essaim_sync_leave_feed (EssaimLibrary  *library,
                        EssaimWork     *work,
                        const char     *feed,
                        GError        **error)
{
  g_auto (Ways) ways = { NULL };
  GHashTableIter iter;
  gpointer id;

  if (!ways_load (&ways, library, work, error))
    return FALSE;

  g_hash_table_iter_init (&iter, ways.named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      char *stand_in = essaim_library_find_stand_in (library, id, feed);

      if (stand_in != NULL)
        g_hash_table_insert (ways.to_work, g_strdup (id), stand_in);
    }

  return essaim_work_put_aliases (work, ways.to_work, error);
}

/**
 * essaim_sync_settle:
 * @library: what feeds said
 * @work: what the person made
 * @cancellable: (nullable): stops it; the next time goes on
 * @error: return location for an error
 *
 * Mends what is between the two: a program was killed after the work was written, the library was filled anew, or the
 * rules by which records are joined are newer than it.
 *
 * Returns: whether the library shows what the person made
 */
gboolean
essaim_sync_settle (EssaimLibrary  *library,
                    EssaimWork     *work,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_return_val_if_fail (ESSAIM_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (ESSAIM_IS_WORK (work), FALSE);

  /* It is to be read anew, and that is told by its emptiness. */
  if (essaim_sync_is_lost (library))
    return TRUE;

  return essaim_sync_show_own (library, work, cancellable, error) &&
         essaim_sync_keep_aliases (library, work, error) &&
         essaim_sync_show_judgement (library, work, cancellable, error);
}
