/* essaim-scheduler.h: reads feeds one after another, when the person asks and when they are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-list.h"

G_BEGIN_DECLS

/** EssaimScheduler: what is read and what waits for its turn. Feeds of an EssaimFeedList say it in their activity.
 *
 * Properties: `online` (boolean): whether there is a network; TRUE at first. Without one no feed of a server is read but
 * when the person asks. `busy` (boolean, read only): something is read or waits to be.
 *
 * Signals:
 *  - `finished` (feed utf8, report pointer, asked boolean): a reading is over; EssaimReport, for the time of the call;
 *    asked: by the person. Not for one that was stopped.
 *  - `answered` (reached boolean): a server was asked, and found or not.
 *  - `stopped` (): what the person has stopped is over.
 */
#define ESSAIM_TYPE_SCHEDULER (essaim_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (EssaimScheduler, essaim_scheduler, ESSAIM, SCHEDULER, GObject)

EssaimScheduler *essaim_scheduler_new         (EssaimSession   *session,
                                               EssaimFeedList  *feeds);
/* From now on feeds are read when they are due. */
void             essaim_scheduler_start       (EssaimScheduler *self);
/* What the person asks for goes before what is due. A feed waits only once. */
void             essaim_scheduler_refresh     (EssaimScheduler *self,
                                               const char      *feed,
                                               gboolean         accept_shrink);
void             essaim_scheduler_refresh_all (EssaimScheduler *self);
/* source: a path, a file: URI or an http(s) address; the feed is guessed. */
void             essaim_scheduler_import      (EssaimScheduler *self,
                                               const char      *source);
/* feed: NULL for all, also those that wait. */
void             essaim_scheduler_stop        (EssaimScheduler *self,
                                               const char      *feed);
gboolean         essaim_scheduler_get_busy    (EssaimScheduler *self);

G_END_DECLS
