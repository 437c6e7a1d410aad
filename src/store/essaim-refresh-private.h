/* essaim-refresh-private.h: what the files of one refresh share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-bodies.h"
#include "essaim-early-writer.h"
#include "essaim-library-joins.h"
#include "essaim-library-private.h"
#include "essaim-part-matcher.h"
#include "essaim-staging.h"

G_BEGIN_DECLS

struct _EssaimRefresh
{
  /* Owned */
  EssaimLibrary *library;
  EssaimStaging *staging;
  EssaimBodyJob *body;        /* (nullable): it is being compressed */
  EssaimProjectWriter *writer;/* (nullable): for early */
  EssaimEarlyWriter *early;   /* (nullable): in a transaction, until all rows are there */
  EssaimPartMatcher *matcher; /* (nullable): for early, given each row as a part */
  EssaimAnswer  *answer;      /* (nullable) */
  GHashTable    *kept;        /* (nullable) (element-type utf8 utf8): ids */
  GString       *declared;    /* room for a text of a row */
  char          *date;        /* when it began */
  char          *feed;
  char          *title;
  char          *licence;     /* (nullable) */
  char          *uri;         /* (nullable) */

  /* Borrowed */
  const EssaimJudgement *judgement;  /* (nullable): nothing is joined */

  gboolean       doubtful;
  gboolean       reread;
  gboolean       doubts_titles;
  gboolean       is_written;  /* all rows are, in a transaction */
};

/* essaim-refresh.c */
void              essaim_refresh_stop_early (EssaimRefresh *self);
EssaimRefreshFeed essaim_refresh_get_feed   (EssaimRefresh *self);

G_END_DECLS
