/* essaim-connection-private.h: what the files of a connection, statement and tokenizer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "essaim-connection.h"

G_BEGIN_DECLS

struct _EssaimConnection
{
  /* Owned */
  sqlite3       *handle;
  char          *path;        /* (nullable): in memory */
  char          *name;        /* of the file, for sentences */
  EssaimLexicon *lexicon;     /* of the text tokenizer */
  GHashTable    *statements;  /* SQL text → EssaimStatement */
  GCancellable  *cancellable; /* (nullable) */

  gboolean       rebuildable;
  gint64         busy_since;  /* monotonic time; of the lock that is waited for */
};

gboolean         essaim_connection_open_handle (EssaimConnection *self, EssaimConnectionMode mode, GError **error);
void             essaim_connection_set_patient (EssaimConnection *self, gboolean patient);
gboolean         essaim_connection_is_in_place (EssaimConnection *self, GError **error);
sqlite3         *essaim_connection_get_handle  (EssaimConnection *self);
void             essaim_connection_set_error   (EssaimConnection *self, int code, GError **error);
EssaimStatement *essaim_statement_new          (EssaimConnection *connection, const char *sql, gboolean kept,
                                                GError **error);

G_END_DECLS
