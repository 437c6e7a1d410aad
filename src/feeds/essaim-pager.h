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
  char *path;
  char *title;     /* (nullable): as the catalogue has it */
  char *licence;   /* (nullable): as the catalogue has it */
} EssaimFetched;

/* Blocks the calling thread (never the main one). What there is to tell goes into the report. */
gboolean essaim_pager_fetch    (const char *uri, const EssaimFetchLimits *limits, EssaimReport *report,
                                EssaimFetched *fetched, GCancellable *cancellable, GError **error);
void     essaim_fetched_clear  (EssaimFetched *fetched);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimFetched, essaim_fetched_clear)

G_END_DECLS
