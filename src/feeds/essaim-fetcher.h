/* essaim-fetcher.h: how an http(s) address becomes a local file
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

/** EssaimFetchProgress: bytes so far; total is 0 while it is not known. Called often, from the thread that fetches. */
typedef void (*EssaimFetchProgress) (guint64 bytes, guint64 total, gpointer user_data);

/** EssaimFetchMayAsk: whether a server may be asked now; called before each request, in the thread that fetches. */
typedef gboolean (*EssaimFetchMayAsk) (const char *host, gpointer user_data, GError **error);

/** EssaimFetchOptions: what is zero is none, or the default. All borrowed. */
typedef struct
{
  EssaimFetchLimits    limits;
  const char          *token;           /* a bearer's, or a whole header: `X-AUTH-TOKEN: …`; for one server only */
  const char          *etag;            /* of the last answer that was accepted, as it was received … */
  const char          *last_modified;   /* … likewise */
  gboolean             public_only;     /* nobody typed the address: it must not be of this computer or its network */
  EssaimFetchProgress  progress;
  gpointer             user_data;
  EssaimFetchMayAsk    may_ask;         /* (nullable) … */
  gpointer             may_ask_data;
} EssaimFetchOptions;

/* Gives defaults to those that are zero. */
void  essaim_fetch_limits_complete (EssaimFetchLimits *self);
/* An address without what only its owner should know, for messages. */
char *essaim_fetcher_redact        (const char *uri);

G_END_DECLS
