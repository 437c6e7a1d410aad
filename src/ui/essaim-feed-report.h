/* essaim-feed-report.h: a feed: what became of reading it, and what the person decides about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-list.h"

G_BEGIN_DECLS

/** EssaimFeedReport: signal `changed` (): there may be earlier or later readings to go to. */
#define ESSAIM_TYPE_FEED_REPORT (essaim_feed_report_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedReport, essaim_feed_report, ESSAIM, FEED_REPORT, AdwBin)

void            essaim_feed_report_set_feeds  (EssaimFeedReport *self,
                                               EssaimFeedList   *feeds);
void            essaim_feed_report_open       (EssaimFeedReport *self,
                                               EssaimFeedItem   *feed);
EssaimFeedItem *essaim_feed_report_get_feed   (EssaimFeedReport *self);
void            essaim_feed_report_go         (EssaimFeedReport *self,
                                               int               step);
gboolean        essaim_feed_report_can_go     (EssaimFeedReport *self,
                                               int               step);
/* Whether all of it has been read. */
gboolean        essaim_feed_report_is_settled (EssaimFeedReport *self);

G_END_DECLS
