/* essaim-fetcher-private.h: one file after the other, within the limits of one transfer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-fetcher.h"
#include "essaim-transfer.h"

G_BEGIN_DECLS

typedef struct _EssaimFetcher EssaimFetcher;

/** EssaimFetchCondition: what to ask only if it has changed since the caller has seen it. */
typedef enum
{
  ESSAIM_FETCH_ALWAYS,
  ESSAIM_FETCH_IF_NEW_ETAG,
  ESSAIM_FETCH_IF_NEW,        /* by its date, too */
} EssaimFetchCondition;

/** EssaimFetchedFile: all owned; the file goes away with it. */
typedef struct
{
  char     *path;
  GUri     *uri;             /* where it came from in the end */
  GUri     *moved_to;        /* (nullable): where it is for good */
  char     *etag;            /* (nullable) */
  char     *last_modified;   /* (nullable) */
  guint     status;          /* what the server answered, also where there is no file; 0 without an answer */
  gboolean  not_modified;
  gboolean  is_end_sure;     /* not only the connection says that this is all */
} EssaimFetchedFile;

EssaimFetcher *essaim_fetcher_new              (const char *uri, const EssaimFetchOptions *options,
                                                GCancellable *cancellable, GError **error);
void           essaim_fetcher_free             (EssaimFetcher *self);
GUri          *essaim_fetcher_get_start        (EssaimFetcher *self);
EssaimFetchLimits essaim_fetcher_get_limits    (EssaimFetcher *self);
const char    *essaim_fetcher_get_host         (EssaimFetcher *self);
guint          essaim_fetcher_get_retry_seconds (EssaimFetcher *self);
gboolean       essaim_fetcher_get              (EssaimFetcher *self, GUri *uri, guint64 max_bytes,
                                                EssaimFetchCondition condition, EssaimFetchedFile *file,
                                                GError **error);
gboolean       essaim_fetcher_pause            (EssaimFetcher *self, guint milliseconds, GError **error);
guint          essaim_fetcher_get_seconds_left (EssaimFetcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimFetcher, essaim_fetcher_free)

GUri          *essaim_fetcher_parse            (const char *text, GError **error);
void           essaim_fetched_file_clear       (EssaimFetchedFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimFetchedFile, essaim_fetched_file_clear)

G_END_DECLS
