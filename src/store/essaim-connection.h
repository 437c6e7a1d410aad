/* essaim-connection.h: one open SQLite file, set up so that nothing is lost and nothing in it is trusted
 *
 * With essaim-statement.c the only code that calls sqlite3 (the text tokenizer apart). Use a connection from one
 * thread at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-lexicon.h"

G_BEGIN_DECLS

/** EssaimConnectionMode: how a file is opened, and how hard its writes are kept. */
typedef enum
{
  ESSAIM_CONNECTION_REBUILDABLE,  /* a power cut may take the last commits (synchronous=NORMAL) */
  ESSAIM_CONNECTION_DURABLE,      /* a commit that returned is on the disk (synchronous=FULL) */
  ESSAIM_CONNECTION_READ_ONLY,    /* never writes, never creates */
} EssaimConnectionMode;

typedef struct _EssaimConnection EssaimConnection;
typedef struct _EssaimStatement  EssaimStatement;

/* path: NULL for a database in memory, for tests. The folder must be there. newest_version: see
 * ESSAIM_STORE_ERROR_NEWER. */
EssaimConnection *essaim_connection_open                (const char *path, EssaimConnectionMode mode, guint newest_version,
                                                         GError **error);
void              essaim_connection_free                (EssaimConnection *self);
const char       *essaim_connection_get_path            (EssaimConnection *self);   /* (nullable) */
EssaimLexicon    *essaim_connection_get_lexicon         (EssaimConnection *self);

/* One or several statements, for schema and pragmas. */
gboolean          essaim_connection_execute             (EssaimConnection *self, const char *sql, GError **error);
/* (transfer full) */
EssaimStatement  *essaim_connection_prepare             (EssaimConnection *self, const char *sql, GError **error);
/* (transfer none): prepared once per text and kept; ready to bind. Not to be used again while it is being stepped. */
EssaimStatement  *essaim_connection_use                 (EssaimConnection *self, const char *sql, GError **error);
/* The first column of the first row; 0 where there is none. */
gboolean          essaim_connection_get_int             (EssaimConnection *self, const char *sql, gint64 *value,
                                                         GError **error);

/* begin takes the write lock at once (waits for another writer); begin_read gives one view of the data for several
 * reads. */
gboolean          essaim_connection_is_moved            (EssaimConnection *self);
gboolean          essaim_connection_begin               (EssaimConnection *self, GError **error);
void              essaim_connection_release_memory      (EssaimConnection *self);
gboolean          essaim_connection_begin_at_once       (EssaimConnection *self);
gboolean          essaim_connection_begin_read          (EssaimConnection *self, GError **error);
gboolean          essaim_connection_commit              (EssaimConnection *self, GError **error); /* or rolls back */
void              essaim_connection_rollback            (EssaimConnection *self);   /* nothing to undo: does nothing */
gint64            essaim_connection_get_last_row        (EssaimConnection *self);
gint64            essaim_connection_get_n_changes       (EssaimConnection *self); /* by the last statement */
gint64            essaim_connection_get_data_version    (EssaimConnection *self); /* changes when another one wrote */

/* (nullable): statements then stop with G_IO_ERROR_CANCELLED soon after it is cancelled. */
void              essaim_connection_set_cancellable     (EssaimConnection *self, GCancellable *cancellable);
/* A copy of the whole database as it is now, even while others write. An existing file at path is replaced. */
gboolean          essaim_connection_copy_to             (EssaimConnection *self, const char *path, GError **error);
/* The whole database replaced by another one, in one transaction; others may have it open. */
gboolean          essaim_connection_copy_from           (EssaimConnection *self, EssaimConnection *other, GError **error);
/* NULL when the file is sound, else what is wrong as SQLite says it. quick: without comparing indices to tables. */
char             *essaim_connection_find_damage         (EssaimConnection *self, gboolean quick);
gboolean          essaim_connection_is_damaged          (EssaimConnection *self); /* quick; not for any other error */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimConnection, essaim_connection_free)

G_END_DECLS
