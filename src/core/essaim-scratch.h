/* essaim-scratch.h: files that this program needs for a while
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A descriptor, or -1; the file is the caller's to delete. */
int  essaim_scratch_open  (char **path, GError **error);
/* Removes those of programs that ended without doing so. */
void essaim_scratch_sweep (void);

G_END_DECLS
