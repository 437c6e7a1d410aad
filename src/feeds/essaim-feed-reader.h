/* essaim-feed-reader.h: a file to projects: reader, mapping and placer in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"
#include "essaim-project.h"
#include "essaim-reader.h"

G_BEGIN_DECLS

/** EssaimReadProject: one record, mapped, placed and themed: a project with exactly one site. The receiver owns
 * `project` by taking a reference. */
typedef struct
{
  EssaimProject *project;      /* its id is not set yet */
  const char    *source_id;    /* (nullable) */
  const char    *fields_json;  /* the record as read, one JSON object */
  guint          line;
} EssaimReadProject;

/* Called for each record, in file order. */
typedef gboolean (*EssaimProjectFunc) (const EssaimReadProject *read, gpointer user_data, GError **error);

/** EssaimFeedOptions: all optional. */
typedef struct
{
  EssaimReadOptions  read;
  EssaimMapping     *mapping;  /* NULL: guessed */
  const char        *feed_title;
} EssaimFeedOptions;

/* Two passes: the first looks at a sample (fields, mapping, axes), the second maps every record. *mapping gets the
 * mapping used. */
gboolean  essaim_feed_reader_read    (const char *path, const EssaimFeedOptions *options, EssaimReference *reference,
                                      EssaimProjectFunc func, gpointer user_data, EssaimReport *report,
                                      EssaimMapping **mapping, GCancellable *cancellable, GError **error);

/* The document of `essaimctl inspect` (see cli.md). */
JsonNode *essaim_feed_reader_inspect (const char *path, const EssaimFeedOptions *options, EssaimReference *reference,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
