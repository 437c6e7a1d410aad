/* essaim-library-text.c: projects by typed text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-private.h"
#include "essaim-statement.h"
#include "essaim-text-question.h"

/* What a text finds: (element-type guint32) numbers of projects. */
typedef struct
{
  GArray *titled;   /* with all of it in the title */
  GArray *others;
} Found;

static void
found_clear (Found *found)
{
  g_clear_pointer (&found->titled, g_array_unref);
  g_clear_pointer (&found->others, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* Two queries in the order of the same numbers, side by side: what is found, and the parts, which lead to their heads. */
static gboolean
read_found (Found           *found,
            EssaimStatement *texts,
            EssaimStatement *parts,
            gboolean        *has_parts,
            GError         **error)
{
  GError *local_error = NULL;
  gboolean has_part = essaim_statement_step (parts, &local_error);

  *has_parts = FALSE;
  while (local_error == NULL && essaim_statement_step (texts, &local_error))
    {
      guint32 number = (guint32) essaim_statement_get_int (texts, 0);

      while (has_part && essaim_statement_get_int (parts, 0) < number)
        has_part = essaim_statement_step (parts, &local_error);
      if (has_part && essaim_statement_get_int (parts, 0) == number)
        {
          number = (guint32) essaim_statement_get_int (parts, 1);
          *has_parts = TRUE;
        }
      g_array_append_val (essaim_statement_get_int (texts, 1) != 0 ? found->titled : found->others, number);
    }

  essaim_statement_reset (texts);
  essaim_statement_reset (parts);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Sorts numbers, and leaves each once, unless @others has it. */
static void
fold (GArray *numbers,
      GArray *others)
{
  guint n = 0;

  g_array_sort (numbers, compare_numbers_cb);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      if ((n == 0 || g_array_index (numbers, guint32, n - 1) != number) &&
          (others == NULL || !g_array_binary_search (others, &number, compare_numbers_cb, NULL)))
        g_array_index (numbers, guint32, n++) = number;
    }
  g_array_set_size (numbers, n);
}

/* A project is found by what any of its parts says. */
static gboolean
find (EssaimLibrary    *self,
      const char       *expression,
      const GByteArray *n_phrases,
      Found            *found,
      GError          **error)
{
  EssaimStatement *texts = essaim_connection_use (self->connection,
    "SELECT rowid, essaim_in_title (project_text, ?2) FROM project_text WHERE project_text MATCH ?1 ORDER BY rowid", error);
  EssaimStatement *parts = essaim_connection_use (self->connection, "SELECT project, head FROM part ORDER BY project",
                                                  texts != NULL ? error : NULL);
  gboolean has_parts;

  if (texts == NULL || parts == NULL)
    return FALSE;

  essaim_statement_bind_text (texts, 1, expression);
  essaim_statement_bind_blob (texts, 2, n_phrases->data, n_phrases->len);
  if (!read_found (found, texts, parts, &has_parts, error))
    return FALSE;

  if (has_parts)
    {
      fold (found->titled, NULL);
      fold (found->others, found->titled);
    }
  return TRUE;
}

/**
 * essaim_library_match_text:
 * @self: the library
 * @text: what was typed: words that must all be there, the last one perhaps only begun, "phrases" in quotes
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Case, accents and French endings make no difference; articles and the like are not looked for. Any text is safe;
 * one without words finds nothing.
 *
 * Returns: (transfer full) (element-type guint32): numbers of projects: first those that have it all in the title,
 *   then the others, both in the order in which they came to the library; also of projects that no feed has any more
 */
GArray *
essaim_library_match_text (EssaimLibrary *self,
                           const char    *text,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_auto (Found) found = {
    .titled = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .others = g_array_new (FALSE, FALSE, sizeof (guint32)),
  };
  g_autoptr (GByteArray) n_phrases = NULL;
  g_autofree char *expression = NULL;
  gboolean is_done;

  if (!essaim_text_question (self->connection, text, &expression, &n_phrases, error))
    return NULL;
  if (expression == NULL)
    return g_steal_pointer (&found.titled);

  essaim_connection_set_cancellable (self->connection, cancellable);
  is_done = find (self, expression, n_phrases, &found, error);
  essaim_connection_set_cancellable (self->connection, NULL);
  if (!is_done)
    return NULL;

  if (found.others->len > 0)
    g_array_append_vals (found.titled, found.others->data, found.others->len);
  return g_steal_pointer (&found.titled);
}
