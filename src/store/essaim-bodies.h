/* essaim-bodies.h: the file that each feed was last read from, compressed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimBodyJob: a file being compressed in its own thread, while the rows of it are written. */
typedef struct _EssaimBodyJob EssaimBodyJob;

char          *essaim_bodies_get_path (const char *folder, const char *feed);
void           essaim_bodies_remove   (const char *folder, const char *feed);

EssaimBodyJob *essaim_body_job_start  (const char *folder, const char *feed, const char *body);
/* Waits until the copy is there, not yet in its place. */
gboolean       essaim_body_job_wait   (EssaimBodyJob *job, GError **error);
/* Takes the place of the one before. */
void           essaim_body_job_keep   (EssaimBodyJob *job);
/* A copy that was not kept is dropped. */
void           essaim_body_job_free   (EssaimBodyJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimBodyJob, essaim_body_job_free)

G_END_DECLS
