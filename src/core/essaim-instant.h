/* essaim-instant.h: ISO 8601 dates as numbers that compare fast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ESSAIM_NO_INSTANT: the instant of a date that is not known; before all others. */
#define ESSAIM_NO_INSTANT G_MININT64

gint64 essaim_instant_parse (const char *iso);

G_END_DECLS
