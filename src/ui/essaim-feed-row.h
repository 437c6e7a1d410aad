/* essaim-feed-row.h: a feed, how it is, and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-feed-list.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_FEED_ROW (essaim_feed_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedRow, essaim_feed_row, ESSAIM, FEED_ROW, GtkListBoxRow)

GtkWidget *essaim_feed_row_new (EssaimFeedItem *item);

G_END_DECLS
