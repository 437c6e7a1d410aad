/* essaim-add-feed-window.h: any table becomes a feed, in three steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_ADD_FEED_WINDOW (essaim_add_feed_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimAddFeedWindow, essaim_add_feed_window, ESSAIM, ADD_FEED_WINDOW, AdwWindow)

/* source: (nullable): a path, a file: URI or an http(s) address that is read at once. When the feed was added, the
 * window closes and activates `win.show-feed` (s: the feed's id) of its parent. */
void essaim_add_feed_window_present      (GtkWindow     *parent,
                                          EssaimSession *session,
                                          const char    *source);
/* The same on the kept body of a feed, to change its mapping. */
void essaim_add_feed_window_present_feed (GtkWindow     *parent,
                                          EssaimSession *session,
                                          const char    *feed);

G_END_DECLS
