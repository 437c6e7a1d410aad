/* essaim-feed-sample.h: the first records of a feed, for deciding what its fields are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"
#include "essaim-reader.h"

G_BEGIN_DECLS

/** EssaimFeedSample: copies of the first records, and what each field looks like in them. */
typedef struct
{
  char         *format;      /* (nullable): of the file */
  guint         epsg;        /* the system that it names for its positions; 0 for degrees, or none named */
  EssaimFields *fields;
  GArray       *samples;     /* (element-type EssaimFieldSample): by field */
  GPtrArray    *records;     /* (element-type EssaimRecord): long values are cut */

  GPtrArray    *seen;        /* (element-type GHashTable): the different values of each field, while sampling */
  guint         n_values;
} EssaimFeedSample;

/* What can be read of the first records, even if the file turns out to be wrong: reading it whole says how. */
EssaimFeedSample *essaim_feed_sample_new  (const char *path, const EssaimReadOptions *options,
                                           GCancellable *cancellable, GError **error);
void              essaim_feed_sample_free (EssaimFeedSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimFeedSample, essaim_feed_sample_free)

G_END_DECLS
