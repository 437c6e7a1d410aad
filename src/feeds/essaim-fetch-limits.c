/* essaim-fetch-limits.c: how much is fetched and how long that may take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-fetcher.h"

#include <string.h>

#define DEFAULT_MAX_BYTES (G_GUINT64_CONSTANT (256) * 1024 * 1024)
#define DEFAULT_TOTAL_SECONDS 600
#define DEFAULT_STALL_SECONDS 30
#define DEFAULT_MAX_PAGES 10000

/* For tests, which cannot wait for ten minutes: `ESSAIM_FETCH_LIMITS=bytes=1000000,total=5,stall=1,pages=3`. */
static guint64
get_default (const char *name,
             guint64     fallback)
{
  const char *text = g_getenv ("ESSAIM_FETCH_LIMITS");
  g_auto (GStrv) pairs = g_strsplit (text != NULL ? text : "", ",", -1);
  guint64 number;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');

      if (equals != NULL && strncmp (pairs[i], name, equals - pairs[i]) == 0 && name[equals - pairs[i]] == '\0'
          && g_ascii_string_to_unsigned (equals + 1, 10, 1, G_MAXUINT32, &number, NULL))
        return number;
    }

  return fallback;
}

/**
 * essaim_fetch_limits_complete:
 * @self: (inout): limits; those that are zero get their defaults
 */
void
essaim_fetch_limits_complete (EssaimFetchLimits *self)
{
  if (self->max_bytes == 0)
    self->max_bytes = get_default ("bytes", DEFAULT_MAX_BYTES);
  if (self->total_seconds == 0)
    self->total_seconds = get_default ("total", DEFAULT_TOTAL_SECONDS);
  if (self->stall_seconds == 0)
    self->stall_seconds = get_default ("stall", DEFAULT_STALL_SECONDS);
  if (self->max_pages == 0)
    self->max_pages = get_default ("pages", DEFAULT_MAX_PAGES);
}
