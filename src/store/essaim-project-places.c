/* essaim-project-places.c: the names and codes that a project is found by where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-places.h"

#include <string.h>

/* Bytes of place names, and of other titles, that one project is searched by. */
#define LINES_MAX 16384
/* Only Paris, Lyon and Marseille have more: one for each arrondissement, most of which are elsewhere. */
#define POSTCODES_MAX 8

static gboolean
has_line (const GString *lines,
          const char    *text,
          gsize          length)
{
  const char *end = lines->str + lines->len;

  for (const char *p = lines->str; (p = memmem (p, end - p, text, length)) != NULL; p += length)
    if ((p == lines->str || p[-1] == '\n') && (p[length] == '\n' || p + length == end))
      return TRUE;

  return FALSE;
}

static void
add_line (GString    *lines,
          const char *text,
          gsize       length)
{
  if (length == 0 || lines->len + length > LINES_MAX || has_line (lines, text, length))
    return;

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append_len (lines, text, length);
}

/**
 * essaim_lines_add:
 * @lines: a list of texts, one a line
 * @text: (nullable): a text of one line
 *
 * Adds the text unless it is %NULL or empty, the list has it, or is as long as it may be.
 */
void
essaim_lines_add (GString    *lines,
                  const char *text)
{
  if (text != NULL)
    add_line (lines, text, strlen (text));
}

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == ' ';

  return n;
}

/* A commune is known by all of its postcodes, whichever of them the feed gives. */
static void
add_postcodes (GString         *places,
               EssaimGazetteer *gazetteer,
               const EssaimRow *row)
{
  guint commune = essaim_gazetteer_resolve_code (gazetteer, row->texts[ESSAIM_ROW_INSEE], NULL, NULL);
  const char *postcodes;

  if (commune == ESSAIM_NO_COMMUNE)
    return;

  postcodes = essaim_gazetteer_get_commune (gazetteer, commune)->postcodes;
  if (count_words (postcodes) > POSTCODES_MAX)
    return;

  for (gsize length; *postcodes != '\0'; postcodes += length + (postcodes[length] != '\0'))
    {
      length = strcspn (postcodes, " ");
      add_line (places, postcodes, length);
    }
}

static void
add_department (GString         *places,
                EssaimGazetteer *gazetteer,
                const EssaimRow *row)
{
  const char *code = row->texts[ESSAIM_ROW_DEPARTMENT];
  guint index = code != NULL ? essaim_gazetteer_resolve_department (gazetteer, code) : ESSAIM_NO_DEPARTMENT;
  const EssaimDepartment *department;

  if (index == ESSAIM_NO_DEPARTMENT)
    return;

  department = essaim_gazetteer_get_department (gazetteer, index);
  essaim_lines_add (places, department->code);
  essaim_lines_add (places, department->name);
}

/**
 * essaim_project_places_add:
 * @places: a list of texts, one a line
 * @gazetteer: (nullable): postcodes and names of departments
 * @row: a row of the project
 *
 * Adds commune, postcodes and department of the row's site.
 */
void
essaim_project_places_add (GString         *places,
                           EssaimGazetteer *gazetteer,
                           const EssaimRow *row)
{
  essaim_lines_add (places, row->texts[ESSAIM_ROW_COMMUNE]);
  essaim_lines_add (places, row->texts[ESSAIM_ROW_POSTCODE]);
  if (gazetteer != NULL)
    {
      add_postcodes (places, gazetteer, row);
      add_department (places, gazetteer, row);
    }
}
