/* essaim-refresh-write.c: the rows of a refresh compared with what is stored, and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-refresh-private.h"

#include "essaim-joiner.h"
#include "essaim-known.h"
#include "essaim-part-table.h"
#include "essaim-refresh-outcome.h"
#include "essaim-text-table.h"

/* What was written early stays in the transaction only if it is what would be written now; and so do the pairs. */
static gboolean
end_early (EssaimRefresh  *self,
           gboolean        dry_run,
           GError        **error)
{
  if (self->early == NULL)
    return TRUE;
  if (!essaim_early_writer_end (self->early, error))
    return FALSE;

  essaim_refresh_stop_early (self);
  self->is_written = !dry_run && essaim_staging_is_plain (self->staging);
  if (!self->is_written)
    {
      g_clear_pointer (&self->matcher, essaim_part_matcher_free);
      essaim_connection_rollback (self->library->connection);
    }

  return TRUE;
}

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static gboolean
is_changed (EssaimStaging *staging,
            guint32        n)
{
  return (essaim_staging_get (staging, n)->flags & ESSAIM_STAGED_CHANGED) != 0;
}

/* (element-type guint32): the projects that are there and will be written, ascending. */
static GArray *
list_changed (EssaimStaging *staging,
              EssaimKnown   *known)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; essaim_known_get_n (known) > 0 && i < essaim_staging_get_n (staging); i++)
    {
      const EssaimKnownRecord *record = is_changed (staging, i) ? essaim_known_find_project (known, staging, i) : NULL;

      if (record != NULL)
        g_array_append_val (numbers, record->project);
    }
  g_array_sort (numbers, compare_numbers_cb);

  return numbers;
}

static gboolean
write_projects (EssaimRefresh       *self,
                EssaimProjectWriter *writer,
                EssaimKnown         *known,
                GError             **error)
{
  for (guint32 i = 0; i < essaim_staging_get_n (self->staging); i++)
    if (is_changed (self->staging, i) && !essaim_project_writer_write (writer, self->staging, known, i, error))
      return FALSE;

  for (guint i = 0; i < essaim_known_get_n (known); i++)
    {
      const EssaimKnownRecord *record = essaim_known_get (known, i);

      if (!record->is_taken && !record->is_gone && !essaim_project_writer_mark_gone (writer, record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_changes (EssaimRefresh *self,
               EssaimKnown   *known,
               GError       **error)
{
  EssaimRefreshFeed feed = essaim_refresh_get_feed (self);
  EssaimConnection *connection = self->library->connection;
  g_autoptr (EssaimProjectWriter) writer = NULL;
  g_autoptr (GArray) changed = list_changed (self->staging, known);
  g_autofree char *last_date = essaim_refresh_table_last_success (connection, self->feed, NULL);
  gint64 number, last;

  if (!essaim_feed_table_put (connection, &feed, &number, error))
    return FALSE;
  writer = essaim_project_writer_new (connection, self->library->reference, number, self->date, last_date, error);

  return writer != NULL &&
         essaim_connection_get_int (connection, "SELECT max (number) FROM project", &last, error) &&
         essaim_text_table_forget (connection, changed, error) &&
         write_projects (self, writer, known, error) &&
         essaim_text_table_put (connection, changed, error) &&
         essaim_text_table_put_after (connection, last, error) &&
         (changed->len == 0 || essaim_text_table_tidy (connection, error)) &&
         (changed->len == 0 || self->kept == NULL ||
          essaim_alias_table_trim (connection, number, self->kept, error));
}

/* Whether the body is not the one that is kept already, or none is. */
static gboolean
is_new_body (EssaimRefresh *self,
             EssaimBodyJob *body,
             EssaimReport  *report)
{
  g_autoptr (EssaimAnswer) last = essaim_library_get_answer (self->library, self->feed, NULL);

  return report->outcome == ESSAIM_OUTCOME_IMPORTED || last == NULL ||
         !essaim_bodies_has (self->library->folder, self->feed) ||
         g_strcmp0 (last->body, essaim_body_job_get_identity (body)) != 0;
}

static gboolean
write_answer (EssaimRefresh *self,
              EssaimBodyJob *body,
              GError       **error)
{
  if (self->answer == NULL)
    return TRUE;
  if (body != NULL && self->answer->body == NULL)
    self->answer->body = g_strdup (essaim_body_job_get_identity (body));

  return essaim_answer_table_put (self->library->connection, self->feed, self->answer, error);
}

/* Heads follow their parts; without a judgement, later. */
static gboolean
join (EssaimRefresh  *self,
      EssaimReport   *report,
      GCancellable   *cancellable,
      GError        **error)
{
  EssaimConnection *connection = self->library->connection;
  gboolean is_changed = report->added + report->changed + report->gone > 0;
  guint n_joined = 0;
  gint64 feed;

  if (self->judgement == NULL)
    return !is_changed || essaim_joining_table_forget (connection, error);
  if (is_changed &&
      !essaim_library_join_parts (self->library, self->judgement, self->matcher, cancellable, error))
    return FALSE;
  if (!essaim_feed_table_find (connection, self->feed, &feed, error) ||
      !essaim_part_table_count_joined (connection, feed, &n_joined, error))
    return FALSE;

  report->merged += n_joined;
  return TRUE;
}

/* The feed, what changed, and the refresh itself; the body beside them, unless it is that of the last time. */
static gboolean
write_all (EssaimRefresh *self,
           EssaimKnown   *known,
           EssaimReport  *report,
           GCancellable  *cancellable,
           GError       **error)
{
  EssaimConnection *connection = self->library->connection;
  g_autoptr (EssaimBodyJob) body = g_steal_pointer (&self->body);
  gboolean keeps_body;

  if ((!self->is_written && !write_changes (self, known, error)) || !join (self, report, cancellable, error))
    return FALSE;
  if (body != NULL)
    essaim_body_job_wait (body, cancellable);
  keeps_body = body != NULL && is_new_body (self, body, report);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !essaim_refresh_table_add (connection, report, self->date, self->reread, error) ||
      !write_answer (self, body, error) ||
      (keeps_body && !essaim_body_job_put (body, error)) ||
      !essaim_connection_commit (connection, error))
    return FALSE;

  if (keeps_body)
    essaim_body_job_keep (body);
  return TRUE;
}

/* The transaction is under way. Either it is committed, or @error says why not, or it was not meant to be. */
static gboolean
compare_and_write (EssaimRefresh *self,
                   gboolean       accept_shrink,
                   gboolean       dry_run,
                   EssaimReport  *report,
                   GCancellable  *cancellable,
                   GError       **error)
{
  EssaimConnection *connection = self->library->connection;
  EssaimRefreshLoss loss = { .title = self->title, .is_doubtful = self->doubtful };
  g_autoptr (EssaimKnown) known = NULL;
  gboolean is_asked;
  gint64 feed = 0;   /* of one that is new */

  if (!self->is_written && !essaim_feed_table_find (connection, self->feed, &feed, error))
    return FALSE;
  known = essaim_known_load (connection, feed, error);
  if (known == NULL)
    return FALSE;

  essaim_known_match (known, self->staging, report);
  if (self->doubts_titles &&
      !essaim_known_count_renamed (known, connection, self->staging, &loss.n_stayed, &loss.n_renamed, error))
    return FALSE;
  loss.n_present = essaim_known_get_present (known);
  is_asked = essaim_refresh_outcome_judge (report, &loss, accept_shrink);

  if (dry_run)
    return TRUE;
  if (!is_asked)
    return write_all (self, known, report, cancellable, error);

  essaim_connection_rollback (connection);
  return essaim_library_note_failure (self->library, report, error);
}

/* What needs no lock on the library. The records are compared from now on, beside the grouping and the writing. */
static gboolean
prepare (EssaimRefresh *self,
         gboolean       dry_run,
         EssaimReport  *report,
         GCancellable  *cancellable,
         GError       **error)
{
  if (self->matcher != NULL && self->judgement != NULL && !dry_run)
    essaim_part_matcher_start (self->matcher, cancellable);
  if (!essaim_staging_group (self->staging, report, error))
    return FALSE;

  essaim_refresh_outcome_count (report, self->staging);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
begin (EssaimRefresh  *self,
       gboolean        dry_run,
       GError        **error)
{
  EssaimConnection *connection = self->library->connection;

  return dry_run ? essaim_connection_begin_read (connection, error) : essaim_connection_begin (connection, error);
}

/**
 * essaim_refresh_finish:
 * @self: a refresh with all its rows; not used again
 * @accept_shrink: whether the feed may lose half of its records or more
 * @dry_run: whether to count only
 * @report: gets added, changed, unchanged, gone, projects, sites, merged, placed, themed, outcome and message
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Returns: whether the library is as the outcome says; otherwise it is as it was
 */
gboolean
essaim_refresh_finish (EssaimRefresh *self,
                       gboolean       accept_shrink,
                       gboolean       dry_run,
                       EssaimReport  *report,
                       GCancellable  *cancellable,
                       GError       **error)
{
  EssaimConnection *connection = self->library->connection;
  gboolean is_done;

  if (!prepare (self, dry_run, report, cancellable, error) || !end_early (self, dry_run, error))
    return FALSE;

  essaim_connection_set_cancellable (connection, cancellable);
  is_done = (self->is_written || begin (self, dry_run, error)) &&
            compare_and_write (self, accept_shrink, dry_run, report, cancellable, error);
  essaim_connection_set_cancellable (connection, NULL);
  essaim_connection_rollback (connection);

  return is_done;
}

static gboolean
write_confirmation (EssaimRefresh       *self,
                    const EssaimReport  *report,
                    GError             **error)
{
  EssaimConnection *connection = self->library->connection;
  EssaimRefreshFeed feed = essaim_refresh_get_feed (self);
  gint64 number;

  return essaim_feed_table_put (connection, &feed, &number, error) &&
         essaim_refresh_table_add (connection, report, self->date, self->reread, error) &&
         write_answer (self, NULL, error) &&
         essaim_connection_commit (connection, error);
}

/**
 * essaim_refresh_confirm:
 * @self: a refresh without rows; not used again
 * @report: what became of it
 * @error: return location
 *
 * Remembers that the feed was asked for and is what it was. No record is written, nor read.
 *
 * Returns: whether that is remembered
 */
gboolean
essaim_refresh_confirm (EssaimRefresh       *self,
                        const EssaimReport  *report,
                        GError             **error)
{
  EssaimConnection *connection = self->library->connection;

  if (!essaim_connection_begin (connection, error))
    return FALSE;
  if (write_confirmation (self, report, error))
    return TRUE;

  essaim_connection_rollback (connection);
  return FALSE;
}
