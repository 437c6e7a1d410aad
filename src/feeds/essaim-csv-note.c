/* essaim-csv-note.c: lines below a table that are no rows of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-note.h"

#include <string.h>

#include "essaim-text.h"

/* What comes before the colon of a remark, folded. */
static const char * const beginnings[] = {
  "source", "sources", "note", "notes", "nb", "n.b.", "legende", "champ", "lecture", "remarque", "mise a jour",
  "date de mise a jour", "derniere mise a jour", "last update", "updated", "licence",
};

/* No beginning is longer, in bytes. */
#define BEGINNING_MAX 40

/* `*`, `(1)`, `[2]` */
static gboolean
is_mark (const char *text,
         gsize       length)
{
  gboolean is_bracketed = length > 3 && strchr ("([", text[0]) != NULL && strchr (")]", text[2]) != NULL
                          && (g_ascii_isdigit (text[1]) || text[1] == '*');

  return length > 1 && (*text == '*' || is_bracketed);
}

/**
 * essaim_csv_note_is_one:
 * @text: (array length=length): the only cell of a row that says something, the first one
 * @length: its bytes
 *
 * Returns: whether it is a remark on the table: `Source : …`, `* estimation`
 */
gboolean
essaim_csv_note_is_one (const char *text,
                        gsize       length)
{
  const char *colon = memchr (text, ':', MIN (length, BEGINNING_MAX));
  g_autofree char *start = NULL;
  g_autofree char *folded = NULL;

  if (is_mark (text, length))
    return TRUE;
  if (colon == NULL)
    return FALSE;

  start = g_strndup (text, colon - text);
  folded = essaim_text_fold (start);
  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_equal (folded, beginnings[i]))
      return TRUE;

  return FALSE;
}
