/* essaim-explorer-private.h: what the files of the explorer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-answerer.h"
#include "essaim-explorer.h"

G_BEGIN_DECLS

struct _EssaimExplorer
{
  GObject         parent_instance;

  /* Owned */
  EssaimSession  *session;
  EssaimQuery    *query;
  EssaimResults  *results;       /* (nullable) */
  EssaimAnswerer *answerer;      /* (nullable): over the newest index, which is shown once it has answered the query */
  char           *selected_id;   /* (nullable) */
  GCancellable   *loading;       /* (nullable): the index under way */
  GCancellable   *answering;     /* (nullable): the answer under way */
  GCancellable   *selecting;     /* (nullable): the row or id under way */
  EssaimHover    *hover;

  guint           selected_row;
  guint           territory;
  guint           home;
  double          home_lat;      /* degrees; NAN when not known, so is home_lon */
  double          home_lon;
  gboolean        busy;
};

G_END_DECLS
