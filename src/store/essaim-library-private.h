/* essaim-library-private.h: what the tables of library.db share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-library.h"
#include "essaim-part-matcher.h"

G_BEGIN_DECLS

struct _EssaimLibrary
{
  GObject           parent_instance;

  /* Owned */
  char             *folder;      /* (nullable): in memory */
  EssaimConnection *connection;
  EssaimReference  *reference;   /* (nullable): in tests that need no places */
};

/* essaim-alias-table.c */
gboolean  essaim_alias_table_trim          (EssaimConnection *connection, gint64 feed, GHashTable *kept, GError **error);

/* essaim-answer-table.c */
gboolean  essaim_answer_table_put          (EssaimConnection *connection, const char *feed, const EssaimAnswer *answer,
                                            GError **error);

/* essaim-feed-table.c */
gboolean  essaim_feed_table_find           (EssaimConnection *connection, const char *id, gint64 *number,
                                            GError **error);
gboolean  essaim_feed_table_put            (EssaimConnection *connection, const EssaimRefreshFeed *feed, gint64 *number,
                                            GError **error);
gboolean  essaim_feed_table_remove         (EssaimConnection *connection, const char *id, GError **error);

/* essaim-library-joins.c */
gboolean  essaim_library_join_parts        (EssaimLibrary *self, const EssaimJudgement *judgement,
                                            EssaimPartMatcher *matcher, GCancellable *cancellable, GError **error);

/* essaim-project-reader.c */
EssaimProject *essaim_project_reader_read  (EssaimConnection *connection, guint32 number, GError **error);

/* essaim-refresh-table.c */
gboolean  essaim_refresh_table_add         (EssaimConnection *connection, const EssaimReport *report, const char *date,
                                            gboolean reread, GError **error);
char     *essaim_refresh_table_last_success (EssaimConnection *connection, const char *feed, GError **error);

G_END_DECLS
