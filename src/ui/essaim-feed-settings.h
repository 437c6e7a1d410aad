/* essaim-feed-settings.h: what the person decides about a feed: schedule, licence, token
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-feed-item.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_FEED_SETTINGS (essaim_feed_settings_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFeedSettings, essaim_feed_settings, ESSAIM, FEED_SETTINGS, AdwBin)

void essaim_feed_settings_show (EssaimFeedSettings *self,
                                EssaimFeedItem     *feed);

G_END_DECLS
