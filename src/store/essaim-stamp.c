/* essaim-stamp.c: hybrid logical stamps, which order changes
 *
 * Milliseconds since 1970 in 12 hexadecimal digits, a counter in 4, `-`, the replica: texts that compare as the changes
 * came. The width is part of that: a stamp that is wider or narrower would be out of order for ever.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-stamp.h"

#include <string.h>

#define MS_DIGITS 12
#define COUNTER_DIGITS 4
#define MS_MAX G_GINT64_CONSTANT (0xffffffffffff)
#define COUNTER_MAX 0xffff

/**
 * essaim_stamp_is_valid:
 * @stamp: what may be a stamp
 *
 * Returns: whether it is one, or the empty text that stands before the first one
 */
gboolean
essaim_stamp_is_valid (const char *stamp)
{
  gsize digits = strspn (stamp, "0123456789abcdef");

  return *stamp == '\0' || (digits == MS_DIGITS + COUNTER_DIGITS && stamp[digits] == '-');
}

/**
 * essaim_stamp_get_time:
 * @stamp: a valid stamp
 *
 * Returns: its time in milliseconds since 1970; 0 for the empty text
 */
gint64
essaim_stamp_get_time (const char *stamp)
{
  g_autofree char *digits = g_strndup (stamp, MS_DIGITS);

  return (gint64) g_ascii_strtoull (digits, NULL, 16);
}

static gint64
get_counter (const char *stamp)
{
  return *stamp != '\0' ? (gint64) g_ascii_strtoull (stamp + MS_DIGITS, NULL, 16) : 0;
}

/**
 * essaim_stamp_next:
 * @last: a valid stamp, the newest of all that were given
 * @replica: who gives the next one
 * @now: the clock, in milliseconds since 1970
 *
 * The next stamp as a hybrid logical clock gives it (Kulkarni et al., 2014): it follows the clock of the computer but
 * never goes back when that one does.
 *
 * Returns: (transfer full) (nullable): a stamp after @last; %NULL where its width has no room for one
 */
char *
essaim_stamp_next (const char *last,
                   const char *replica,
                   gint64      now)
{
  gint64 ms = essaim_stamp_get_time (last);
  gint64 counter = get_counter (last) + 1;

  if (now > ms)
    {
      ms = now;
      counter = 0;
    }
  else if (counter > COUNTER_MAX)
    {
      ms++;
      counter = 0;
    }

  if (ms > MS_MAX)
    return NULL;

  return g_strdup_printf ("%0*" G_GINT64_MODIFIER "x%0*" G_GINT64_MODIFIER "x-%s",
                          MS_DIGITS, ms, COUNTER_DIGITS, counter, replica);
}
