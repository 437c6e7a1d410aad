/* essaim-sources-page-private.h: what the page of the feeds and its verbs share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-report.h"
#include "essaim-panes.h"
#include "essaim-sources-page.h"

G_BEGIN_DECLS

struct _EssaimSourcesPage
{
  AdwBin               parent_instance;

  /* Template widgets */
  EssaimPanes         *panes;
  GtkWidget           *n_feeds;
  GtkWidget           *n_records;
  GtkWidget           *refresh_all;
  GtkWidget           *stop_all;
  GtkWidget           *duplicates_list;
  GtkWidget           *duplicates_row;
  GtkWidget           *list;
  GtkWidget           *empty;
  GtkWidget           *search;
  GtkWidget           *catalogue_list;
  GtkWidget           *nothing_found;
  GtkWidget           *problems;
  GtkWidget           *refresh;
  EssaimFeedReport    *report;

  /* Owned */
  EssaimSession       *session;
  EssaimFeedList      *feeds;
  EssaimScheduler     *scheduler;
  EssaimDuplicates    *duplicates;   /* (nullable): until they are set */
  EssaimCatalogueList *catalogue;
  char                *wanted;       /* (nullable): id of a feed to open when it is there */

  gboolean             chosen;       /* the person has opened or closed a feed */
};

void essaim_sources_page_install_actions (GtkWidgetClass    *widget_class);
/* Verbs that make no sense now are not offered. */
void essaim_sources_page_update_actions  (EssaimSourcesPage *self);

G_END_DECLS
