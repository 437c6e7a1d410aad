/* essaim-sources-page.h: the feeds: which there are, how they are, what became of reading them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-catalogue-list.h"
#include "essaim-duplicates.h"
#include "essaim-scheduler.h"

G_BEGIN_DECLS

/** EssaimSourcesPage: the list of feeds and the catalogue, and beside them one feed; signal `history-changed`: where one can go. */
#define ESSAIM_TYPE_SOURCES_PAGE (essaim_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (EssaimSourcesPage, essaim_sources_page, ESSAIM, SOURCES_PAGE, AdwBin)

void     essaim_sources_page_set_models    (EssaimSourcesPage *self,
                                            EssaimSession     *session,
                                            EssaimFeedList    *feeds,
                                            EssaimScheduler   *scheduler);
void     essaim_sources_page_set_duplicates (EssaimSourcesPage *self,
                                            EssaimDuplicates  *duplicates);
void     essaim_sources_page_set_territory (EssaimSourcesPage *self,
                                            const char        *territory);
void     essaim_sources_page_open          (EssaimSourcesPage *self,
                                            const char        *feed);
gboolean essaim_sources_page_can_travel    (EssaimSourcesPage *self,
                                            int                step);
void     essaim_sources_page_travel        (EssaimSourcesPage *self,
                                            int                step);
gboolean essaim_sources_page_go_back       (EssaimSourcesPage *self);
gboolean essaim_sources_page_is_settled    (EssaimSourcesPage *self);

G_END_DECLS
