/* essaim-sync-own.c: the projects that the person added, as records of the library
 *
 * The library has them as a feed of its own, so that they are searched, placed, counted and joined like others. That
 * feed is written whole whenever it is not what the work has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-judge.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-library-joins.h"
#include "essaim-placer.h"
#include "essaim-sync-private.h"

/* Each site is a row of its own, as those of feeds are. */
static gboolean
add_project (EssaimRefresh *refresh,
             EssaimProject *project,
             guint          line,
             GError       **error)
{
  const char *source_id = project->id + strlen (ESSAIM_OWN_FEED ":");
  g_autoptr (GPtrArray) sites = g_steal_pointer (&project->sites);
  gboolean is_added = TRUE;

  for (guint i = 0; is_added && i < MAX (sites->len, 1); i++)
    {
      project->sites = g_ptr_array_new ();
      if (i < sites->len)
        g_ptr_array_add (project->sites, sites->pdata[i]);
      is_added = essaim_refresh_add (refresh, project, source_id, NULL, line, error);
      g_ptr_array_unref (project->sites);
    }
  project->sites = g_ptr_array_ref (sites);

  return is_added;
}

static gboolean
write_own (EssaimLibrary          *library,
           GPtrArray              *projects,
           const char             *state,
           const EssaimJudgement  *judgement,
           guint                  *n_gone,
           GCancellable           *cancellable,
           GError                **error)
{
  const EssaimRefreshFeed feed = { .id = ESSAIM_OWN_FEED, .title = _("My projects") };
  g_autoptr (EssaimRefresh) refresh = essaim_refresh_begin (library, &feed, error);
  g_autoptr (EssaimReport) report = essaim_report_new (ESSAIM_OWN_FEED);

  for (guint i = 0; refresh != NULL && i < projects->len; i++)
    if (!add_project (refresh, projects->pdata[i], i + 1, error))
      return FALSE;
  if (refresh == NULL)
    return FALSE;

  essaim_refresh_set_answer (refresh, &(EssaimAnswer) { .body = (char *) state });
  essaim_refresh_set_judgement (refresh, judgement);
  if (!essaim_refresh_finish (refresh, TRUE, FALSE, report, cancellable, error))
    return FALSE;

  *n_gone = report->gone;
  return TRUE;
}

/* What the person removed has not vanished from a feed: nothing of it is to be left, nor to speak for what it was
 * joined with. Then all are written anew. */
static gboolean
write_all (EssaimLibrary  *library,
           EssaimWork     *work,
           const char     *state,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (GPtrArray) projects = essaim_work_list_own (work, error);
  g_autoptr (EssaimJudgement) judgement = projects != NULL ? essaim_work_load_judgement (work, error) : NULL;
  guint n_gone;

  if (judgement == NULL || !write_own (library, projects, state, judgement, &n_gone, cancellable, error))
    return FALSE;

  return n_gone == 0 ||
         (essaim_sync_remove_records (library, work, ESSAIM_OWN_FEED, error) &&
          write_own (library, projects, state, judgement, &n_gone, cancellable, error) &&
          essaim_sync_keep_aliases (library, work, error));
}

/**
 * essaim_sync_show_own:
 * @library: what feeds said
 * @work: what the person made
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: whether the library shows the person's own projects as the work has them
 */
gboolean
essaim_sync_show_own (EssaimLibrary  *library,
                      EssaimWork     *work,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *state = essaim_work_get_own_state (work, &local_error);
  g_autoptr (EssaimAnswer) answer = local_error == NULL
                                    ? essaim_library_get_answer (library, ESSAIM_OWN_FEED, &local_error) : NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_strcmp0 (answer != NULL ? answer->body : NULL, state) == 0)
    return TRUE;

  /* Work that was brought back from before the first of them. */
  if (state == NULL)
    return essaim_sync_remove_records (library, work, ESSAIM_OWN_FEED, error);

  return write_all (library, work, state, cancellable, error);
}

/* A point, unless it is only that of the commune: then it is found again. */
static gboolean
has_exact_point (const EssaimSite *site)
{
  return isfinite (site->lat) && isfinite (site->lon) &&
         (site->precision <= ESSAIM_PRECISION_STREET || site->insee == NULL);
}

static void
place_sites (EssaimProject   *project,
             EssaimReference *reference)
{
  g_autoptr (EssaimPlacer) placer = essaim_placer_new (reference, NULL);
  g_autoptr (EssaimProject) told = essaim_project_new ();
  GPtrArray *sites = project->sites;

  project->sites = told->sites;
  told->sites = sites;
  for (guint i = 0; i < sites->len; i++)
    {
      const EssaimSite *site = sites->pdata[i];
      const gboolean has_point = has_exact_point (site);
      const EssaimPlace place = {
        .lat = has_point ? site->lat : NAN,
        .lon = has_point ? site->lon : NAN,
        .has_coordinates = has_point,
        .system = ESSAIM_SYSTEM_AS_NAMED,
        .insee = site->arrondissement != NULL ? site->arrondissement : site->insee,
        .postcode = site->postcode,
        .commune = site->commune,
        .address = site->address,
      };
      EssaimSite *placed = essaim_project_add_site (project);

      essaim_placer_place (placer, &place, placed);
      placed->funding_eur = site->funding_eur;
    }
}

/**
 * essaim_sync_put_own:
 * @library: what feeds said
 * @work: what the person made
 * @reference: the shipped facts
 * @project: the project, with a title; its sites are placed anew by what they say
 * @id: (inout) (transfer full) (nullable): of the one that it takes the place of; %NULL: it is new, and gets one
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` for an id that no project of the person's has had
 *
 * Returns: whether it is on the disk; the library shows it then, or as soon as it can be written
 */
gboolean
essaim_sync_put_own (EssaimLibrary    *library,
                     EssaimWork       *work,
                     EssaimReference  *reference,
                     EssaimProject    *project,
                     char            **id,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_return_val_if_fail (project != NULL && id != NULL, FALSE);

  place_sites (project, reference);

  if (!essaim_work_put_own (work, project, id, error))
    return FALSE;
  essaim_sync_show (library, work, essaim_sync_show_own, cancellable);

  return TRUE;
}

/**
 * essaim_sync_remove_own:
 * @library: what feeds said
 * @work: what the person made
 * @id: of a project that the person added
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether it is removed, on the disk; the library shows that then, or as soon as it can be written
 */
gboolean
essaim_sync_remove_own (EssaimLibrary  *library,
                        EssaimWork     *work,
                        const char     *id,
                        GCancellable   *cancellable,
                        GError        **error)
{
  if (!essaim_work_remove_own (work, id, error))
    return FALSE;
  essaim_sync_show (library, work, essaim_sync_show_own, cancellable);

  return TRUE;
}

/**
 * essaim_sync_restore_own:
 * @library: what feeds said
 * @work: what the person made
 * @id: of a project that the person added and removed
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether it is as it was, on the disk; the library shows it then, or as soon as it can be written
 */
gboolean
essaim_sync_restore_own (EssaimLibrary  *library,
                         EssaimWork     *work,
                         const char     *id,
                         GCancellable   *cancellable,
                         GError        **error)
{
  if (!essaim_work_restore_own (work, id, error))
    return FALSE;
  essaim_sync_show (library, work, essaim_sync_show_own, cancellable);

  return TRUE;
}
