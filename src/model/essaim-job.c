/* essaim-job.c: one feed to be read, as the scheduler queues it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-job.h"

/**
 * essaim_job_new:
 * @feed: (nullable): id of the feed to refresh
 * @source: (nullable): what to import instead
 * @asked: whether the person asked for it
 *
 * Returns: (transfer full): what is to be done
 */
EssaimJob *
essaim_job_new (const char *feed,
                const char *source,
                gboolean    asked)
{
  EssaimJob *self = g_new0 (EssaimJob, 1);

  self->feed = g_strdup (feed);
  self->source = g_strdup (source);
  self->cancellable = g_cancellable_new ();
  self->asked = asked;

  return self;
}

/**
 * essaim_job_free:
 * @job: (transfer full): an EssaimJob
 */
void
essaim_job_free (gpointer job)
{
  EssaimJob *self = job;

  g_free (self->feed);
  g_free (self->source);
  g_object_unref (self->cancellable);
  g_free (self);
}
