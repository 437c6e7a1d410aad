/* essaim-feed-row.h: a feed in the list of them: what it is, how it is, whether it is kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-feed-item.h"

G_BEGIN_DECLS

/** EssaimFeedRow: property `narrow` (boolean): there is little room. */
#define ESSAIM_TYPE_FEED_ROW (essaim_feed_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedRow, essaim_feed_row, ESSAIM, FEED_ROW, GtkListBoxRow)

GtkWidget      *essaim_feed_row_new      (EssaimFeedItem *feed);
EssaimFeedItem *essaim_feed_row_get_feed (EssaimFeedRow  *self);

G_END_DECLS
