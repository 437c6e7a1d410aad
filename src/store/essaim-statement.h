/* essaim-statement.h: a prepared SQL statement
 *
 * Parameters are numbered from 1, columns from 0, as in SQLite. A binding that fails is told by the next step or run.
 *
 *   EssaimStatement *find = essaim_connection_use (connection, "SELECT id FROM project WHERE title = ?1", error);
 *
 *   if (find == NULL)
 *     return FALSE;
 *   essaim_statement_bind_text (find, 1, title);
 *   while (essaim_statement_step (find, &local_error))
 *     … essaim_statement_get_text (find, 0) …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"

G_BEGIN_DECLS

void        essaim_statement_free        (EssaimStatement *self);

void        essaim_statement_bind_int    (EssaimStatement *self, int parameter, gint64 value);
void        essaim_statement_bind_double (EssaimStatement *self, int parameter, double value);      /* NAN: NULL */
/* copied; NULL: NULL */
void        essaim_statement_bind_text   (EssaimStatement *self, int parameter, const char *value);
/* Not copied: must stay as it is until the statement was run or reset. length -1: to the end. */
void        essaim_statement_bind_static_text (EssaimStatement *self, int parameter, const char *value, gssize length);
/* The text of a column of another statement, not copied: that one must stay on its row. */
void        essaim_statement_bind_column (EssaimStatement *self, int parameter, EssaimStatement *row, int column);
/* copied */
void        essaim_statement_bind_blob   (EssaimStatement *self, int parameter, gconstpointer data, gsize length);

/* TRUE with a row. FALSE at the end, and reset; or with an error. */
gboolean    essaim_statement_step        (EssaimStatement *self, GError **error);
/* To the end, rows ignored, reset. FALSE only with an error. */
gboolean    essaim_statement_run         (EssaimStatement *self, GError **error);
/* Needed only when left before its end. Bindings are cleared. */
void        essaim_statement_reset       (EssaimStatement *self);

gint64      essaim_statement_get_int     (EssaimStatement *self, int column);   /* NULL: 0 */
double      essaim_statement_get_double  (EssaimStatement *self, int column);   /* NULL: NAN */
const char *essaim_statement_get_text    (EssaimStatement *self, int column);   /* NULL: NULL; until the next step */
char       *essaim_statement_dup_text    (EssaimStatement *self, int column);
gboolean    essaim_statement_is_null     (EssaimStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimStatement, essaim_statement_free)

G_END_DECLS
