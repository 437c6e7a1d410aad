/* essaim-draft-private.h: what opening a source and reading it share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-draft.h"

#include "essaim-feed-reader.h"
#include "essaim-feed-sample.h"

G_BEGIN_DECLS

struct _EssaimDraft
{
  gatomicrefcount   refs;

  /* Owned */
  char             *path;
  char             *title;
  char             *licence;      /* (nullable) */
  EssaimReport     *fetched;      /* what there was to tell of the fetching */
  EssaimFeedSample *sample;       /* (nullable): until it is looked at */
  char             *sample_path;  /* (nullable): where the records were, in it */

  gboolean          is_remote;
  gboolean          is_temporary;
};

/* (transfer full) (nullable): also without @error: guess */
EssaimMapping *essaim_draft_parse_mapping (const char *json, GError **error);

G_END_DECLS
