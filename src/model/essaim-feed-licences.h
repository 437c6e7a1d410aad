/* essaim-feed-licences.h: the licences that open data usually has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ESSAIM_N_FEED_LICENCES 5

const char *essaim_feed_licence_get  (guint i);
gboolean    essaim_feed_licence_find (const char *text, guint *licence);

G_END_DECLS
