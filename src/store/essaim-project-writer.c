/* essaim-project-writer.c: the rows of a refresh into the tables of library.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-writer.h"

#include <string.h>

#include "essaim-project-places.h"
#include "essaim-project-table.h"
#include "essaim-statement.h"
#include "essaim-text-table.h"

enum
{
  INSERT_RECORD,
  UPDATE_RECORD,
  RENAME_RECORDS,
  MARK_GONE,
  JUDGE_GONE,
  PUT_ALIAS,
  N_STATEMENTS,
};

static const char * const statements_sql[N_STATEMENTS] = {
  [INSERT_RECORD] =
    "INSERT INTO record (feed, project, key, content, fingerprint, first_seen, source_id, page, licence, updated) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
  [UPDATE_RECORD] =
    "UPDATE record SET project = ?2, key = ?3, content = ?4, fingerprint = ?5, source_id = ?7, page = ?8, "
    "licence = ?9, updated = ?10, last_seen = NULL WHERE number = ?11",
  [RENAME_RECORDS] =
    "UPDATE record SET key = ?2 WHERE project = ?1",
  [MARK_GONE] =
    "UPDATE record SET last_seen = ?2 WHERE number = ?1",
  [JUDGE_GONE] =
    "UPDATE project SET gone = NOT EXISTS (SELECT 1 FROM record WHERE record.project = ?1 AND last_seen IS NULL) "
    "WHERE number = ?1",
  [PUT_ALIAS] =
    "INSERT OR REPLACE INTO alias (key, id, project, since) SELECT key, id, number, ?2 FROM project WHERE number = ?1",
};

struct _EssaimProjectWriter
{
  /* Owned */
  EssaimProjectTable *table;
  char             *date;
  char             *last_date;
  GByteArray       *head_bytes;
  GByteArray       *bytes;

  /* Owned: one project, while it is written */
  GStringChunk     *filled;        /* texts that later rows filled in */
  GString          *places;
  GString          *other_titles;
  GString          *texts;         /* what project_text calls so */

  /* Borrowed */
  EssaimConnection *connection;
  EssaimGazetteer  *gazetteer;     /* (nullable) */
  EssaimStatement  *statements[N_STATEMENTS];
  gint64            feed;
};

/**
 * essaim_project_writer_new:
 * @connection: library.db, in a transaction
 * @reference: (nullable): postcodes and names of departments
 * @feed: number of the feed
 * @date: of this refresh
 * @last_date: (nullable): of the last good one before
 * @error: return location
 *
 * Returns: (transfer full): a writer for one refresh
 */
EssaimProjectWriter *
essaim_project_writer_new (EssaimConnection *connection,
                           EssaimReference  *reference,
                           gint64            feed,
                           const char       *date,
                           const char       *last_date,
                           GError          **error)
{
  g_autoptr (EssaimProjectWriter) self = g_new0 (EssaimProjectWriter, 1);

  self->connection = connection;
  self->gazetteer = reference != NULL ? essaim_reference_get_gazetteer (reference) : NULL;
  self->feed = feed;
  self->date = g_strdup (date);
  self->last_date = g_strdup (last_date != NULL ? last_date : date);
  self->head_bytes = g_byte_array_new ();
  self->bytes = g_byte_array_new ();
  self->filled = g_string_chunk_new (4096);
  self->places = g_string_new (NULL);
  self->other_titles = g_string_new (NULL);
  self->texts = g_string_new (NULL);

  self->table = essaim_project_table_new (connection, error);
  if (self->table == NULL)
    return NULL;
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      self->statements[i] = essaim_connection_use (connection, statements_sql[i], error);
      if (self->statements[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * essaim_project_writer_free:
 * @self: (nullable): a writer
 */
void
essaim_project_writer_free (EssaimProjectWriter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, essaim_project_table_free);
  g_free (self->date);
  g_free (self->last_date);
  g_byte_array_unref (self->head_bytes);
  g_byte_array_unref (self->bytes);
  g_string_chunk_free (self->filled);
  g_string_free (self->places, TRUE);
  g_string_free (self->other_titles, TRUE);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static void
forget_words (EssaimProjectWriter *self)
{
  g_string_truncate (self->places, 0);
  g_string_truncate (self->other_titles, 0);
}

/* The project of all rows from @head on. Its texts are in head_bytes and filled. */
static gboolean
merge_rows (EssaimProjectWriter *self,
            EssaimStaging       *staging,
            guint32              head,
            EssaimRow           *merged,
            GError             **error)
{
  EssaimRow row;

  forget_words (self);
  g_string_chunk_clear (self->filled);
  if (!essaim_staging_read (staging, head, self->head_bytes, merged, error))
    return FALSE;
  essaim_project_places_add (self->places, self->gazetteer, merged);

  for (guint32 i = head; (i = essaim_staging_get (staging, i)->next) != ESSAIM_NONE;)
    {
      if (!essaim_staging_read (staging, i, self->bytes, &row, error))
        return FALSE;
      essaim_row_fill_gaps (merged, &row, self->filled);
      essaim_project_places_add (self->places, self->gazetteer, &row);
      if (g_strcmp0 (row.texts[ESSAIM_ROW_TITLE], merged->texts[ESSAIM_ROW_TITLE]) != 0)
        essaim_lines_add (self->other_titles, row.texts[ESSAIM_ROW_TITLE]);
    }

  return TRUE;
}

/* What is not bound is NULL: most texts of most rows. */
static void
bind (EssaimStatement *statement,
      int              parameter,
      const EssaimRow *row,
      EssaimRowText    which)
{
  if (row->texts[which] != NULL)
    essaim_statement_bind_static_text (statement, parameter, row->texts[which], row->lengths[which]);
}

static EssaimProjectLabels
get_labels (EssaimProjectWriter *self,
            guint64              key,
            const char          *id)
{
  return (EssaimProjectLabels) {
    .id = id,
    .key = key,
    .feed = self->feed,
    .other_titles = self->other_titles->str,
    .places = self->places->str,
  };
}

static gboolean
insert_project (EssaimProjectWriter *self,
                const EssaimRow     *row,
                guint64              key,
                const char          *id,
                gint64              *number,
                GError             **error)
{
  EssaimProjectLabels labels = get_labels (self, key, id);

  labels.first_seen = self->date;
  *number = 0;

  return essaim_project_table_insert (self->table, row, &labels, number, error);
}

static gboolean
run_with_number (EssaimStatement *statement,
                 gint64           number,
                 GError         **error)
{
  essaim_statement_bind_int (statement, 1, number);

  return essaim_statement_run (statement, error);
}

/* An id that changes is kept as an alias. */
static gboolean
update_project (EssaimProjectWriter *self,
                const EssaimRow     *row,
                guint64              key,
                const char          *id,
                gboolean             is_renamed,
                gint64               number,
                GError             **error)
{
  EssaimProjectLabels labels = get_labels (self, key, id);
  EssaimStatement *rename = self->statements[RENAME_RECORDS];

  if (is_renamed)
    {
      essaim_statement_bind_int (rename, 2, (gint64) key);
      essaim_statement_bind_text (self->statements[PUT_ALIAS], 2, self->date);
      if (!run_with_number (rename, number, error) || !run_with_number (self->statements[PUT_ALIAS], number, error))
        return FALSE;
    }

  return essaim_project_table_update (self->table, row, &labels, number, error);
}

static gboolean
put_record (EssaimProjectWriter     *self,
            const EssaimRow         *row,
            const EssaimStaged      *staged,
            const EssaimKnownRecord *known,
            gint64                   project,
            GError                 **error)
{
  EssaimStatement *statement = self->statements[known != NULL ? UPDATE_RECORD : INSERT_RECORD];

  essaim_statement_bind_int (statement, 1, self->feed);
  essaim_statement_bind_int (statement, 2, project);
  essaim_statement_bind_int (statement, 3, (gint64) staged->key);
  essaim_statement_bind_int (statement, 4, (gint64) staged->content);
  essaim_statement_bind_int (statement, 5, (gint64) staged->fingerprint);
  essaim_statement_bind_static_text (statement, 6, self->date, -1);
  bind (statement, 7, row, ESSAIM_ROW_SOURCE_ID);
  bind (statement, 8, row, ESSAIM_ROW_PAGE);
  bind (statement, 9, row, ESSAIM_ROW_LICENCE);
  bind (statement, 10, row, ESSAIM_ROW_UPDATED);
  if (known != NULL)
    essaim_statement_bind_int (statement, 11, known->number);

  return essaim_statement_run (statement, error);
}

/* Sites and records of all rows from @head on. */
static gboolean
write_rows (EssaimProjectWriter *self,
            EssaimStaging       *staging,
            EssaimKnown         *known,
            guint32              head,
            gint64               project,
            GError             **error)
{
  guint n_sites = 0;
  EssaimRow row;

  for (guint32 i = head; i != ESSAIM_NONE; i = essaim_staging_get (staging, i)->next)
    {
      const EssaimStaged *staged = essaim_staging_get (staging, i);
      const EssaimKnownRecord *record = staged->known != ESSAIM_NONE ? essaim_known_get (known, staged->known) : NULL;
      gboolean has_site = (staged->flags & (ESSAIM_STAGED_HAS_SITE | ESSAIM_STAGED_REPEAT)) == ESSAIM_STAGED_HAS_SITE;

      if (!essaim_staging_read (staging, i, self->bytes, &row, error) ||
          !put_record (self, &row, staged, record, project, error) ||
          (has_site && !essaim_project_table_add_site (self->table, &row, project, n_sites++, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_project_writer_write:
 * @self: a writer
 * @staging: the rows of the refresh
 * @known: what the library held of the feed, matched with them
 * @head: the first row of a project
 * @error: return location
 *
 * Writes the project with its sites and records, not yet the texts it is searched by; one that is there already keeps
 * its number and the date it was first seen. The first row's texts win, later rows fill what it does not say.
 *
 * Returns: whether it is written
 */
gboolean
essaim_project_writer_write (EssaimProjectWriter *self,
                             EssaimStaging       *staging,
                             EssaimKnown         *known,
                             guint32              head,
                             GError             **error)
{
  const EssaimKnownRecord *record = essaim_known_find_project (known, staging, head);
  gint64 number = record != NULL ? record->project : 0;
  g_autofree char *id = NULL;
  guint64 key;
  EssaimRow merged;

  if (!merge_rows (self, staging, head, &merged, error))
    return FALSE;
  id = essaim_staging_get_id (staging, head, &merged);

  key = essaim_staging_get (staging, head)->key;
  if (record == NULL && !insert_project (self, &merged, key, id, &number, error))
    return FALSE;
  if (record != NULL && !update_project (self, &merged, key, id, record->key != key, number, error))
    return FALSE;

  return write_rows (self, staging, known, head, number, error);
}

/**
 * essaim_project_writer_write_row:
 * @self: a writer
 * @row: the only row of a project that is new
 * @staged: what is known of it
 * @id: of the project
 * @number: (out): of the project
 * @error: return location
 *
 * Writes what essaim_project_writer_write() writes.
 *
 * Returns: whether it is written
 */
gboolean
essaim_project_writer_write_row (EssaimProjectWriter *self,
                                 const EssaimRow     *row,
                                 const EssaimStaged  *staged,
                                 const char          *id,
                                 gint64              *number,
                                 GError             **error)
{
  forget_words (self);
  essaim_project_places_add (self->places, self->gazetteer, row);

  return insert_project (self, row, staged->key, id, number, error) &&
         put_record (self, row, staged, NULL, *number, error) &&
         (!row->numbers.has_site || essaim_project_table_add_site (self->table, row, *number, 0, error));
}

/**
 * essaim_project_writer_get_places:
 * @self: a writer
 *
 * Returns: (transfer none): the places that the project written last is searched by, until the next one is written
 */
const char *
essaim_project_writer_get_places (EssaimProjectWriter *self)
{
  return self->places->str;
}

/**
 * essaim_project_writer_put_texts:
 * @self: a writer
 * @row: the only row of a project
 * @places: what essaim_project_writer_get_places() said of it
 * @number: of the project; higher than all before
 * @error: return location
 *
 * To be called between essaim_text_table_begin() and essaim_text_table_end().
 *
 * Returns: whether the project will be found by what the view `project_words` says of it
 */
gboolean
essaim_project_writer_put_texts (EssaimProjectWriter *self,
                                 const EssaimRow     *row,
                                 const char          *places,
                                 gint64               number,
                                 GError             **error)
{
  static const EssaimRowText parts[] = { ESSAIM_ROW_SUMMARY, ESSAIM_ROW_DESCRIPTION };
  const char *texts[ESSAIM_N_TEXT_COLUMNS] = {
    [ESSAIM_TEXT_COLUMN_TITLE] = row->texts[ESSAIM_ROW_TITLE],
    [ESSAIM_TEXT_COLUMN_ORGANISATION] = row->texts[ESSAIM_ROW_ORGANISATION],
    [ESSAIM_TEXT_COLUMN_PLACES] = places,
  };

  g_string_truncate (self->texts, 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (row->texts[parts[i]] != NULL)
        g_string_append_len (self->texts, row->texts[parts[i]], row->lengths[parts[i]]);
      g_string_append_c (self->texts, '\n');
    }
  texts[ESSAIM_TEXT_COLUMN_TEXTS] = self->texts->str;

  return essaim_text_table_add (self->connection, number, texts, error);
}

/**
 * essaim_project_writer_mark_gone:
 * @self: a writer
 * @record: a record that the feed no longer has
 * @error: return location
 *
 * Marks it as last seen at the refresh before this one; to be called when all rows of the refresh are written.
 *
 * Returns: whether it is marked, and its project too when no record of it is left
 */
gboolean
essaim_project_writer_mark_gone (EssaimProjectWriter     *self,
                                 const EssaimKnownRecord *record,
                                 GError                 **error)
{
  essaim_statement_bind_static_text (self->statements[MARK_GONE], 2, self->last_date, -1);

  return run_with_number (self->statements[MARK_GONE], record->number, error) &&
         run_with_number (self->statements[JUDGE_GONE], record->project, error);
}
