/* essaim-head-writer.h: heads into the tables of library.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-judgement.h"

G_BEGIN_DECLS

/** EssaimGroupPart: a part of a group. Borrowed id. */
typedef struct
{
  guint32     number;
  gint64      feed;     /* number */
  const char *id;
} EssaimGroupPart;

/** EssaimGroup: parts that are one project. Borrowed. */
typedef struct
{
  const EssaimGroupPart *parts;         /* by their ids */
  guint                  n_parts;
  GPtrArray             *corrections;   /* (element-type EssaimCorrection): of these parts */
  guint64                content;       /* hash of all of it */
} EssaimGroup;

typedef struct _EssaimHeadWriter EssaimHeadWriter;

EssaimHeadWriter *essaim_head_writer_new    (EssaimConnection *connection, EssaimReference *reference,
                                             const char * const *feed_order, GError **error);
void              essaim_head_writer_free   (EssaimHeadWriter *self);
/* number: (inout): 0 for a new one. */
gboolean          essaim_head_writer_write  (EssaimHeadWriter *self, const EssaimGroup *group, guint32 *number,
                                             GError **error);
/* Its texts are to be forgotten before. */
gboolean          essaim_head_writer_remove (EssaimHeadWriter *self, guint32 number, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimHeadWriter, essaim_head_writer_free)

G_END_DECLS
