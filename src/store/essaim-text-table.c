/* essaim-text-table.c: the texts that projects are searched by
 *
 * FTS5 gathers terms in memory and writes them out in one go. It writes early when rows do not come in ascending order, or when
 * another statement that changes several rows is run between; and its memory is slow to come back to when much else was read
 * between. So a refresh writes texts by themselves, in order, after the rest: that is three times as fast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text-table.h"

#include <string.h>

#include "essaim-statement.h"

#define COLUMNS "number, title, organisation, texts, places"
#define PUT_SQL "INSERT INTO project_text (rowid, title, organisation, texts, places) VALUES (?1, ?2, ?3, ?4, ?5)"

/**
 * essaim_text_table_forget:
 * @connection: library.db, in a transaction
 * @numbers: (element-type guint32): of projects, ascending, whose texts are still the same
 * @error: return location
 *
 * Returns: whether they are found no more
 */
gboolean
essaim_text_table_forget (EssaimConnection *connection,
                          GArray           *numbers,
                          GError          **error)
{
  EssaimStatement *forget = essaim_connection_use (connection, "DELETE FROM project_text WHERE rowid = ?1", error);

  if (forget == NULL)
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      essaim_statement_bind_int (forget, 1, g_array_index (numbers, guint32, i));
      if (!essaim_statement_run (forget, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_number (const EssaimTextWord *word)
{
  for (gsize i = 0; i < word->length; i++)
    if (!g_ascii_isdigit (word->start[i]))
      return FALSE;

  return TRUE;
}

static gboolean
put_form (EssaimStatement    *put,
          const char         *stem,
          const EssaimLexeme *lexeme,
          GError            **error)
{
  essaim_statement_bind_static_text (put, 1, stem, -1);
  essaim_statement_bind_static_text (put, 2, lexeme->folded.start, (gssize) lexeme->folded.length);

  return essaim_statement_run (put, error);
}

static gboolean
put_forms (EssaimStatement    *put,
           const EssaimLexeme *lexeme,
           GError            **error)
{
  EssaimStem stem, folded_stem;

  essaim_lexeme_get_stem (lexeme, stem);
  essaim_lexeme_get_folded_stem (lexeme, folded_stem);

  return put_form (put, folded_stem, lexeme, error) &&
         (strcmp (stem, folded_stem) == 0 || put_form (put, stem, lexeme, error));
}

/* The words met since the lexicon last forgot become findable by their stems; then it forgets. */
static gboolean
put_words (EssaimConnection *connection,
           GError          **error)
{
  EssaimStatement *put = essaim_connection_use (connection, "INSERT OR IGNORE INTO word (stem, folded) VALUES (?1, ?2)", error);
  EssaimLexicon *lexicon = essaim_connection_get_lexicon (connection);
  EssaimLexeme lexeme;
  gsize place = 0;

  if (put == NULL)
    return FALSE;

  while (essaim_lexicon_next (lexicon, &place, &lexeme))
    if (!lexeme.is_common && !is_number (&lexeme.folded) && !put_forms (put, &lexeme, error))
      return FALSE;

  essaim_lexicon_forget (lexicon);
  return TRUE;
}

static gboolean
put_row (EssaimConnection *connection,
         EssaimStatement  *put,
         GError          **error)
{
  return essaim_statement_run (put, error) &&
         (!essaim_lexicon_is_full (essaim_connection_get_lexicon (connection)) || put_words (connection, error));
}

/* Not INSERT … SELECT, which would make FTS5 write out first, each time. */
static gboolean
put_rows (EssaimConnection *connection,
          EssaimStatement  *rows,
          GError          **error)
{
  EssaimStatement *put = essaim_connection_use (connection, PUT_SQL, error);
  GError *local_error = NULL;

  if (put == NULL)
    return FALSE;

  while (essaim_statement_step (rows, &local_error))
    {
      essaim_statement_bind_int (put, 1, essaim_statement_get_int (rows, 0));
      for (int column = 1; column <= ESSAIM_N_TEXT_COLUMNS; column++)
        essaim_statement_bind_column (put, column + 1, rows, column);
      if (!put_row (connection, put, error))
        {
          essaim_statement_reset (rows);
          return FALSE;
        }
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_text_table_begin:
 * @connection: library.db, in a transaction
 *
 * To be called before the first essaim_text_table_add().
 */
void
essaim_text_table_begin (EssaimConnection *connection)
{
  /* What it met before may have been put in a transaction that was undone. */
  essaim_lexicon_forget (essaim_connection_get_lexicon (connection));
}

/**
 * essaim_text_table_put:
 * @connection: library.db, in a transaction
 * @numbers: (element-type guint32): of projects, ascending, whose texts are not in the table
 * @error: return location
 *
 * Returns: whether they are found
 */
gboolean
essaim_text_table_put (EssaimConnection *connection,
                       GArray           *numbers,
                       GError          **error)
{
  EssaimStatement *row = essaim_connection_use (connection, "SELECT " COLUMNS " FROM project_words WHERE number = ?1", error);

  if (row == NULL)
    return FALSE;

  essaim_text_table_begin (connection);
  for (guint i = 0; i < numbers->len; i++)
    {
      essaim_statement_bind_int (row, 1, g_array_index (numbers, guint32, i));
      if (!put_rows (connection, row, error))
        return FALSE;
    }

  return put_words (connection, error);
}

/**
 * essaim_text_table_add:
 * @connection: library.db, in a transaction
 * @number: of a project; higher than all before
 * @texts: (array fixed-size=4) (element-type utf8): its columns, which may be %NULL, as the view `project_words` has them
 * @error: return location
 *
 * Returns: whether it is found, after essaim_text_table_end()
 */
gboolean
essaim_text_table_add (EssaimConnection   *connection,
                       gint64              number,
                       const char * const *texts,
                       GError            **error)
{
  EssaimStatement *put = essaim_connection_use (connection, PUT_SQL, error);

  if (put == NULL)
    return FALSE;

  essaim_statement_bind_int (put, 1, number);
  for (int i = 0; i < ESSAIM_N_TEXT_COLUMNS; i++)
    essaim_statement_bind_static_text (put, i + 2, texts[i], -1);

  return put_row (connection, put, error);
}

/**
 * essaim_text_table_end:
 * @connection: library.db, in the same transaction
 * @error: return location
 *
 * Returns: whether the words that were met are found in all their forms
 */
gboolean
essaim_text_table_end (EssaimConnection *connection,
                       GError          **error)
{
  return put_words (connection, error);
}

/**
 * essaim_text_table_put_after:
 * @connection: library.db, in a transaction
 * @number: of the last project whose text is in the table
 * @error: return location
 *
 * Returns: whether all projects with a higher number are found
 */
gboolean
essaim_text_table_put_after (EssaimConnection *connection,
                             gint64            number,
                             GError          **error)
{
  EssaimStatement *rows = essaim_connection_use (connection,
    "SELECT " COLUMNS " FROM project_words WHERE number > ?1 ORDER BY number", error);

  if (rows == NULL)
    return FALSE;

  essaim_text_table_begin (connection);
  essaim_statement_bind_int (rows, 1, number);
  return put_rows (connection, rows, error) && put_words (connection, error);
}

/**
 * essaim_text_table_tidy:
 * @connection: library.db, in a transaction
 * @error: return location
 *
 * Merges a few hundred pages at most: https://sqlite.org/fts5.html#the_merge_command
 *
 * Returns: whether it was done
 */
gboolean
essaim_text_table_tidy (EssaimConnection *connection,
                        GError          **error)
{
  EssaimStatement *merge = essaim_connection_use (connection,
    "INSERT INTO project_text (project_text, rank) VALUES ('merge', 500)", error);

  return merge != NULL && essaim_statement_run (merge, error);
}
