/* essaim-progress.c: how far a reading is, told in one thread and looked at in another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-progress.h"

struct _EssaimProgress
{
  GMutex               lock;
  EssaimProgressState  state;   /* under lock, as the next */
  gboolean             moved;
};

/**
 * essaim_progress_new:
 *
 * Returns: (transfer full): the progress of nothing
 */
EssaimProgress *
essaim_progress_new (void)
{
  EssaimProgress *self = g_new0 (EssaimProgress, 1);

  g_mutex_init (&self->lock);

  return self;
}

/**
 * essaim_progress_free:
 * @self: (transfer full) (nullable): a progress that no thread tells of any more
 */
void
essaim_progress_free (EssaimProgress *self)
{
  if (self == NULL)
    return;

  g_mutex_clear (&self->lock);
  g_free (self->state.source);
  g_free (self);
}

/**
 * essaim_progress_begin:
 * @self: the progress
 * @source: what is read from now on
 *
 * Forgets what was told of the source before.
 */
void
essaim_progress_begin (EssaimProgress *self,
                       const char     *source)
{
  g_mutex_lock (&self->lock);
  g_free (self->state.source);
  self->state = (EssaimProgressState) { .source = g_strdup (source) };
  self->moved = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * essaim_progress_read:
 * @self: the progress
 * @read: records read so far
 * @total: records in all; 0 while not known
 */
void
essaim_progress_read (EssaimProgress *self,
                      guint           read,
                      guint           total)
{
  g_mutex_lock (&self->lock);
  self->state.read = read;
  self->state.total = total;
  self->moved = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * essaim_progress_fetch:
 * @self: the progress
 * @bytes: fetched so far
 * @total: bytes in all; 0 while not known
 */
void
essaim_progress_fetch (EssaimProgress *self,
                       guint64         bytes,
                       guint64         total)
{
  g_mutex_lock (&self->lock);
  self->state.bytes = bytes;
  self->state.total_bytes = total;
  self->moved = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * essaim_progress_take:
 * @self: the progress
 * @state: (out caller-allocates): how far it is; its source is the caller's
 *
 * Returns: whether something was told since the last time; else @state is left alone
 */
gboolean
essaim_progress_take (EssaimProgress      *self,
                      EssaimProgressState *state)
{
  gboolean moved;

  g_mutex_lock (&self->lock);
  moved = self->moved;
  self->moved = FALSE;
  if (moved)
    {
      *state = self->state;
      state->source = g_strdup (self->state.source);
    }
  g_mutex_unlock (&self->lock);

  return moved;
}
