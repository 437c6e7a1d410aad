/* essaim-job.h: one feed to be read, as the scheduler queues it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimJob: one feed to be read. */
typedef struct
{
  char         *feed;            /* (nullable): an import of what is no feed yet */
  char         *source;          /* (nullable): a refresh */
  GCancellable *cancellable;

  guint         asked : 1;       /* by the person */
  guint         accept_shrink : 1;
  guint         stopped : 1;     /* under way still, but nobody waits for it */
} EssaimJob;

EssaimJob *essaim_job_new  (const char *feed,
                            const char *source,
                            gboolean    asked);
void       essaim_job_free (gpointer    job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJob, essaim_job_free)

G_END_DECLS
