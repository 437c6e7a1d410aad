/* essaim-text-table.h: the texts that projects are searched by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"

G_BEGIN_DECLS

/** EssaimTextColumn: those of project_text. */
typedef enum
{
  ESSAIM_TEXT_COLUMN_TITLE,
  ESSAIM_TEXT_COLUMN_ORGANISATION,
  ESSAIM_TEXT_COLUMN_TEXTS,
  ESSAIM_TEXT_COLUMN_PLACES,
  ESSAIM_N_TEXT_COLUMNS,
} EssaimTextColumn;

/* numbers: (element-type guint32) of projects, ascending. Forget while the projects still have the texts that were put. */
gboolean essaim_text_table_forget    (EssaimConnection *connection, GArray *numbers, GError **error);
gboolean essaim_text_table_put       (EssaimConnection *connection, GArray *numbers, GError **error);
/* Between begin and end: a project that is new, with the columns of project_text; numbers ascend. */
void     essaim_text_table_begin     (EssaimConnection *connection);
gboolean essaim_text_table_add       (EssaimConnection *connection, gint64 number, const char * const *texts,
                                      GError **error);
gboolean essaim_text_table_end       (EssaimConnection *connection, GError **error);
/* All projects with a higher number: the new ones. */
gboolean essaim_text_table_put_after (EssaimConnection *connection, gint64 number, GError **error);
/* A little work, so that what was forgotten does not pile up. */
gboolean essaim_text_table_tidy      (EssaimConnection *connection, GError **error);

G_END_DECLS
