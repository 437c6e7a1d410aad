/* essaim-sync-private.h: one import under way, for the ways to begin one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"
#include "essaim-sync-source.h"
#include "essaim-sync.h"

G_BEGIN_DECLS

/** EssaimSyncImport: zeroed but for what the caller knows. */
typedef struct
{
  /* Borrowed, from the caller */
  EssaimLibrary           *library;
  EssaimWork              *work;
  EssaimReference         *reference;
  const EssaimSyncOptions *options;
  EssaimSyncProgress       progress;     /* (nullable) */
  gpointer                 user_data;

  /* Owned */
  EssaimMapping           *mapping;      /* (nullable): guessed; may be given by the caller */
  char                    *mapping_json; /* (nullable): what the subscription keeps */
  char                    *guessed_title;
  EssaimSyncSource        *source;
  EssaimSubscription      *known;        /* (nullable): a new feed */
  EssaimRefresh           *refresh;
  EssaimReport            *report;

  /* Borrowed, from options, subscription or guess */
  const char              *title;
  const char              *licence;      /* (nullable) */

  guint                    n_read;
} EssaimSyncImport;

EssaimReport *essaim_sync_run (EssaimSyncImport *import, const char *source, GCancellable *cancellable, GError **error);

G_END_DECLS
