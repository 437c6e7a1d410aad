/* essaim-cli-output.h: documents for scripts, tables and sentences for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-cli.h"

G_BEGIN_DECLS

void     essaim_cli_print_json    (JsonNode *node);
void     essaim_cli_print         (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A sentence about what was done: nothing under --quiet or --json. */
void     essaim_cli_say           (EssaimCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* (nullable) (transfer full): a day and an hour of the person's; NULL for NULL. iso: ISO 8601. */
char    *essaim_cli_tell_date     (const char *iso);
void     essaim_cli_print_error   (gboolean json, const char *message);

/** EssaimCliTable: columns as wide as what they hold, cut to the terminal. */
typedef struct _EssaimCliTable EssaimCliTable;

EssaimCliTable *essaim_cli_table_new     (void);
void            essaim_cli_table_free    (EssaimCliTable *table);
void            essaim_cli_table_column  (EssaimCliTable *table, const char *title, guint max_width,
                                          gboolean is_number);
void            essaim_cli_table_text    (EssaimCliTable *table, const char *text);
void            essaim_cli_table_count   (EssaimCliTable *table, guint count);
void            essaim_cli_table_print   (EssaimCliTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimCliTable, essaim_cli_table_free)

G_END_DECLS
