/* essaim-text-table.h: the texts that projects are searched by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"

G_BEGIN_DECLS

/* numbers: (element-type guint32) of projects, ascending. Forget while the projects still have the texts that were put. */
gboolean essaim_text_table_forget    (EssaimConnection *connection, GArray *numbers, GError **error);
gboolean essaim_text_table_put       (EssaimConnection *connection, GArray *numbers, GError **error);
/* All projects with a higher number: the new ones. */
gboolean essaim_text_table_put_after (EssaimConnection *connection, gint64 number, GError **error);
/* A little work, so that what was forgotten does not pile up. */
gboolean essaim_text_table_tidy      (EssaimConnection *connection, GError **error);

G_END_DECLS
