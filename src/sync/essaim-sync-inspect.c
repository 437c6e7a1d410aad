/* essaim-sync-inspect.c: what a reader makes of the file that a feed was last read from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-inspect.h"

#include <glib/gstdio.h>

#include "essaim-bodies.h"
#include "essaim-feed-reader.h"
#include "essaim-store-error.h"

static JsonNode *
inspect (const char                *path,
         const EssaimSubscription  *feed,
         EssaimReference           *reference,
         GCancellable              *cancellable,
         GError                   **error)
{
  g_autoptr (JsonNode) kept = feed->mapping != NULL ? json_from_string (feed->mapping, NULL) : NULL;
  g_autoptr (EssaimMapping) mapping = kept != NULL ? essaim_mapping_from_json (kept, error) : NULL;
  const EssaimFeedOptions options = {
    .read = { .format = feed->format, .address = feed->uri },
    .mapping = mapping,
    .feed_title = feed->title,
  };

  if (kept != NULL && mapping == NULL)
    return NULL;

  return essaim_feed_reader_inspect (path, &options, reference, cancellable, error);
}

/**
 * essaim_sync_inspect:
 * @library: where the feed was read to
 * @feed: a feed
 * @reference: the shipped facts
 * @cancellable: (nullable): to stop
 * @error: return location for an error: the file cannot be read
 *
 * Looks at the file that was kept, with the mapping of the feed; asks no server.
 *
 * Returns: (transfer full) (nullable): the document of `essaimctl inspect`; %NULL without an error where no file was
 *   kept
 */
JsonNode *
essaim_sync_inspect (EssaimLibrary             *library,
                     const EssaimSubscription  *feed,
                     EssaimReference           *reference,
                     GCancellable              *cancellable,
                     GError                   **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = essaim_bodies_open (essaim_library_get_folder (library), feed->id, NULL, cancellable,
                                              &local_error);
  JsonNode *inspection;

  if (path == NULL)
    {
      if (!g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  inspection = inspect (path, feed, reference, cancellable, error);
  g_unlink (path);

  return inspection;
}
