/* essaim-text-question.c: typed text as FTS5 is asked for it
 *
 * `mobilités sol` becomes ("mobilités" OR "mobilite" OR "mobilites") AND ("sol" OR "sol" OR "sols" OR "sol" *): a word is looked for as
 * typed and in all forms that the texts have of it; the last one may be only begun. Accents are folded before anything else, so that
 * typing them or not makes no difference. Nothing but words in quotes comes from the typed text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text-question.h"

#include <string.h>

#include "essaim-statement.h"

/* Words and phrases of one question; more of them are not looked for. */
#define MAX_TERMS 32
/* Forms of one word. */
#define MAX_FORMS "50"

/* The typed word ?1 has the stem ?2, and ?3 if its last e is é, which is sure where ?5; ?4 is ?3 without the accent. `renove` is *rénové*
 * when the texts have that, or else when they have no *rénove*; so `anne` is not *année*. */
#define FORMS_SQL \
  "SELECT folded FROM word WHERE stem = ?2 UNION " \
  "SELECT folded FROM word WHERE stem = ?3 AND " \
  "(?5 OR EXISTS (SELECT 1 FROM word WHERE stem = ?3 AND folded IN (?1, ?4)) OR " \
  "NOT EXISTS (SELECT 1 FROM word WHERE stem = ?2 AND folded = ?4)) LIMIT " MAX_FORMS

/** Term: a word, or a phrase in quotes. */
typedef struct
{
  const char *start;
  const char *end;
  gboolean    is_phrase;
} Term;

typedef struct
{
  EssaimLexicon   *lexicon;
  EssaimStatement *forms;
  GString         *expression;
  GByteArray      *n_phrases;    /* of each term */
} Question;

static gboolean
is_common (Question             *question,
           const EssaimTextWord *word)
{
  EssaimLexeme lexeme;

  essaim_lexicon_look_up (question->lexicon, word, &lexeme);
  return lexeme.is_common;
}

/* Whether a term has a word that texts are searched by. */
static gboolean
has_rare_word (Question   *question,
               const char *start,
               const char *end)
{
  EssaimTextScan scan;
  EssaimTextWord word;

  essaim_text_scan_init (&scan, start, end - start, FALSE);
  while (essaim_text_scan_next (&scan, &word))
    if (!is_common (question, &word))
      return TRUE;

  return FALSE;
}

static void
add_term (GArray     *terms,
          const char *start,
          const char *end,
          gboolean    is_phrase)
{
  Term term = { start, end, is_phrase };

  if (terms->len < MAX_TERMS)
    g_array_append_val (terms, term);
}

static void
add_words (GArray     *terms,
           const char *start,
           const char *end)
{
  EssaimTextScan scan;
  EssaimTextWord word;

  essaim_text_scan_init (&scan, start, end - start, FALSE);
  while (essaim_text_scan_next (&scan, &word))
    add_term (terms, word.start, word.start + word.length, FALSE);
}

/* (element-type Term): the words outside of quotes and the phrases within; a last quote may still be missing. */
static GArray *
split_terms (Question   *question,
             const char *text)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));
  const char *end = text + strlen (text);
  gboolean is_phrase = FALSE;

  for (const char *start = text, *stop; start <= end; start = stop + 1, is_phrase = !is_phrase)
    {
      stop = memchr (start, '"', end - start);
      if (stop == NULL)
        stop = end;

      if (!is_phrase)
        add_words (terms, start, stop);
      else if (has_rare_word (question, start, stop))
        add_term (terms, start, stop, TRUE);
    }

  return terms;
}

/* Adds the words of a term as one phrase; they have no quotes in them. Common ones are left out, but for one still being typed. */
static void
append_phrase (Question   *question,
               const Term *term,
               gboolean    is_typed)
{
  GString *expression = question->expression;
  EssaimTextScan scan;
  EssaimTextWord word;

  question->n_phrases->data[question->n_phrases->len - 1]++;
  g_string_append_c (expression, '"');
  essaim_text_scan_init (&scan, term->start, term->end - term->start, FALSE);
  while (essaim_text_scan_next (&scan, &word))
    {
      if (is_common (question, &word) && !(is_typed && word.start + word.length == term->end))
        continue;
      if (expression->str[expression->len - 1] != '"')
        g_string_append_c (expression, ' ');
      g_string_append_len (expression, word.start, (gssize) word.length);
    }
  g_string_append_c (expression, '"');
}

static void
bind_word (EssaimStatement    *forms,
           const EssaimLexeme *lexeme)
{
  EssaimStem typed, stem;

  essaim_statement_bind_static_text (forms, 1, lexeme->folded.start, (gssize) lexeme->folded.length);
  essaim_inflection_get_stem (&lexeme->folded, FALSE, stem);
  essaim_statement_bind_text (forms, 2, stem);

  essaim_lexeme_get_stem (lexeme, typed);
  essaim_inflection_get_stem (&lexeme->folded, TRUE, stem);
  essaim_statement_bind_text (forms, 3, stem);
  essaim_statement_bind_int (forms, 5, strcmp (typed, stem) == 0);
  essaim_inflection_drop_acute (stem);
  essaim_statement_bind_text (forms, 4, stem);
}

/* Adds the forms that the texts have of a word. */
static gboolean
append_forms (Question   *question,
              const Term *term,
              GError    **error)
{
  EssaimTextWord word = { term->start, term->end - term->start };
  EssaimLexeme lexeme;
  GError *local_error = NULL;

  essaim_lexicon_look_up (question->lexicon, &word, &lexeme);
  bind_word (question->forms, &lexeme);
  while (essaim_statement_step (question->forms, &local_error))
    {
      g_string_append_printf (question->expression, " OR \"%s\"", essaim_statement_get_text (question->forms, 0));
      question->n_phrases->data[question->n_phrases->len - 1]++;
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static gboolean
append_term (Question   *question,
             const Term *term,
             gboolean    is_begun,
             GError    **error)
{
  GString *expression = question->expression;
  gboolean has_whole = has_rare_word (question, term->start, term->end);

  g_byte_array_append (question->n_phrases, (const guint8[]) { 0 }, 1);
  g_string_append (expression, expression->len > 0 ? " AND (" : "(");
  if (has_whole)
    {
      append_phrase (question, term, FALSE);
      if (!term->is_phrase && !append_forms (question, term, error))
        return FALSE;
    }
  if (is_begun)
    {
      if (has_whole)
        g_string_append (expression, " OR ");
      append_phrase (question, term, TRUE);
      g_string_append (expression, " *");
    }
  g_string_append_c (expression, ')');

  return TRUE;
}

static gboolean
append_terms (Question   *question,
              const char *text,
              GError    **error)
{
  g_autoptr (GArray) terms = split_terms (question, text);
  const char *end = text + strlen (text);

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      gboolean is_last = i + 1 == terms->len;
      gboolean is_typed = is_last && term->end == end;
      gboolean is_begun = is_last && (!term->is_phrase || is_typed);

      /* “accueil de ” is “accueil”, but “accueil de” may become “accueil de jour” or “accueil des …”, and “de” alone is looked for. */
      if (!has_rare_word (question, term->start, term->end) && !is_typed && !(is_last && question->expression->len == 0))
        continue;
      if (!append_term (question, term, is_begun, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_text_question:
 * @connection: library.db
 * @text: what was typed, anything
 * @expression: (out) (nullable) (transfer full): what FTS5 is to match, safe to bind; %NULL without a word
 * @n_phrases: (out) (transfer full) (element-type guint8): how many phrases of it each term is: it is there where one of them is
 * @error: return location
 *
 * Returns: whether the forms of the words could be looked up
 */
gboolean
essaim_text_question (EssaimConnection *connection,
                      const char       *text,
                      char            **expression,
                      GByteArray      **n_phrases,
                      GError          **error)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GByteArray) counts = g_byte_array_new ();
  Question question = {
    .lexicon = essaim_connection_get_lexicon (connection),
    .forms = essaim_connection_use (connection, FORMS_SQL, error),
    .expression = string,
    .n_phrases = counts,
  };

  *expression = NULL;
  *n_phrases = NULL;
  if (question.forms == NULL || !append_terms (&question, text, error))
    return FALSE;

  if (string->len > 0)
    *expression = g_string_free (g_steal_pointer (&string), FALSE);
  *n_phrases = g_steal_pointer (&counts);
  return TRUE;
}
