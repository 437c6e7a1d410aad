/* essaim-progress.h: how far a reading is, told in one thread and looked at in another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimProgress: of what is read now; safe from any thread. */
typedef struct _EssaimProgress EssaimProgress;

/** EssaimProgressState: totals are 0 while they are not known. */
typedef struct
{
  char    *source;        /* owned by whoever took it */
  guint    read;          /* records */
  guint    total;
  guint64  bytes;         /* fetched */
  guint64  total_bytes;
} EssaimProgressState;

EssaimProgress *essaim_progress_new   (void);
void            essaim_progress_free  (EssaimProgress      *self);
void            essaim_progress_begin (EssaimProgress      *self,
                                       const char          *source);
void            essaim_progress_read  (EssaimProgress      *self,
                                       guint                read,
                                       guint                total);
void            essaim_progress_fetch (EssaimProgress      *self,
                                       guint64              bytes,
                                       guint64              total);
gboolean        essaim_progress_take  (EssaimProgress      *self,
                                       EssaimProgressState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProgress, essaim_progress_free)

G_END_DECLS
