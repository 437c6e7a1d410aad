/* essaim-project-table.h: the tables that hold one project: project, project_detail, site
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-row.h"

G_BEGIN_DECLS

/** EssaimProjectLabels: what the store says of a project, beside what a row says of it. Borrowed texts. */
typedef struct
{
  const char *id;
  guint64     key;            /* hash of id */
  gint64      feed;           /* number */
  const char *first_seen;     /* when it is new */
  gboolean    is_gone;
  const char *other_titles;   /* (nullable): one a line */
  const char *places;         /* (nullable): one a line */
} EssaimProjectLabels;

typedef struct _EssaimProjectTable EssaimProjectTable;

EssaimProjectTable *essaim_project_table_new      (EssaimConnection *connection, GError **error);
void                essaim_project_table_free     (EssaimProjectTable *self);
/* number: (inout): 0 for the next one. */
gboolean            essaim_project_table_insert   (EssaimProjectTable *self, const EssaimRow *row,
                                                   const EssaimProjectLabels *labels, gint64 *number, GError **error);
/* Its sites are forgotten. */
gboolean            essaim_project_table_update   (EssaimProjectTable *self, const EssaimRow *row,
                                                   const EssaimProjectLabels *labels, gint64 number, GError **error);
gboolean            essaim_project_table_add_site (EssaimProjectTable *self, const EssaimRow *row, gint64 number, guint n,
                                                   GError **error);
gboolean            essaim_project_table_remove   (EssaimProjectTable *self, gint64 number, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProjectTable, essaim_project_table_free)

G_END_DECLS
