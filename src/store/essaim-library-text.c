/* essaim-library-text.c: projects by typed text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "essaim-library-private.h"
#include "essaim-statement.h"
#include "essaim-words.h"

/* Words and phrases of one question; more of them are not looked for. */
#define MAX_TERMS 32

/* A word, or a phrase in quotes. */
typedef struct
{
  const char *start;
  const char *end;
  gboolean    is_phrase;
} Term;

/**
 * essaim_library_text_has_words:
 * @text: (nullable): what was typed
 *
 * Returns: whether there is anything in it to look for
 */
gboolean
essaim_library_text_has_words (const char *text)
{
  EssaimWordScan scan;
  EssaimWord word;

  if (text == NULL)
    return FALSE;

  essaim_word_scan_init (&scan, text, strlen (text), FALSE);
  return essaim_word_scan_next (&scan, &word);
}

/* Whether a term has a word that texts are searched by. */
static gboolean
has_rare_word (const char *start,
               const char *end)
{
  EssaimWordScan scan;
  EssaimWord word;

  essaim_word_scan_init (&scan, start, end - start, FALSE);
  while (essaim_word_scan_next (&scan, &word))
    if (!essaim_word_is_common (&word))
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
  EssaimWordScan scan;
  EssaimWord word;

  essaim_word_scan_init (&scan, start, end - start, FALSE);
  while (essaim_word_scan_next (&scan, &word))
    add_term (terms, word.start, word.start + word.length, FALSE);
}

/* (element-type Term): the words outside of quotes and the phrases within; a last quote may still be missing. */
static GArray *
split_terms (const char *text)
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
      else if (has_rare_word (start, stop))
        add_term (terms, start, stop, TRUE);
    }

  return terms;
}

/* Adds its words in quotes; they have none themselves. Common ones are left out, but for one that is still being typed. */
static void
append_quoted (GString    *expression,
               const Term *term,
               gboolean    is_typed)
{
  EssaimWordScan scan;
  EssaimWord word;

  g_string_append_c (expression, '"');
  essaim_word_scan_init (&scan, term->start, term->end - term->start, FALSE);
  while (essaim_word_scan_next (&scan, &word))
    {
      if (essaim_word_is_common (&word) && !(is_typed && word.start + word.length == term->end))
        continue;
      if (expression->str[expression->len - 1] != '"')
        g_string_append_c (expression, ' ');
      g_string_append_len (expression, word.start, (gssize) word.length);
    }
  g_string_append_c (expression, '"');
}

/* The last word is perhaps only the beginning of one. */
static void
append_term (GString    *expression,
             const Term *term,
             gboolean    is_begun)
{
  gboolean has_whole = has_rare_word (term->start, term->end);

  if (expression->len > 0)
    g_string_append (expression, " AND ");

  g_string_append_c (expression, '(');
  if (has_whole)
    append_quoted (expression, term, FALSE);
  if (is_begun)
    {
      if (has_whole)
        g_string_append (expression, " OR ");
      append_quoted (expression, term, TRUE);
      g_string_append (expression, " *");
    }
  g_string_append_c (expression, ')');
}

/* (nullable): the question as FTS5 asks it; nothing but words in quotes comes from the typed text. */
static char *
text_to_expression (const char *text)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autoptr (GArray) terms = split_terms (text);
  const char *end = text + strlen (text);

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      gboolean is_last = i + 1 == terms->len;
      gboolean is_begun = is_last && (!term->is_phrase || term->end == end);
      gboolean is_typed = is_last && term->end == end;

      /* “accueil de ” is “accueil”, but “accueil de” may become “accueil de jour” or “accueil des …”, and “de” alone is looked for. */
      if (has_rare_word (term->start, term->end) || is_typed || (is_last && expression->len == 0))
        append_term (expression, term, is_begun);
    }

  return expression->len > 0 ? g_string_free (g_steal_pointer (&expression), FALSE) : NULL;
}

/* Adds the numbers that @expression finds and that are not in @found yet. */
static gboolean
find (EssaimLibrary *self,
      const char    *expression,
      GHashTable    *found,
      GArray        *numbers,
      GError       **error)
{
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT rowid FROM project_text WHERE project_text MATCH ?1 ORDER BY rowid", error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;

  essaim_statement_bind_text (query, 1, expression);
  while (essaim_statement_step (query, &local_error))
    {
      guint32 number = (guint32) essaim_statement_get_int (query, 0);

      if (g_hash_table_add (found, GUINT_TO_POINTER (number)))
        g_array_append_val (numbers, number);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_library_match_text:
 * @self: the library
 * @text: what was typed: words that must all be there, the last one perhaps only begun, "phrases" in quotes
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Case, accents and French endings make no difference; articles and the like are not looked for. Any text is safe; one without words
 * (see essaim_library_text_has_words()) finds nothing.
 *
 * Returns: (transfer full) (element-type guint32): numbers of projects: first those that have it all in the title, then the others,
 *   both in the order in which they came to the library
 */
GArray *
essaim_library_match_text (EssaimLibrary *self,
                           const char    *text,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autofree char *anywhere = text_to_expression (text);
  g_autofree char *in_title = anywhere != NULL ? g_strdup_printf ("title : (%s)", anywhere) : NULL;
  gboolean is_done;

  if (anywhere == NULL)
    return g_steal_pointer (&numbers);

  essaim_connection_set_cancellable (self->connection, cancellable);
  is_done = find (self, in_title, found, numbers, error) && find (self, anywhere, found, numbers, error);
  essaim_connection_set_cancellable (self->connection, NULL);

  return is_done ? g_steal_pointer (&numbers) : NULL;
}
