/* essaim-feed-report.h: what became of reading a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-report.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_FEED_REPORT (essaim_feed_report_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedReport, essaim_feed_report, ESSAIM, FEED_REPORT, GtkWidget)

void essaim_feed_report_show (EssaimFeedReport *self, EssaimReport *report);

G_END_DECLS
