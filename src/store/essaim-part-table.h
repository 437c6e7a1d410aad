/* essaim-part-table.h: which parts are shown in which head
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"

G_BEGIN_DECLS

/** EssaimHeadRow: a head as it is stored. */
typedef struct
{
  guint32  number;
  char    *id;        /* that of one of its parts, then */
  guint64  content;   /* hash of all that it was made of */
} EssaimHeadRow;

guint32     essaim_part_table_find        (EssaimConnection *connection, const char *id);
guint32     essaim_part_table_find_head   (EssaimConnection *connection, guint32 number);
char       *essaim_part_table_get_id      (EssaimConnection *connection, guint32 number, GError **error);
/* (element-type guint32): by id */
GArray     *essaim_part_table_list        (EssaimConnection *connection, guint32 head, GError **error);
/* (element-type EssaimHeadRow) */
GArray     *essaim_part_table_list_heads  (EssaimConnection *connection, GError **error);
/* (element-type guint guint): number of a part to that of its head */
GHashTable *essaim_part_table_load        (EssaimConnection *connection, GError **error);
gboolean    essaim_part_table_put         (EssaimConnection *connection, guint32 number, guint32 head, GError **error);
gboolean    essaim_part_table_put_head    (EssaimConnection *connection, guint32 head, guint64 content, const char *origins,
                                           GError **error);
gboolean    essaim_part_table_remove_head (EssaimConnection *connection, guint32 head, GError **error);
/* feed: its number; how many of its parts are shown together with others. */
gboolean    essaim_part_table_count_joined (EssaimConnection *connection, gint64 feed, guint *n, GError **error);

G_END_DECLS
