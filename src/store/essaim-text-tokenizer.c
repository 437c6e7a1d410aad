/* essaim-text-tokenizer.c: French words for SQLite's full-text tables, and which matches are in the title
 *
 * A word is indexed under its folded form alone: no case, no accents. Other forms of it are found by the table
 * `word`, which is cheaper than to index each word under its stem as well. Common words (de, la, pour …) have no
 * position; e-mail addresses and telephone numbers of a document have none either.
 * https://sqlite.org/fts5.html#custom_tokenizers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text-tokenizer.h"

typedef int (*EmitFunc) (void *context, int flags, const char *token, int length, int start, int end);

static int
create_cb (void           *lexicon,
           const char    **arguments,
           int             n_arguments,
           Fts5Tokenizer **tokenizer)
{
  *tokenizer = lexicon;

  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
}

static int
tokenize_cb (Fts5Tokenizer *tokenizer,
             void          *context,
             int            flags,
             const char    *text,
             int            length,
             EmitFunc       emit)
{
  EssaimLexicon *lexicon = (EssaimLexicon *) tokenizer;
  gboolean is_begun = (flags & FTS5_TOKENIZE_PREFIX) != 0;
  int code = SQLITE_OK;
  EssaimTextScan scan;
  EssaimTextWord word;

  essaim_text_scan_init (&scan, text, length, (flags & FTS5_TOKENIZE_DOCUMENT) != 0);
  while (code == SQLITE_OK && essaim_text_scan_next (&scan, &word))
    {
      const char *end = word.start + word.length;
      const EssaimTextWord *form;
      EssaimLexeme lexeme;

      essaim_lexicon_look_up (lexicon, &word, &lexeme);
      form = is_begun && end == text + length ? &lexeme.begun : &lexeme.folded;
      if (form->length > 0 && (is_begun || !lexeme.is_common))
        code = emit (context, 0, form->start, (int) form->length, (int) (word.start - text), (int) (end - text));
    }

  return code;
}

static gboolean
is_phrase_in_title (const Fts5ExtensionApi *api,
                    Fts5Context            *context,
                    int                     phrase)
{
  Fts5PhraseIter iter;
  int column = -1;

  return api->xPhraseFirstColumn (context, phrase, &iter, &column) == SQLITE_OK && column == 0;
}

/* `essaim_in_title (TABLE, N_PHRASES)`: whether each term of the question is in the first column. That costs little once the row is
 * found, while asking again for this column alone costs as much as the first time. */
static void
in_title_cb (const Fts5ExtensionApi *api,
             Fts5Context            *context,
             sqlite3_context        *result,
             int                     n_values,
             sqlite3_value         **values)
{
  const guint8 *n_phrases = n_values == 1 ? sqlite3_value_blob (values[0]) : NULL;
  int n_terms = n_values == 1 ? sqlite3_value_bytes (values[0]) : 0;
  gboolean is_there = TRUE;

  for (int term = 0, phrase = 0; is_there && term < n_terms; phrase += n_phrases[term++])
    {
      is_there = FALSE;
      for (int i = 0; !is_there && i < n_phrases[term]; i++)
        is_there = is_phrase_in_title (api, context, phrase + i);
    }

  sqlite3_result_int (result, is_there);
}

/* https://sqlite.org/fts5.html#extending_fts5 */
static fts5_api *
find_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  return api;
}

/**
 * essaim_text_tokenizer_register:
 * @handle: an open database
 * @lexicon: what folds the words; must outlive the database
 *
 * Makes `tokenize = 'essaim'` and `essaim_in_title ()` known to it.
 *
 * Returns: whether this SQLite has full-text search
 */
gboolean
essaim_text_tokenizer_register (sqlite3       *handle,
                                EssaimLexicon *lexicon)
{
  fts5_tokenizer functions = { create_cb, delete_cb, tokenize_cb };
  fts5_api *api = find_api (handle);

  return api != NULL &&
         api->xCreateTokenizer (api, "essaim", lexicon, &functions, NULL) == SQLITE_OK &&
         api->xCreateFunction (api, "essaim_in_title", NULL, in_title_cb, NULL) == SQLITE_OK;
}
