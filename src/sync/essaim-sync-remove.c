/* essaim-sync-remove.c: feeds that the person no longer wants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include "essaim-bodies.h"
#include "essaim-store-error.h"
#include "essaim-tokens.h"

/* A token that cannot be reached stays where it is: nothing of it is in the way. */
static void
clear_token (EssaimLibrary *library,
             const char    *feed)
{
  g_autoptr (GError) error = NULL;

  if (!essaim_tokens_clear (essaim_library_get_folder (library), feed, NULL, &error))
    g_debug ("The token of %s could not be cleared: %s", feed, error != NULL ? error->message : "");
}

static gboolean
remove_records (EssaimLibrary       *library,
                EssaimWork          *work,
                const char          *feed,
                EssaimUnwantedFunc   is_unwanted,
                GError             **error)
{
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (work, error);

  return judgement != NULL &&
         essaim_sync_leave_feed (library, work, feed, error) &&
         essaim_library_remove_feed (library, feed, judgement, is_unwanted, work, error) &&
         essaim_sync_keep_aliases (library, work, error);
}

/**
 * essaim_sync_remove_records:
 * @library: what feeds said
 * @work: what the person made
 * @feed: id of a feed
 * @error: return location
 *
 * What the work names by them leads to other records of the same projects, where there are any.
 *
 * Returns: whether the library has nothing of it
 */
gboolean
essaim_sync_remove_records (EssaimLibrary  *library,
                            EssaimWork     *work,
                            const char     *feed,
                            GError        **error)
{
  return remove_records (library, work, feed, NULL, error);
}

/**
 * essaim_sync_remove:
 * @library: what feeds said
 * @work: what the person has
 * @feed: id of a feed
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` when the person has no such feed
 *
 * The library comes first: when that is cut short the feed is still there to be removed again. And last: an import that began before
 * may have written to it meanwhile.
 *
 * Returns: whether nothing of it is left but what the person made of its projects
 */
gboolean
essaim_sync_remove (EssaimLibrary  *library,
                    EssaimWork     *work,
                    const char     *feed,
                    GError        **error)
{
  g_autoptr (EssaimSubscription) known = essaim_work_get_feed (work, feed, error);

  if (known == NULL || !essaim_sync_remove_records (library, work, feed, error) ||
      !essaim_work_remove_feed (work, feed, error))
    return FALSE;

  /* Not before: a feed that stays keeps its token. */
  if (known->has_token)
    clear_token (library, feed);

  return (!known->has_token || essaim_work_set_feed_has_token (work, feed, FALSE, error)) &&
         essaim_sync_remove_records (library, work, feed, error);
}

/* Another program may have brought it back, or imported it again; where that cannot be told, it stays. */
static gboolean
is_unwanted_cb (const char *feed,
                gpointer    work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimSubscription) back = essaim_work_get_feed (work, feed, &error);

  return back == NULL && g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

/* Whether anything of a feed is left to remove. */
static gboolean
has_rest (EssaimLibrary *library,
          const char    *feed)
{
  const char *folder = essaim_library_get_folder (library);
  g_autoptr (EssaimRefreshState) state = essaim_library_get_refresh_state (library, feed, NULL);

  return state != NULL || (folder != NULL && essaim_bodies_has (folder, feed));
}

/**
 * essaim_sync_sweep_older:
 * @library: what feeds said
 * @work: what the person has
 * @seconds: how long ago a feed was removed at least
 * @error: return location
 *
 * Returns: whether nothing is left of these feeds
 */
gboolean
essaim_sync_sweep_older (EssaimLibrary  *library,
                         EssaimWork     *work,
                         guint           seconds,
                         GError        **error)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_removed_feeds (work, seconds, error);

  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);

      /* Asked again once no import can end: the library may have been waited for. */
      if (has_rest (library, feed->id) && is_unwanted_cb (feed->id, work) &&
          !remove_records (library, work, feed->id, is_unwanted_cb, error))
        return FALSE;
      if (!feed->has_token || !is_unwanted_cb (feed->id, work))
        continue;
      clear_token (library, feed->id);
      if (!essaim_work_set_feed_has_token (work, feed->id, FALSE, error))
        return FALSE;
    }

  return feeds != NULL;
}

/**
 * essaim_sync_sweep:
 * @library: what feeds said
 * @work: what the person has
 * @error: return location
 *
 * Removes what is left of the feeds that the person has removed, as essaim_sync_remove() does, now that nobody can undo it any more;
 * also of those whose removal was cut short. Contacts that are to be erased by now go too.
 *
 * Returns: whether nothing is left of them
 */
gboolean
essaim_sync_sweep (EssaimLibrary  *library,
                   EssaimWork     *work,
                   GError        **error)
{
  g_return_val_if_fail (ESSAIM_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (ESSAIM_IS_WORK (work), FALSE);

  return essaim_sync_sweep_older (library, work, 0, error) && essaim_sync_erase_contacts (library, work, NULL, error) &&
         essaim_sync_erase_copies (library, work, error);
}
