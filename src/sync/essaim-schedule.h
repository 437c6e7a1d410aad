/* essaim-schedule.h: when a feed is to be refreshed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/* ISO 8601 in UTC, never before now; NULL: never by itself. state: NULL when it was never tried. */
char *essaim_schedule_get_next (const EssaimSubscription *feed, const EssaimRefreshState *state, const char *now);

G_END_DECLS
