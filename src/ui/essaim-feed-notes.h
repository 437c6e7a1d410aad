/* essaim-feed-notes.h: what was mended or noted when a feed was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-report.h"

G_BEGIN_DECLS

guint essaim_feed_notes_fill (GtkListBox         *list,
                              const EssaimReport *report);

G_END_DECLS
