/* essaim-text-cell.c: texts that a spreadsheet must not take for formulas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <string.h>

/* Spreadsheets evaluate cells that begin so (OWASP, “CSV Injection”). */
#define FORMULA_SIGNS "=+-@\t\r"

/* `-4.5` is a number, and stays one. */
static gboolean
is_negative_number (const char *text)
{
  const char *rest;

  if (text[0] != '-' || !g_ascii_isdigit (text[1]))
    return FALSE;

  rest = text + 1 + strspn (text + 1, "0123456789");
  if (*rest == '.' || *rest == ',')
    rest += 1 + strspn (rest + 1, "0123456789");

  return *rest == '\0';
}

/**
 * essaim_text_guard_cell:
 * @text: a text
 *
 * Keeps a spreadsheet from evaluating a text: where it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, a
 * `'` goes before it, unless it is a plain number like `-4.5`. Where such a beginning has `'` before it already, one
 * more does, so that [func@essaim_text_unguard_cell] gives every text back.
 *
 * Returns: (transfer full): the text for a cell
 */
char *
essaim_text_guard_cell (const char *text)
{
  const char *start = text + strspn (text, "'");

  if (*start == '\0' || strchr (FORMULA_SIGNS, *start) == NULL || is_negative_number (text))
    return g_strdup (text);

  return g_strconcat ("'", text, NULL);
}

/**
 * essaim_text_unguard_cell:
 * @cell: a cell of a file that was written with guarded cells; of other files a `'` belongs to the text
 *
 * Returns: (transfer full): the text as it was before [func@essaim_text_guard_cell]
 */
char *
essaim_text_unguard_cell (const char *cell)
{
  const char *start = cell + strspn (cell, "'");

  return g_strdup (start > cell && *start != '\0' && strchr (FORMULA_SIGNS, *start) != NULL ? cell + 1 : cell);
}
