/* essaim-project-writer.h: the rows of a refresh into the tables of library.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-known.h"
#include "essaim-library.h"

G_BEGIN_DECLS

typedef struct _EssaimProjectWriter EssaimProjectWriter;

/* feed: its number. date: of this refresh; last_date: (nullable) of the good one before. */
EssaimProjectWriter *essaim_project_writer_new       (EssaimConnection *connection, EssaimReference *reference,
                                                      gint64 feed, const char *date, const char *last_date,
                                                      GError **error);
void                 essaim_project_writer_free      (EssaimProjectWriter *self);
/* head: the first row of a project. */
gboolean             essaim_project_writer_write     (EssaimProjectWriter *self, EssaimStaging *staging,
                                                      EssaimKnown *known, guint32 head, GError **error);
/* A project of one row, that is new. id: of the project; number: (out). */
gboolean             essaim_project_writer_write_row (EssaimProjectWriter *self, const EssaimRow *row,
                                                      const EssaimStaged *staged, const char *id, gint64 *number,
                                                      GError **error);
/* The places of the project written last. */
const char          *essaim_project_writer_get_places(EssaimProjectWriter *self);
/* The texts it is searched by; places: those that were got of it. */
gboolean             essaim_project_writer_put_texts (EssaimProjectWriter *self, const EssaimRow *row,
                                                      const char *places, gint64 number, GError **error);
gboolean             essaim_project_writer_mark_gone (EssaimProjectWriter *self, const EssaimKnownRecord *record,
                                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProjectWriter, essaim_project_writer_free)

G_END_DECLS
