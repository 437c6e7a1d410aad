/* essaim-stamp.h: hybrid logical stamps, which order changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether text is a stamp, or "" before the first one. */
gboolean  essaim_stamp_is_valid  (const char *stamp);
/* Milliseconds since 1970; 0 before the first one. */
gint64    essaim_stamp_get_time  (const char *stamp);
/* (nullable): none comes after the last one that there is room for. */
char     *essaim_stamp_next      (const char *last, const char *replica, gint64 now);

G_END_DECLS
