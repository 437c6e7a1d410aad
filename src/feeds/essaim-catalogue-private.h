/* essaim-catalogue-private.h: entries on their way into the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-catalogue.h"

G_BEGIN_DECLS

EssaimCatalogueEntry *essaim_catalogue_entry_new  (JsonObject *object, GError **error);
void                  essaim_catalogue_entry_free (EssaimCatalogueEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimCatalogueEntry, essaim_catalogue_entry_free)

/* The members that an address asks to be filled in; NULL where it has one that does not exist. */
GStrv                 essaim_catalogue_list_blanks (const char *uri);

G_END_DECLS
