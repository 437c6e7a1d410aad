/* essaim-body.h: the body of an answer as a local file, whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-fetcher.h"
#include "essaim-transfer.h"

G_BEGIN_DECLS

/** EssaimBody: how it is received. */
typedef struct
{
  /* Borrowed */
  EssaimTransfer      *transfer;
  SoupMessage         *message;       /* with its answer */
  GCancellable        *cancellable;   /* (nullable) */
  EssaimFetchProgress  progress;      /* (nullable) */
  gpointer             user_data;

  guint64              max_bytes;     /* before and after it is decompressed */
  guint64              bytes_before;  /* of other files, for the progress */
  guint64              n_received;    /* out: as they came */
  gboolean             is_end_sure;   /* out: not only the connection says that this is all */
} EssaimBody;

char *essaim_body_save (EssaimBody *self, GError **error);

G_END_DECLS
