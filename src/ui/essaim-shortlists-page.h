/* essaim-shortlists-page.h: the shortlists, their entries, the work on one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimShortlistsPage: properties `current-id` (nullable: the shortlist chosen, which is also the one to keep on; may be
 * set before it is loaded) and `home` (uint: the person's own territory, or ESSAIM_NO_TERRITORY). */
#define ESSAIM_TYPE_SHORTLISTS_PAGE (essaim_shortlists_page_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlistsPage, essaim_shortlists_page, ESSAIM, SHORTLISTS_PAGE, AdwBin)

void                 essaim_shortlists_page_set_shortlists (EssaimShortlistsPage *self,
                                                            EssaimShortlists     *shortlists,
                                                            EssaimReference      *reference);
EssaimShortlistItem *essaim_shortlists_page_get_current    (EssaimShortlistsPage *self);
void                 essaim_shortlists_page_set_current_id (EssaimShortlistsPage *self,
                                                            const char           *id);
void                 essaim_shortlists_page_open           (EssaimShortlistsPage *self,
                                                            const char           *project);
/* territory: (nullable) id */
void                 essaim_shortlists_page_create         (EssaimShortlistsPage *self,
                                                            const char           *name,
                                                            const char           *territory);
gboolean             essaim_shortlists_page_go_back        (EssaimShortlistsPage *self);
void                 essaim_shortlists_page_ask_new        (EssaimShortlistsPage *self);

G_END_DECLS
