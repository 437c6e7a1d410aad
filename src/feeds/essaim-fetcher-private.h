/* essaim-fetcher-private.h: one file after the other, within the limits of one transfer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-fetcher.h"
#include "essaim-transfer.h"

G_BEGIN_DECLS

/** EssaimFetchedFile: all owned; the file goes away with it. */
typedef struct
{
  char  *path;
  GUri  *uri;      /* where it came from in the end */
  guint  status;   /* what the server answered, also where there is no file; 0 without an answer */
} EssaimFetchedFile;

EssaimFetchLimits essaim_fetcher_complete_limits (const EssaimFetchLimits *limits);
GUri             *essaim_fetcher_parse           (const char *text, GError **error);
gboolean          essaim_fetcher_get             (EssaimTransfer *transfer, GUri *uri, guint64 max_bytes,
                                                  EssaimFetchedFile *file, GCancellable *cancellable, GError **error);
gboolean          essaim_fetcher_may_lead        (EssaimTransfer *transfer, GUri *from, GUri *to, GError **error);
void              essaim_fetched_file_clear      (EssaimFetchedFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimFetchedFile, essaim_fetched_file_clear)

G_END_DECLS
