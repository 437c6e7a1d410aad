/* essaim-bodies.h: the file that each feed was last read from, compressed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimBodyJob: a file being compressed in its own thread, while its rows are read. */
typedef struct _EssaimBodyJob EssaimBodyJob;

gboolean       essaim_bodies_is_name  (const char *name);
gboolean       essaim_bodies_has      (const char *folder, const char *feed);
void           essaim_bodies_remove   (const char *folder, const char *feed);
/* (transfer full): a text that tells it from any other: its length and a hash. */
char          *essaim_bodies_identify (const char *path, GError **error);
/* As it was when it was kept, in a file that is the caller's to delete; NOT_FOUND when there is none. date: when it was kept. */
char          *essaim_bodies_open     (const char *folder, const char *feed, char **date, GCancellable *cancellable,
                                       GError **error);

/* What a program that was ended has left between putting a body and keeping it. */
gboolean       essaim_bodies_is_unsettled (const char *folder);
void           essaim_bodies_settle   (const char *folder, const char *feed, const char *identity);
void           essaim_bodies_sweep    (const char *folder);

EssaimBodyJob *essaim_body_job_start  (const char *folder, const char *feed, const char *body);
/* Waits until all is compressed, or could not be. */
void           essaim_body_job_wait   (EssaimBodyJob *job, GCancellable *cancellable);
/* (nullable): what essaim_bodies_identify() says, once it was waited for. */
const char    *essaim_body_job_get_identity (EssaimBodyJob *job);
/* Puts it beside the one before, which takes little time. */
gboolean       essaim_body_job_put    (EssaimBodyJob *job, GError **error);
/* Takes the place of the one before. */
void           essaim_body_job_keep   (EssaimBodyJob *job);
/* What was not kept is dropped. */
void           essaim_body_job_free   (EssaimBodyJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimBodyJob, essaim_body_job_free)

G_END_DECLS
