/* essaim-header.h: the header bar: pages, search, the person's own territory, what they keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimHeader: properties `stack` (AdwViewStack): the pages; `narrow` (boolean, read only, notifies when the width has
 * settled): there is no room for pages, search and territory side by side; `deep` (boolean): in a narrow window, a button goes
 * back from what is open. Signal `search-activated` (): Enter in the search entry. */
#define ESSAIM_TYPE_HEADER (essaim_header_get_type ())
G_DECLARE_FINAL_TYPE (EssaimHeader, essaim_header, ESSAIM, HEADER, GtkWidget)

void     essaim_header_set_models   (EssaimHeader *self, EssaimExplorer *explorer, EssaimShortlists *shortlists);
void     essaim_header_search       (EssaimHeader *self);
gboolean essaim_header_close_search (EssaimHeader *self);
gboolean essaim_header_is_narrow    (EssaimHeader *self);

G_END_DECLS
