/* essaim-text-tokenizer.c: French words for SQLite's full-text tables
 *
 * In a document a word stands at one position under up to three forms (EssaimWordForms). In a question it stands for its folded form
 * or the stem of that, so that accents typed or not make no difference; as the beginning of a word for its folded form only.
 * Common words (de, la, pour …) have no position.
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
is_same (const EssaimWord *a,
         const EssaimWord *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static int
emit_forms (const EssaimWordForms *forms,
            int                    flags,
            EmitFunc               emit,
            void                  *context,
            int                    start,
            int                    end)
{
  gboolean has_stem = (flags & FTS5_TOKENIZE_DOCUMENT) != 0 && !is_same (&forms->stem, &forms->folded);
  gboolean has_folded_stem = (flags & FTS5_TOKENIZE_PREFIX) == 0 && !is_same (&forms->folded_stem, &forms->folded) &&
                             !(has_stem && is_same (&forms->folded_stem, &forms->stem));
  int code = emit (context, 0, forms->folded.start, (int) forms->folded.length, start, end);

  if (code == SQLITE_OK && has_stem)
    code = emit (context, FTS5_TOKEN_COLOCATED, forms->stem.start, (int) forms->stem.length, start, end);
  if (code == SQLITE_OK && has_folded_stem)
    code = emit (context, FTS5_TOKEN_COLOCATED, forms->folded_stem.start, (int) forms->folded_stem.length, start, end);

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
  gboolean is_prefix = (flags & FTS5_TOKENIZE_PREFIX) != 0;
  int code = SQLITE_OK;
  EssaimWordScan scan;
  EssaimWord word;

  essaim_word_scan_init (&scan, text, length, (flags & FTS5_TOKENIZE_DOCUMENT) != 0);
  while (code == SQLITE_OK && essaim_word_scan_next (&scan, &word))
    {
      int start = (int) (word.start - text);
      EssaimWordForms forms;

      essaim_stems_get_forms ((EssaimStems *) tokenizer, &word, &forms);
      if (forms.folded.length > 0 && (is_prefix || !forms.is_common))
        code = emit_forms (&forms, flags, emit, context, start, start + (int) word.length);
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
