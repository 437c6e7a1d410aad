/* essaim-feed-targets.h: what a column may be, in the person's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimFeedTarget: in the order in which a person looks for them; the first one is for what is left out. */
typedef struct
{
  const char *code;    /* (nullable): of mappings; NULL for what is left out */
  const char *label;   /* untranslated: essaim_feed_target_get_label() */
  const char *group;   /* (nullable): untranslated heading above it, where one begins */
} EssaimFeedTarget;

#define ESSAIM_N_FEED_TARGETS 32

const EssaimFeedTarget *essaim_feed_target_get       (guint i);
const char             *essaim_feed_target_get_label (guint i);
const char             *essaim_feed_target_get_group (guint i);
guint                   essaim_feed_target_find      (const char *code);

G_END_DECLS
