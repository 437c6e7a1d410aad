/* essaim-correction.c: one field of a project as the person says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correction.h"

#include <string.h>

#include "essaim-position.h"

static char *
dup_value (const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * essaim_correction_new:
 * @record: id of the part whose field it is
 * @field: one that can be corrected
 * @value: (nullable): in text form, as [func@essaim_correction_parse] gives it; %NULL or "": the project has none
 * @theirs: (nullable): what the record says now; %NULL or "": nothing
 * @date: (nullable): now, ISO 8601
 *
 * Returns: (transfer full): a correction
 */
EssaimCorrection *
essaim_correction_new (const char  *record,
                       EssaimField  field,
                       const char  *value,
                       const char  *theirs,
                       const char  *date)
{
  EssaimCorrection *correction = g_new0 (EssaimCorrection, 1);

  correction->record = g_strdup (record);
  correction->field = field;
  correction->value = dup_value (value);
  correction->theirs = dup_value (theirs);
  correction->date = g_strdup (date);

  return correction;
}

/**
 * essaim_correction_copy:
 * @correction: a correction
 *
 * Returns: (transfer full): another one that is equal
 */
EssaimCorrection *
essaim_correction_copy (const EssaimCorrection *correction)
{
  return essaim_correction_new (correction->record, correction->field, correction->value, correction->theirs,
                                correction->date);
}

/**
 * essaim_correction_free:
 * @correction: (transfer full): a correction
 */
void
essaim_correction_free (EssaimCorrection *correction)
{
  g_free (correction->record);
  g_free (correction->value);
  g_free (correction->theirs);
  g_free (correction->date);
  g_free (correction);
}

static void
apply_themes (EssaimProject *project,
              const char    *value,
              EssaimThemes  *themes)
{
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", " ", -1);

  memset (project->themes, 0, sizeof project->themes);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint theme;

      if (essaim_themes_lookup (themes, codes[i], &theme) && theme < ESSAIM_N_THEMES)
        project->themes[theme] = ESSAIM_THEME_HOW_PERSON;
    }
}

static void
apply_audiences (EssaimProject *project,
                 const char    *value)
{
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", " ", -1);

  project->audiences = 0;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      EssaimAudience audience;

      if (essaim_audience_from_code (codes[i], &audience))
        project->audiences |= 1u << audience;
    }
}

static void
apply_kind (EssaimProject *project,
            const char    *value)
{
  essaim_kind_from_code (value, &project->kind);
}

/* The place of a project with several sites is that of the first. */
static void
apply_position (EssaimProject   *project,
                const char      *value,
                EssaimReference *reference)
{
  EssaimSite *site = project->sites->len > 0 ? project->sites->pdata[0] : essaim_project_add_site (project);

  essaim_position_apply (value, site, reference);
}

/**
 * essaim_correction_apply:
 * @project: a project
 * @correction: what the person says of it
 * @reference: the shipped facts
 *
 * Gives a project the person's value, whatever it says itself, and marks the field as corrected. Themes and audiences
 * are replaced as a whole: the person may take one away.
 */
void
essaim_correction_apply (EssaimProject          *project,
                         const EssaimCorrection *correction,
                         EssaimReference        *reference)
{
  if (correction->field == ESSAIM_FIELD_THEMES)
    apply_themes (project, correction->value, essaim_reference_get_themes (reference));
  else if (correction->field == ESSAIM_FIELD_AUDIENCES)
    apply_audiences (project, correction->value);
  else if (correction->field == ESSAIM_FIELD_KIND)
    apply_kind (project, correction->value);
  else if (correction->field == ESSAIM_FIELD_POSITION)
    apply_position (project, correction->value, reference);
  else
    essaim_project_set_text (project, correction->field, correction->value);

  essaim_project_mark_corrected (project, correction->field);
}

static void
append_code (GString    *codes,
             const char *code)
{
  if (codes->len > 0)
    g_string_append_c (codes, ' ');
  g_string_append (codes, code);
}

static char *
write_themes (const EssaimProject *project,
              EssaimThemes        *themes)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
      append_code (codes, essaim_themes_get_code (themes, i));

  return g_string_free (codes, codes->len == 0);
}

static char *
write_audiences (const EssaimProject *project)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    if (project->audiences & 1u << i)
      append_code (codes, essaim_audience_to_code ((EssaimAudience) i));

  return g_string_free (codes, codes->len == 0);
}

/**
 * essaim_correction_get_theirs:
 * @project: a project, or what one record says
 * @field: one that can be corrected
 * @reference: the shipped facts
 *
 * Returns: (transfer full) (nullable): what it says of the field, in text form; %NULL: nothing
 */
char *
essaim_correction_get_theirs (const EssaimProject *project,
                              EssaimField          field,
                              EssaimReference     *reference)
{
  if (field == ESSAIM_FIELD_THEMES)
    return write_themes (project, essaim_reference_get_themes (reference));
  if (field == ESSAIM_FIELD_AUDIENCES)
    return write_audiences (project);
  if (field == ESSAIM_FIELD_KIND)
    return g_strdup (essaim_kind_to_code (project->kind));
  if (field == ESSAIM_FIELD_POSITION && project->sites->len > 0)
    return essaim_position_of_site (project->sites->pdata[0]);

  return g_strdup (essaim_project_get_text (project, field));
}

static const EssaimProject *
find_part (GPtrArray  *parts,
           const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (((const EssaimProject *) parts->pdata[i])->id, id) == 0)
      return parts->pdata[i];

  return NULL;
}

/**
 * essaim_correction_is_stale:
 * @correction: what the person said
 * @parts: (element-type EssaimProject): the records of the project as they are now
 * @reference: the shipped facts
 *
 * A source that has come to say what the person says is no reason to ask: the correction is not stale, only no longer
 * needed. Neither is a point that was computed again, within 50 m.
 *
 * Returns: whether the record says something else now than it did when the person corrected it
 */
gboolean
essaim_correction_is_stale (const EssaimCorrection *correction,
                            GPtrArray              *parts,
                            EssaimReference        *reference)
{
  const EssaimProject *part = find_part (parts, correction->record);
  g_autofree char *theirs = NULL;

  if (part == NULL)
    return FALSE;

  theirs = essaim_correction_get_theirs (part, correction->field, reference);
  if (g_strcmp0 (theirs, correction->value) == 0)
    return FALSE;
  if (correction->field == ESSAIM_FIELD_POSITION)
    return !essaim_position_is_near (theirs, correction->theirs);

  return g_strcmp0 (theirs, correction->theirs) != 0;
}
