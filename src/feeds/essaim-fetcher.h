/* essaim-fetcher.h: an http(s) address to a local file, within limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimFetchLimits: zeroed members take the defaults (256 MB, 600 s whole, 30 s without progress, 10,000 pages). */
typedef struct
{
  guint64 max_bytes;
  guint   total_seconds;
  guint   stall_seconds;
  guint   max_pages;
} EssaimFetchLimits;

/* Blocks the calling thread (never the main one): runs its own main context. The file is the caller's to delete. */
gboolean essaim_fetcher_fetch (const char *uri, const EssaimFetchLimits *limits, char **path, char **final_uri,
                               GCancellable *cancellable, GError **error);
/* An address without the user information that may be in it, for messages. */
char    *essaim_fetcher_redact (const char *uri);

G_END_DECLS
