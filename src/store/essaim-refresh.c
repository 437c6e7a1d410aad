/* essaim-refresh.c: one refresh of one feed, all or nothing
 *
 * Rows are only staged until the last one is there; then one transaction compares them with what is stored and writes
 * what changed (essaim-refresh-write.c). Those of a feed that is new may be written early, in the same transaction.
 * Others read the old state until it is committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-refresh-private.h"

#include "essaim-now.h"

/**
 * essaim_refresh_begin:
 * @library: the library, used by nobody else until the refresh is freed
 * @feed: what is known of the feed
 * @error: return location
 *
 * Returns: (transfer full): a refresh, to be given all its rows
 */
EssaimRefresh *
essaim_refresh_begin (EssaimLibrary           *library,
                      const EssaimRefreshFeed *feed,
                      GError                 **error)
{
  EssaimStaging *staging = essaim_staging_new (library->folder, feed->id, error);
  EssaimRefresh *self;

  if (staging == NULL)
    return NULL;

  self = g_new0 (EssaimRefresh, 1);
  self->library = g_object_ref (library);
  self->staging = staging;
  self->declared = g_string_new (NULL);
  self->reread = feed->reread;
  self->date = feed->date != NULL ? g_strdup (feed->date) : essaim_now ();
  self->feed = g_strdup (feed->id);
  self->title = g_strdup (feed->title != NULL ? feed->title : feed->id);
  self->licence = g_strdup (feed->licence);
  self->uri = g_strdup (feed->uri);
  self->doubtful = feed->doubtful;

  return self;
}

/**
 * essaim_refresh_stop_early:
 * @self: a refresh
 *
 * Nothing more is written early; what was stays in the transaction.
 */
void
essaim_refresh_stop_early (EssaimRefresh *self)
{
  if (self->writer == NULL)
    return;

  g_clear_pointer (&self->early, essaim_early_writer_free);
  g_clear_pointer (&self->writer, essaim_project_writer_free);
  essaim_connection_set_cancellable (self->library->connection, NULL);
}

/**
 * essaim_refresh_free:
 * @self: (nullable): a refresh; one that was not finished leaves no trace
 */
void
essaim_refresh_free (EssaimRefresh *self)
{
  if (self == NULL)
    return;

  essaim_refresh_stop_early (self);
  essaim_part_matcher_free (self->matcher);
  essaim_connection_rollback (self->library->connection);
  g_object_unref (self->library);
  essaim_staging_free (self->staging);
  essaim_body_job_free (self->body);
  essaim_answer_free (self->answer);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_string_free (self->declared, TRUE);
  g_free (self->date);
  g_free (self->feed);
  g_free (self->title);
  g_free (self->licence);
  g_free (self->uri);
  g_free (self);
}

/* Hands the row that was staged last to those who need not wait for the others. */
static gboolean
add_early (EssaimRefresh    *self,
           const EssaimRow  *row,
           GError          **error)
{
  const EssaimStaged *staged = essaim_staging_get (self->staging, essaim_staging_get_n (self->staging) - 1);

  if (self->matcher != NULL)
    {
      g_autofree char *id = essaim_staged_make_id (staged, self->feed, row);

      if (!essaim_part_matcher_add_row (self->matcher, row, id, self->feed, error))
        return FALSE;
    }

  return essaim_early_writer_add (self->early, staged, essaim_staging_get_bytes (self->staging), error);
}

/**
 * essaim_refresh_add:
 * @self: a refresh
 * @project: one record as read: a project with one site or none; its first source may say page, licence and date
 * @source_id: (nullable): its id in the feed
 * @fields_json: (nullable): the record as read
 * @line: where it stands in the feed, from 1
 * @error: return location
 *
 * Returns: whether it is kept; otherwise the refresh has failed
 */
gboolean
essaim_refresh_add (EssaimRefresh *self,
                    EssaimProject *project,
                    const char    *source_id,
                    const char    *fields_json,
                    guint          line,
                    GError       **error)
{
  EssaimRow row;

  essaim_row_read_project (&row, project, source_id, fields_json, self->declared);

  return essaim_staging_add (self->staging, &row, line, error) &&
         (self->early == NULL || add_early (self, &row, error));
}

/**
 * essaim_refresh_keep_body:
 * @self: a refresh, before its rows are read
 * @path: the file they are read from, which stays until the refresh is finished
 *
 * The file is kept with the feed once what was read of it is; it is packed from now on, which takes the time that the reading of
 * the rows leaves. A pipe is read once only, and not kept.
 */
void
essaim_refresh_keep_body (EssaimRefresh *self,
                          const char    *path)
{
  gboolean is_pipe = g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (self->library->folder != NULL && self->body == NULL && !is_pipe)
    self->body = essaim_body_job_start (self->library->folder, self->feed, path);
}

/**
 * essaim_refresh_set_answer:
 * @self: a refresh
 * @answer: what is known of the answer that its rows are read from; without a body, that of the file which is kept
 *
 * It is kept in the transaction that keeps the rows, if they are accepted.
 */
void
essaim_refresh_set_answer (EssaimRefresh      *self,
                           const EssaimAnswer *answer)
{
  g_clear_pointer (&self->answer, essaim_answer_free);
  self->answer = g_new0 (EssaimAnswer, 1);
  self->answer->uri = g_strdup (answer->uri);
  self->answer->etag = g_strdup (answer->etag);
  self->answer->last_modified = g_strdup (answer->last_modified);
  self->answer->since = g_strdup (answer->since != NULL ? answer->since : self->date);
  self->answer->body = g_strdup (answer->body);
  self->answer->reading = g_strdup (answer->reading);
}

/**
 * essaim_refresh_set_kept:
 * @self: a refresh
 * @ids: (element-type utf8 utf8): of all projects that the person has kept
 *
 * Without it, every id that a project ever had is remembered.
 */
void
essaim_refresh_set_kept (EssaimRefresh *self,
                         GHashTable    *ids)
{
  g_clear_pointer (&self->kept, g_hash_table_unref);
  self->kept = g_hash_table_ref (ids);
}

/**
 * essaim_refresh_set_judgement:
 * @self: a refresh
 * @judgement: (nullable): what the person decided; must stay until the refresh is finished
 *
 * The records of the feed are then joined with those of others, and with each other, in the transaction that keeps them.
 * Without it they are shown each by itself until the library is joined.
 */
void
essaim_refresh_set_judgement (EssaimRefresh         *self,
                              const EssaimJudgement *judgement)
{
  self->judgement = judgement;
}

/**
 * essaim_refresh_doubt_titles:
 * @self: a refresh
 *
 * Says that the fields which titles are read from have changed, and that a guess has chosen others.
 */
void
essaim_refresh_doubt_titles (EssaimRefresh *self)
{
  self->doubts_titles = TRUE;
}

/**
 * essaim_refresh_get_feed:
 * @self: a refresh
 *
 * Returns: what is known of its feed; the texts are those of the refresh
 */
EssaimRefreshFeed
essaim_refresh_get_feed (EssaimRefresh *self)
{
  return (EssaimRefreshFeed) { .id = self->feed, .title = self->title, .licence = self->licence, .uri = self->uri };
}

/* The feed is put, and a writer that knows its number is there. */
static gboolean
make_writer (EssaimRefresh  *self,
             GError        **error)
{
  EssaimConnection *connection = self->library->connection;
  EssaimRefreshFeed feed = essaim_refresh_get_feed (self);
  gint64 number;

  if (!essaim_feed_table_put (connection, &feed, &number, error))
    return FALSE;

  self->writer = essaim_project_writer_new (connection, self->library->reference, number, self->date, NULL, error);
  return self->writer != NULL;
}

/* What the library holds is read now, so that all can be compared as soon as the last row is there. */
static gboolean
make_matcher (EssaimRefresh  *self,
              GError        **error)
{
  self->matcher = essaim_part_matcher_new (self->library->folder, error);
  return self->matcher != NULL && essaim_part_matcher_add_stored (self->matcher, self->library->connection, error);
}

/**
 * essaim_refresh_write_early:
 * @self: a refresh, before its rows are read
 * @cancellable: (nullable): may stop the writing
 * @error: return location
 *
 * Takes the library's lock, if the feed is new and no other program has it, and writes rows in a thread from now on, while
 * others are still read; essaim_refresh_finish() commits them. Without this call, or if what was written turns out to be wrong
 * when all rows are there, it writes them then.
 *
 * Returns: whether the refresh may go on
 */
gboolean
essaim_refresh_write_early (EssaimRefresh  *self,
                            GCancellable   *cancellable,
                            GError        **error)
{
  EssaimConnection *connection = self->library->connection;
  gint64 number;

  if (!essaim_connection_begin_at_once (connection))
    return TRUE;
  if (!essaim_feed_table_find (connection, self->feed, &number, error))
    return FALSE;
  if (number != 0)
    {
      essaim_connection_rollback (connection);
      return TRUE;
    }
  if (!make_writer (self, error))
    return FALSE;
  essaim_connection_set_cancellable (connection, cancellable);
  if (!make_matcher (self, error))
    return FALSE;

  self->early = essaim_early_writer_start (connection, self->writer, self->feed);
  return TRUE;
}
