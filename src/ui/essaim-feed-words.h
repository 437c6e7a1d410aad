/* essaim-feed-words.h: how a feed is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-item.h"

G_BEGIN_DECLS

char       *essaim_feed_words_badge     (EssaimFeedItem *feed);
const char *essaim_feed_words_class     (EssaimFeedItem *feed);
gboolean    essaim_feed_words_is_busy   (EssaimFeedItem *feed);
char       *essaim_feed_words_count     (EssaimFeedItem *feed);
char       *essaim_feed_words_facts     (EssaimFeedItem *feed);
char       *essaim_feed_words_format    (const char *format);
char       *essaim_feed_words_address   (const char *uri);
char       *essaim_feed_words_read_on   (const EssaimReport *report);
char       *essaim_feed_words_next      (EssaimFeedItem *feed);
void        essaim_feed_words_add       (GString *text, const char *part);
/* (nullable): what is wrong with it, where its title stands beside. */
char *essaim_feed_words_trouble (EssaimFeedItem *feed);

G_END_DECLS
