/* essaim-migrations.h: databases brought to their present shape, one step after the other, never back
 *
 * The steps of NAME.db are sql/NAME-1.sql, sql/NAME-2.sql, …, listed in essaim-store.gresource.xml; `PRAGMA
 * user_version` counts those done. A step that has been released is never changed: add the next one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"

G_BEGIN_DECLS

/* Opens folder/NAME.db (folder 0700, file 0600, both made when missing) in its present shape. folder NULL: in memory, for tests.
 * A durable database that must change shape is copied to folder/backups first. */
EssaimConnection *essaim_migrations_open  (const char *folder, const char *name, EssaimConnectionMode mode,
                                           GError **error);
guint             essaim_migrations_count (const char *name);
/* Whether the file is what its steps make, and nothing else: no trigger, no view, no table of somebody else. */
gboolean          essaim_migrations_check_shape (EssaimConnection *connection, const char *name, GError **error);
gboolean          essaim_migrations_apply (EssaimConnection *connection, const char *name, GError **error);

G_END_DECLS
