/* essaim-pager.h: the data behind an address: the best file of a data set, all pages of an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-fetcher.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimFetched: all owned. The file is the caller's to delete. */
typedef struct
{
  char     *path;            /* NULL when nothing has changed, and on failure */
  char     *title;           /* (nullable): as the catalogue has it */
  char     *licence;         /* (nullable): as the catalogue has it */
  char     *etag;            /* (nullable): only where one answer is all of it */
  char     *last_modified;   /* (nullable): likewise */
  char     *moved_to;        /* (nullable): where the address has moved for good */
  gboolean  not_modified;    /* the server knows the etag or date that it was asked with */

  /* Also on failure */
  char     *host;            /* (nullable): that gave the last answer … */
  guint     retry_seconds;   /* … and wants to be left alone so long; 0 when it does not say */
} EssaimFetched;

/* Blocks the calling thread (never the main one). What there is to tell goes into the report. */
gboolean essaim_pager_fetch    (const char *uri, const EssaimFetchOptions *options, EssaimReport *report,
                                EssaimFetched *fetched, GCancellable *cancellable, GError **error);
void     essaim_fetched_clear  (EssaimFetched *fetched);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimFetched, essaim_fetched_clear)

G_END_DECLS
