/* essaim-now.h: the time as both databases write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *essaim_now (void);

G_END_DECLS
