/* essaim-sync-mend.c: a library that was lost or damaged, filled again from what is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "essaim-bodies.h"
#include "essaim-sync-judge.h"

/* The person's feeds of which what was read is kept. */
static GPtrArray *
list_kept (EssaimWork *work,
           const char *folder)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (work, NULL);
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_subscription_free);

  for (guint i = feeds != NULL ? feeds->len : 0; i > 0; i--)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i - 1);

      if (essaim_bodies_has (folder, feed->id))
        g_ptr_array_add (kept, g_ptr_array_steal_index (feeds, i - 1));
    }

  return kept;
}

/* What the person added is kept in the work itself. */
static gboolean
has_own (EssaimWork *work)
{
  g_autofree char *state = essaim_work_get_own_state (work, NULL);

  return state != NULL;
}

/* (nullable): those that were kept, and turned out to be unreadable */
static char *
tell_unread (GPtrArray  *kept,
             const char *folder)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n = 0;

  for (guint i = kept->len; i > 0; i--)
    {
      const EssaimSubscription *feed = g_ptr_array_index (kept, i - 1);

      if (essaim_bodies_has (folder, feed->id))
        continue;
      /* Translators: a title, in a list of them. */
      g_string_append_printf (titles, n++ > 0 ? _(", “%s”") : _("“%s”"), feed->title);
    }

  if (n == 0)
    return NULL;

  /* Translators: the titles of sources. */
  return g_strdup_printf (ngettext ("What was last read of %s was kept, but can be read no more; refresh it from its address.",
                                    "What was last read of %s was kept, but can be read no more; refresh them from their addresses.",
                                    n), titles->str);
}

static char *
tell (EssaimLibrary *library,
      const char    *aside)
{
  EssaimLibraryCounts counts = { 0 };
  g_autofree char *records = NULL;
  g_autofree char *feeds = NULL;

  essaim_library_count (library, &counts, NULL);
  records = g_strdup_printf (ngettext ("%'u record", "%'u records", counts.records), counts.records);
  feeds = g_strdup_printf (ngettext ("%'u source", "%'u sources", counts.feeds), counts.feeds);
  if (aside == NULL)
    /* Translators: “1,512 records of 3 sources” */
    return g_strdup_printf (_("The file “library.db” was lost; %s of %s are back, from what was last read."), records, feeds);

  /* Translators: the last two are “1,512 records of 3 sources” */
  return g_strdup_printf (_("The file “library.db” was damaged and is set aside as “%s”; %s of %s are back, from what was "
                            "last read."), aside, records, feeds);
}

static char *
tell_all (EssaimLibrary *library,
          const char    *aside,
          GPtrArray     *kept)
{
  EssaimLibraryCounts counts = { 0 };
  g_autofree char *unread = tell_unread (kept, essaim_library_get_folder (library));
  g_autofree char *back = NULL;

  if (!essaim_library_count (library, &counts, NULL) || counts.records == 0)
    return g_steal_pointer (&unread);
  back = tell (library, aside);

  return unread != NULL ? g_strjoin (" ", back, unread, NULL) : g_steal_pointer (&back);
}

/* Nobody else mends it meanwhile. */
static gboolean
mend_alone (EssaimWork          *work,
            GPtrArray           *kept,
            const char          *folder,
            EssaimReference     *reference,
            char               **told,
            EssaimSyncProgress   progress,
            gpointer             user_data,
            GCancellable        *cancellable,
            GError             **error)
{
  g_autoptr (EssaimLibrary) library = NULL;
  g_autofree char *aside = NULL;

  if (essaim_library_is_damaged (folder))
    {
      aside = essaim_library_set_aside (folder, error);
      if (aside == NULL)
        return FALSE;
    }

  library = essaim_library_open (folder, reference, error);
  if (library == NULL)
    return FALSE;
  if (aside == NULL && !essaim_sync_is_lost (library))
    return TRUE;
  if (!essaim_sync_rebuild (library, work, reference, progress, user_data, cancellable, error) ||
      !essaim_sync_settle (library, work, cancellable, error))
    return FALSE;

  *told = tell_all (library, aside, kept);
  return TRUE;
}

/**
 * essaim_sync_mend_library:
 * @folder: the data folder, of which this program has no library open
 * @reference: the shipped data
 * @told: (out) (nullable): what was done, a sentence; %NULL when nothing was: the library is sound, or nothing is kept
 * @progress: (nullable) (scope call): told how many records of a feed were read, now and then
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; the next time goes on
 * @error: return location
 *
 * A library that is damaged is put aside, and one that is missing or empty is begun; then every feed is read from its kept body. It
 * reads all of the library to be sure. Of several programs that find the same damage one mends it; the others wait for that, and have
 * nothing to tell.
 *
 * Returns: whether that could be done
 */
gboolean
essaim_sync_mend_library (const char          *folder,
                          EssaimReference     *reference,
                          char               **told,
                          EssaimSyncProgress   progress,
                          gpointer             user_data,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_autoptr (EssaimWork) work = essaim_work_open (folder, reference, error);
  g_autoptr (GPtrArray) kept = NULL;
  gboolean is_done;
  int lock;

  *told = NULL;
  if (work == NULL)
    return FALSE;
  kept = list_kept (work, folder);
  if (kept->len == 0 && !has_own (work))
    return TRUE;

  lock = essaim_library_lock_mending (folder, cancellable, error);
  if (lock < 0)
    return FALSE;
  is_done = mend_alone (work, kept, folder, reference, told, progress, user_data, cancellable, error);
  close (lock);

  return is_done;
}

/**
 * essaim_sync_is_lost:
 * @library: the library
 *
 * Returns: whether it has nothing at all, and nothing was tried with it, although what was read before is kept beside it: essaim_sync_mend_library() brings it back
 */
gboolean
essaim_sync_is_lost (EssaimLibrary *library)
{
  const char *folder = essaim_library_get_folder (library);
  g_autoptr (GPtrArray) feeds = essaim_library_list_feeds (library, NULL);
  g_autofree char *bodies = folder != NULL ? g_build_filename (folder, "bodies", NULL) : NULL;
  g_autoptr (GDir) dir = bodies != NULL && feeds != NULL && feeds->len == 0 ? g_dir_open (bodies, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL || essaim_library_has_refreshes (library))
    return FALSE;

  while ( (name = g_dir_read_name (dir)) != NULL)
    if (essaim_bodies_is_name (name))
      return TRUE;

  return FALSE;
}
