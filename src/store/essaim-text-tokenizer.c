/* essaim-text-tokenizer.c: French words for SQLite's full-text tables
 *
 * In a document a word stands at one position under up to three forms (EssaimWordForms). In a question it stands for its folded form
 * or the stem of that, so that accents typed or not make no difference; as the beginning of a word for its folded form only.
 * https://sqlite.org/fts5.html#custom_tokenizers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text-tokenizer.h"

#include <string.h>

#include "essaim-words.h"

typedef int (*EmitFunc) (void *context, int flags, const char *token, int length, int start, int end);

static int
create_cb (void           *user_data,
           const char    **arguments,
           int             n_arguments,
           Fts5Tokenizer **tokenizer)
{
  *tokenizer = (Fts5Tokenizer *) essaim_stems_new ();

  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
  essaim_stems_free ((EssaimStems *) tokenizer);
}

static gboolean
is_same (const char *a,
         guint8      a_length,
         const char *b,
         guint8      b_length)
{
  return a_length == b_length && memcmp (a, b, a_length) == 0;
}

static int
emit_forms (const EssaimWordForms *forms,
            int                    flags,
            EmitFunc               emit,
            void                  *context,
            int                    start,
            int                    end)
{
  gboolean has_stem = (flags & FTS5_TOKENIZE_DOCUMENT) != 0 &&
                      !is_same (forms->stem, forms->stem_length, forms->folded, forms->folded_length);
  gboolean has_folded_stem = (flags & FTS5_TOKENIZE_PREFIX) == 0 &&
                             !is_same (forms->folded_stem, forms->folded_stem_length, forms->folded, forms->folded_length);
  int code = emit (context, 0, forms->folded, forms->folded_length, start, end);

  if (has_stem && has_folded_stem)
    has_folded_stem = !is_same (forms->stem, forms->stem_length, forms->folded_stem, forms->folded_stem_length);
  if (code == SQLITE_OK && has_stem)
    code = emit (context, FTS5_TOKEN_COLOCATED, forms->stem, forms->stem_length, start, end);
  if (code == SQLITE_OK && has_folded_stem)
    code = emit (context, FTS5_TOKEN_COLOCATED, forms->folded_stem, forms->folded_stem_length, start, end);

  return code;
}

static int
tokenize_cb (Fts5Tokenizer *tokenizer,
             void          *context,
             int            flags,
             const char    *text,
             int            length,
             EmitFunc       emit)
{
  gboolean is_question = (flags & FTS5_TOKENIZE_QUERY) != 0;
  const char *cursor = text;
  const char *end = text + length;
  int code = SQLITE_OK;
  EssaimWord word;

  while (code == SQLITE_OK && essaim_words_next (&cursor, end, is_question, &word))
    {
      const EssaimWordForms *forms = essaim_stems_get_forms ((EssaimStems *) tokenizer, &word);
      int start = (int) (word.start - text);

      if (forms->folded_length > 0)
        code = emit_forms (forms, flags, emit, context, start, start + (int) word.length);
    }

  return code;
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
 *
 * Makes `tokenize = 'essaim'` known to it.
 *
 * Returns: whether this SQLite has full-text search
 */
gboolean
essaim_text_tokenizer_register (sqlite3 *handle)
{
  fts5_tokenizer functions = { create_cb, delete_cb, tokenize_cb };
  fts5_api *api = find_api (handle);

  return api != NULL && api->xCreateTokenizer (api, "essaim", NULL, &functions, NULL) == SQLITE_OK;
}
