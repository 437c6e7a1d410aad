/* essaim-explore-page.h: one query, seen as filters, map and list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-detail-pane.h"
#include "essaim-explorer.h"
#include "essaim-map-view.h"
#include "essaim-panes.h"
#include "essaim-results-pane.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimExplorePage: property `narrow` (boolean): the window is narrow, its header bar has no room for filters and home. */
#define ESSAIM_TYPE_EXPLORE_PAGE (essaim_explore_page_get_type ())
G_DECLARE_FINAL_TYPE (EssaimExplorePage, essaim_explore_page, ESSAIM, EXPLORE_PAGE, AdwBin)

void               essaim_explore_page_set_models  (EssaimExplorePage *self,
                                                    EssaimExplorer    *explorer,
                                                    EssaimShortlists  *shortlists);
EssaimPanes       *essaim_explore_page_get_panes   (EssaimExplorePage *self);
EssaimMapView     *essaim_explore_page_get_map     (EssaimExplorePage *self);
EssaimResultsPane *essaim_explore_page_get_results (EssaimExplorePage *self);
EssaimDetailPane  *essaim_explore_page_get_detail  (EssaimExplorePage *self);
gboolean           essaim_explore_page_go_up       (EssaimExplorePage *self);
void               essaim_explore_page_show_front  (EssaimExplorePage *self,
                                                    gboolean           list);

G_END_DECLS
