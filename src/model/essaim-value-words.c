/* essaim-value-words.c: a value of a project's field, as a person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-value-words.h"

#include "essaim-position.h"

static char *
describe_themes (const char   *value,
                 EssaimThemes *themes)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint theme;

  for (guint i = 0; codes[i] != NULL; i++)
    if (essaim_themes_lookup (themes, codes[i], &theme) && theme < ESSAIM_N_THEMES)
      g_ptr_array_add (labels, (char *) essaim_themes_get_label (themes, theme));
  g_ptr_array_add (labels, NULL);

  return g_strjoinv (", ", (char **) labels->pdata);
}

static char *
describe_audiences (const char *value)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  EssaimAudience audience;

  for (guint i = 0; codes[i] != NULL; i++)
    if (essaim_audience_from_code (codes[i], &audience))
      g_ptr_array_add (labels, (char *) essaim_audience_get_label (audience));
  g_ptr_array_add (labels, NULL);

  return g_strjoinv (", ", (char **) labels->pdata);
}

/* Its commune and department, and the point where there is one; a point at sea has only that. */
static char *
describe_position (const char      *value,
                   EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (project);
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *place = NULL;
  guint department;

  essaim_position_apply (value, site, reference);
  department = site->department != NULL ? essaim_gazetteer_resolve_department (gazetteer, site->department)
                                        : ESSAIM_NO_DEPARTMENT;
  if (site->commune != NULL)
    g_ptr_array_add (parts, site->commune);
  if (department != ESSAIM_NO_DEPARTMENT)
    g_ptr_array_add (parts, (char *) essaim_gazetteer_get_department (gazetteer, department)->name);
  g_ptr_array_add (parts, NULL);
  place = g_strjoinv (", ", (char **) parts->pdata);
  if (site->precision != ESSAIM_PRECISION_POINT)
    return g_steal_pointer (&place);

  return g_strdup_printf ("%s (%s, %s)", place, g_ascii_formatd (lat, sizeof lat, "%.5f", site->lat),
                          g_ascii_formatd (lon, sizeof lon, "%.5f", site->lon));
}

/**
 * essaim_value_describe:
 * @field: a field that can be corrected
 * @value: (nullable): in the text form of a correction
 * @reference: the shipped facts
 *
 * Returns: (transfer full) (nullable): the value in words; %NULL: of no value
 */
char *
essaim_value_describe (EssaimField      field,
                       const char      *value,
                       EssaimReference *reference)
{
  EssaimKind kind;

  if (value == NULL)
    return NULL;
  if (field == ESSAIM_FIELD_THEMES)
    return describe_themes (value, essaim_reference_get_themes (reference));
  if (field == ESSAIM_FIELD_AUDIENCES)
    return describe_audiences (value);
  if (field == ESSAIM_FIELD_POSITION)
    return describe_position (value, reference);
  if (field == ESSAIM_FIELD_KIND && essaim_kind_from_code (value, &kind))
    return g_strdup (essaim_kind_get_label (kind));

  return g_strdup (value);
}
