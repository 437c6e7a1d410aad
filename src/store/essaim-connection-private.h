/* essaim-connection-private.h: what connection, statement and tokenizer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "essaim-connection.h"

G_BEGIN_DECLS

sqlite3         *essaim_connection_get_handle (EssaimConnection *self);
void             essaim_connection_set_error  (EssaimConnection *self, int code, GError **error);
EssaimStatement *essaim_statement_new         (EssaimConnection *connection, const char *sql, gboolean kept,
                                               GError **error);

G_END_DECLS
