/* essaim-draft-read.c: the whole of a source, with a mapping: what would become of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-private.h"

#include "essaim-feed-error.h"

/* Records between two words to the person. */
#define PROGRESS_STEP 500

#define MAX_PROJECTS 64

/* So many of all that come, evenly, without knowing how many there will be: when they are too many, every other one goes. */
typedef struct
{
  guint stride;
  guint n_seen;
} Thinning;

typedef struct
{
  /* Owned by the caller */
  EssaimPreview  *preview;
  GHashTable          *ids;        /* (element-type utf8): of the source, seen */

  /* Borrowed */
  EssaimDraftProgress  progress;
  gpointer             user_data;

  Thinning             of_projects;
  Thinning             of_points;
  guint                n_read;
} Pass;

/* Whether the next one is to be kept. */
static gboolean
is_kept (Thinning *thinning)
{
  return thinning->n_seen++ % thinning->stride == 0;
}

static void
keep_project (Pass          *pass,
              EssaimProject *project)
{
  GPtrArray *kept = pass->preview->projects;

  if (!is_kept (&pass->of_projects))
    return;

  g_ptr_array_add (kept, essaim_project_ref (project));
  if (kept->len < MAX_PROJECTS)
    return;
  for (guint i = kept->len; i > 0; i--)
    if ((i - 1) % 2 == 1)
      g_ptr_array_remove_index (kept, i - 1);
  pass->of_projects.stride *= 2;
}

static void
keep_point (Pass             *pass,
            const EssaimSite *site)
{
  const EssaimPreviewPoint point = { site->lat, site->lon };
  GArray *kept = pass->preview->points;

  if (!essaim_site_has_point (site) || !is_kept (&pass->of_points))
    return;

  g_array_append_val (kept, point);
  if (kept->len < ESSAIM_PREVIEW_MAX_POINTS)
    return;
  for (guint i = 0; i < kept->len / 2; i++)
    g_array_index (kept, EssaimPreviewPoint, i) = g_array_index (kept, EssaimPreviewPoint, 2 * i);
  g_array_set_size (kept, kept->len / 2);
  pass->of_points.stride *= 2;
}

static gboolean
keep_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  Pass *pass = user_data;
  const EssaimSite *site = read->project->sites->pdata[0];

  pass->n_read++;
  if (pass->progress != NULL && pass->n_read % PROGRESS_STEP == 0)
    pass->progress (pass->n_read, 0, pass->user_data);

  pass->preview->report->placed[site->precision]++;
  if (read->source_id == NULL || g_hash_table_add (pass->ids, g_strdup (read->source_id)))
    pass->preview->report->projects++;
  keep_project (pass, read->project);
  keep_point (pass, site);

  return TRUE;
}

/* What there was to tell of the fetching is part of it. */
static void
tell_of_fetching (EssaimReport       *report,
                  const EssaimReport *fetched)
{
  for (guint i = 0; i < fetched->warnings->len; i++)
    {
      const EssaimWarning *warning = fetched->warnings->pdata[i];

      essaim_report_warn_with (report, warning->code, warning->count, warning->first_line, warning->example,
                               warning->text);
    }
}

static EssaimOutcome
get_outcome (const GError *error)
{
  return g_error_matches (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED) ? ESSAIM_OUTCOME_REFUSED
                                                                               : ESSAIM_OUTCOME_FAILED;
}

/**
 * essaim_draft_read:
 * @self: a source
 * @mapping: (nullable): JSON; guessed without
 * @reference: the shipped facts
 * @progress: (nullable) (scope call): told how many records were read
 * @user_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads all of the source as an import would, and keeps nothing.
 *
 * Returns: (transfer full) (nullable): what would become of it; its report tells also what is wrong. %NULL when cancelled
 */
EssaimPreview *
essaim_draft_read (EssaimDraft          *self,
                   const char           *mapping,
                   EssaimReference      *reference,
                   EssaimDraftProgress   progress,
                   gpointer              user_data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EssaimMapping) given = essaim_draft_parse_mapping (mapping, &local_error);
  g_autoptr (EssaimPreview) preview = essaim_preview_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const EssaimFeedOptions options = { .mapping = given, .feed_title = self->title };
  Pass pass = { preview, ids, progress, user_data, { 1, 0 }, { 1, 0 }, 0 };

  tell_of_fetching (preview->report, self->fetched);
  if (local_error == NULL)
    essaim_feed_reader_read (self->path, &options, reference, keep_cb, &pass, preview->report, NULL, cancellable,
                             &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (local_error != NULL)
    essaim_report_fail (preview->report, get_outcome (local_error), local_error->message);
  else
    preview->report->outcome = ESSAIM_OUTCOME_IMPORTED;
  preview->report->sites = pass.n_read;

  return g_steal_pointer (&preview);
}
