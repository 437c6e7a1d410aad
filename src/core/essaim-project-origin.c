/* essaim-project-origin.c: whose word a field of a project is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project.h"

#include <string.h>

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * essaim_project_mark_corrected:
 * @project: a project
 * @field: one that the person corrected
 *
 * Adds the field to `corrected`, once, in its place.
 */
void
essaim_project_mark_corrected (EssaimProject *project,
                               EssaimField    field)
{
  const char *code = essaim_field_to_code (field);

  if (g_ptr_array_find_with_equal_func (project->corrected, code, g_str_equal, NULL))
    return;

  g_ptr_array_add (project->corrected, g_strdup (code));
  g_ptr_array_sort (project->corrected, compare_codes);
}

/**
 * essaim_project_read_origins:
 * @project: a project
 * @text: (nullable): what [func@essaim_origins_write] made of its origins
 *
 * Gives a project its origins back, and marks as corrected what the person gave.
 */
void
essaim_project_read_origins (EssaimProject *project,
                             const char    *text)
{
  essaim_origins_read (project->origins, text);

  for (guint i = 0; i < project->origins->len; i++)
    {
      const EssaimOrigin *origin = project->origins->pdata[i];

      if (origin->record == NULL)
        essaim_project_mark_corrected (project, origin->field);
    }
}

/**
 * essaim_project_find_source:
 * @project: a project
 * @record: (nullable): id of what a source alone says
 *
 * Returns: (transfer none) (nullable): the source
 */
const EssaimSource *
essaim_project_find_source (const EssaimProject *project,
                            const char          *record)
{
  for (guint i = 0; i < project->sources->len; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];

      if (record != NULL && g_strcmp0 (source->record, record) == 0)
        return source;
    }

  return NULL;
}

static const char *
get_name (const EssaimSource *source)
{
  return source->title != NULL ? source->title : source->feed;
}

static const char *
get_origin_name (const EssaimProject *project,
                 const EssaimOrigin  *origin,
                 const char          *person)
{
  const EssaimSource *source = essaim_project_find_source (project, origin->record);

  if (origin->record == NULL)
    return person;

  return source != NULL ? get_name (source) : origin->record;
}

/**
 * essaim_project_describe_origin:
 * @project: a project
 * @field: a field of it that says something
 * @person: what stands for the person, as “corrected by you”
 *
 * Returns: (transfer full) (nullable): the titles of the sources whose word the field is, with commas between them;
 *   %NULL where that is not known
 */
char *
essaim_project_describe_origin (const EssaimProject *project,
                                EssaimField          field,
                                const char          *person)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < project->origins->len; i++)
    {
      const EssaimOrigin *origin = project->origins->pdata[i];
      const char *name = get_origin_name (project, origin, person);

      /* Two records of one source. */
      if (origin->field == field && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }

  if (project->origins->len == 0 && project->sources->len == 1)
    g_ptr_array_add (names, (gpointer) get_name (project->sources->pdata[0]));
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}
