/* essaim-subscribe.c: an entry of the catalogue as a feed of the person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-subscribe.h"

#include "essaim-store-error.h"
#include "essaim-text.h"

/**
 * essaim_subscribe_make_id:
 * @entry: an entry of the catalogue
 * @territory: (nullable): id of the territory that it is read for; not looked at where the entry is for everywhere
 *
 * Returns: (transfer full): the id of the feed that comes of it
 */
char *
essaim_subscribe_make_id (const EssaimCatalogueEntry *entry,
                          const char                 *territory)
{
  g_autofree char *slug = entry->by_territory && territory != NULL ? essaim_text_slug (territory) : NULL;

  return slug != NULL ? g_strconcat (entry->id, "-", slug, NULL) : g_strdup (entry->id);
}

/* Feeds of one kind for several territories stand side by side. */
static char *
make_title (const EssaimCatalogueEntry *entry,
            EssaimReference            *reference,
            const char                 *territory)
{
  EssaimTerritories *territories = essaim_reference_get_territories (reference);

  if (!entry->by_territory)
    return g_strdup (entry->title);

  return g_strconcat (entry->title, " – ",
                      essaim_territories_get (territories, essaim_territories_lookup (territories, territory))->name,
                      NULL);
}

static gboolean
put_feed (EssaimWork                  *work,
          const EssaimCatalogueEntry  *entry,
          const char                  *id,
          const char                  *title,
          const char                  *uri,
          GError                     **error)
{
  g_autofree char *origin = g_strconcat (entry->is_own ? ESSAIM_SUBSCRIBE_OWN : "", entry->id, NULL);
  const EssaimSubscription feed = {
    .id = (char *) id,
    .title = (char *) title,
    .uri = (char *) uri,
    .format = entry->format,
    .licence = entry->is_licence_assumed ? NULL : entry->licence,
    .mapping = entry->mapping,
    .origin = origin,
    .interval_days = entry->interval_days,
    .enabled = TRUE,
  };

  return essaim_work_put_feed (work, &feed, error);
}

/**
 * essaim_subscribe:
 * @work: where the subscription goes
 * @entry: an entry of the catalogue
 * @reference: the shipped facts
 * @territory: (nullable): id of the territory to read it for; needed where the entry is by territory
 * @feed_id: (out) (optional): return location for the id of the feed
 * @error: return location for an error: the territory is missing, or the work cannot be written
 *
 * Subscribes to a feed of the catalogue. A licence that nobody has seen its publisher state is left open. A feed that
 * the person has already keeps title, mapping and all that was changed of it, and is enabled.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_subscribe (EssaimWork                  *work,
                  const EssaimCatalogueEntry  *entry,
                  EssaimReference             *reference,
                  const char                  *territory,
                  char                       **feed_id,
                  GError                     **error)
{
  g_autofree char *uri = essaim_catalogue_entry_make_uri (entry, reference, territory, error);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autoptr (EssaimSubscription) known = NULL;
  g_autoptr (GError) local_error = NULL;

  if (uri == NULL)
    return FALSE;

  id = essaim_subscribe_make_id (entry, territory);
  title = make_title (entry, reference, territory);
  known = essaim_work_get_feed (work, id, &local_error);
  if (known == NULL && !g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (known != NULL ? !essaim_work_set_feed_enabled (work, id, TRUE, error)
                    : !put_feed (work, entry, id, title, uri, error))
    return FALSE;

  if (feed_id != NULL)
    *feed_id = g_steal_pointer (&id);

  return TRUE;
}
