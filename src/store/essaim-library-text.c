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

/**
 * essaim_library_text_has_words:
 * @text: (nullable): what was typed
 *
 * Returns: whether there is anything in it to look for
 */
gboolean
essaim_library_text_has_words (const char *text)
{
  const char *cursor = text;
  EssaimWord word;

  return text != NULL && essaim_words_next (&cursor, text + strlen (text), TRUE, &word);
}

/* Adds a quoted phrase of the words up to @end; a word has no quotes in it. */
static void
append_phrase (GString    *expression,
               const char *start,
               const char *end)
{
  const char *cursor = start;
  EssaimWord word;

  g_string_append_c (expression, '"');
  while (essaim_words_next (&cursor, end, TRUE, &word))
    {
      if (expression->str[expression->len - 1] != '"')
        g_string_append_c (expression, ' ');
      g_string_append_len (expression, word.start, (gssize) word.length);
    }
  g_string_append_c (expression, '"');
}

/* A word that is perhaps still being typed is also the beginning of others. */
static void
append_term (GString    *expression,
             const char *start,
             const char *end,
             gboolean    is_last)
{
  if (expression->len > 0)
    g_string_append (expression, " AND ");

  g_string_append_c (expression, '(');
  append_phrase (expression, start, end);
  if (is_last)
    {
      g_string_append (expression, " OR ");
      append_phrase (expression, start, end);
      g_string_append (expression, " *");
    }
  g_string_append_c (expression, ')');
}

static gboolean
has_word (const char *start,
          const char *end)
{
  EssaimWord word;

  return essaim_words_next (&start, end, TRUE, &word);
}

/* A term for each word of a part without quotes. */
static guint
append_words (GString    *expression,
              const char *start,
              const char *end,
              gboolean    is_last,
              guint       room)
{
  const char *cursor = start;
  guint n = 0;
  EssaimWord word;

  while (n < room && essaim_words_next (&cursor, end, TRUE, &word))
    {
      append_term (expression, word.start, word.start + word.length, is_last && !has_word (cursor, end));
      n++;
    }

  return n;
}

/* (nullable): the question as FTS5 asks it; nothing but words in quotes comes from the typed text. */
static char *
text_to_expression (const char *text)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  const char *end = text + strlen (text);
  gboolean is_quoted = FALSE;
  guint n = 0;

  for (const char *start = text, *stop; start <= end && n < MAX_TERMS; start = stop + 1, is_quoted = !is_quoted)
    {
      gboolean is_last;

      stop = memchr (start, '"', end - start);
      if (stop == NULL)
        stop = end;
      is_last = stop == end || !has_word (stop, end);

      if (!is_quoted)
        n += append_words (expression, start, stop, is_last && stop == end, MAX_TERMS - n);
      else if (has_word (start, stop))
        {
          append_term (expression, start, stop, stop == end);
          n++;
        }
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
 * Case, accents and French endings make no difference. Any text is safe; one without words (see
 * essaim_library_text_has_words()) finds nothing.
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
