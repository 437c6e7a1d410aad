/* essaim-project.c: projects as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project.h"

#include <math.h>

static void
site_free (EssaimSite *site)
{
  g_free (site->address);
  g_free (site->postcode);
  g_free (site->commune);
  g_free (site->insee);
  g_free (site->arrondissement);
  g_free (site->department);
  g_free (site);
}

static void
source_free (EssaimSource *source)
{
  g_free (source->record);
  g_free (source->feed);
  g_free (source->title);
  g_free (source->source_id);
  g_free (source->page);
  g_free (source->licence);
  g_free (source->updated);
  g_free (source->first_seen);
  g_free (source->last_seen);
  g_free (source);
}

static void
project_free (EssaimProject *project)
{
  g_free (project->id);
  g_free (project->title);
  g_free (project->summary);
  g_free (project->description);
  g_free (project->organisation);
  g_free (project->website);
  g_free (project->status);
  g_free (project->since);
  g_free (project->opens);
  g_free (project->deadline);
  g_free (project->perimeter);
  g_free (project->siret);
  g_free (project->rna);
  g_free (project->email);
  g_free (project->phone);
  g_ptr_array_unref (project->declared);
  g_ptr_array_unref (project->sites);
  g_ptr_array_unref (project->sources);
  g_ptr_array_unref (project->corrected);
  g_ptr_array_unref (project->origins);
  g_free (project);
}

/**
 * essaim_project_new:
 *
 * Returns: (transfer full): a project of which nothing is known yet: kind project, texts %NULL, numbers NAN, lists
 *   empty
 */
EssaimProject *
essaim_project_new (void)
{
  EssaimProject *project = g_new0 (EssaimProject, 1);

  g_ref_count_init (&project->refs);
  project->declared = g_ptr_array_new_with_free_func (g_free);
  project->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) site_free);
  project->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  project->corrected = g_ptr_array_new_with_free_func (g_free);
  project->origins = essaim_origins_new ();
  project->funding_eur = NAN;

  return project;
}

/**
 * essaim_project_ref:
 * @project: a project
 *
 * The count is not atomic: a project belongs to one thread at a time.
 *
 * Returns: (transfer full): @project
 */
EssaimProject *
essaim_project_ref (EssaimProject *project)
{
  g_ref_count_inc (&project->refs);

  return project;
}

/**
 * essaim_project_unref:
 * @project: (transfer full): a project; freed with the last reference
 */
void
essaim_project_unref (EssaimProject *project)
{
  if (g_ref_count_dec (&project->refs))
    project_free (project);
}

/**
 * essaim_project_add_site:
 * @project: a project
 *
 * Returns: (transfer none): a new last site, to be filled in: no point, precision none, no amount
 */
EssaimSite *
essaim_project_add_site (EssaimProject *project)
{
  EssaimSite *site = g_new0 (EssaimSite, 1);

  site->lat = NAN;
  site->lon = NAN;
  site->precision = ESSAIM_PRECISION_NONE;
  site->funding_eur = NAN;
  g_ptr_array_add (project->sites, site);

  return site;
}

/**
 * essaim_project_add_source:
 * @project: a project
 *
 * Returns: (transfer none): a new last source, to be filled in
 */
EssaimSource *
essaim_project_add_source (EssaimProject *project)
{
  EssaimSource *source = g_new0 (EssaimSource, 1);

  g_ptr_array_add (project->sources, source);

  return source;
}

/**
 * essaim_project_get_theme_set:
 * @project: a project
 *
 * Returns: its themes, empty where it has none
 */
EssaimThemeSet
essaim_project_get_theme_set (const EssaimProject *project)
{
  EssaimThemeSet set = 0;

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
      set |= (EssaimThemeSet) 1 << i;

  return set;
}

/**
 * essaim_project_set_theme:
 * @project: a project
 * @theme: a theme, below %ESSAIM_N_THEMES
 * @how: why it has the theme
 *
 * Gives the project a theme. A stronger reason replaces a weaker one, never the other way round.
 */
void
essaim_project_set_theme (EssaimProject  *project,
                          guint           theme,
                          EssaimThemeHow  how)
{
  g_return_if_fail (theme < ESSAIM_N_THEMES);

  project->themes[theme] = MAX (project->themes[theme], how);
}

/* Where a project keeps the fields that are one text each; 0 for the others, for it begins with the references. */
static const gsize text_offsets[ESSAIM_N_FIELDS] = {
  [ESSAIM_FIELD_TITLE] = G_STRUCT_OFFSET (EssaimProject, title),
  [ESSAIM_FIELD_SUMMARY] = G_STRUCT_OFFSET (EssaimProject, summary),
  [ESSAIM_FIELD_ORGANISATION] = G_STRUCT_OFFSET (EssaimProject, organisation),
  [ESSAIM_FIELD_WEBSITE] = G_STRUCT_OFFSET (EssaimProject, website),
  [ESSAIM_FIELD_EMAIL] = G_STRUCT_OFFSET (EssaimProject, email),
  [ESSAIM_FIELD_PHONE] = G_STRUCT_OFFSET (EssaimProject, phone),
  [ESSAIM_FIELD_STATUS] = G_STRUCT_OFFSET (EssaimProject, status),
  [ESSAIM_FIELD_DESCRIPTION] = G_STRUCT_OFFSET (EssaimProject, description),
  [ESSAIM_FIELD_SINCE] = G_STRUCT_OFFSET (EssaimProject, since),
  [ESSAIM_FIELD_OPENS] = G_STRUCT_OFFSET (EssaimProject, opens),
  [ESSAIM_FIELD_DEADLINE] = G_STRUCT_OFFSET (EssaimProject, deadline),
  [ESSAIM_FIELD_PERIMETER] = G_STRUCT_OFFSET (EssaimProject, perimeter),
  [ESSAIM_FIELD_SIRET] = G_STRUCT_OFFSET (EssaimProject, siret),
  [ESSAIM_FIELD_RNA] = G_STRUCT_OFFSET (EssaimProject, rna),
};

/**
 * essaim_project_get_text:
 * @project: a project
 * @field: a field
 *
 * Returns: (nullable): what the project says of a field that is one text; %NULL for nothing, and for other fields
 */
const char *
essaim_project_get_text (const EssaimProject *project,
                         EssaimField          field)
{
  return text_offsets[field] != 0 ? G_STRUCT_MEMBER (char *, project, text_offsets[field]) : NULL;
}

/**
 * essaim_project_set_text:
 * @project: a project
 * @field: a field
 * @text: (nullable): what it says; %NULL: nothing
 *
 * Returns: whether the field is one that is a text; others are left alone
 */
gboolean
essaim_project_set_text (EssaimProject *project,
                         EssaimField    field,
                         const char    *text)
{
  char **member = &G_STRUCT_MEMBER (char *, project, text_offsets[field]);
  char *copy;

  if (text_offsets[field] == 0)
    return FALSE;

  copy = g_strdup (text);
  g_free (*member);
  *member = copy;

  return TRUE;
}

/**
 * essaim_project_get_funding:
 * @project: a project
 *
 * Money lies on the sites; an amount of the project itself counts only where none of its sites has one.
 *
 * Returns: the sum of its sites, or its own amount, in euros; NAN where unknown
 */
double
essaim_project_get_funding (const EssaimProject *project)
{
  double sum = NAN;

  for (guint i = 0; i < project->sites->len; i++)
    {
      const EssaimSite *site = project->sites->pdata[i];

      if (!isnan (site->funding_eur))
        sum = isnan (sum) ? site->funding_eur : sum + site->funding_eur;
    }

  /* To the cent: 0.1 and 0.2 make 0.3. */
  return isnan (sum) ? project->funding_eur : round (sum * 100) / 100;
}

/**
 * essaim_project_is_placed:
 * @project: a project
 *
 * Returns: whether one of its sites has a point
 */
gboolean
essaim_project_is_placed (const EssaimProject *project)
{
  for (guint i = 0; i < project->sites->len; i++)
    if (essaim_site_has_point (project->sites->pdata[i]))
      return TRUE;

  return FALSE;
}

/**
 * essaim_site_has_point:
 * @site: a site
 *
 * A site known to its department only, or not at all, has no point on a map, whatever numbers it carries.
 *
 * Returns: whether the site has a point that may be shown
 */
gboolean
essaim_site_has_point (const EssaimSite *site)
{
  return site->precision <= ESSAIM_PRECISION_POSTCODE && isfinite (site->lat) && isfinite (site->lon);
}

/**
 * essaim_project_is_gone:
 * @project: a project
 *
 * Returns: whether none of its sources has it any more
 */
gboolean
essaim_project_is_gone (const EssaimProject *project)
{
  for (guint i = 0; i < project->sources->len; i++)
    if (!((const EssaimSource *) project->sources->pdata[i])->gone)
      return FALSE;

  return project->sources->len > 0;
}
