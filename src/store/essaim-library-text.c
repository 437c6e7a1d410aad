/* essaim-library-text.c: projects by typed text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "essaim-library-private.h"
#include "essaim-statement.h"
#include "essaim-text-question.h"

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

/* Adds the numbers that @expression finds: those with all of it in the title to @titled, the rest to @others. */
static gboolean
find (EssaimLibrary    *self,
      const char       *expression,
      const GByteArray *n_phrases,
      GArray           *titled,
      GArray           *others,
      GError          **error)
{
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT rowid, essaim_in_title (project_text, ?2) FROM project_text WHERE project_text MATCH ?1 ORDER BY rowid", error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;

  essaim_statement_bind_text (query, 1, expression);
  essaim_statement_bind_blob (query, 2, n_phrases->data, n_phrases->len);
  while (essaim_statement_step (query, &local_error))
    {
      guint32 number = (guint32) essaim_statement_get_int (query, 0);

      g_array_append_val (essaim_statement_get_int (query, 1) != 0 ? titled : others, number);
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
 * Case, accents and French endings make no difference; articles and the like are not looked for. Any text is safe;
 * one without words (see essaim_library_text_has_words()) finds nothing.
 *
 * Returns: (transfer full) (element-type guint32): numbers of projects: first those that have it all in the title,
 *   then the others, both in the order in which they came to the library
 */
GArray *
essaim_library_match_text (EssaimLibrary *self,
                           const char    *text,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GByteArray) n_phrases = NULL;
  g_autofree char *expression = NULL;
  gboolean is_done;

  if (!essaim_text_question (self->connection, text, &expression, &n_phrases, error))
    return NULL;
  if (expression == NULL)
    return g_steal_pointer (&numbers);

  essaim_connection_set_cancellable (self->connection, cancellable);
  is_done = find (self, expression, n_phrases, numbers, others, error);
  essaim_connection_set_cancellable (self->connection, NULL);
  if (!is_done)
    return NULL;

  if (others->len > 0)
    g_array_append_vals (numbers, others->data, others->len);
  return g_steal_pointer (&numbers);
}
