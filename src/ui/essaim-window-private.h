/* essaim-window-private.h: what the window and its actions share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-duplicates.h"
#include "essaim-explore-page.h"
#include "essaim-header.h"
#include "essaim-notice-bar.h"
#include "essaim-offline.h"
#include "essaim-shortlists-page.h"
#include "essaim-sources-page.h"
#include "essaim-territories-page.h"
#include "essaim-window.h"

G_BEGIN_DECLS

struct _EssaimWindow
{
  AdwApplicationWindow   parent_instance;

  /* Template widgets */
  GtkWidget             *toasts;
  EssaimHeader          *header;
  EssaimNoticeBar       *notice;
  GtkWidget             *stack;
  GtkWidget             *bottom_bar;
  EssaimExplorePage     *explore_page;
  EssaimTerritoriesPage *territories_page;
  GtkWidget             *shortlists_bin;
  GtkWidget             *sources_bin;

  /* Borrowed: made when they are needed */
  EssaimShortlistsPage  *shortlists_page; /* (nullable) */
  EssaimSourcesPage     *sources_page;    /* (nullable) */

  /* Owned */
  EssaimSession         *session;
  EssaimExplorer        *explorer;
  EssaimShortlists      *shortlists;
  EssaimFeedList        *feeds;
  EssaimScheduler       *scheduler;
  EssaimDuplicates      *duplicates;
  EssaimOffline         *offline;     /* (nullable) before the session is ready */
  GSettings             *settings;    /* (nullable): in which the window keeps its state */

  GPtrArray             *to_keep;     /* (element-type utf8): projects that wait for a shortlist to be kept on */

  AdwToast              *undo_toast;  /* (nullable): borrowed; the last one that can take something back */

  guint                  quiet : 1;    /* no feed is read by itself */
  guint                  creating : 1; /* the first shortlist is being made */
  guint                  closing : 1; /* notes are being written before it closes */
  guint                  warned : 1;  /* one could not be written, and the person knows */
};

void essaim_window_init_actions   (EssaimWindow *self);
/* The actions that work on shortlists, in a file of their own. */
void essaim_window_init_keeping   (EssaimWindow *self);
void essaim_window_watch_shortlists (EssaimWindow *self);
void essaim_window_init_shortlists (EssaimWindow *self);
/* Those that work on feeds, likewise. */
void essaim_window_init_feeds     (EssaimWindow *self);
/* Those that join and split records. */
void essaim_window_init_judging   (EssaimWindow *self);
void essaim_window_join_with      (EssaimWindow *self,
                                   const char   *id);
/* Those that work on what the person corrects and adds. */
void essaim_window_init_corrections (EssaimWindow *self);
void essaim_window_say_with_undo  (EssaimWindow *self,
                                   const char   *sentence,
                                   const char   *action,
                                   GVariant     *target);
void essaim_window_do_to_selected (EssaimWindow *self,
                                   const char   *action);
/* (nullable): the id of the person's own territory */
const char *essaim_window_get_home_id (EssaimWindow *self);

void essaim_window_update_history (EssaimWindow *self);

/* essaim-window-state.c: the shortlist chosen, once its page is there */
void essaim_window_keep_shortlist (EssaimWindow *self);

/* essaim-window-pages.c */
EssaimShortlistsPage *essaim_window_get_shortlists_page (EssaimWindow *self);
EssaimSourcesPage    *essaim_window_get_sources_page    (EssaimWindow *self);

/* essaim-window-restore.c */
void essaim_window_offer_copy (EssaimWindow *self, const char *path, const char *date, guint shortlists, guint entries);

G_END_DECLS
