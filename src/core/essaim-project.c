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
