/* essaim-now.c: the time as both databases write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-now.h"

/**
 * essaim_now:
 *
 * Returns: (transfer full): the present time, ISO 8601 in UTC to the second, for the person to read; stamps order changes
 */
char *
essaim_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
