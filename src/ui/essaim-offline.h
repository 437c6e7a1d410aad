/* essaim-offline.h: says that the feeds cannot be reached, and from when the data is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-list.h"
#include "essaim-notice-bar.h"

G_BEGIN_DECLS

/** EssaimOffline: property `available` (boolean): whether the system has a network; TRUE at first. */
#define ESSAIM_TYPE_OFFLINE (essaim_offline_get_type ())
G_DECLARE_FINAL_TYPE (EssaimOffline, essaim_offline, ESSAIM, OFFLINE, GObject)

EssaimOffline *essaim_offline_new      (EssaimFeedList *feeds, EssaimNoticeBar *notice);
void           essaim_offline_answered (EssaimOffline *self, gboolean reached);

G_END_DECLS
