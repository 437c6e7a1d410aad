/* essaim-subscribe.h: an entry of the catalogue as a feed of the person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-catalogue.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/** ESSAIM_SUBSCRIBE_OWN: before the id of the entry in a feed's origin, where the person wrote the entry: the address
 * counts as typed. */
#define ESSAIM_SUBSCRIBE_OWN "own:"

/* Writes the subscription, enabled and not yet read. Again: nothing changes but that it is enabled. */
gboolean essaim_subscribe         (EssaimWork *work, const EssaimCatalogueEntry *entry, EssaimReference *reference,
                                   const char *territory, char **feed_id, GError **error);
/* Of a feed by territory: `transiscope-clermont-ferrand`; others have the id of the entry. */
char    *essaim_subscribe_make_id (const EssaimCatalogueEntry *entry, const char *territory);

G_END_DECLS
