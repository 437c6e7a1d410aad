/* essaim-early-writer.c: the rows of a feed that is new, written while the rest of it is still read
 *
 * Reading and writing take about the same time, and most machines can do two things at once. Each row is taken for a project of
 * its own, which nearly all are; who knows them all in the end must look whether that is true, and undo what was written where
 * it is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-early-writer.h"

#include <string.h>

#include "essaim-hash.h"
#include "essaim-text-table.h"

/* Bytes of rows that one thread hands to the other at a time, and batches that may wait: few, so that memory stays flat. */
#define BATCH_SIZE (512 * 1024)
#define MAX_BATCHES 4

/* What is kept of a row between its two turns. */
typedef struct
{
  gint64 number;   /* of the project */
  gsize  places;   /* in that text */
} Written;

struct _EssaimEarlyWriter
{
  /* Borrowed, by the thread until it is joined */
  EssaimConnection    *connection;
  EssaimProjectWriter *writer;

  /* Owned */
  char                *feed;
  GThread             *thread;
  GArray              *written;     /* (element-type Written): of one batch */
  GString             *places;      /* of one batch, each with its NUL */
  GByteArray          *batch;       /* being filled: each row as its EssaimStaged, its length, its bytes */

  /* Owned, shared under the lock */
  GMutex               lock;
  GCond                changed;
  GQueue               batches;     /* (element-type GByteArray) that wait */
  gboolean             is_over;     /* no more will come */
  GError              *error;       /* of the thread, which has ended */
};

/* (transfer full) (nullable): the next batch; %NULL after the last one */
static GByteArray *
take_batch (EssaimEarlyWriter *self)
{
  GByteArray *batch;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->batches) && !self->is_over)
    g_cond_wait (&self->changed, &self->lock);
  batch = g_queue_pop_head (&self->batches);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);

  return batch;
}

/* Names the project of a row by what is known of this row alone. */
static char *
name_project (EssaimEarlyWriter *self,
              EssaimStaged      *staged,
              const EssaimRow   *row)
{
  char *id = essaim_staged_make_id (staged, self->feed, row);

  if ((staged->flags & ESSAIM_STAGED_NO_ID) != 0)
    staged->key = essaim_hash_text (0, id);
  return id;
}

/* Returns: whether there is a row at @place, which is moved on */
static gboolean
next_row (const GByteArray *batch,
          gsize            *place,
          EssaimStaged     *staged,
          EssaimRow        *row)
{
  const guint8 *bytes = batch->data + *place;
  guint32 length;

  if (*place >= batch->len)
    return FALSE;

  memcpy (staged, bytes, sizeof *staged);
  memcpy (&length, bytes + sizeof *staged, sizeof length);
  essaim_row_read (row, bytes + sizeof *staged + sizeof length);
  *place += sizeof *staged + sizeof length + length;

  return TRUE;
}

static gboolean
write_row (EssaimEarlyWriter  *self,
           const EssaimRow    *row,
           EssaimStaged       *staged,
           GError            **error)
{
  g_autofree char *id = name_project (self, staged, row);
  Written written = { .places = self->places->len };

  if (!essaim_project_writer_write_row (self->writer, row, staged, id, &written.number, error))
    return FALSE;

  g_string_append (self->places, essaim_project_writer_get_places (self->writer));
  g_string_append_c (self->places, '\0');
  g_array_append_val (self->written, written);
  return TRUE;
}

/* Tables first, then texts: each finds its own memory still near. */
static gboolean
write_batch (EssaimEarlyWriter  *self,
             const GByteArray   *batch,
             GError            **error)
{
  EssaimStaged staged;
  EssaimRow row;

  g_array_set_size (self->written, 0);
  g_string_truncate (self->places, 0);
  for (gsize place = 0; next_row (batch, &place, &staged, &row);)
    if (!write_row (self, &row, &staged, error))
      return FALSE;

  for (gsize place = 0, i = 0; next_row (batch, &place, &staged, &row); i++)
    {
      const Written *written = &g_array_index (self->written, Written, i);

      if (!essaim_project_writer_put_texts (self->writer, &row, self->places->str + written->places, written->number, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
write_thread (gpointer user_data)
{
  EssaimEarlyWriter *self = user_data;
  GError *error = NULL;
  GByteArray *batch;

  essaim_text_table_begin (self->connection);
  while (error == NULL && (batch = take_batch (self)) != NULL)
    {
      write_batch (self, batch, &error);
      g_byte_array_unref (batch);
    }
  if (error == NULL)
    essaim_text_table_end (self->connection, &error);

  g_mutex_lock (&self->lock);
  self->error = error;
  self->is_over = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * essaim_early_writer_start:
 * @connection: library.db, in a transaction; used by nobody else from now on until essaim_early_writer_end()
 * @writer: the writer of the refresh, which must stay as long
 * @feed: the feed's id, of which the library holds no record
 *
 * Returns: (transfer full): a writer with a thread of its own
 */
EssaimEarlyWriter *
essaim_early_writer_start (EssaimConnection    *connection,
                           EssaimProjectWriter *writer,
                           const char          *feed)
{
  EssaimEarlyWriter *self = g_new0 (EssaimEarlyWriter, 1);

  self->connection = connection;
  self->writer = writer;
  self->feed = g_strdup (feed);
  self->written = g_array_new (FALSE, FALSE, sizeof (Written));
  self->places = g_string_new (NULL);
  self->batch = g_byte_array_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->batches);
  self->thread = g_thread_new ("write", write_thread, self);

  return self;
}

/* Waits for room; %FALSE when the thread has failed. */
static gboolean
hand_over (EssaimEarlyWriter  *self,
           GError            **error)
{
  gboolean has_failed;

  g_mutex_lock (&self->lock);
  while (g_queue_get_length (&self->batches) >= MAX_BATCHES && self->error == NULL)
    g_cond_wait (&self->changed, &self->lock);
  has_failed = self->error != NULL;
  if (has_failed)
    g_propagate_error (error, g_error_copy (self->error));
  else
    g_queue_push_tail (&self->batches, g_steal_pointer (&self->batch));
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);

  if (!has_failed)
    self->batch = g_byte_array_sized_new (BATCH_SIZE + BATCH_SIZE / 8);
  return !has_failed;
}

/**
 * essaim_early_writer_add:
 * @self: a writer
 * @staged: what essaim_staging_add() kept of a row
 * @bytes: the row itself
 * @error: return location; also for what became of rows before
 *
 * Returns: whether the row will be written
 */
gboolean
essaim_early_writer_add (EssaimEarlyWriter   *self,
                         const EssaimStaged  *staged,
                         const GByteArray    *bytes,
                         GError             **error)
{
  guint32 length = bytes->len;

  g_byte_array_append (self->batch, (const guint8 *) staged, sizeof *staged);
  g_byte_array_append (self->batch, (const guint8 *) &length, sizeof length);
  g_byte_array_append (self->batch, bytes->data, length);

  return self->batch->len < BATCH_SIZE || hand_over (self, error);
}

static void
join (EssaimEarlyWriter *self)
{
  g_mutex_lock (&self->lock);
  self->is_over = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);

  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * essaim_early_writer_end:
 * @self: a writer that was given all rows; not used again
 * @error: return location
 *
 * Waits for the thread.
 *
 * Returns: whether each row is written as a project of its own
 */
gboolean
essaim_early_writer_end (EssaimEarlyWriter  *self,
                         GError            **error)
{
  if (!hand_over (self, error))
    return FALSE;

  join (self);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * essaim_early_writer_free:
 * @self: (nullable): a writer; the rows that wait are dropped, those that were written stay in the transaction
 */
void
essaim_early_writer_free (EssaimEarlyWriter *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  g_queue_clear_full (&self->batches, (GDestroyNotify) g_byte_array_unref);
  g_mutex_unlock (&self->lock);
  join (self);
  g_array_unref (self->written);
  g_string_free (self->places, TRUE);
  g_byte_array_unref (self->batch);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_clear_error (&self->error);
  g_free (self->feed);
  g_free (self);
}
