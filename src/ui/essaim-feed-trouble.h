/* essaim-feed-trouble.h: why a feed is not as it should be, and what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-feed-item.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_FEED_TROUBLE (essaim_feed_trouble_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedTrouble, essaim_feed_trouble, ESSAIM, FEED_TROUBLE, GtkWidget)

void essaim_feed_trouble_show (EssaimFeedTrouble *self,
                               EssaimFeedItem    *feed,
                               guint              n_refused);

G_END_DECLS
