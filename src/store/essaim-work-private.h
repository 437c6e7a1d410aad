/* essaim-work-private.h: what the files of EssaimWork share: changes, fields, stamps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-statement.h"
#include "essaim-work.h"

G_BEGIN_DECLS

struct _EssaimWork
{
  GObject           parent_instance;

  /* Owned */
  EssaimConnection *connection;
  EssaimReference  *reference;
  char             *stamp;       /* of the change under way; NULL between changes */
};

/* A change is one transaction; all its fields get one stamp. `done` FALSE undoes it; the error is set already. */
gboolean         essaim_work_begin     (EssaimWork *self, GError **error);
gboolean         essaim_work_end       (EssaimWork *self, gboolean done, GError **error);

/* Within a change. Names of tables and fields are the program's own, never the person's. */
gboolean         essaim_work_set_field (EssaimWork *self, const char *table, const char *uuid, const char *field,
                                        const char *value, GError **error);

/* A statement with its texts bound from 1 on, ready to step; the list ends with the `n` given. */
EssaimStatement *essaim_work_query     (EssaimWork *self, const char *sql, const char * const *texts, guint n,
                                        GError **error);
/* The first column of the only row; (nullable) without a row or with an error. */
char            *essaim_work_get_text  (EssaimWork *self, const char *sql, const char * const *texts, guint n,
                                        GError **error);

gboolean         essaim_work_put_alias (EssaimWork *self, const char *former, const char *present, GError **error);

char            *essaim_work_make_uuid (const char *kind, const char *key);

/* The UUID of a living list; NULL with NOT_FOUND. */
char            *essaim_work_resolve_shortlist (EssaimWork *self, const char *id_or_name, GError **error);

G_END_DECLS
